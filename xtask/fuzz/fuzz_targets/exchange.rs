//! Any file: it ends in a text or in a fault that can be said, and what the text says the reader reads whole.
//!
//! The first byte says what the others are put into, so that mutations reach behind what is packed.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use yaodian::exchange::{Brought, Unread, of_html, text_of};
use yaodian::persist::encoding::encodings;
use yaodian::reader::read;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, part)) = bytes.split_first() else { return };
    let brought = match kind % 8 {
        0 => of(part),
        1 => of_html(&String::from_utf8_lossy(part)),
        2 => of(&packed(&[("word/document.xml", part)])),
        3 => of(&packed(&[("word/document.xml", WORD.as_bytes()), ("word/numbering.xml", part)])),
        4 => of(&workbook(part, b"<sst/>")),
        5 => of(&workbook(SHEET.as_bytes(), part)),
        6 => of(&packed(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", b"<manifest:manifest/>"),
            ("content.xml", part),
        ])),
        _ => of(&packed(&[("word/document.xml", WORD.as_bytes()), ("word/styles.xml", part)])),
    };
    if let Ok(brought) = brought {
        assert!(!brought.text.trim().is_empty(), "a file without a text is a fault");
        let plan = read(&brought.text).plan;
        let told: String = plan.pieces.iter().map(|piece| plan.text(piece.span)).collect();
        assert_eq!(told, brought.text, "nothing is lost");
    }
});

/// Automatic numbers, which `numbering.xml` spells out.
const WORD: &str = r#"<w:document><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>"#;
/// Cells that name what is in the table of shared words.
const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData></worksheet>"#;

fn of(bytes: &[u8]) -> Result<Brought, Unread> {
    text_of(bytes, encodings, &|name, bytes| {
        (name == "utf-8").then(|| String::from_utf8_lossy(bytes).into_owned())
    })
}

fn workbook(sheet: &[u8], words: &[u8]) -> Vec<u8> {
    packed(&[
        ("_rels/.rels", br#"<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<workbook><sheets><sheet name="a" sheetId="1" r:id="r"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/a.xml"/><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#),
        ("xl/worksheets/a.xml", sheet),
        ("xl/sharedStrings.xml", words),
    ])
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("a part has a name");
        zip.write_all(bytes).expect("memory takes a part");
    }
    zip.finish().expect("memory takes the list of parts").into_inner()
}
