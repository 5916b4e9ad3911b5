//! Papers, as components over values: no signals, no browser. They render natively to HTML too.
//!
//! - [`layout`]: blocks of known height, cut into sheets.

pub mod layout;
