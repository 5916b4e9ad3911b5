//! Many files in one: a `.zip`, and a list of what is in it.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Gives the next file, its name and its bytes; `None` after the last.
pub type Next<'a> = &'a mut dyn FnMut() -> Option<(String, Vec<u8>)>;

/// Packs files, one after the other as they are made; `None` if that fails, as where there is no memory for them. They are stored as
/// they are: what is handed out is packed already.
pub fn zip(next: Next) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    while let Some((name, bytes)) = next() {
        zip.start_file(name, options).ok()?;
        zip.write_all(&bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}
