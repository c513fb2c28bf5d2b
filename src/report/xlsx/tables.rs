//! The sheets of all answers and of the plan.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ColNum, ExcelDateTime, Format, RowNum, Worksheet, XlsxError};

use super::{ID_COLUMN, MOMENT_COLUMN, SET_COLUMN, Style, cell_text, height, set_up_page};
use crate::appearance::UNICODE;
use crate::core::language::Language;
use crate::messages::messages;
use crate::report::content::Report;

/// A table that is written row by row.
struct Table<'a> {
    sheet: &'a mut Worksheet,
    style: &'a Style,
    language: Language,
    widths: Vec<f64>,
    row: RowNum,
    height: f64,
}

impl<'a> Table<'a> {
    /// Begins a table with its header row: names with column widths in characters.
    fn new(
        sheet: &'a mut Worksheet,
        columns: &[(&str, f64)],
        language: Language,
        style: &'a Style,
    ) -> Result<Self, XlsxError> {
        sheet.set_row_height(0, 24)?;
        for (column, (name, width)) in columns.iter().enumerate() {
            sheet.write_string_with_format(0, column as ColNum, *name, &style.column)?;
            sheet.set_column_width(column as ColNum, *width)?;
        }
        let widths = columns.iter().map(|(_, width)| *width).collect();
        Ok(Self { sheet, style, language, widths, row: 0, height: 0.0 })
    }

    /// Begins the next row.
    fn next(&mut self) {
        self.row += 1;
        self.height = 0.0;
    }

    /// Writes a text and makes the row high enough for it.
    fn text(&mut self, column: ColNum, text: &str, format: &Format) -> Result<(), XlsxError> {
        let height = height(text, self.widths[usize::from(column)]);
        if height > self.height {
            self.height = height;
            self.sheet.set_row_height(self.row, height)?;
        }
        self.sheet.write_string_with_format(self.row, column, cell_text(text, self.language), format)?;
        Ok(())
    }

    /// Writes texts into adjacent columns.
    fn texts<'t>(&mut self, first: ColNum, texts: impl IntoIterator<Item = &'t str>) -> Result<(), XlsxError> {
        for (column, text) in (first..).zip(texts) {
            self.text(column, text, &self.style.text)?;
        }
        Ok(())
    }

    fn number(&mut self, column: ColNum, number: f64) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(self.row, column, number, &self.style.number)?;
        Ok(())
    }

    /// Sets up what every long table has: a header row that is frozen and repeated on every page, a filter, landscape A4. The
    /// first `frozen` columns are frozen as well.
    fn finish(self, frozen: ColNum) -> Result<(), XlsxError> {
        let last_column = self.widths.len() as ColNum - 1;
        self.sheet.autofilter(0, 0, self.row.max(1), last_column)?;
        self.sheet.set_freeze_panes(1, frozen)?;
        self.sheet.set_repeat_rows(0, 0)?;
        set_up_page(self.sheet, true);
        Ok(())
    }
}

/// Every question of both sheets. Hidden columns hold the ids by which an import finds the questions again.
pub(super) fn write_answers(sheet: &mut Worksheet, report: &Report, style: &Style) -> Result<(), XlsxError> {
    let words = messages(report.language);
    let file = &words.report_file;
    let columns = [
        (file.number, 5.0),
        (file.category, 16.0),
        (file.topic, 15.0),
        (file.question, 42.0),
        (file.answer, 19.0),
        (file.points, 8.0),
        (file.note, 26.0),
        (file.evidence, 16.0),
        (file.flag, 9.0),
        (file.answered_on, 13.0),
        (words.benchmark.others, 11.0),
        (SET_COLUMN, 10.0),
        (ID_COLUMN, 10.0),
        (MOMENT_COLUMN, 10.0),
    ];
    let mut table = Table::new(sheet, &columns, report.language, style)?;
    for part in [&report.checklist, &report.diagnosis] {
        for answer in &part.answers {
            table.next();
            let category = if answer.category.is_empty() { &part.title } else { &answer.category };
            let said = format!("{} {}", UNICODE.mark(answer.tone), answer.answer);
            let day = answer.answered_at.get(..10).unwrap_or_default();
            let flag = if answer.is_flagged { file.flagged } else { "" };
            table.number(0, answer.number as f64)?;
            table.texts(1, [category.as_str(), &answer.topic, &answer.question])?;
            table.text(4, &said, style.answer(answer.tone))?;
            match answer.points {
                Some(points) => table.number(5, f64::from(points))?,
                None => table.text(5, "", &style.text)?,
            }
            table.texts(6, [answer.note.as_str(), &answer.evidence, flag, day, &answer.others])?;
            for (column, hidden) in (11..).zip([&part.set, &answer.question_id, &answer.answered_at]) {
                table.sheet.write_string_with_format(table.row, column, hidden, &style.text)?;
            }
        }
    }
    for column in 11..14 {
        table.sheet.set_column_hidden(column)?;
    }
    table.finish(3)
}

/// The remediation plan in its recommended order.
pub(super) fn write_plan(sheet: &mut Worksheet, report: &Report, style: &Style) -> Result<(), XlsxError> {
    let words = messages(report.language);
    let file = &words.report_file;
    let columns = [
        (file.order, 7.0),
        (file.number, 5.0),
        (file.topic, 15.0),
        (file.category, 16.0),
        (file.answer, 19.0),
        (file.gain, 7.0),
        (file.first_step, 34.0),
        (file.fuller_measure, 34.0),
        (words.plan.owner, 12.0),
        (words.plan.due, 11.5),
        (words.plan.state_label, 13.0),
        (words.plan.note, 20.0),
    ];
    let mut table = Table::new(sheet, &columns, report.language, style)?;
    for (index, item) in report.plan.iter().enumerate() {
        table.next();
        table.number(0, index as f64 + 1.0)?;
        table.number(1, item.number as f64)?;
        table.texts(2, [item.topic.as_str(), &item.category])?;
        table.text(4, &format!("{} {}", UNICODE.mark(item.tone), item.answer), style.answer(item.tone))?;
        table.number(5, f64::from(item.gain))?;
        table.texts(6, [item.first_step.as_str(), &item.fuller_measure, &item.owner])?;
        match item.due.and_then(excel_date) {
            Some(due) => {
                table.sheet.write_datetime_with_format(table.row, 9, &due, &style.date)?;
            }
            None => table.text(9, &item.due_text, &style.text)?,
        }
        table.texts(10, [item.state_text.as_str(), &item.note])?;
    }
    if report.plan.is_empty() {
        table.next();
        table.text(6, words.plan.empty, &style.text)?;
    }
    table.finish(3)
}

/// A date as a workbook stores it; `None` if it is out of range.
fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    ExcelDateTime::from_ymd(u16::try_from(date.year()).ok()?, date.month() as u8, date.day() as u8).ok()
}
