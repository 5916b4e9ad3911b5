//! Files that somebody brings: what each kind is taken for by its content, and which fault the others have. What is read in them:
//! `exchange_word.rs`, `exchange_sheets.rs`, `exchange_web.rs`; files made to do harm: `exchange_hostile.rs`.

use std::io::{Cursor, Write};

use yaodian::exchange::{Brought, Kind, Unread, is_worth_reading, text_of};
use yaodian::persist::encoding::encodings;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::exchange_word::{p, word};

/// Reads a file as `cargo xtask outline` does, but for what needs a table of characters: here GB18030 has two.
pub fn read(bytes: &[u8]) -> Result<Brought, Unread> {
    text_of(bytes, encodings, &decode)
}

pub fn decode(encoding: &str, bytes: &[u8]) -> Option<String> {
    let units = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.as_chunks().0.iter().map(|pair| unit(*pair)).collect();
        String::from_utf16(&units).ok()
    };
    match encoding {
        "utf-8" => String::from_utf8(bytes.to_vec()).ok(),
        "utf-16le" => units(u16::from_le_bytes),
        "utf-16be" => units(u16::from_be_bytes),
        "gb18030" => {
            let mut rest = bytes;
            let mut out = String::new();
            while let Some((first, behind)) = rest.split_first() {
                let (sign, behind) = match (first, behind.split_first()) {
                    (0xbc, Some((0xd7, behind))) => ('甲', behind),
                    (0xd2, Some((0xd2, behind))) => ('乙', behind),
                    (0..=0x7f, _) => (char::from(*first), behind),
                    _ => return None,
                };
                out.push(sign);
                rest = behind;
            }
            Some(out)
        }
        _ => None,
    }
}

/// A packed file with these parts.
pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let bytes: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    packed_by(CompressionMethod::Deflated, &bytes)
}

/// A packed file with these parts, packed in one way.
pub fn packed_by(method: CompressionMethod, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A file of before 2007 with these streams, none of them longer than fits in the first table of sectors.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let mut sectors: Vec<u8> = Vec::new();
    let mut next: Vec<u32> = Vec::new();
    let mut add = |bytes: &[u8]| -> u32 {
        let first = u32::try_from(next.len()).unwrap();
        // A stream of 4096 bytes or more does not stand in the small sectors.
        let count = bytes.len().max(1).div_ceil(SECTOR);
        sectors.extend_from_slice(bytes);
        sectors.resize((next.len() + count) * SECTOR, 0);
        for at in 1..=count {
            next.push(if at == count { 0xffff_fffe } else { first + u32::try_from(at).unwrap() });
        }
        first
    };
    let entry = |name: &str, kind: u8, start: u32, size: usize| {
        let mut entry = [0_u8; 128];
        let units: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64..66].copy_from_slice(&u16::try_from(units.len()).unwrap().to_le_bytes());
        entry[66] = kind;
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&u32::try_from(size).unwrap().to_le_bytes());
        entry
    };
    let mut directory = entry("Root Entry", 5, 0xffff_fffe, 0).to_vec();
    for (name, bytes) in streams {
        let size = bytes.len().max(4096);
        let mut bytes = bytes.to_vec();
        bytes.resize(size, 0);
        let start = add(&bytes);
        directory.extend(entry(name, 2, start, size));
    }
    let directory = add(&directory);
    let table = u32::try_from(next.len()).unwrap();
    next.push(0xffff_fffd);
    next.resize(SECTOR / 4, 0xffff_ffff);
    let mut head = vec![0_u8; SECTOR];
    head[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    head[26] = 3;
    (head[30], head[32], head[44]) = (9, 6, 1);
    head[48..52].copy_from_slice(&directory.to_le_bytes());
    head[60..64].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    head[68..72].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    head[76..].fill(0xff);
    head[76..80].copy_from_slice(&table.to_le_bytes());
    head.into_iter().chain(sectors).chain(next.into_iter().flat_map(u32::to_le_bytes)).collect()
}

