//! Workbooks: exported ones, and answer sheets that were filled in.

use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::ImportOptions;
use super::choices::normalized;
use super::table::{Heading, MAX_ROWS, Row, Sheets, no_answers};
use crate::core::assessment::{Assessment, Organization};
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::organization::{FieldValueMut, OrganizationField};
use crate::input::{Fault, Faults, FieldFault, ImportFault, Location, ValueType};
use crate::messages::messages;
use crate::messages::profile::is_employee_unit;

/// The most that all parts of a workbook may hold once unpacked, in bytes.
const MAX_UNPACKED_SIZE: u64 = 40 * 1024 * 1024;

/// The most parts that a workbook may have.
const MAX_PARTS: usize = 1000;

/// Columns beyond this one are ignored.
const MAX_COLUMNS: usize = 64;

/// Rows among which the heading row must stand.
const HEADING_WITHIN: u32 = 30;

/// Reads the answers of a workbook.
pub(super) fn read(bytes: &[u8], catalog: &Catalog, given: &ImportOptions) -> Result<Assessment, Vec<Fault>> {
    check_size(bytes).map_err(|fault| vec![fault])?;
    // The reader of workbooks meets whatever was sent. Should it panic over a broken file, the file is refused and the
    // program goes on.
    let tables = catch_unwind(AssertUnwindSafe(|| tables(bytes))).unwrap_or_else(|_| Err(unreadable()));
    let tables = tables.map_err(|fault| vec![fault])?;
    let mut sheets = Sheets::new(catalog, given);
    let mut organization = Organization::default();
    let mut has_answers = false;
    for table in &tables {
        let found = table.rows.iter().enumerate().find_map(|(place, (row, cells))| {
            if *row >= HEADING_WITHIN {
                return None;
            }
            Some((place, Heading::read(cells.iter().map(String::as_str))?))
        });
        let Some((place, heading)) = found else {
            read_fields(table, &mut organization, &sheets.faults);
            continue;
        };
        has_answers = true;
        for (row, cells) in &table.rows[place + 1..] {
            let location = |column: Option<usize>| table.location(*row, column);
            if !sheets.take(&heading, &Row { cells, location: &location }) {
                break;
            }
        }
    }
    if !has_answers {
        return Err(vec![no_answers()]);
    }
    sheets.finish(organization)
}

/// A worksheet: its rows that hold anything, with their places from 0.
struct Table {
    name: String,
    rows: Vec<(u32, Vec<String>)>,
}

impl Table {
    fn location(&self, row: u32, column: Option<usize>) -> Location {
        Location::Cell {
            sheet: (&self.name).into(),
            row: row.saturating_add(1),
            column: column.map(|column| letters(column).into()),
        }
    }
}

/// The letters of a column, from 0.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

fn unreadable() -> Fault {
    Fault::of_file(ImportFault::NotAWorkbook)
}

/// Unpacks every part once without keeping it, so that a small file cannot become a large one later.
fn check_size(bytes: &[u8]) -> Result<(), Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let too_large = || {
        let limit = MAX_UNPACKED_SIZE / (1024 * 1024);
        Fault::of_file(ImportFault::WorkbookTooLarge { limit })
    };
    if archive.len() > MAX_PARTS {
        return Err(too_large());
    }
    let mut left = MAX_UNPACKED_SIZE;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| unreadable())?;
        let holds_strings = part.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        let mut part = part.take(left + 1);
        let mut strings = Vec::new();
        let read = if holds_strings {
            part.read_to_end(&mut strings).map(|read| read as u64)
        } else {
            std::io::copy(&mut part, &mut std::io::sink())
        };
        left = left.checked_sub(read.map_err(|_| unreadable())?).ok_or_else(too_large)?;
        if announces_too_much(&strings) {
            return Err(unreadable());
        }
    }
    Ok(())
}

/// Whether a table of texts says that it holds more of them than it can. The reader makes room for as many as are
/// announced, and where there is not as much memory the program would end.
fn announces_too_much(strings: &[u8]) -> bool {
    const ANNOUNCED: &[u8] = b"uniqueCount";
    // Characters of other encodings, in which the number would not be found here. XML has neither of them.
    if strings.iter().any(|byte| matches!(byte, 0 | b'\x1b')) {
        return true;
    }
    memchr::memmem::find_iter(strings, ANNOUNCED).any(|place| {
        let behind = &strings[place + ANNOUNCED.len()..];
        let is_between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'' | b'+');
        let digits = behind.iter().skip_while(|byte| is_between(byte)).take_while(|byte| byte.is_ascii_digit());
        let number =
            digits.fold(0_usize, |number, digit| number.saturating_mul(10).saturating_add(usize::from(*digit - b'0')));
        // Each of them takes five bytes, if it is empty.
        number > strings.len() / 4
    })
}

/// All worksheets. Cells are read one after the other: a range would be as large as its corners are apart.
fn tables(bytes: &[u8]) -> Result<Vec<Table>, Fault> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut tables = Vec::new();
    for name in names {
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(|_| unreadable())?;
        let mut table = Table { name, rows: Vec::new() };
        while let Some(cell) = cells.next_cell().map_err(|_| unreadable())? {
            let (row, column) = cell.get_position();
            let text = text(cell.get_value());
            let column = column as usize;
            if text.is_empty() || column >= MAX_COLUMNS {
                continue;
            }
            if table.rows.last().is_none_or(|(last, _)| *last != row) {
                // One row more than is taken, so that there is a fault about too many.
                if table.rows.len() > MAX_ROWS + HEADING_WITHIN as usize {
                    break;
                }
                table.rows.push((row, Vec::new()));
            }
            if let Some((_, cells)) = table.rows.last_mut() {
                if cells.len() <= column {
                    cells.resize(column + 1, String::new());
                }
                cells[column] = text;
            }
        }
        tables.push(table);
    }
    Ok(tables)
}

/// What a cell shows.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(_) | DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Takes the fields about who answers: a name in the first column, its value in the second.
fn read_fields(table: &Table, organization: &mut Organization, faults: &Faults<'_>) {
    for (row, cells) in &table.rows {
        let [label, value, ..] = cells.as_slice() else { continue };
        let value = value.trim();
        let label = normalized(label);
        let field = OrganizationField::ALL.into_iter().find(|field| {
            Language::ALL.into_iter().any(|language| normalized(messages(language).profile.label(*field)) == label)
        });
        // An exported workbook says in words that there is no name.
        let is_unnamed = Language::ALL.into_iter().any(|language| messages(language).common.unnamed == value);
        let Some(field) = field.filter(|_| !value.is_empty() && !is_unnamed) else { continue };
        match organization.get_mut(field) {
            // Where a workbook names something twice, the first counts.
            FieldValueMut::Text(text) if text.is_empty() => value.clone_into(text),
            FieldValueMut::Text(_) => {}
            FieldValueMut::Count(known) => match count(value) {
                Some(count) => *known = Some(count),
                None => faults.push(not_a_count(table.location(*row, Some(1)), &label, value)),
            },
        }
    }
}

/// A number of people such as `24`, `24人` or `２４`.
fn count(value: &str) -> Option<u32> {
    let folded = normalized(value).replace(',', "");
    let digits = folded.trim_end_matches(is_employee_unit).trim();
    digits.strip_suffix(".0").unwrap_or(digits).parse().ok()
}

fn not_a_count(location: Location, label: &str, value: &str) -> Fault {
    let fault = FieldFault::Malformed { key: label.into(), found: value.into(), wanted: ValueType::Count };
    Fault::new(location, fault)
}
