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
