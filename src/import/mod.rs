//! Files that come back: JSON documents, tables of answers, filled-in workbooks. From bytes to an assessment, whole or
//! nothing, with every fault at once. No disk.

mod choices;
mod csv;
mod json;
pub mod statistics;
mod table;
mod xlsx;

use crate::core::assessment::{Assessment, Organization};
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::sheet::Timestamp;
use crate::input::{EncodingFault, Fault, ImportFault};

/// The largest file that is read, in bytes.
pub const MAX_FILE_SIZE: usize = 10 * 1024 * 1024;

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportFormat {
    /// The JSON document of `show --json` and `export --format json`.
    Json,
    /// A table with the columns set, number, id, answer, note.
    Csv,
    /// An exported workbook or a filled-in answer sheet.
    Xlsx,
}

impl ImportFormat {
    /// The format by a file's name; `None` where it is none of these.
    pub fn of_name(name: &str) -> Option<Self> {
        // Phones share plain text, but no JSON: that is how a web sheet comes from one.
        if name.to_ascii_lowercase().ends_with(".json.txt") {
            return Some(Self::Json);
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())?;
        match ending.as_str() {
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// What an import needs beside the file.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// Identifier of the new assessment.
    pub id: String,
    /// Who is assessed; overrides what the file says.
    pub organization: Organization,
    /// Language of the new assessment where the file names none, and of its question sets.
    pub language: Language,
    /// The time for what has none in the file.
    pub now: Timestamp,
}

/// Reads a file into a new assessment.
///
/// ```
/// use hoshitori::core::catalog::Catalog;
/// use hoshitori::core::{assessment::Organization, language::Language};
/// use hoshitori::import::{ImportOptions, ImportFormat, read};
///
/// let organization = Organization { name: "Hoshi Trading".to_owned(), ..Organization::default() };
/// let now = "2026-11-22T10:00:00+09:00".parse()?;
/// let given = ImportOptions { id: "abcdefgh".to_owned(), organization, language: Language::En, now };
/// let table = b"set,number,answer\nself-diagnosis,1,implemented\n";
/// let assessment = read(ImportFormat::Csv, table, &Catalog::built_in(), &given).unwrap();
/// assert_eq!(assessment.diagnosis.answered(), 1);
/// # Ok::<(), chrono::ParseError>(())
/// ```
///
/// # Errors
///
/// Every fault of the file, in its order: it cannot be read, names another question set, questions or choices that are not
/// in it, a question twice, and so on. Nothing of it is taken then.
pub fn read(
    format: ImportFormat,
    bytes: &[u8],
    catalog: &Catalog,
    given: &ImportOptions,
) -> Result<Assessment, Vec<Fault>> {
    if bytes.len() > MAX_FILE_SIZE {
        return Err(vec![too_large()]);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(vec![Fault::of_file(EncodingFault::Empty)]);
    }
    match format {
        ImportFormat::Json => json::read(bytes, catalog, given),
        ImportFormat::Csv => csv::read(bytes, catalog, given),
        ImportFormat::Xlsx => xlsx::read(bytes, catalog, given),
    }
}

/// The fault of a file beyond [`MAX_FILE_SIZE`].
pub fn too_large() -> Fault {
    Fault::of_file(ImportFault::TooLarge { limit: MAX_FILE_SIZE / (1024 * 1024) })
}
