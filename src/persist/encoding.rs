//! How the bytes of a text file are written: what a person's programs make of a file that this page wrote in UTF-8.
//!
//! Notepad and WPS on a Chinese Windows save as GB18030 ("ANSI") or UTF-16 ("Unicode"). Bytes that are read the wrong way give a
//! text that looks right wherever it is plain ASCII, and unknown names elsewhere: so a file is read strictly or not at all.

/// The encodings in which to try to read the bytes, by their names in the Encoding Standard, the likeliest first. Each is to be tried
/// strictly: the next one only if a byte does not fit, and if none fits the bytes are no text.
pub fn encodings(bytes: &[u8]) -> &'static [&'static str] {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => &["utf-8"],
        [0xff, 0xfe, ..] => &["utf-16le"],
        [0xfe, 0xff, ..] => &["utf-16be"],
        // No text has a NUL: it is the other half of a character of two bytes.
        _ => match bytes.iter().position(|byte| *byte == 0) {
            Some(at) if at % 2 == 1 => &["utf-16le"],
            Some(_) => &["utf-16be"],
            None => &["utf-8", "gb18030"],
        },
    }
}
