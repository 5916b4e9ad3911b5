//! The native tests, one binary: they need no browser and, without the `page` feature, no framework.

mod layers;
#[cfg(feature = "page")]
mod layout;
mod reading;
mod script;
