//! In which encodings the bytes of a file are tried.

use yaodian::persist::encoding::encodings;

#[test]
fn bytes_are_tried_as_what_they_can_be() {
    #[track_caller]
    fn check(bytes: &[u8], names: &[&str]) {
        assert_eq!(encodings(bytes), names, "{bytes:x?}");
    }
    let utf_16 = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    check(b"", &["utf-8", "gb18030"]);
    check("{\"plan\":\"市教育局\"}".as_bytes(), &["utf-8", "gb18030"]);
    check("\u{feff}{}".as_bytes(), &["utf-8"]);
    check(include_bytes!("../fixtures/progress-gb18030.json"), &["utf-8", "gb18030"]);
    for text in ["{\"plan\":1}", "市教育局 {}"] {
        check(&utf_16(&format!("\u{feff}{text}"), u16::to_le_bytes), &["utf-16le"]);
        check(&utf_16(&format!("\u{feff}{text}"), u16::to_be_bytes), &["utf-16be"]);
        check(&utf_16(text, u16::to_le_bytes), &["utf-16le"]);
        check(&utf_16(text, u16::to_be_bytes), &["utf-16be"]);
    }
}

/// A NUL in a file of one byte a letter is a fault of it, which must not make another encoding of it.
#[test]
fn a_nul_alone_makes_no_utf_16() {
    #[track_caller]
    fn check(text: &str, names: &[&str]) {
        assert_eq!(encodings(text.as_bytes()), names, "{}", text.escape_debug());
    }
    let file = "{\"format\":\"yaodian-ledger\",\"plan\":\"haidong-2021\",\"marks\":{\"unit:市教育局\":{}}}";
    for at in [1, 2, 30, 31] {
        let mut damaged = file.to_owned();
        damaged.insert(at, '\0');
        check(&damaged, &["utf-8"]);
    }
    // What a disk leaves of a file that it did not write to the end.
    check(&format!("{}{}", &file[..40], "\0".repeat(400)), &["utf-8"]);
    check(&"\0".repeat(64), &["utf-8"]);
    // Where the first character has its NUL on the other side, the others tell.
    let bytes: Vec<u8> = "一、{\"plan\":1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(encodings(&bytes), ["utf-16le"]);
    let bytes: Vec<u8> = "\u{4e00}{\"plan\":1}".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(encodings(&bytes), ["utf-16be"]);
}