#[test]
fn each_file_that_gives_no_text_has_a_fault_of_its_own() {
    let old = |stream: &str| compound(&[(stream, b"")]);
    let whole = word(&p("", "甲"));
    let cases: [(&str, Vec<u8>, Unread); 26] = [
        ("a .doc, whatever its name", old("WordDocument"), Unread::OldWord),
        ("a .doc that is cut off", old("WordDocument")[..5500].to_vec(), Unread::OldWord),
        ("a locked file", old("EncryptedPackage"), Unread::Encrypted),
        ("a workbook without anything", old("Workbook"), Unread::Damaged),
        ("a .wps of Works", old("CONTENTS"), Unread::Wps),
        ("slides of before 2007", old("PowerPoint Document"), Unread::Unknown),
        ("a PDF", b"%PDF-1.7".to_vec(), Unread::Pdf),
        ("a PDF behind other bytes", b"\0\0\n%PDF-1.7".to_vec(), Unread::Pdf),
        ("formatted text", b"{\\rtf1\\ansi a}".to_vec(), Unread::Rtf),
        ("a web archive", b"MIME-Version: 1.0\nContent-Type: multipart/related".to_vec(), Unread::Packed),
        (
            "a document in one XML file",
            b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>".to_vec(),
            Unread::Packed,
        ),
        ("progress", b"{\"format\":\"yaodian-ledger\",\"version\":3}".to_vec(), Unread::NoPlan),
        ("half a document", whole[..whole.len() / 2].to_vec(), Unread::Damaged),
        ("an office file without a document", packed(&[("[Content_Types].xml", "")]), Unread::Damaged),
        ("slides", packed(&[("[Content_Types].xml", ""), ("ppt/presentation.xml", "")]), Unread::Unknown),
        ("an archive", packed(&[("a.txt", "甲")]), Unread::Unknown),
        ("a binary workbook", packed(&[("xl/workbook.bin", "")]), Unread::BinaryWorkbook),
        (
            "a workbook without parts",
            packed(&[("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"b\"/></sheets></workbook>")]),
            Unread::Damaged,
        ),
        (
            "a text of another office",
            packed(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")]),
            Unread::OpenText,
        ),
        (
            "drawings of another office",
            packed(&[("mimetype", "application/vnd.oasis.opendocument.graphics"), ("content.xml", "")]),
            Unread::Unknown,
        ),
        ("a document of pictures", word(""), Unread::NoText),
        ("blanks", b" \n".to_vec(), Unread::NoText),
        ("a web page of pictures", b"<!DOCTYPE html><img src=a>".to_vec(), Unread::NoText),
        ("a picture", vec![0x89, b'P', b'N', b'G', 0xff, 0xff], Unread::Unknown),
        ("NULs", b"a\0b\0c\0\0\0\0\0".to_vec(), Unread::Unknown),
        ("nothing", Vec::new(), Unread::NoText),
    ];
    for (name, bytes, fault) in cases {
        assert_eq!(read(&bytes).map(|brought| brought.text), Err(fault), "{name}");
    }
}

#[test]
fn texts_are_told_apart_by_what_they_say() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let cases: [(Vec<u8>, Kind, &str); 12] = [
        ("\u{feff}甲".into(), Kind::Text, "甲"),
        (utf16("\u{feff}甲"), Kind::Text, "甲"),
        (vec![0xbc, 0xd7, b'\n', 0xd2, 0xd2], Kind::Text, "甲\n乙"),
        ("# 甲\n\n1. 乙".into(), Kind::Text, "# 甲\n\n1. 乙"),
        (
            "{\"format\":\"yaodian-plan\",\"version\":1}".into(),
            Kind::Plan,
            "{\"format\":\"yaodian-plan\",\"version\":1}",
        ),
        ("{某市}工作要点".into(), Kind::Text, "{某市}工作要点"),
        ("{\"a\":1}".into(), Kind::Text, "{\"a\":1}"),
        ("<甲>乙".into(), Kind::Text, "<甲>乙"),
        ("<html><p>甲<p>乙".into(), Kind::WebPage, "甲\n乙"),
        (b"<meta charset=\"gb2312\"><p>\xbc\xd7".to_vec(), Kind::WebPage, "甲"),
        ("\u{feff}<meta charset=gb2312><p>甲".into(), Kind::WebPage, "甲"),
        ("序号,重点任务,责任单位\n1,\"甲,乙\n丙\",丁".into(), Kind::Table, "序号\t重点任务\t责任单位\n1\t甲,乙 丙\t丁"),
    ];
    for (bytes, kind, text) in cases {
        let brought = read(&bytes).map(|brought| (brought.kind, brought.text));
        assert_eq!(brought, Ok((kind, text.to_owned())), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn of_the_clipboard_tables_and_lists_are_read_as_a_web_page() {
    let cases = [
        ("<table><tr><td>甲", true),
        ("<OL>\n<LI>甲", true),
        ("<p style='mso-list:l0'>甲", true),
        ("<p>甲<br>乙</p>", false),
        ("<link><title>甲", false),
        ("1 < 2, li > 3", false),
    ];
    for (page, worth) in cases {
        assert_eq!(is_worth_reading(page), worth, "{page}");
    }
}
