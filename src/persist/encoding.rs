//! Guesses the encoding of a text file, which a person's programs may have changed since this page wrote it in UTF-8.
//!
//! Notepad and WPS on a Chinese Windows save as GB18030 ("ANSI") or UTF-16 ("Unicode"). Bytes decoded wrongly give a text
//! that looks right wherever it is plain ASCII, and unknown names elsewhere. So a file is decoded strictly or not at all.

/// The encodings to try for these bytes, by their names in the Encoding Standard, the likeliest first. Each is to be decoded
/// strictly, and the next one tried only if a byte does not fit. If none fits, the bytes are not text.
pub fn encodings(bytes: &[u8]) -> &'static [&'static str] {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => &["utf-8"],
        [0xff, 0xfe, ..] => &["utf-16le"],
        [0xfe, 0xff, ..] => &["utf-16be"],
        // A text has no NUL character: a zero byte is one half of a UTF-16 code unit.
        _ => match bytes.iter().position(|byte| *byte == 0) {
            Some(at) if at % 2 == 1 => &["utf-16le"],
            Some(_) => &["utf-16be"],
            None => &["utf-8", "gb18030"],
        },
    }
}
