//! Files made to do harm, or harmed: each ends in a fault that can be said, or in a text, and takes little memory and time.

use proptest::prelude::*;
use yaodian::exchange::{LARGEST, Unread, of_html};
use zip::CompressionMethod;

use crate::exchange::{compound, packed, packed_by, read};
use crate::exchange_sheets::{Is, MAKES, RELATIONS, Sheet};
use crate::exchange_word::{listed, p, word};

const CONTENT: &str = "<office:document-content><office:body><office:spreadsheet>";

fn open_document(content: &str) -> Vec<u8> {
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", content),
    ])
}

fn workbook(sheet: &str) -> Vec<u8> {
    packed(&[
        ("xl/workbook.xml", r#"<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>"#),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="r" Type="…/worksheet" Target="worksheets/a.xml"/></Relationships>"#,
        ),
        ("_rels/.rels", RELATIONS),
        ("xl/worksheets/a.xml", sheet),
    ])
}

#[test]
fn each_ends_in_a_fault() {
    let laughs = r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>"#;
    let laughing = format!("{laughs}<w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>");
    let circle = {
        let mut file = compound(&[("Workbook", &[0; 9000])]);
        // The chain of the stream leads back to its first sector.
        let table = file.len() - 512;
        file[table + 4] = 0;
        file
    };
    let cases: [(&str, Vec<u8>, Result<&str, Unread>); 17] = [
        ("64 MB and a byte", vec![b'a'; LARGEST + 1], Err(Unread::TooLarge)),
        ("a long text", vec![b'a'; 9 << 20], Err(Unread::TooMuch)),
        ("a bomb", word(&" ".repeat(5 << 20)), Err(Unread::Bomb)),
        ("a bomb in a workbook", workbook(&" ".repeat(5 << 20)), Err(Unread::Bomb)),
        ("a bomb in an open document", open_document(&" ".repeat(5 << 20)), Err(Unread::Bomb)),
        (
            "a million elements",
            packed_by(CompressionMethod::Stored, &[("word/document.xml", "<a b='c'/>".repeat(800_000).as_bytes())]),
            Err(Unread::TooMuch),
        ),
        ("elements deep in each other", word(&"<w:p>".repeat(300)), Err(Unread::Damaged)),
        ("entities of entities", packed(&[("word/document.xml", &laughing)]), Ok("&c;")),
        (
            "names that lead elsewhere",
            packed(&[("../../etc/passwd", "a"), ("/etc/passwd", "a"), ("C:\\a", "a")]),
            Err(Unread::Unknown),
        ),
        (
            "a million empty rows",
            workbook(&format!(
                "<worksheet><sheetData>{}<row><c t=\"str\"><v>甲</v></c></row></sheetData></worksheet>",
                "<row/>".repeat(600_000)
            )),
            Ok("甲"),
        ),
        (
            "rows without end",
            workbook(&format!(
                "<worksheet><sheetData>{}</sheetData></worksheet>",
                "<row><c><v>1</v></c></row>".repeat(30_000)
            )),
            Err(Unread::TooMuch),
        ),
        (
            "a cell far away",
            workbook(
                "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row></sheetData></worksheet>",
            ),
            Ok("1\t\n\t2"),
        ),
        (
            "no cell anywhere",
            workbook(
                "<worksheet><sheetData><row r=\"4294967295\"><c r=\"ZZZZZZ99999999999\"><v>1</v></c></row></sheetData></worksheet>",
            ),
            Err(Unread::Damaged),
        ),
        (
            "cells that are one, all of them",
            workbook(
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>",
            ),
            Ok("1"),
        ),
        (
            "a row a million times",
            open_document(&format!(
                "{CONTENT}<table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"10000\" office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>"
            )),
            Err(Unread::TooMuch),
        ),
        ("a chain that runs in a circle", circle, Err(Unread::Damaged)),
        (
            "a hundred thousand tables in each other",
            format!("<html>{}甲", "<table><tr><td>".repeat(100_000)).into_bytes(),
            Err(Unread::TooMuch),
        ),
    ];
    for (name, bytes, expected) in cases {
        let text = read(&bytes).map(|brought| brought.text);
        assert_eq!(text.as_deref().map_err(|why| *why), expected, "{name}");
    }
}

