//! Tables as the sheets of a workbook.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::base::{Base, NAME};
use super::cells::clean;
use super::columns::Column;
use super::fit::{height, loosened, width};
use super::form::{Order, Unwritten};
use super::names::unique;
use super::round::{BETWEEN, SAME};
use super::table::{Cell, Table};
use super::values::TICK;
use crate::domain::calendar::{date, parse_iso_date};
use crate::domain::field::Field;
use crate::domain::plan::Plan;

/// The name under which a workbook has the mark of the plan, as a document property and as a defined name.
pub const PROPERTY: &str = "yaodian_plan";
/// The font that offices set such tables in.
const FONT: &str = "宋体";
/// The number of A4 among the sizes of paper.
const A4: u8 = 9;
/// The longest title among the properties of a file, in characters.
const LONGEST_TITLE: usize = 120;
/// The most rows of a sheet that a form may have: more than are read again.
const MOST_ROWS: usize = 19_000;
/// The most cells of a workbook, for the same reason.
const MOST_CELLS: usize = 380_000;

/// A workbook of these tables.
pub fn workbook(plan: &Plan, order: &Order, tables: &[Table], base: &Base) -> Result<Vec<u8>, Unwritten> {
    if tables.is_empty() {
        return Err(Unwritten::Nothing);
    }
    let cells: usize = tables.iter().map(|table| table.rows.len() * table.columns.len()).sum();
    if tables.iter().any(|table| table.rows.len() > MOST_ROWS) || cells + 3 * base.said.len() > MOST_CELLS {
        return Err(Unwritten::TooMuch);
    }
    // What the library refuses is beyond what a workbook can have: all else was made fit before.
    write(plan, order, tables, base).map_err(|_| Unwritten::TooMuch)
}

fn write(plan: &Plan, order: &Order, tables: &[Table], base: &Base) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (year, month, day) = date(order.made);
    let number = |number: u64| u16::try_from(number).unwrap_or_default();
    let made = ExcelDateTime::from_ymd(number(year), small(month), small(day))?;
    let properties = DocProperties::new()
        .set_title(tables[0].title.chars().take(LONGEST_TITLE).collect::<String>())
        .set_creation_datetime(&made)
        .set_custom_property(PROPERTY, base.mark.as_str());
    workbook.set_properties(&properties);
    let names = unique(tables.iter().map(|table| table.name.as_str()), NAME);
    let formats = Formats::new();
    for (table, name) in tables.iter().zip(&names) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        draw(sheet, table, &formats)?;
    }
    for (n, rows) in (1..).zip(base.sheets()) {
        let hidden = workbook.add_worksheet();
        let name = if n == 1 { NAME.to_owned() } else { format!("{NAME}{n}") };
        hidden.set_name(name)?.set_hidden(true);
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                hidden.write_string(row, column, text)?;
            }
        }
    }
    workbook.define_name(PROPERTY, &format!("=\"{} {}\"", plan.id, plan.fingerprint()))?;
    workbook.save_to_buffer().map(loosened)
}

fn small(number: u64) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

/// How a day looks.
const DAY: &str = "yyyy-mm-dd";

/// How cells look.
struct Formats {
    mark: Format,
    title: Format,
    facts: Format,
    how: Format,
    head: Format,
    open_head: Format,
    id: Format,
    plain: Format,
    given: Format,
    open: Format,
    day: Format,
    plain_day: Format,
    given_day: Format,
    tick: Format,
}

impl Formats {
    fn new() -> Self {
        let font = Format::new().set_font_name(FONT).set_font_size(10).set_text_wrap();
        let grey = Color::RGB(0x00F2_F2F2);
        let faint = Color::RGB(0x0080_8080);
        let cell = font.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        let open = cell.clone().set_unlocked();
        let head = cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0x00D9_D9D9));
        Self {
            mark: Format::new().set_font_size(6).set_font_color(faint).set_align(FormatAlign::Top),
            title: font.clone().set_font_size(16).set_bold().set_align(FormatAlign::Center),
            facts: font.clone().set_align(FormatAlign::VerticalCenter),
            how: font.set_font_color(faint).set_align(FormatAlign::VerticalCenter),
            open_head: head.clone().set_background_color(Color::RGB(0x00FF_FFFF)),
            head,
            id: cell.clone().set_font_size(7).set_font_color(faint).set_background_color(grey).set_num_format("@"),
            plain_day: cell.clone().set_num_format(DAY),
            plain: cell.clone(),
            given_day: cell.clone().set_background_color(grey).set_num_format(DAY),
            given: cell.set_background_color(grey),
            day: open.clone().set_num_format(DAY).set_align(FormatAlign::Center),
            tick: open.clone().set_align(FormatAlign::Center),
            open,
        }
    }

    /// The format of a cell of a table.
    fn of(&self, table: &Table, column: Column, cell: &Cell) -> &Format {
        match column {
            Column::Id => &self.id,
            Column::Due if parse_iso_date(&cell.text).is_some() => {
                if table.filling {
                    &self.given_day
                } else {
                    &self.plain_day
                }
            }
            _ if !table.filling => &self.plain,
            Column::Said(Field::Date) if cell.open => &self.day,
            SAME if cell.open => &self.tick,
            _ if cell.open => &self.open,
            _ => &self.given,
        }
    }
}

