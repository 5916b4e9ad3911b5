//! Files that somebody brings: what is read in a Word document made here from its parts, and which fault the others have.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use yaodian::exchange::{Kind, Unread, text_of};
use yaodian::persist::encoding::encodings;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn decode(encoding: &str, bytes: &[u8]) -> Option<String> {
    (encoding == "utf-8").then(|| String::from_utf8(bytes.to_vec()).ok()).flatten()
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn word(body: &str) -> Vec<u8> {
    let level = |at: u8, format: &str, text: &str| {
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#
        )
    };
    let levels =
        level(0, "chineseCounting", "%1、") + &level(1, "chineseCounting", "（%2）") + &level(2, "decimal", "%3.");
    let numbering = format!(
        r#"<w:numbering><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>"#
    );
    let styles = r#"<w:styles><w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#;
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    packed(&[("word/document.xml", &document), ("word/numbering.xml", &numbering), ("word/styles.xml", styles)])
}

fn p(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn listed(list: u8, level: u8, words: &str) -> String {
    p(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), words)
}

#[test]
fn a_word_document_is_read_as_it_is_shown() {
    let cell = |properties: &str, words: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", words));
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let (restart, merged) = (r#"<w:vMerge w:val="restart"/>"#, "<w:vMerge/>");
    let cases = [
        (p("", "甲&amp;乙"), "甲&乙"),
        (listed(1, 0, "甲") + &listed(1, 1, "乙") + &listed(1, 2, "丙") + &listed(1, 0, "丁") + &listed(1, 1, "戊"),
            "一、甲\n（一）乙\n1. 丙\n二、丁\n（一）戊"),
        (listed(1, 0, "甲") + &listed(2, 0, "乙") + &listed(2, 0, "丙"), "一、甲\n十一、乙\n十二、丙"),
        (p(r#"<w:pStyle w:val="H"/>"#, "甲"), "一、甲"),
        (p(r#"<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>"#, "甲"), "甲"),
        ("<w:p><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>刪</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>".into(), "增"),
        (p("<w:rPr><w:del/></w:rPr>", "甲") + &p("", "乙"), "甲乙"),
        ("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>7</w:t><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>".into(), "7"),
        ("<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:noBreakHyphen/></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>".into(), "甲\n乙-"),
        (format!("<w:tbl>{}{}</w:tbl>", row(&[cell(restart, "甲"), cell("", "乙")]), row(&[cell(merged, ""), cell("", "丙")])), "甲\t乙\n\t丙"),
    ];
    for (body, text) in cases {
        let brought = text_of(&word(&body), encodings, decode).map(|brought| (brought.kind, brought.text));
        assert_eq!(brought, Ok((Kind::Word, text.to_owned())), "{body}");
    }
}

#[test]
fn what_is_left_out_is_counted() {
    let body = "<w:p><w:r><w:t>甲</w:t><w:footnoteReference/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隱</w:t></w:r>
        <w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>";
    let brought = text_of(&word(body), encodings, decode).unwrap();
    let left = brought.left_out;
    assert_eq!((brought.text.as_str(), left.text_boxes, left.footnotes, left.hidden), ("甲", 1, 1, 1));
}

#[test]
fn each_file_that_gives_no_text_has_a_fault_of_its_own() {
    let old = |stream: &str| {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].into_iter().chain(name).collect::<Vec<u8>>()
    };
    let whole = word(&p("", "甲"));
    let cases = [
        (old("WordDocument"), Unread::OldWord),
        (old("EncryptedPackage"), Unread::Encrypted),
        (old("Workbook"), Unread::Spreadsheet),
        (old("CONTENTS"), Unread::Wps),
        (b"%PDF-1.7".to_vec(), Unread::Pdf),
        (whole[..whole.len() / 2].to_vec(), Unread::Damaged),
        (word(&"<w:p>".repeat(300)), Unread::Damaged),
        (word(&" ".repeat(20 << 20)), Unread::Bomb),
        (packed(&[("a.txt", "甲")]), Unread::Unknown),
        (packed(&[("xl/workbook.xml", "")]), Unread::Spreadsheet),
        (b"<!DOCTYPE html><p>a".to_vec(), Unread::WebPage),
        (word(""), Unread::NoText),
        (b" \n".to_vec(), Unread::NoText),
        (vec![0x89, b'P', 0xff], Unread::Unknown),
    ];
    for (bytes, fault) in cases {
        assert_eq!(text_of(&bytes, encodings, decode), Err(fault), "{:?}", &bytes[..bytes.len().min(60)]);
    }
}

#[test]
fn texts_and_saved_files_are_told_apart() {
    for (bytes, kind, text) in [("\u{feff}甲", Kind::Text, "甲"), ("{\"a\":1}", Kind::Saved, "{\"a\":1}")] {
        let brought = text_of(bytes.as_bytes(), encodings, decode).unwrap();
        assert_eq!((brought.kind, brought.text.as_str()), (kind, text));
    }
}

proptest! {
    #[test]
    fn damage_ends_in_a_fault_or_a_text(at in 0_usize..2000, byte: u8, cut in 0_usize..2000) {
        let mut bytes = word(&(listed(1, 0, "甲") + &listed(1, 8, "乙")));
        let at = at % bytes.len();
        bytes[at] = byte;
        let whole = bytes.len();
        let _ = text_of(&bytes, encodings, decode);
        let _ = text_of(&bytes[..whole - cut % whole], encodings, decode);
    }
}
