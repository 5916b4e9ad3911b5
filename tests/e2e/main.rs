//! The whole page as people use it, in a real browser. `cargo xtask test` builds the site, serves it and starts
//! the browser's driver.

mod files;
mod find;
mod journey;
mod keep;
mod looks;
mod old;
mod overview;
mod page;
mod paper;
mod papers;
mod picture;
mod print;
mod read;
mod report;
mod share;
mod size;
mod start;
mod tick;
mod webdriver;
mod webkit;
