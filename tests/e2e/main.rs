//! The whole page as people use it, in a real browser. `cargo xtask test` builds the site, serves it and starts
//! the browser's driver.

mod find;
mod looks;
mod page;
mod size;
mod webdriver;
