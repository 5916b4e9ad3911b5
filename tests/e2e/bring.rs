//! Files and pieces of web pages that somebody brings: chosen, dropped, pasted.

use std::io::{Cursor, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::page::Page;

/// A packed file with these parts.
pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word document whose numbers are automatic, with a text box.
fn word() -> Vec<u8> {
    let level = |at: u8, format: &str, text: &str| {
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#
        )
    };
    let levels = level(0, "chineseCounting", "%1、") + &level(1, "chineseCounting", "（%2）");
    let numbering = format!(
        r#"<w:numbering><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
    );
    let listed = |level: u8, words: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#
        )
    };
    let body = [
        "<w:p><w:r><w:t>清水县2024年供水工作要点</w:t></w:r></w:p>",
        &listed(0, "工程建设"),
        &listed(1, "新建水厂。新增供水能力2万吨。（牵头单位：县水利局）"),
        &listed(1, "改造管网。更换老旧管道120公里。（牵头单位：县住建局）"),
        "<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>",
    ];
    let document = format!("<w:document><w:body>{}</w:body></w:document>", body.concat());
    packed(&[("word/document.xml", &document), ("word/numbering.xml", &numbering)])
}

/// A workbook with a table of tasks behind a sheet of notes.
fn workbook() -> Vec<u8> {
    let sheet = |rows: &[&[&str]]| {
        let cell = |words: &&str| format!(r#"<c t="inlineStr"><is><t>{words}</t></is></c>"#);
        let row = |cells: &&[&str]| format!("<row>{}</row>", cells.iter().map(cell).collect::<Vec<_>>().concat());
        let rows = rows.iter().map(row).collect::<Vec<_>>().concat();
        format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
    };
    let tasks = sheet(&[
        &["清水县2024年供水任务分解表"],
        &["序号", "完成时限", "责任单位", "任务", "举措"],
        &["1", "2024年6月底前", "县水利局", "新建水厂", "新增供水能力2万吨。"],
        &["2", "2024年12月底前", "县住建局", "改造管网", "更换老旧管道120公里。"],
    ]);
    packed(&[
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="w" Type="http://…/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook><sheets><sheet name="说明" r:id="a"/><sheet name="任务" r:id="b"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="a" Type="…/worksheet" Target="worksheets/a.xml"/><Relationship Id="b" Type="…/worksheet" Target="worksheets/b.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/a.xml", &sheet(&[&["填表说明"]])),
        ("xl/worksheets/b.xml", &tasks),
    ])
}

/// Drops a file on the view.
fn drop_file(page: &Page, name: &str, bytes: &[u8]) {
    drop_files(page, &[(name, bytes)]);
}

/// Drops files on the view.
pub fn drop_files(page: &Page, files: &[(&str, &[u8])]) {
    let drop = "const all = new DataTransfer();
        for (const [name, content] of given) {
            all.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
        }
        for (const kind of ['dragover', 'drop']) {
            const event = new DragEvent(kind, { dataTransfer: all, bubbles: true, cancelable: true });
            it.dispatchEvent(event);
            if (!event.defaultPrevented) throw new Error(kind + ' is left to the browser');
        }";
    let files: Vec<[String; 2]> =
        files.iter().map(|(name, bytes)| [(*name).to_owned(), BASE64.encode(bytes)]).collect();
    page.on("#list", drop, &json!(files));
}

/// Pastes a piece of a web page with its plain text. Returns whether it was left to the browser.
fn paste(page: &Page, html: &str, plain: &str) -> bool {
    page.on("#plan-text", "it.focus()", &json!([]));
    let paste = "const all = new DataTransfer(); all.setData('text/html', arguments[0][0]); all.setData('text/plain', arguments[0][1]);
        const event = new ClipboardEvent('paste', { clipboardData: all, bubbles: true, cancelable: true });
        return document.getElementById('plan-text').dispatchEvent(event)";
    page.run(paste, &json!([[html, plain]])).as_bool().unwrap()
}

fn field(page: &Page) -> String {
    page.run("return document.getElementById('plan-text').value", &json!([])).as_str().unwrap().to_owned()
}

#[test]
fn office_files_are_read_and_what_was_left_out_is_said() {
    let page = Page::open("#/plans/new");
    page.choose_file(&page.make_file("plan.docx", word()));
    page.until("it is read", |page| page.words().contains("1 个部分，2 项任务，2 条举措，2 个责任单位"));
    assert!(field(&page).contains("一、工程建设\n（一）新建水厂。"), "{}", field(&page));
    page.until("it is said", |page| page.words().contains("没有读入：1 个文本框。"));
    // A spreadsheet under the name of something else.
    page.choose_file(&page.make_file("plan.doc", workbook()));
    page.until("it is said", |page| page.words().contains("没有读入：1 个其他工作表。"));
    page.until("it is read", |page| page.words().contains("2 项任务，2 条举措，2 个责任单位"));
    assert!(field(&page).starts_with("清水县2024年供水任务分解表\n序号\t完成时限"), "{}", field(&page));
    page.click("button", "保存并打开清单");
    page.shows(Page::measures, ["1.1", "2.1"]);
}

#[test]
fn of_several_files_the_first_is_shown_and_the_others_wait() {
    let page = Page::open("#/plans/new");
    let plain = include_bytes!("../fixtures/plan-gb18030.txt");
    drop_files(
        &page,
        &[("a.docx", &word()), ("b.txt", plain), ("c.pdf", b"%PDF-1.4"), ("d.txt", "春眠不觉晓。".as_bytes())],
    );
    page.until("the first is read", |page| page.words().contains("1 个部分，2 项任务，2 条举措，2 个责任单位"));
    for said in [
        "没有读入：1 个文本框。",
        "“b.txt”也已读取，列入“未完成”。",
        "没有读取“c.pdf”：它是 PDF",
        "没有读取“d.txt”：没有读出工作要点",
        "另有 1 份未完成",
    ] {
        page.until(said, |page| page.words().contains(said));
    }
    page.on(".half-done summary", "it.click()", &json!([]));
    page.click("button", "继续");
    page.until("the other is there", |page| page.words().contains("2 项任务，3 条举措，2 个责任单位"));
    page.click("button", "保存并打开清单");
    page.until("it is kept", |page| page.measures().len() == 3);
    page.go("#/plans/new");
    page.until("the first is still there", |page| field(page).contains("（一）新建水厂。"));
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing_and_says_what_to_do() {
    let page = Page::open("#/plans/new");
    drop_file(&page, "plan.txt", include_bytes!("../fixtures/plan-gb18030.txt"));
    page.until("it is read", |page| page.words().contains("2 项任务，3 条举措，2 个责任单位"));
    let before = field(&page);
    let whole = word();
    let files: [(&str, &[u8], &str); 4] = [
        ("a.docx", &whole[..whole.len() / 2], "没有读取“a.docx”：文件已损坏"),
        ("b.docx", b"%PDF-1.4", "没有读取“b.docx”：它是 PDF"),
        ("c.docx", b"{\\rtf1}", "没有读取“c.docx”：它是 RTF"),
        ("d.docx", b"", "没有读取“d.docx”：里面没有文字"),
    ];
    for (name, bytes, said) in files {
        drop_file(&page, name, bytes);
        page.until(said, |page| page.words().contains(said));
        assert!(page.words().contains("另存为 .docx"), "{}", page.words());
        assert_eq!(field(&page), before, "{name}");
    }
    // What can be read and holds no plan takes the place of nothing either.
    let others = [
        ("e.json", "{\"a\":1}", "没有读取“e.json”：没有读出工作要点"),
        ("f.json", "{\"format\":\"yaodian-plan\",\"version\":2,\"id\":\"two", "没有读取“f.json”：这份要点文件不完整"),
        ("g.txt", "春眠不觉晓，处处闻啼鸟。", "没有读取“g.txt”：没有读出工作要点"),
        (
            "h.txt",
            "City Transport Work Plan\n\n1. Roads. Build 100 km.\n2. Tests. Run them.\n",
            "没有读取“h.txt”：没有读出",
        ),
    ];
    for (name, words, said) in others {
        drop_file(&page, name, words.as_bytes());
        page.until(said, |page| page.words().contains(said));
        assert_eq!(field(&page), before, "{name}");
    }
    // Another plan takes its place, and it can be had back.
    drop_file(&page, "i.docx", &whole);
    page.until("it is read", |page| page.words().contains("2 项任务，2 条举措，2 个责任单位"));
    page.click("button", "找回原来的文字");
    page.until("the text is back", |page| field(page) == before);
}

#[test]
fn of_what_is_pasted_numbers_and_tables_are_read() {
    let page = Page::open("#/plans/new");
    let list = "<p>清水县2024年供水工作要点</p><ol style='list-style-type:cjk-ideographic'><li>新建水厂。新增供水能力2万吨。（县水利局负责）\
        <li>改造管网。更换老旧管道120公里。（县住建局负责）</ol>";
    assert!(!paste(&page, list, "新建水厂。"), "the page pastes it");
    page.until("it is read", |page| page.words().contains("2 项任务，2 条举措，2 个责任单位"));
    assert!(field(&page).contains("\n一、新建水厂。"), "{}", field(&page));
    // A paragraph says no more than its plain text.
    assert!(paste(&page, "<p>甲</p>", "甲"), "the browser pastes it");
}

#[test]
fn that_it_cannot_be_loaded_is_said_and_it_can_be_tried_again() {
    let mut page = Page::altered(
        "const real = window.fetch; window.fails = true;
        window.fetch = (file, ...rest) => String(file).includes('_office') && window.fails ? Promise.reject(new TypeError()) : real(file, ...rest)",
    );
    page.tolerate_complaints();
    page.go("#/plans/new");
    page.until("the field is there", |page| page.holds("return !!document.getElementById('plan-file')"));
    let file = page.make_file("plan.docx", word());
    page.choose_file(&file);
    page.until("it is said", |page| page.words().contains("plan.docx”：读取这种文件的程序没有载入"));
    page.run("window.fails = false", &json!([]));
    page.choose_file(&file);
    page.until("it is read", |page| page.words().contains("2 项任务，2 条举措"));
}
