//! The report as a workbook for people: a summary with charts, all answers, the plan.

mod style;
mod summary;
mod tables;

use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use super::content::Report;
use super::error::DocumentError;
use crate::core::language::Language;
use crate::core::sheet::Timestamp;
use crate::messages::messages;
use crate::text::width;

pub(super) use style::{FONT, Style};

/// The number of paper size A4 in workbooks.
const A4: u8 = 9;

/// The most UTF-16 units that a cell can hold.
const MAX_CELL_LEN: usize = 32_767;

/// Height of a line of text in points.
const LINE_HEIGHT: f64 = 18.0;

/// The most lines that a row shows. Spreadsheets scroll by whole rows, so a row higher than the window could not be read.
const MAX_LINES: f64 = 20.0;

/// The header of the hidden column with the id of the question set, which an import looks for.
pub(crate) const SET_COLUMN: &str = "set";

/// The header of the hidden column with the id of the question, which an import looks for.
pub(crate) const ID_COLUMN: &str = "id";

/// The header of the hidden column with the time of the answer, which an import looks for.
pub(crate) const MOMENT_COLUMN: &str = "answered_at";

/// Writes a report as a workbook.
///
/// # Errors
///
/// The workbook cannot be written.
pub fn xlsx(report: &Report) -> Result<Vec<u8>, DocumentError> {
    let file = &messages(report.language).report_file;
    let style = Style::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&report.title, &report.organization, report.changed_at));
    summary::write(workbook.add_worksheet().set_name(file.sheet_summary)?, file.sheet_summary, report, &style)?;
    tables::write_answers(workbook.add_worksheet().set_name(file.sheet_answers)?, report, &style)?;
    tables::write_plan(workbook.add_worksheet().set_name(file.sheet_plan)?, report, &style)?;
    Ok(workbook.save_to_buffer()?)
}

/// The metadata of the workbook. The time is given, so that the same report makes the same file.
pub(super) fn properties(title: &str, author: &str, time: Timestamp) -> DocProperties {
    let properties = DocProperties::new().set_title(short(title)).set_author(short(author)).set_comment("hoshitori");
    let day = ExcelDateTime::from_ymd(time.year().clamp(1900, 9999) as u16, time.month() as u8, time.day() as u8);
    match day {
        Ok(day) => properties.set_creation_datetime(&day),
        Err(_) => properties,
    }
}

fn short(text: &str) -> String {
    text.chars().take(200).collect()
}

/// Sets up printing: A4, scaled to the width of the page, with page numbers.
pub(super) fn set_up_page(sheet: &mut Worksheet, is_landscape: bool) {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.35);
    sheet.set_footer("&R&8&P / &N").set_print_center_horizontally(true);
    if is_landscape {
        sheet.set_landscape();
    }
}

/// The height in points of a cell with a text, in a column of this width in characters. Spreadsheets never fit the height of
/// merged cells when they open a file, and not always that of others.
pub(super) fn height(text: &str, column_width: f64) -> f64 {
    let room = (column_width - 2.0).max(1.0);
    let lines: f64 = text.lines().map(|line| (width(line) as f64 / room).ceil().max(1.0)).sum();
    LINE_HEIGHT * lines.clamp(1.0, MAX_LINES)
}

/// A text as a cell can hold it: truncated with a mark if it is too long.
pub(super) fn cell_text(text: &str, language: Language) -> String {
    if text.encode_utf16().count() <= MAX_CELL_LEN {
        return text.to_owned();
    }
    let mark = messages(language).report_file.cut;
    let room = MAX_CELL_LEN - mark.encode_utf16().count();
    let mut length = 0;
    let mut kept: String = text
        .chars()
        .take_while(|character| {
            length += character.len_utf16();
            length <= room
        })
        .collect();
    kept.push_str(mark);
    kept
}
