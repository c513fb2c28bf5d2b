//! Faults of a file that is to be imported: where, what is wrong, what to do.

use crate::core::language::Language;
use crate::text::{clean, cut};

/// Longest piece of a file that a fault repeats, in terminal cells.
const MAX_QUOTED_LEN: usize = 40;

/// Where a fault is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A line of a text file, from 1, with the name of a column where it is about one.
    Line {
        /// The line on which the record begins, from 1.
        line: u64,
        /// Name of the column.
        column: Option<String>,
    },
    /// A place in a workbook.
    Cell {
        /// Name of the worksheet.
        sheet: String,
        /// The row as spreadsheets show it, from 1.
        row: u64,
        /// The column as spreadsheets show it, such as `D`.
        column: Option<String>,
    },
    /// A field of a JSON document, such as `diagnosis.answers[3].answer`.
    Field(String),
}

/// A fault of a file that is to be imported, told in both languages. What it repeats of the file is cleaned and cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFault {
    /// Where.
    pub spot: Spot,
    /// What is wrong and what to do, in Japanese.
    pub ja: String,
    /// What is wrong and what to do, in English.
    pub en: String,
}

impl ImportFault {
    /// A fault at a place.
    pub fn new(spot: Spot, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { spot, ja: ja.into(), en: en.into() }
    }

    /// A fault of the file as a whole.
    pub fn of_file(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(Spot::File, ja, en)
    }

    /// Where it is, in words; empty where it is about the file as a whole.
    pub fn place(&self, language: Language) -> String {
        match (&self.spot, language) {
            (Spot::File, _) => String::new(),
            (Spot::Line { line, column: None }, Language::Ja) => format!("{line}行目"),
            (Spot::Line { line, column: Some(column) }, Language::Ja) => format!("{line}行目の{column}列"),
            (Spot::Line { line, column: None }, Language::En) => format!("line {line}"),
            (Spot::Line { line, column: Some(column) }, Language::En) => format!("line {line}, column {column}"),
            (Spot::Cell { sheet, row, column }, language) => {
                let (sheet, column) = (quoted(sheet), column.as_deref().unwrap_or_default());
                match language {
                    Language::Ja if column.is_empty() => format!("「{sheet}」シートの{row}行目"),
                    Language::Ja => format!("「{sheet}」シートの{column}{row}"),
                    Language::En if column.is_empty() => format!("sheet \"{sheet}\", row {row}"),
                    Language::En => format!("sheet \"{sheet}\", cell {column}{row}"),
                }
            }
            (Spot::Field(path), _) => quoted(path),
        }
    }

    /// The fault as one sentence with its place.
    pub fn sentence(&self, language: Language) -> String {
        let place = self.place(language);
        let (separator, sentence) = match language {
            Language::Ja => ("：", &self.ja),
            Language::En => (": ", &self.en),
        };
        if place.is_empty() { sentence.clone() } else { format!("{place}{separator}{sentence}") }
    }
}

/// A piece of a file as a fault may repeat it.
pub(super) fn quoted(text: &str) -> String {
    // Only so much of a long text needs cleaning as can be shown.
    let start: String = text.chars().take(MAX_QUOTED_LEN * 8).collect();
    cut(clean(&start).trim(), MAX_QUOTED_LEN, "…").into_owned()
}
