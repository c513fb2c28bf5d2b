//! The sheet as a workbook: drop-downs for the answers, and nothing but the answers can be changed.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, FormatAlign, Formula, ProtectionOptions,
    RowNum, Workbook, Worksheet, XlsxError,
};

use super::{asked, cleaned, cleaned_organization, field_names, headings};
use crate::core::language::Language;
use crate::core::organization::{FieldValue, Organization, OrganizationField};
use crate::core::question_set::QuestionSet;
use crate::core::sheet::Timestamp;
use crate::messages::messages;
use crate::report::error::DocumentError;
use crate::report::xlsx::{ID_COLUMN, SET_COLUMN, Style, cell_text, height, properties, set_up_page};

/// Widths of the visible columns in characters: number, topic, question, answer, note.
const WIDTHS: [f64; 5] = [5.0, 16.0, 46.0, 22.0, 28.0];

/// The column of the answers, of the notes, of the first hidden one, and of the choices of the first set.
const ANSWER: u16 = 3;
const NOTE: u16 = 4;
const HIDDEN: u16 = 5;
const CHOICES: u16 = 7;

/// Writes a sheet with the fields about who answers as far as they are known; `time` is what the workbook names as its
/// date of making.
///
/// # Errors
///
/// The workbook could not be put together.
pub fn xlsx(
    checklist: &QuestionSet,
    diagnosis: &QuestionSet,
    organization: &Organization,
    language: Language,
    time: Timestamp,
) -> Result<Vec<u8>, DocumentError> {
    let file = &messages(language).report_file;
    let style = Style::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(file.sheet.title, "hoshitori", time));
    write_fields(workbook.add_worksheet().set_name(file.sheet.organization)?, organization, language, &style)?;
    let answers = workbook.add_worksheet().set_name(file.sheet_answers)?;
    let sets = [checklist, diagnosis].map(cleaned);
    write_questions(answers, &sets, language, &style)?;
    Ok(workbook.save_to_buffer()?)
}

fn protect(sheet: &mut Worksheet) {
    let options = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::default() };
    sheet.protect_with_options(&options);
}

/// The row of the first field about who answers, from 0.
const FIRST_FIELD: u32 = 3;

/// The first sheet: who answers.
fn write_fields(
    sheet: &mut Worksheet,
    organization: &Organization,
    language: Language,
    style: &Style,
) -> Result<(), XlsxError> {
    let words = messages(language);
    let file = &words.report_file;
    sheet.set_column_width(0, 24)?;
    sheet.set_column_width(1, 58)?;
    sheet.set_screen_gridlines(false);
    set_up_page(sheet, false);
    sheet.merge_range(0, 0, 0, 1, file.sheet.title, &style.title)?;
    sheet.set_row_height(0, 32)?;
    sheet.merge_range(1, 0, 1, 1, file.sheet.workbook_hint, &style.remark)?;
    sheet.set_row_height(1, 30)?;
    let mut row = FIRST_FIELD;
    for name in field_names(language) {
        sheet.write_string_with_format(row, 0, name, &style.label)?;
        sheet.write_blank(row, 1, &style.input)?;
        sheet.set_row_height(row, 26)?;
        row += 1;
    }
    let number = DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(0, 10_000_000))
        .set_error_title(file.sheet.wrong_title)?
        .set_error_message(file.sheet.wrong_employees)?;
    let organization = cleaned_organization(organization);
    for (row, field) in (FIRST_FIELD..).zip(OrganizationField::ALL) {
        match organization.get(field) {
            FieldValue::Text("") => {}
            FieldValue::Text(text) => {
                sheet.write_string_with_format(row, 1, cell_text(text, language), &style.input)?;
            }
            FieldValue::Count(count) => {
                sheet.add_data_validation(row, 1, row, 1, &number)?;
                if let Some(count) = count {
                    sheet.write_number_with_format(row, 1, count, &style.input)?;
                }
            }
        }
    }
    sheet.set_selection(FIRST_FIELD, 1, FIRST_FIELD, 1)?;
    sheet.merge_range(row + 1, 0, row + 1, 1, words.common.not_ipa, &style.remark)?;
    protect(sheet);
    Ok(())
}

/// The second sheet: the questions of both sets.
fn write_questions(
    sheet: &mut Worksheet,
    sets: &[QuestionSet; 2],
    language: Language,
    style: &Style,
) -> Result<(), XlsxError> {
    let file = &messages(language).report_file;
    let text = |text: &str| cell_text(text, language);
    let columns = [file.number, file.topic, file.question, file.answer, file.note, SET_COLUMN, ID_COLUMN];
    for (column, name) in (0..).zip(columns) {
        sheet.write_string_with_format(0, column, name, &style.column)?;
    }
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_row_height(0, 24)?;
    // A cell to be filled in is as high as its question needs and shows its answer in the middle.
    let answer = style.input.clone().set_bold().set_align(FormatAlign::VerticalCenter);
    // Filled, so that a hidden text does not reach over into the column beside it.
    let hidden = Format::new().set_align(FormatAlign::Fill);
    let mut row: RowNum = 0;
    for (set, choices) in sets.iter().zip(CHOICES..) {
        for (index, choice) in (0..).zip(&set.choices) {
            sheet.write_string(index, choices, text(&choice.label))?;
        }
        let validation = validation(set.choices.len(), choices, language)?;
        for (heading, question) in headings(set) {
            row += 1;
            if let Some(heading) = heading {
                write_heading(sheet, row, &text(heading), &style.part)?;
                row += 1;
            }
            let asked = text(asked(question));
            sheet.write_number_with_format(row, 0, question.number as f64, &style.number)?;
            sheet.write_string_with_format(row, 1, text(&question.topic), &style.text)?;
            sheet.write_string_with_format(row, 2, &asked, &style.text)?;
            sheet.write_blank(row, ANSWER, &answer)?;
            sheet.write_blank(row, NOTE, &style.input)?;
            sheet.write_string_with_format(row, HIDDEN, text(&set.id), &hidden)?;
            sheet.write_string_with_format(row, HIDDEN + 1, text(&question.id), &hidden)?;
            sheet.set_row_height(row, height(&asked, WIDTHS[2]).max(28.0))?;
            sheet.add_data_validation(row, ANSWER, row, ANSWER, &validation)?;
        }
    }
    for column in HIDDEN..CHOICES + 2 {
        sheet.set_column_hidden(column)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_print_area(0, 0, row, NOTE)?;
    sheet.set_selection(2, ANSWER, 2, ANSWER)?;
    set_up_page(sheet, false);
    protect(sheet);
    Ok(())
}

fn write_heading(sheet: &mut Worksheet, row: RowNum, heading: &str, format: &Format) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 0, heading, format)?;
    for column in 1..=NOTE {
        sheet.write_blank(row, column, format)?;
    }
    sheet.set_row_height(row, 22)?;
    Ok(())
}

/// A drop-down with the choices of a hidden column: a list inside the rule could not hold commas or long labels.
fn validation(count: usize, column: u16, language: Language) -> Result<DataValidation, XlsxError> {
    let words = &messages(language).report_file.sheet;
    let letter = char::from(b'A' + column as u8);
    let list = Formula::new(format!("=${letter}$1:${letter}${}", count.max(1)));
    DataValidation::new()
        .allow_list_formula(list)
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(words.wrong_title)?
        .set_error_message(words.wrong_answer)
}
