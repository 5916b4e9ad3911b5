//! What is read in a Word document, made here from its parts.

use yaodian::exchange::Kind;

use crate::exchange::{packed, read};

fn level(at: u8, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

/// A document with this body, two lists and some styles.
pub fn word(body: &str) -> Vec<u8> {
    let levels = [
        level(0, "chineseCounting", "%1、", ""),
        level(1, "chineseCounting", "（%2）", ""),
        level(2, "decimal", "%3.", ""),
        level(3, "decimal", "%1.%4", "<w:isLgl/>"),
        level(4, "decimalEnclosedCircle", "%5", r#"<w:suff w:val="nothing"/>"#),
    ];
    word_with(&levels.concat(), body)
}

/// A document with this body and a list with these levels.
pub fn word_with(levels: &str, body: &str) -> Vec<u8> {
    let numbering = format!(
        r#"<w:numbering><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>"#
    );
    let styles = r#"<w:styles>
        <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="character" w:styleId="V"><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="W"><w:basedOn w:val="V"/></w:style></w:styles>"#;
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    packed(&[("word/document.xml", &document), ("word/numbering.xml", &numbering), ("word/styles.xml", styles)])
}

/// A paragraph.
pub fn p(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A paragraph with an automatic number.
pub fn listed(list: u8, level: u8, words: &str) -> String {
    p(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), words)
}

fn styled(style: &str, words: &str) -> String {
    p(&format!(r#"<w:pStyle w:val="{style}"/>"#), words)
}

fn field(instruction: &str, behind: &str) -> String {
    format!(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>{behind}</w:p>"#
    )
}

#[track_caller]
fn shows(name: &str, body: &str, text: &str) {
    let brought = read(&word(body)).map(|brought| (brought.kind, brought.text));
    assert_eq!(brought, Ok((Kind::Word, text.to_owned())), "{name}");
}

#[test]
fn paragraphs_are_read_as_they_are_shown() {
    let ended = r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#;
    let cases = [
        ("entities", p("", "甲&amp;乙&#x4E19;"), "甲&乙丙"),
        ("changes are accepted", "<w:p><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>刪</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>到</w:t></w:r></w:moveTo></w:p>".into(), "增到"),
        ("a paragraph's end is deleted", p("<w:rPr><w:del/></w:rPr>", "甲") + &p("", "乙"), "甲乙"),
        ("a field shows its result", field("PAGE", ended), "7"),
        ("a field that nobody ends", field("PAGE", "<w:r><w:t>甲</w:t></w:r>") + &p("", "乙"), "甲\n乙"),
        ("links, soft breaks, hyphens", "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:noBreakHyphen/></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>".into(), "甲\n乙-"),
        ("one thing in two forms", "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>甲</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>".into(), "甲"),
        ("a box and what stands in it", r#"<w:p><w:r><w:sym w:font="Wingdings" w:char="F06F"/><w:t>甲</w:t></w:r></w:p>"#.into(), "□甲"),
        ("how a word is spoken", "<w:p><w:r><w:ruby><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>".into(), "甲"),
        ("a table of contents", styled("T", "甲 1") + &p("", "甲"), "甲"),
        ("its frame", r#"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>甲 1</w:t></w:r></w:p></w:sdtContent></w:sdt>"#.to_owned() + &p("", "甲"), "甲"),
    ];
    for (name, body, text) in cases {
        shows(name, &body, text);
    }
}

#[test]
fn automatic_numbers_are_written_out() {
    let off = p(r#"<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>"#, "甲");
    let cases = [
        (
            "levels",
            [listed(1, 0, "甲"), listed(1, 1, "乙"), listed(1, 2, "丙"), listed(1, 0, "丁"), listed(1, 1, "戊")]
                .concat(),
            "一、甲\n（一）乙\n1. 丙\n二、丁\n（一）戊",
        ),
        (
            "a number to begin with",
            [listed(1, 0, "甲"), listed(2, 0, "乙"), listed(2, 0, "丙")].concat(),
            "一、甲\n十一、乙\n十二、丙",
        ),
        ("a style", styled("H", "甲") + &styled("H2", "乙"), "一、甲\n（一）乙"),
        ("switched off", off, "甲"),
        ("plain digits for the levels above", [listed(1, 0, "甲"), listed(1, 3, "乙")].concat(), "一、甲\n1.1 乙"),
        ("nothing behind the number", listed(1, 4, "甲"), "①甲"),
        ("blank paragraphs count", listed(1, 0, "") + &listed(1, 0, "甲"), "\n二、甲"),
    ];
    for (name, body, text) in cases {
        shows(name, &body, text);
    }
}

#[test]
fn each_way_to_count_is_known() {
    let cases = [
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 10, "十"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("ideographDigital", 10, "一〇"),
        ("japaneseCounting", 11, "十一"),
        ("taiwaneseCountingThousand", 20, "二十"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 2, "乙"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"),
        ("decimal", 0, "0"),
        ("bullet", 3, ""),
        ("none", 3, ""),
        ("of a later version", 7, "7"),
    ];
    for (format, number, shown) in cases {
        let level = format!(
            r#"<w:lvl w:ilvl="0"><w:start w:val="{number}"/><w:numFmt w:val="{format}"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl>"#
        );
        let brought = read(&word_with(&level, &listed(1, 0, "甲"))).map(|brought| brought.text);
        assert_eq!(brought, Ok(format!("{shown}甲")), "{format} {number}");
    }
    let unsaid = r#"<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>"#;
    let brought = read(&word_with(unsaid, &listed(1, 0, "甲"))).map(|brought| brought.text);
    assert_eq!(brought.as_deref(), Ok("1. 甲"), "a list that does not say with what it begins");
}

fn cell(properties: &str, words: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", words))
}

fn table(rows: &[&[String]]) -> String {
    let rows: Vec<String> = rows.iter().map(|cells| format!("<w:tr>{}</w:tr>", cells.concat())).collect();
    format!("<w:tbl>{}</w:tbl>", rows.concat())
}

#[test]
fn tables_are_rows_with_tabs() {
    let (restart, merged, two) = (r#"<w:vMerge w:val="restart"/>"#, "<w:vMerge/>", r#"<w:gridSpan w:val="2"/>"#);
    let c = |words: &str| cell("", words);
    let head = [c("序号"), c("任务"), c("举措"), c("责任单位")];
    let cases = [
        ("merged below", table(&[&[cell(restart, "甲"), c("乙")], &[cell(merged, ""), c("丙")]]), "甲\t乙\n\t丙"),
        ("merged beside", table(&[&[cell(two, "甲"), c("乙")], &[c("丙"), c("丁"), c("戊")]]), "甲\t\t乙\n丙\t丁\t戊"),
        (
            "a title over the head",
            table(&[&[cell(r#"<w:gridSpan w:val="4"/>"#, "任务分解表")], &head]),
            "任务分解表\n序号\t任务\t举措\t责任单位",
        ),
        (
            "a head of two rows",
            table(&[
                &[cell(restart, "序号"), cell(restart, "任务"), cell(two, "责任单位")],
                &[cell(merged, ""), cell(merged, ""), c("牵头"), c("配合")],
                &[c("1"), c("甲"), c("乙局"), c("丙局")],
            ]),
            "序号\t任务\t牵头\t配合\n1\t甲\t乙局\t丙局",
        ),
        (
            "rows that share what is to be done",
            table(&[
                &head,
                &[cell(restart, "1"), cell(restart, "甲"), cell(restart, "乙"), c("丙局")],
                &[cell(merged, ""), cell(merged, ""), cell(merged, ""), c("丁局")],
            ]),
            "序号\t任务\t举措\t责任单位\n1\t甲\t乙\t丙局、丁局",
        ),
        ("a frame around a text", table(&[&[format!("<w:tc>{}{}</w:tc>", p("", "甲"), p("", "乙"))]]), "甲\n乙"),
    ];
    for (name, body, text) in cases {
        shows(name, &body, text);
    }
}

#[test]
fn what_is_left_out_is_counted() {
    let hidden = |properties: &str| format!("<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>隱</w:t></w:r></w:p>");
    let body = "<w:p><w:r><w:t>甲</w:t><w:footnoteReference/></w:r>
        <w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
        .to_owned()
        + &hidden("<w:vanish/>")
        + &hidden(r#"<w:rStyle w:val="W"/>"#)
        + &hidden(r#"<w:rStyle w:val="W"/><w:vanish w:val="0"/>"#);
    let brought = read(&word(&body)).unwrap();
    assert_eq!((brought.text.as_str(), brought.left_out.counts()), ("甲\n\n\n隱", [1, 1, 2, 0, 0]));
}

#[test]
fn the_main_part_may_have_another_name() {
    let relations = r#"<Relationships><Relationship Id="a" Type="http://…/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    let document = format!("<w:document><w:body>{}</w:body></w:document>", p("", "甲"));
    let file = packed(&[("_rels/.rels", relations), ("word/document2.xml", &document)]);
    assert_eq!(read(&file).map(|brought| brought.text).as_deref(), Ok("甲"));
    let backslashes = packed(&[("word\\document.xml", &document)]);
    assert_eq!(read(&backslashes).map(|brought| brought.text).as_deref(), Ok("甲"));
}
