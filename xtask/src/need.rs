//! What the tests need of a machine, by the Debian package that has it.

/// Something that is needed.
pub struct Need {
    /// The name of its package.
    pub package: &'static str,
    /// Whether the thing itself is there, as it may have been installed in another way than by this package.
    pub is_there: fn() -> bool,
}

/// The programs that Chromium may be installed as.
pub const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
