//! Where in a file something is.

use std::fmt;

use super::Quoted;

/// A place in a text, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Position {
    /// The place of a byte offset in a text. An offset beyond the end is the end. A byte order mark is no column.
    ///
    /// ```
    /// use hoshitori::input::Position;
    ///
    /// let text = "a = 1\nあ = 2\n";
    /// assert_eq!(Position::of_offset(text, text.find('2').unwrap_or_default()), Position { line: 2, column: 5 });
    /// ```
    pub fn of_offset(text: &str, offset: usize) -> Self {
        let mut walk = Walk::new(text);
        walk.to(offset)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// Where a fault is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// The file as a whole.
    File,
    /// Line and column of a text.
    Position(Position),
    /// A row of a table of comma-separated values.
    Row {
        /// The line on which the row begins, from 1.
        line: u64,
        /// Name of the column where the fault is in one.
        column: Option<Quoted>,
    },
    /// A row of a workbook, or a cell of it.
    Cell {
        /// Name of the worksheet.
        sheet: Quoted,
        /// The row as spreadsheets count it, from 1.
        row: u32,
        /// The column as spreadsheets name it, such as `D`; `None` for the row as a whole.
        column: Option<Box<str>>,
    },
    /// A field of a JSON document, such as `diagnosis.answers[3].answer`.
    Field(Quoted),
}

/// Positions of growing offsets, found in one pass however many there are.
#[derive(Debug)]
pub(super) struct Walk<'text> {
    text: &'text str,
    offset: usize,
    position: Position,
}

impl<'text> Walk<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        // Editors do not count a byte order mark as a column.
        let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, offset, position: Position { line: 1, column: 1 } }
    }

    /// The position of an offset that is not before the last one.
    pub(super) fn to(&mut self, offset: usize) -> Position {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        for character in self.text.get(self.offset..end).unwrap_or_default().chars() {
            if character == '\n' {
                self.position = Position { line: self.position.line + 1, column: 1 };
            } else {
                self.position.column += 1;
            }
        }
        self.offset = self.offset.max(end);
        self.position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_agrees_with_counting_from_the_start() {
        for text in ["", "a", "あ\r\nい\n\nうえ", "\u{feff}abc\nd"] {
            let mut walk = Walk::new(text);
            for offset in 0..=text.len() + 2 {
                let mut end = offset.min(text.len());
                while !text.is_char_boundary(end) {
                    end -= 1;
                }
                let before = text[..end].trim_start_matches('\u{feff}');
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                assert_eq!(walk.to(offset), Position { line, column }, "{text:?} at {offset}");
                assert_eq!(Position::of_offset(text, offset), Position { line, column }, "{text:?} at {offset}");
            }
        }
    }
}