/// A library that reads a part must not look for ever for the end of what breaks off.
#[test]
fn parts_that_break_off_anywhere_come_to_an_end() {
    let row = r#"<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>甲</text:p></office:annotation><text:p>甲<text:s/></text:p></table:table-cell></table:table-row>"#;
    let content = format!(
        r#"{CONTENT}<table:table table:name="a">{row}</table:table><table:named-expressions><table:named-range/></table:named-expressions></office:spreadsheet></office:body></office:document-content>"#
    );
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r></is></c><c r="B1"><f>1</f><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>"#;
    assert_eq!(read(&open_document(&content)).map(|brought| brought.text), Ok("甲".to_owned()));
    assert_eq!(read(&workbook(sheet)).map(|brought| brought.text), Ok("甲\t1".to_owned()));
    for end in (CONTENT.len()..content.len()).filter(|end| content.is_char_boundary(*end)) {
        assert_eq!(read(&open_document(&content[..end])), Err(Unread::Damaged), "{}", &content[..end]);
    }
    for end in (1..sheet.len()).filter(|end| sheet.is_char_boundary(*end)) {
        // What stands there before it breaks off may be taken.
        let _ = read(&workbook(&sheet[..end]));
    }
}

#[test]
fn pages_that_close_nothing_take_no_longer() {
    let cases = [
        ("paragraphs", "<p>甲".repeat(50_000)),
        ("lists", "<ol><li>甲".repeat(50_000)),
        ("what was never open", "</div></b>".repeat(200_000)),
        ("columns", format!("<table><tr>{}", "<td colspan=1000 rowspan=1000>甲".repeat(5_000))),
        ("attributes", format!("<p {}>甲", "a=b ".repeat(100_000))),
    ];
    for (name, page) in cases {
        assert!(of_html(&page).is_ok() || name == "what was never open", "{name}");
    }
}

/// One of each kind of file.
fn files() -> Vec<Vec<u8>> {
    let row = |n: usize| vec![Is::Number(1.5, n), Is::Words("重点任务"), Is::Words("责任单位"), Is::Number(44469.0, 3)];
    let sheet =
        Sheet { rows: (0..6).map(row).collect(), merged: vec![[1, 1, 3, 2]], hidden_rows: vec![2], is_hidden: false };
    let mut out: Vec<Vec<u8>> = MAKES.iter().map(|(_, make)| make(&[sheet.clone(), Sheet::default()])).collect();
    out.push(word(&(listed(1, 0, "甲") + &listed(1, 8, "乙") + &p("", "丙"))));
    out.push("<html><table><tr><td rowspan=2>甲<td>乙<ol start=3><li>丙".into());
    out.push("序号,重点任务,责任单位\n1,\"甲\",乙".into());
    out
}

proptest! {
    // Each case makes and reads whole files.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn damage_ends_in_a_fault_or_a_text(which in 0_usize..6, changes in prop::collection::vec((0_usize..20_000, any::<u8>()), 1..6), cut in 0_usize..40_000) {
        let mut bytes = files()[which].clone();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        let whole = bytes.len();
        let _ = read(&bytes);
        let _ = read(&bytes[..whole - cut % whole]);
    }

    /// Damage that the sum of a packed part would tell is made before it is packed.
    #[test]
    fn parts_may_say_anything(which in 0_usize..2, part in any::<prop::sample::Index>(), changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/&;\"= A-Za-z0-9.:一]{0,6}"), 1..5)) {
        let file = files()[which].clone();
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&file)).unwrap();
        let mut parts: Vec<(String, String)> = Vec::new();
        for index in 0..zip.len() {
            let mut file = zip.by_index(index).unwrap();
            let mut part = String::new();
            std::io::Read::read_to_string(&mut file, &mut part).unwrap();
            parts.push((file.name().unwrap().into_owned(), part));
        }
        let chosen = part.index(parts.len());
        for (at, words) in changes {
            let text = &mut parts[chosen].1;
            let mut at = at.index(text.len().max(1)).min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            text.insert_str(at, &words);
        }
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let _ = read(&packed(&parts));
    }

    #[test]
    fn any_bytes_end_in_a_fault_or_a_text(kind in 0_usize..5, bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let heads: [&[u8]; 5] = [b"", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], b"PK\x03\x04", b"<html>", b"{\\rtf"];
        let _ = read(&[heads[kind], &bytes].concat());
        let _ = read(&compound(&[("Workbook", &bytes)]));
        let _ = of_html(&String::from_utf8_lossy(&bytes));
    }
}
