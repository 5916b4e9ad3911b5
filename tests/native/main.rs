//! The native tests, one binary: they need no browser and, without the `page` feature, no framework.

mod reading;
mod script;
