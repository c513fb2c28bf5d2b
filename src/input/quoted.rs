//! Pieces of a file or an argument that a sentence repeats.

use std::fmt;

use crate::text::{clean, cut};

/// Longest piece that a sentence repeats, in terminal cells.
const MAX_CELLS: usize = 60;

/// A piece of a file or an argument, fit to be repeated in a sentence: one line, without control sequences, cut to a
/// readable length. As faults hold nothing else of a file, neither a terminal nor the memory is at its mercy.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quoted(Box<str>);

impl Quoted {
    /// Cleans and cuts a text.
    ///
    /// ```
    /// use hoshitori::input::Quoted;
    ///
    /// assert_eq!(Quoted::new("a\u{1b}[2J").to_string(), "a\u{fffd}[2J");
    /// assert!(Quoted::new(&"a".repeat(1000)).as_str().ends_with("..."));
    /// ```
    pub fn new(text: &str) -> Self {
        // Of a long text, only as much is cleaned as can be shown: a cell holds one character and a few marks.
        let end = text.char_indices().nth(MAX_CELLS * 8).map_or(text.len(), |(end, _)| end);
        Self(cut(clean(&text[..end]).trim(), MAX_CELLS, "...").into())
    }

    /// The text as sentences show it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Quoted {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<&String> for Quoted {
    fn from(text: &String) -> Self {
        Self::new(text)
    }
}

impl fmt::Display for Quoted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_hostile_texts_become_short_and_harmless() {
        for text in ["x".repeat(100_000), "\u{1b}[31m\0\n".repeat(1000), format!("a{}", "\u{301}".repeat(100_000))] {
            let quoted = Quoted::new(&text);
            assert!(crate::text::width(quoted.as_str()) <= MAX_CELLS);
            assert!(quoted.as_str().chars().count() < MAX_CELLS * 8 && !quoted.as_str().contains(char::is_control));
        }
        assert_eq!(Quoted::new(" 山田\t製作所 ").as_str(), "山田 製作所");
    }
}
