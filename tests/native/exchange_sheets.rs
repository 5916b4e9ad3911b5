//! What is read in a spreadsheet, made here from its parts, and that the reader reads a plan out of it.

use std::fmt::Write;

use yaodian::domain::plan::{Assignee, Plan, Role};
use yaodian::exchange::Kind;

use crate::exchange::{compound, packed, read};

/// What stands in a cell.
#[derive(Clone, Copy)]
pub enum Is<'a> {
    Words(&'a str),
    /// A number and the place of its format in [`FORMATS`].
    Number(f64, usize),
    /// A formula without signs that XML has names for, and what it gives.
    Formula(&'a str, Gives),
}

/// What a formula gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// Nothing was saved: it was never worked out. An old workbook has an error there.
    Nothing,
    /// An empty text.
    NoWords,
    Error,
}

use Is::{Formula, Number, Words};

/// The formats that cells of numbers have: their numbers and their codes.
const FORMATS: [(u16, &str); 6] =
    [(0, "General"), (14, ""), (57, ""), (176, "yyyy\"年\"m\"月\"d\"日\";@"), (177, "yyyy/m"), (10, "0.00%")];

/// Where the workbook stands in its file.
pub const RELATIONS: &str = r#"<Relationships><Relationship Id="w" Type="http://…/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// A sheet.
#[derive(Clone, Default)]
pub struct Sheet<'a> {
    pub rows: Vec<Vec<Is<'a>>>,
    /// First row, first column, last row, last column.
    pub merged: Vec<[u16; 4]>,
    pub hidden_rows: Vec<usize>,
    pub is_hidden: bool,
}

fn place(row: usize, column: usize) -> String {
    format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1)
}

