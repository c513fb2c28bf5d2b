//! The answers as a table of comma-separated values that Japanese Excel opens rightly and `import` reads back.

use super::content::Report;
use crate::text::guarded;

/// The columns. The first five are what an import looks for.
pub const COLUMNS: [&str; 10] =
    ["set", "number", "id", "answer", "note", "points", "label", "flagged", "answered_at", "evidence"];

/// Writes every question of both sheets, with a byte order mark and CRLF; unanswered ones have an empty answer.
pub fn csv(report: &Report) -> String {
    let mut rows = Rows::new();
    rows.push(COLUMNS);
    for sheet in [&report.checklist, &report.diagnosis] {
        for answer in &sheet.answers {
            // Numbers are the program's own and stay numbers; everything else could come from a file or a keyboard.
            rows.push([
                guarded(&sheet.set).as_ref(),
                &answer.number.to_string(),
                &guarded(&answer.question_id),
                &guarded(&answer.choice_id),
                &guarded(&answer.note),
                &answer.points.map(|points| points.to_string()).unwrap_or_default(),
                &guarded(&answer.answer),
                if answer.is_flagged { "true" } else { "false" },
                &guarded(&answer.answered_at),
                &guarded(&answer.evidence),
            ]);
        }
    }
    rows.finish()
}

/// Rows of a file that spreadsheets open: byte order mark, CRLF, quotes where they are needed. Fields come guarded.
pub(super) struct Rows {
    writer: ::csv::Writer<Vec<u8>>,
}

impl Rows {
    /// An empty file.
    pub(super) fn new() -> Self {
        let writer =
            ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).flexible(true).from_writer(Vec::new());
        Self { writer }
    }

    /// Adds a row.
    pub(super) fn push<'a>(&mut self, fields: impl IntoIterator<Item = &'a str>) {
        // Writing to memory cannot fail, and rows may differ in length.
        let _ = self.writer.write_record(fields);
    }

    /// The whole file.
    pub(super) fn finish(self) -> String {
        // Nothing to flush but memory, and nothing was written but text.
        let bytes = self.writer.into_inner().unwrap_or_default();
        format!("\u{feff}{}", String::from_utf8(bytes).unwrap_or_default())
    }
}
