//! Tables of comma-separated values: UTF-8 with or without byte order mark, or `Shift_JIS` as Japanese Excel saves it.

use super::ImportOptions;
use super::table::{Heading, Row, Sheets, no_answers};
use crate::core::assessment::{Assessment, Organization};
use crate::core::catalog::Catalog;
use crate::input::encoding::decode_table;
use crate::input::{Fault, ImportFault, Location, Quoted};
use crate::text::unguarded;

/// Reads a table of answers.
pub(super) fn read(bytes: &[u8], catalog: &Catalog, given: &ImportOptions) -> Result<Assessment, Vec<Fault>> {
    let text = decode_table(bytes).map_err(|fault| vec![fault])?;
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut sheets = Sheets::new(catalog, given);
    let mut heading: Option<(Heading, Vec<String>)> = None;
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, ::csv::Position::line);
                sheets.faults.push(Fault::new(Location::Row { line, column: None }, ImportFault::NotATable));
                break;
            }
        };
        let line = record.position().map_or(0, ::csv::Position::line);
        let cells: Vec<String> = record.iter().map(|field| unguarded(field).to_owned()).collect();
        if let Some((heading, names)) = &heading {
            let location = |column: Option<usize>| Location::Row {
                line,
                column: column.and_then(|column| names.get(column)).map(Quoted::from),
            };
            if !sheets.take(heading, &Row { cells: &cells, location: &location }) {
                break;
            }
        } else if cells.iter().any(|cell| !cell.trim().is_empty()) {
            let found = Heading::read(cells.iter().map(String::as_str)).ok_or_else(|| vec![no_answers()])?;
            heading = Some((found, cells));
        }
    }
    sheets.finish(Organization::default())
}

/// What stands between the fields: a comma, unless the first line has none but a tab or a semicolon.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    [b',', b'\t', b';'].into_iter().find(|delimiter| first.as_bytes().contains(delimiter)).unwrap_or(b',')
}
