//! The whole page as people use it, in a real browser. `cargo xtask test` builds the site, serves it and starts
//! the browser's driver.

mod axe;
mod bring;
mod closed;
mod files;
mod find;
mod host;
mod journey;
mod keep;
mod keyboard;
mod lang;
mod looks;
mod mending;
mod motion;
mod names;
mod offline;
mod old;
mod overview;
mod page;
mod paper;
mod papers;
mod picture;
mod plans;
mod preview;
mod print;
mod read;
mod reflow;
mod report;
mod review;
mod scenes;
mod share;
mod size;
mod start;
mod tick;
mod touch;
mod webdriver;