fn draw(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    let last = u16::try_from(table.columns.len() - 1).unwrap_or_default();
    sheet.write_string_with_format(0, 0, &table.mark, &formats.mark)?;
    sheet.write_string_with_format(1, 0, clean(&table.key), &formats.mark)?;
    sheet.merge_range(0, 1, 0, last, &clean(&table.title), &formats.title)?;
    sheet.set_row_height(0, 30)?;
    sheet.merge_range(1, 1, 1, last, &clean(&table.particulars.join(BETWEEN)), &formats.facts)?;
    sheet.set_row_height(1, 20)?;
    let mut head = 2;
    if table.filling {
        if let Some(round) = &table.round {
            sheet.write_string_with_format(2, 0, round.id.to_string(), &formats.mark)?;
        }
        sheet.merge_range(2, 1, 2, last, &table.how, &formats.how)?;
        head = 3;
    }
    let mut widths = Vec::new();
    for ((place, words), column) in (0..).zip(table.heads()).zip(&table.columns) {
        let format = if table.filling && column.is_open() { &formats.open_head } else { &formats.head };
        sheet.write_string_with_format(head, place, &words, format)?;
        let wide = width(table, usize::from(place), &words);
        sheet.set_column_width(place, wide)?;
        widths.push(wide);
    }
    sheet.set_row_height(head, 32)?;
    let mut behind = head;
    for row in &table.rows {
        behind += 1;
        sheet.set_row_height(behind, height(&row.cells, &widths))?;
        for ((place, cell), column) in (0..).zip(&row.cells).zip(&table.columns) {
            put(sheet, (behind, place), cell, *column, formats.of(table, *column, cell))?;
        }
    }
    if table.filling {
        protect(sheet, table, head + 1, behind)?;
    }
    sheet.autofilter(head, 0, behind, last)?;
    sheet.set_freeze_panes(head + 1, 0)?;
    sheet.set_repeat_rows(head, head)?;
    sheet.set_print_area(0, 1, behind, last)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
    sheet.set_footer(["&C", table.words.page].concat());
    Ok(())
}

/// Writes a cell: a day as a date, a number as a number, all else as text, which no program takes as a formula.
fn put(sheet: &mut Worksheet, at: (u32, u16), cell: &Cell, column: Column, format: &Format) -> Result<(), XlsxError> {
    let (row, place) = at;
    if cell.text.is_empty() {
        sheet.write_blank(row, place, format)?;
        return Ok(());
    }
    match column {
        Column::Said(Field::Date) | Column::Due => {
            if let Some((year, month, day)) = parse_iso_date(&cell.text)
                && let Ok(day) =
                    ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or_default(), small(month), small(day))
            {
                sheet.write_datetime_with_format(row, place, &day, format)?;
                return Ok(());
            }
        }
        Column::Said(Field::Actual(_)) => {
            // Only what is spelled as the program would spell it: 007 and 1.50 stay as they were typed.
            let number = cell.text.parse::<f64>().ok().filter(|number| number.to_string() == cell.text);
            if let Some(number) = number.filter(|_| cell.text.len() <= 15) {
                sheet.write_number_with_format(row, place, number, format)?;
                return Ok(());
            }
        }
        _ => {}
    }
    sheet.write_string_with_format(row, place, &cell.text, format)?;
    Ok(())
}

/// Locks what is not to be filled in, without a password, and offers the statuses, and a tick for what is as before.
fn protect(sheet: &mut Worksheet, table: &Table, first: u32, last: u32) -> Result<(), XlsxError> {
    let options = ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    };
    sheet.protect_with_options(&options);
    let statuses = table.words.statuses_of(table.party);
    for (column, offered) in [(Column::Said(Field::Status), &statuses[..]), (SAME, &[TICK])] {
        let place = table.columns.iter().position(|other| *other == column);
        if let Some(place) = place.and_then(|place| u16::try_from(place).ok()) {
            // Other words are warned of and let in: they are understood or listed when the form comes back.
            let offered =
                DataValidation::new().allow_list_strings(offered)?.set_error_style(DataValidationErrorStyle::Warning);
            sheet.add_data_validation(first, place, last, place, &offered)?;
        }
    }
    Ok(())
}