/// A workbook of Excel with these sheets.
pub fn xlsx(sheets: &[Sheet]) -> Vec<u8> {
    let mut names = String::new();
    let mut relations = String::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    for (n, sheet) in sheets.iter().enumerate() {
        let state = if sheet.is_hidden { "hidden" } else { "visible" };
        write!(names, r#"<sheet name="表{n}" sheetId="{}" state="{state}" r:id="r{n}"/>"#, n + 1).unwrap();
        write!(relations, r#"<Relationship Id="r{n}" Type="http://…/worksheet" Target="worksheets/sheet{n}.xml"/>"#)
            .unwrap();
        let mut rows = String::new();
        for (row, cells) in sheet.rows.iter().enumerate() {
            let hidden = if sheet.hidden_rows.contains(&row) { r#" hidden="1""# } else { "" };
            write!(rows, r#"<row r="{}"{hidden}>"#, row + 1).unwrap();
            for (column, cell) in cells.iter().enumerate() {
                let place = place(row, column);
                match cell {
                    Words("") => write!(rows, r#"<c r="{place}" s="0"/>"#),
                    Words(words) => write!(rows, r#"<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>"#),
                    Number(number, format) => write!(rows, r#"<c r="{place}" s="{format}"><v>{number}</v></c>"#),
                    Formula(formula, Gives::Nothing) => write!(rows, r#"<c r="{place}"><f>{formula}</f><v></v></c>"#),
                    Formula(formula, Gives::NoWords) => {
                        write!(rows, r#"<c r="{place}" t="str"><f>{formula}</f><v></v></c>"#)
                    }
                    Formula(formula, Gives::Error) => {
                        write!(rows, r#"<c r="{place}" t="e"><f>{formula}</f><v>#REF!</v></c>"#)
                    }
                }
                .unwrap();
            }
            rows.push_str("</row>");
        }
        let area = |[top, left, bottom, right]: &[u16; 4]| {
            let (first, last) = (place((*top).into(), (*left).into()), place((*bottom).into(), (*right).into()));
            format!(r#"<mergeCell ref="{first}:{last}"/>"#)
        };
        let merged: String = sheet.merged.iter().map(area).collect();
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>");
        parts.push((format!("xl/worksheets/sheet{n}.xml"), sheet));
    }
    let codes = FORMATS.iter().filter(|(id, _)| *id > 163);
    let codes: Vec<String> = codes
        .map(|(id, code)| format!(r#"<numFmt numFmtId="{id}" formatCode="{}"/>"#, code.replace('"', "&quot;")))
        .collect();
    let used: Vec<String> = FORMATS.iter().map(|(id, _)| format!(r#"<xf numFmtId="{id}"/>"#)).collect();
    parts.extend([
        ("xl/workbook.xml".into(), format!("<workbook><sheets>{names}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".into(), format!("<Relationships>{relations}</Relationships>")),
        (
            "xl/styles.xml".into(),
            format!(
                "<styleSheet><numFmts>{}</numFmts><cellXfs>{}</cellXfs></styleSheet>",
                codes.concat(),
                used.concat()
            ),
        ),
        ("_rels/.rels".into(), RELATIONS.into()),
        ("[Content_Types].xml".into(), "<Types/>".into()),
    ]);
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    packed(&parts)
}

/// The same as an open document.
pub fn ods(sheets: &[Sheet]) -> Vec<u8> {
    let mut content = String::new();
    for (n, sheet) in sheets.iter().enumerate() {
        let style = if sheet.is_hidden { r#" table:style-name="hidden""# } else { "" };
        write!(content, r#"<table:table table:name="表{n}"{style}>"#).unwrap();
        for (row, cells) in sheet.rows.iter().enumerate() {
            let hidden = if sheet.hidden_rows.contains(&row) { r#" table:visibility="collapse""# } else { "" };
            write!(content, "<table:table-row{hidden}>").unwrap();
            for (column, cell) in cells.iter().enumerate() {
                let at = (u16::try_from(row).unwrap(), u16::try_from(column).unwrap());
                let begins = sheet.merged.iter().find(|area| (area[0], area[1]) == at);
                let spans = begins.map_or(String::new(), |[top, left, bottom, right]| {
                    let (rows, columns) = (bottom - top + 1, right - left + 1);
                    format!(r#" table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}""#)
                });
                match cell {
                    Words("") => write!(content, "<table:table-cell/>"),
                    Words(words) => write!(
                        content,
                        r#"<table:table-cell office:value-type="string"{spans}><text:p>{words}</text:p></table:table-cell>"#
                    ),
                    Number(_, 1..=4) => write!(
                        content,
                        r#"<table:table-cell office:value-type="date" office:date-value="2021-09-30"><text:p>x</text:p></table:table-cell>"#
                    ),
                    Number(number, _) => write!(
                        content,
                        r#"<table:table-cell office:value-type="float" office:value="{number}"><text:p>x</text:p></table:table-cell>"#
                    ),
                    Formula(formula, Gives::Nothing) => {
                        write!(content, r#"<table:table-cell table:formula="of:={formula}"/>"#)
                    }
                    Formula(formula, Gives::NoWords) => write!(
                        content,
                        r#"<table:table-cell table:formula="of:={formula}" office:value-type="string" office:string-value="" calcext:value-type="string"><text:p></text:p></table:table-cell>"#
                    ),
                    Formula(formula, Gives::Error) => write!(
                        content,
                        r#"<table:table-cell table:formula="of:={formula}" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>"#
                    ),
                }
                .unwrap();
            }
            content.push_str("</table:table-row>");
        }
        // What programs write behind the last row.
        content.push_str(r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#);
    }
    let content = format!(
        r#"<office:document-content><office:automatic-styles><style:style style:name="hidden"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{content}</office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

/// The same as a workbook of before 2007; its texts stand in a record of their own, and go on in the next after some characters.
pub fn xls(sheets: &[Sheet]) -> Vec<u8> {
    fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
        let length = u16::try_from(bytes.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), bytes].concat()
    }
    let wide = |words: &str| words.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]);
    let end = record(0x000a, &[]);
    let mut texts: Vec<&str> = Vec::new();
    let mut streams: Vec<Vec<u8>> = Vec::new();
    for sheet in sheets {
        let mut stream = begin.clone();
        for (row, cells) in sheet.rows.iter().enumerate() {
            let row16 = u16::try_from(row).unwrap().to_le_bytes();
            let hidden = if sheet.hidden_rows.contains(&row) { 0x20 } else { 0 };
            stream.extend(record(0x0208, &[row16[0], row16[1], 0, 0, 9, 0, 0, 1, 0, 0, 0, 0, hidden, 0, 0, 0]));
            for (column, cell) in cells.iter().enumerate() {
                let column = u16::try_from(column).unwrap().to_le_bytes();
                let at = |format: usize| {
                    [&row16[..], &column[..], &u16::try_from(format).unwrap().to_le_bytes()[..]].concat()
                };
                match cell {
                    Words("") => stream.extend(record(0x0201, &at(0))),
                    Words(words) => {
                        let index = u32::try_from(texts.len()).unwrap();
                        texts.push(words);
                        stream.extend(record(0x00fd, &[&at(0)[..], &index.to_le_bytes()[..]].concat()));
                    }
                    Number(number, format) if number.fract() == 0.0 => {
                        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                        let short = (*number as u32) << 2 | 2;
                        stream.extend(record(0x027e, &[&at(*format)[..], &short.to_le_bytes()[..]].concat()));
                    }
                    Number(number, format) => {
                        stream.extend(record(0x0203, &[&at(*format)[..], &number.to_le_bytes()[..]].concat()));
                    }
                    Formula(_, gives) => {
                        let kind = if *gives == Gives::NoWords { 3 } else { 2 };
                        let value = [kind, 0, 0x17, 0, 0, 0, 0xff, 0xff];
                        stream.extend(record(0x0006, &[&at(0)[..], &value[..], &[0; 8][..]].concat()));
                    }
                }
            }
        }
        let mut merged = u16::try_from(sheet.merged.len()).unwrap().to_le_bytes().to_vec();
        for [top, left, bottom, right] in &sheet.merged {
            merged.extend([top, bottom, left, right].iter().flat_map(|side| side.to_le_bytes()));
        }
        stream.extend(record(0x00e5, &merged));
        stream.extend(&end);
        streams.push(stream);
    }
    let mut head = begin;
    for (id, code) in FORMATS.iter().filter(|(id, _)| *id > 163) {
        let count = u16::try_from(code.encode_utf16().count()).unwrap();
        head.extend(record(0x041e, &[&id.to_le_bytes()[..], &count.to_le_bytes()[..], &[1], &wide(code)].concat()));
    }
    for (id, _) in FORMATS {
        head.extend(record(0x00e0, &[&[0, 0][..], &id.to_le_bytes()[..], &[0; 16]].concat()));
    }
    let mut table = Vec::new();
    let mut all = vec![0_u8; 8];
    for words in texts {
        let count = u16::try_from(words.encode_utf16().count()).unwrap();
        let bytes = wide(words);
        let (first, rest) = bytes.split_at(if bytes.len() > 6 { 4 } else { bytes.len() });
        all.extend([&count.to_le_bytes()[..], &[1], first].concat());
        if !rest.is_empty() {
            table.push(std::mem::take(&mut all));
            all = [&[1], rest].concat();
        }
    }
    table.push(all);
    for (n, piece) in table.iter().enumerate() {
        head.extend(record(if n == 0 { 0x00fc } else { 0x003c }, piece));
    }
    let names: usize = (0..sheets.len()).map(|_| 4 + 8 + 2).sum();
    let mut start = head.len() + names + end.len();
    for (sheet, stream) in sheets.iter().zip(&streams) {
        let state = u8::from(sheet.is_hidden);
        let at = u32::try_from(start).unwrap().to_le_bytes();
        head.extend(record(0x0085, &[at[0], at[1], at[2], at[3], state, 0, 1, 1, b'a', 0]));
        start += stream.len();
    }
    head.extend(end);
    compound(&[("Workbook", &[head, streams.concat()].concat())])
}

/// Makes a workbook of sheets.
pub type Make = fn(&[Sheet]) -> Vec<u8>;

/// How each kind of workbook is made.
pub const MAKES: [(&str, Make); 3] = [("xlsx", xlsx), ("ods", ods), ("xls", xls)];

fn words<'a>(rows: &[&[&'a str]]) -> Vec<Vec<Is<'a>>> {
    rows.iter().map(|row| row.iter().map(|cell| Words(cell)).collect()).collect()
}

#[track_caller]
fn shows(name: &str, sheets: &[Sheet], text: &str, left_out: [usize; 5]) {
    for (kind, make) in MAKES {
        let brought = read(&make(sheets)).map(|brought| (brought.kind, brought.text, brought.left_out.counts()));
        assert_eq!(brought, Ok((Kind::Spreadsheet, text.to_owned(), left_out)), "{name}, {kind}");
    }
}

#[test]
fn the_sheet_with_the_tasks_is_found_by_the_names_of_its_columns() {
    let notes = || Sheet { rows: words(&[&["填表说明"], &["请如实填写"]]), ..Sheet::default() };
    let table = || Sheet {
        rows: words(&[&["序号", "重点任务", "责任单位"], &["1", "甲", "乙局"]]),
        ..Sheet::default()
    };
    let text = "序号\t重点任务\t责任单位\n1\t甲\t乙局";
    shows("alone", &[table()], text, [0; 5]);
    shows("behind another", &[notes(), Sheet::default(), table()], text, [0, 0, 0, 1, 0]);
    shows(
        "a hidden one is not meant",
        &[Sheet { is_hidden: true, ..table() }, table(), notes()],
        text,
        [0, 0, 0, 2, 0],
    );
    shows("none", &[notes()], "填表说明\n请如实填写", [0; 5]);
}

#[test]
fn merged_cells_titles_and_hidden_rows() {
    let rows = words(&[
        &["", "某市2021年任务分解表", "", "", ""],
        &["", "序号", "任务", "举措", "责任单位"],
        &["", "1", "甲", "乙", "丙局"],
        &["", "", "", "", "丁局"],
        &["", "2", "", "戊", "己局"],
        &["", "3", "庚", "辛", "壬局"],
    ]);
    let merged = vec![[0, 1, 0, 4], [2, 1, 3, 1], [2, 2, 4, 2], [2, 3, 3, 3]];
    let sheet = Sheet { rows, merged, hidden_rows: vec![5], is_hidden: false };
    let text = "某市2021年任务分解表\n序号\t任务\t举措\t责任单位\n1\t甲\t乙\t丙局、丁局\n2\t\t戊\t己局";
    shows("a table", &[sheet], text, [0, 0, 0, 0, 1]);
}

/// Rows of one merged task that have a number, or a time and a body, of their own are each a row: what is to be done is each one's.
#[test]
fn rows_of_a_merged_task_with_numbers_or_times_of_their_own_stay_apart() {
    let rows = words(&[
        &["序号", "重点任务", "责任单位", "完成时限"],
        &["1", "造林", "甲局", "6月"],
        &["2", "", "乙局", "7月"],
        &["3", "修路", "丙局", "8月"],
    ]);
    let sheet = Sheet { rows, merged: vec![[1, 1, 2, 1]], ..Sheet::default() };
    let text = "序号\t重点任务\t责任单位\t完成时限\n1\t造林\t甲局\t6月\n2\t造林\t乙局\t7月\n3\t修路\t丙局\t8月";
    shows("a table", &[sheet], text, [0; 5]);
    let rows = words(&[
        &["重点任务", "责任单位", "完成时限"],
        &["造林", "甲局", "6月"],
        &["", "乙局", "7月"],
        &["修路", "丙局", ""],
    ]);
    let sheet = Sheet { rows, merged: vec![[1, 0, 2, 0]], ..Sheet::default() };
    let text = "重点任务\t责任单位\t完成时限\n造林\t甲局\t6月\n造林\t乙局\t7月\n修路\t丙局\t";
    shows("a table without numbers", &[sheet], text, [0; 5]);
}

#[test]
fn numbers_are_shown_as_their_formats_say() {
    let head = vec![Words("序号"), Words("任务"), Words("完成时限")];
    let row = |format: usize| vec![Number(1.0, 0), Words("甲"), Number(44469.0, format)];
    let sheet = |format: usize| Sheet { rows: vec![head.clone(), row(format)], ..Sheet::default() };
    let dates = [(0, "44469"), (1, "2021年9月30日"), (2, "2021年9月"), (3, "2021年9月30日"), (4, "2021年9月")];
    for (format, shown) in dates {
        let text = format!("序号\t任务\t完成时限\n1\t甲\t{shown}");
        for (kind, make) in [("xlsx", xlsx as Make), ("xls", xls)] {
            assert_eq!(
                read(&make(&[sheet(format)])).map(|brought| brought.text).as_deref(),
                Ok(&*text),
                "{kind} {format}"
            );
        }
    }
    let ods = read(&ods(&[sheet(1)])).map(|brought| brought.text);
    assert_eq!(ods.as_deref(), Ok("序号\t任务\t完成时限\n1\t甲\t2021年9月30日"));
    let share = Sheet { rows: vec![vec![Words("甲"), Number(0.955, 5), Number(1.25, 0)]], ..Sheet::default() };
    for (kind, make) in [("xlsx", xlsx as Make), ("xls", xls)] {
        assert_eq!(
            read(&make(std::slice::from_ref(&share))).map(|b| b.text).as_deref(),
            Ok("甲\t95.5%\t1.25"),
            "{kind}"
        );
    }
}

/// A task: its title, its measures, who answers, and by when.
type Said = (String, Vec<String>, Vec<(String, Role)>, Vec<String>);

/// The tasks of a plan: the titles, the measures, who answers, and the deadlines.
fn tasks(plan: &Plan) -> Vec<Said> {
    let text = |span| plan.text(span).to_owned();
    let bodies = |task: &yaodian::domain::plan::Task| {
        let all = task.responsibilities.iter().flat_map(|one| &one.assigned);
        all.map(|one| match one.who {
            Assignee::Unit(unit) => (plan.units[unit].key.clone(), one.role),
            Assignee::Locality(_) | Assignee::Localities(_) | Assignee::Generic => (text(one.span), one.role),
        })
        .collect()
    };
    let task = |task: &yaodian::domain::plan::Task| {
        let measures = task.measures.iter().map(|measure| text(measure.span)).collect();
        let deadlines = task.deadlines.iter().map(|span| text(*span)).collect();
        (text(task.title), measures, bodies(task), deadlines)
    };
    plan.tasks.iter().map(task).collect()
}

#[test]
fn the_reader_reads_the_plan_in_any_order_of_columns() {
    let rows: [[Is; 6]; 3] = [
        [Words("序号"), Words("任务"), Words("举措"), Words("牵头单位"), Words("配合单位"), Words("完成时限")],
        [
            Number(1.0, 0),
            Words("推进教育"),
            Words("新建学校10所。"),
            Words("市教育局"),
            Words("市财政局、市住房城乡建设局"),
            Number(44469.0, 3),
        ],
        [
            Number(2.0, 0),
            Words("改善交通"),
            Words("新开公交线路5条。"),
            Words("市交通运输局"),
            Words("市公安局"),
            Words("2021年12月底"),
        ],
    ];
    let expected = |dates: bool| {
        let body = |name: &str, role| (name.to_owned(), role);
        let due = |date: &str| if dates { vec![date.to_owned()] } else { Vec::new() };
        vec![
            (
                "推进教育".to_owned(),
                vec!["新建学校10所。".to_owned()],
                vec![
                    body("市教育局", Role::Lead),
                    body("市财政局", Role::Support),
                    body("市住房城乡建设局", Role::Support),
                ],
                due("2021年9月30日"),
            ),
            (
                "改善交通".to_owned(),
                vec!["新开公交线路5条。".to_owned()],
                vec![body("市交通运输局", Role::Lead), body("市公安局", Role::Support)],
                due("2021年12月底"),
            ),
        ]
    };
    for order in [[0, 1, 2, 3, 4, 5], [0, 5, 3, 4, 1, 2], [3, 4, 1, 2, 5, 0], [5, 1, 4, 0, 2, 3], [1, 2, 4, 3, 0, 5]] {
        let title = vec![Words("某市2021年重点工作任务分解表")];
        let table = rows.iter().map(|row| order.iter().map(|at| row[*at]).collect());
        let sheet = Sheet { rows: std::iter::once(title).chain(table).collect(), ..Sheet::default() };
        for (kind, make) in MAKES {
            let text = read(&make(std::slice::from_ref(&sheet))).unwrap().text;
            let plan = yaodian::reader::read(&text).plan;
            let mut read = tasks(&plan);
            // Leading bodies may stand behind those that support them.
            for task in &mut read {
                task.2.sort_by_key(|(_, role)| *role != Role::Lead);
            }
            assert_eq!(read, expected(true), "{kind} {order:?}\n{text}");
            assert_eq!(plan.text(plan.meta.title), "某市2021年重点工作任务分解表", "{kind} {order:?}");
        }
    }
}
