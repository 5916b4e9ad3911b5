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
        _ if bytes.contains(&0) => with_nuls(bytes),
        _ => &["utf-8", "gb18030"],
    }
}

/// The encodings of bytes of which some are NUL. No text has one. In UTF-16 it is the other half of a character of two bytes, and
/// nearly all of them are the first half or nearly all the second. Elsewhere it is a fault of the file, which the reader then names.
fn with_nuls(bytes: &[u8]) -> &'static [&'static str] {
    let nuls = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let [first, last] = [nuls(0), nuls(1)];
    let (few, many) = (first.min(last), first.max(last));
    let is_utf_16 = many > 2 * few && (many * 8 >= bytes.len() || std::str::from_utf8(bytes).is_err());
    match is_utf_16 {
        true if last > first => &["utf-16le"],
        true => &["utf-16be"],
        false => &["utf-8"],
    }
}
