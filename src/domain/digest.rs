//! Digests: whether two things are the same, in letters short enough for a file and a sheet of paper.
//!
//! They are SHA-256 (FIPS 180-4), cut to 64 bits. They show what was changed by mistake or by an honest program; nobody who wants to
//! deceive is kept from making them anew.

use super::plan::Plan;
use sha2::{Digest as _, Sha256};
use std::fmt::Write;

/// How many bytes of a digest are written.
const BYTES: usize = 8;

/// The digest of bytes: 16 hexadecimal digits.
pub fn digest(bytes: impl AsRef<[u8]>) -> String {
    let mut text = String::with_capacity(2 * BYTES);
    for byte in &Sha256::digest(bytes)[..BYTES] {
        // Adding to a string never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

impl Plan {
    /// The fingerprint of a plan: the digest of its id and of its measures with their ids. What was handed out and comes back tells
    /// by it whether the plan is still worded and divided as it was then. Names of bodies, titles and dates make no difference.
    pub fn fingerprint(&self) -> String {
        self.fingerprint_under(&self.id)
    }

    /// The fingerprint that it has where it is kept under this id: a plan that is kept twice has two.
    pub fn fingerprint_under(&self, id: &str) -> String {
        let mut text = id.to_owned();
        for measure in self.measures() {
            let _ = write!(text, "\n{}\t{}", measure.id, self.text(measure.span));
        }
        digest(text)
    }
}
