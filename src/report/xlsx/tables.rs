//! The sheets of all answers and of the plan.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ColNum, ExcelDateTime, RowNum, Worksheet, XlsxError};

use super::super::content::{Report, ReportSheet};
use super::{ID_COLUMN, SET_COLUMN, Style, cell_text, set_up_page};
use crate::appearance::UNICODE;
use crate::messages::messages;

/// Writes the heading row of a table: names with widths in characters.
fn write_head(sheet: &mut Worksheet, columns: &[(&str, f64)], style: &Style) -> Result<ColNum, XlsxError> {
    sheet.set_row_height(0, 24)?;
    for (column, (name, width)) in columns.iter().enumerate() {
        sheet.write_string_with_format(0, column as ColNum, *name, &style.column)?;
        sheet.set_column_width(column as ColNum, *width)?;
    }
    Ok(columns.len() as ColNum - 1)
}

/// What every long table has: a heading row that stays in sight and on every page, a filter, landscape A4.
fn finish(sheet: &mut Worksheet, last_row: RowNum, last_column: ColNum, frozen: ColNum) -> Result<(), XlsxError> {
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, frozen)?;
    sheet.set_repeat_rows(0, 0)?;
    set_up_page(sheet, true);
    Ok(())
}

/// Every question of both sheets. Set and id stand in hidden columns, by which an import finds the question again.
pub(super) fn write_answers(sheet: &mut Worksheet, report: &Report, style: &Style) -> Result<(), XlsxError> {
    let file = &messages(report.language).report_file;
    let columns = [
        (file.number, 6.0),
        (file.category, 19.0),
        (file.topic, 17.0),
        (file.question, 46.0),
        (file.answer, 21.0),
        (file.points, 7.0),
        (file.note, 30.0),
        (file.evidence, 22.0),
        (file.flag, 9.0),
        (file.answered_at, 17.0),
        (SET_COLUMN, 10.0),
        (ID_COLUMN, 10.0),
    ];
    let last_column = write_head(sheet, &columns, style)?;
    let mut row = 1;
    for part in [&report.checklist, &report.diagnosis] {
        row = write_sheet(sheet, row, part, report, style)?;
    }
    sheet.set_column_hidden(last_column - 1)?;
    sheet.set_column_hidden(last_column)?;
    finish(sheet, row.saturating_sub(1).max(1), last_column, 3)
}

fn write_sheet(
    sheet: &mut Worksheet,
    first: RowNum,
    part: &ReportSheet,
    report: &Report,
    style: &Style,
) -> Result<RowNum, XlsxError> {
    let file = &messages(report.language).report_file;
    let text = |text: &str| cell_text(text, report.language);
    let mut row = first;
    for answer in &part.answers {
        let category = if answer.category.is_empty() { &part.title } else { &answer.category };
        let said = format!("{} {}", UNICODE.mark(answer.tone), answer.answer);
        sheet.write_number_with_format(row, 0, answer.number as f64, &style.number)?;
        sheet.write_string_with_format(row, 1, text(category), &style.text)?;
        sheet.write_string_with_format(row, 2, text(&answer.topic), &style.text)?;
        sheet.write_string_with_format(row, 3, text(&answer.question), &style.text)?;
        sheet.write_string_with_format(row, 4, text(&said), style.answer(answer.tone))?;
        match answer.points {
            Some(points) => sheet.write_number_with_format(row, 5, points, &style.number)?,
            None => sheet.write_blank(row, 5, &style.number)?,
        };
        sheet.write_string_with_format(row, 6, text(&answer.note), &style.text)?;
        sheet.write_string_with_format(row, 7, text(&answer.evidence), &style.text)?;
        let flag = if answer.is_flagged { file.flagged } else { "" };
        sheet.write_string_with_format(row, 8, flag, &style.text)?;
        sheet.write_string_with_format(row, 9, text(&answer.answered_at), &style.text)?;
        sheet.write_string_with_format(row, 10, text(&part.set), &style.text)?;
        sheet.write_string_with_format(row, 11, text(&answer.question_id), &style.text)?;
        row += 1;
    }
    Ok(row)
}

/// The plan in the order in which to do it.
pub(super) fn write_plan(sheet: &mut Worksheet, report: &Report, style: &Style) -> Result<(), XlsxError> {
    let words = messages(report.language);
    let file = &words.report_file;
    let columns = [
        (file.order, 6.0),
        (file.number, 6.0),
        (file.topic, 17.0),
        (file.category, 19.0),
        (file.answer, 19.0),
        (file.gain, 7.0),
        (file.first_step, 40.0),
        (file.fuller_measure, 40.0),
        (words.plan.owner, 14.0),
        (words.plan.due, 12.0),
        (words.plan.state_label, 15.0),
        (words.plan.note, 24.0),
    ];
    let last_column = write_head(sheet, &columns, style)?;
    let text = |text: &str| cell_text(text, report.language);
    for (index, item) in report.plan.iter().enumerate() {
        let row = index as RowNum + 1;
        let said = format!("{} {}", UNICODE.mark(item.tone), item.answer);
        sheet.write_number_with_format(row, 0, index as f64 + 1.0, &style.number)?;
        sheet.write_number_with_format(row, 1, item.number as f64, &style.number)?;
        sheet.write_string_with_format(row, 2, text(&item.topic), &style.text)?;
        sheet.write_string_with_format(row, 3, text(&item.category), &style.text)?;
        sheet.write_string_with_format(row, 4, text(&said), style.answer(item.tone))?;
        sheet.write_number_with_format(row, 5, item.gain, &style.number)?;
        sheet.write_string_with_format(row, 6, text(&item.first_step), &style.text)?;
        sheet.write_string_with_format(row, 7, text(&item.fuller_measure), &style.text)?;
        sheet.write_string_with_format(row, 8, text(&item.owner), &style.text)?;
        match item.due.and_then(excel_date) {
            Some(due) => sheet.write_datetime_with_format(row, 9, &due, &style.date)?,
            None => sheet.write_string_with_format(row, 9, &item.due_text, &style.text)?,
        };
        sheet.write_string_with_format(row, 10, text(&item.state_text), &style.text)?;
        sheet.write_string_with_format(row, 11, text(&item.note), &style.text)?;
    }
    if report.plan.is_empty() {
        sheet.write_string_with_format(1, 2, words.plan.empty, &style.remark)?;
    }
    finish(sheet, report.plan.len().max(1) as RowNum, last_column, 3)
}

/// A date as workbooks have it; `None` where they have none.
fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    ExcelDateTime::from_ymd(u16::try_from(date.year()).ok()?, date.month() as u8, date.day() as u8).ok()
}
