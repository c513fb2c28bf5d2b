//! Faults of a file: what is wrong, where, and what to do about it.

use std::fmt;

use super::language::Language;

/// A place in a text file, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Position {
    /// The place of a byte offset in a text. An offset beyond the end is the end. A byte order mark is no column.
    pub fn of_offset(text: &str, offset: usize) -> Self {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let before = before.strip_prefix('\u{feff}').unwrap_or(before);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { line, column }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// One fault of a file, told in both languages: what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, when the fault has a place.
    pub position: Option<Position>,
    /// What is wrong and what to do, in Japanese.
    pub ja: String,
    /// What is wrong and what to do, in English.
    pub en: String,
}

impl Fault {
    /// A fault at a place.
    pub fn at(position: Position, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { position: Some(position), ja: ja.into(), en: en.into() }
    }

    /// A fault of the file as a whole.
    pub fn of_file(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { position: None, ja: ja.into(), en: en.into() }
    }

    /// The sentence in a language, without the place.
    pub fn sentence(&self, language: Language) -> &str {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }
}
