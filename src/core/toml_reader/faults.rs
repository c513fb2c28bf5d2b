//! The faults of one file, collected by byte offset.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::sentences;
use crate::core::fault::{Fault, Position};
use crate::text::clean;

/// After this many faults a file is not what it should be at all, and naming more of them helps nobody.
const MAX_FAULTS: usize = 1000;

/// Longest piece of the file that a sentence repeats, in characters.
const MAX_QUOTED_LEN: usize = 40;

/// The faults found so far in a file.
#[derive(Debug)]
pub struct Faults<'text> {
    text: &'text str,
    found: RefCell<Vec<Found>>,
    sound_until: usize,
    swallowed_from: usize,
}

#[derive(Debug)]
struct Found {
    offset: usize,
    is_syntax: bool,
    ja: String,
    en: String,
}

impl<'text> Faults<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Self { text, found: RefCell::default(), sound_until: usize::MAX, swallowed_from: usize::MAX }
    }

    /// Notes a fault at a byte offset.
    pub fn add(&self, offset: usize, ja: impl Into<String>, en: impl Into<String>) {
        self.note(Found { offset, is_syntax: false, ja: ja.into(), en: en.into() });
    }

    /// Notes a fault of the TOML itself. Other faults of the same line only follow from it and are left out.
    pub(super) fn add_syntax(&self, offset: usize, ja: impl Into<String>, en: impl Into<String>) {
        self.note(Found { offset, is_syntax: true, ja: ja.into(), en: en.into() });
    }

    fn note(&self, fault: Found) {
        if fault.offset > self.swallowed_from {
            return;
        }
        let mut found = self.found.borrow_mut();
        if found.len() <= MAX_FAULTS {
            found.push(fault);
        }
    }

    /// Notes that from there on keys may be lost or in the wrong table.
    pub(super) fn broken_from(&mut self, offset: usize) {
        self.sound_until = self.sound_until.min(offset);
    }

    /// Notes that something which begins there is never closed, so that all after it was read as part of it.
    pub(super) fn swallowed_from(&mut self, offset: usize) {
        self.swallowed_from = self.swallowed_from.min(offset);
        self.broken_from(offset);
    }

    /// Whether all keys are where they were written. Where not, nothing can be said about what is missing.
    pub fn is_sound(&self) -> bool {
        self.sound_until == usize::MAX
    }

    /// Whether what stands at an offset is where it was written.
    pub(super) fn is_sound_at(&self, offset: usize) -> bool {
        offset < self.sound_until
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// Line and column of an offset, to name a second place in a sentence.
    pub fn position(&self, offset: usize) -> Position {
        Position::of_offset(self.text, offset)
    }

    /// The text as it stands in the file.
    pub(super) fn source(&self, start: usize, end: usize) -> &'text str {
        self.text.get(start..end).unwrap_or_default()
    }

    pub(super) fn into_result<Content>(self, content: Option<Content>) -> Result<Content, Vec<Fault>> {
        let mut found = self.found.into_inner();
        if found.is_empty() {
            return content.ok_or_else(|| {
                let (ja, en) = sentences::unreadable();
                vec![Fault::of_file(ja, en)]
            });
        }
        let is_cut = found.len() > MAX_FAULTS;
        found.truncate(MAX_FAULTS);
        // Stable: faults of one place stay in the order in which they were found.
        found.sort_by_key(|fault| fault.offset);
        let mut walk = Walk::new(self.text);
        let placed: Vec<(Position, Found)> = found.into_iter().map(|fault| (walk.to(fault.offset), fault)).collect();
        let broken_lines: BTreeSet<usize> =
            placed.iter().filter(|(_, fault)| fault.is_syntax).map(|(position, _)| position.line).collect();
        let mut faults: Vec<Fault> = placed
            .into_iter()
            .filter(|(position, fault)| fault.is_syntax || !broken_lines.contains(&position.line))
            .map(|(position, fault)| Fault::at(position, fault.ja, fault.en))
            .collect();
        faults.dedup();
        if is_cut {
            let (ja, en) = sentences::too_many_faults();
            faults.push(Fault::of_file(ja, en));
        }
        Err(faults)
    }
}

/// Positions of growing offsets, found in one pass however many there are.
struct Walk<'text> {
    text: &'text str,
    offset: usize,
    position: Position,
}

impl<'text> Walk<'text> {
    fn new(text: &'text str) -> Self {
        // A byte order mark is no column that an editor would count.
        let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, offset, position: Position { line: 1, column: 1 } }
    }

    fn to(&mut self, offset: usize) -> Position {
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

/// A piece of a file to be repeated in a sentence: made harmless and cut to a readable length.
pub fn quoted(text: &str) -> String {
    let cleaned = clean(text);
    let mut characters = cleaned.chars();
    let mut quotation: String = characters.by_ref().take(MAX_QUOTED_LEN).collect();
    if characters.next().is_some() {
        quotation.push_str("...");
    }
    quotation
}

#[cfg(test)]
mod tests {
    use super::{Position, Walk};

    #[test]
    fn a_walk_agrees_with_counting_anew() {
        for text in ["", "a", "あ\r\nい\n\nうえ", "\u{feff}abc\nd"] {
            let mut walk = Walk::new(text);
            for offset in 0..=text.len() + 2 {
                assert_eq!(walk.to(offset), Position::of_offset(text, offset), "{text:?} at {offset}");
            }
        }
    }
}
