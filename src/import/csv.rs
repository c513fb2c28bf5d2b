//! Tables of comma-separated values: UTF-8 with or without byte order mark, or `Shift_JIS` as Japanese Excel saves it.

use std::borrow::Cow;

use super::table::{Heading, Row, Sheets, no_answers};
use super::{Given, ImportFault, Spot};
use crate::core::assessment::{Assessment, Organization};
use crate::core::catalog::Catalog;
use crate::text::unguarded;

/// Reads a table of answers.
pub(super) fn read(bytes: &[u8], catalog: &Catalog, given: &Given) -> Result<Assessment, Vec<ImportFault>> {
    let text = decoded(bytes).map_err(|fault| vec![fault])?;
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
                sheets.faults.push(ImportFault::new(
                    Spot::Line { line, column: None },
                    "表として読めません。",
                    "this line cannot be read as a table.",
                ));
                break;
            }
        };
        let line = record.position().map_or(0, ::csv::Position::line);
        let cells: Vec<String> = record.iter().map(|field| unguarded(field).to_owned()).collect();
        if let Some((heading, names)) = &heading {
            let spot = |column: Option<usize>| Spot::Line {
                line,
                column: column.and_then(|column| names.get(column)).cloned(),
            };
            if !sheets.take(heading, &Row { cells: &cells, spot: &spot }) {
                break;
            }
        } else if cells.iter().any(|cell| !cell.trim().is_empty()) {
            let found = Heading::read(cells.iter().map(String::as_str)).ok_or_else(|| vec![no_answers()])?;
            heading = Some((found, cells));
        }
    }
    sheets.finish(Organization::default())
}

/// The text of a table.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, ImportFault> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ImportFault::of_file(
            "文字コードがUTF-16です。UTF-8（またはShift_JIS）のCSVで保存し直してください。",
            "the encoding is UTF-16; save the file as CSV in UTF-8 (or Shift_JIS).",
        ));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(ImportFault::of_file(
            "CSVではありません（NUL文字があります）。",
            "this is no CSV file: it holds NUL characters.",
        ));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(_) => encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes).ok_or_else(|| {
            ImportFault::of_file(
                "文字コードがわかりません。UTF-8かShift_JISのCSVで保存し直してください。",
                "the encoding is neither UTF-8 nor Shift_JIS; save the file as CSV in UTF-8.",
            )
        }),
    }
}

/// What stands between the fields: a comma, unless the first line has none but a tab or a semicolon.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    [b',', b'\t', b';'].into_iter().find(|delimiter| first.as_bytes().contains(delimiter)).unwrap_or(b',')
}
