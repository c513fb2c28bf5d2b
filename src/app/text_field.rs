//! A text being typed: one line or several, edited by what a person sees as one character.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::key::Key;

/// Longest text of a field, in bytes; what goes beyond is not taken.
const LIMIT: usize = 4000;

/// A text being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    /// Byte offset, always between two graphemes.
    cursor: usize,
    several_lines: bool,
}

impl TextField {
    /// A field of one line, the cursor at its end.
    pub fn line(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len(), several_lines: false }
    }

    /// A field of several lines, the cursor at its end.
    pub fn lines(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len(), several_lines: true }
    }

    /// The text as it is.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text without white space at its ends.
    pub fn trimmed(&self) -> &str {
        self.text.trim()
    }

    /// The text before the cursor, from which a view derives where the cursor stands.
    pub fn before_cursor(&self) -> &str {
        &self.text[..self.cursor]
    }

    /// Whether it has several lines.
    pub const fn has_several_lines(&self) -> bool {
        self.several_lines
    }

    /// Takes a key. Returns whether it was one that edits.
    pub fn key(&mut self, key: Key) -> bool {
        match key {
            Key::Char(character) => self.insert(character.encode_utf8(&mut [0; 4])),
            Key::Backspace | Key::Control('h') => self.delete_to(self.previous()),
            Key::Delete => self.delete_to(self.next()),
            Key::Left | Key::Control('b') => self.cursor = self.previous(),
            Key::Right => self.cursor = self.next(),
            Key::Home | Key::Control('a') => self.cursor = self.line_start(),
            Key::End | Key::Control('e') => self.cursor = self.line_end(),
            Key::Control('u') => self.delete_to(self.line_start()),
            Key::Control('k') => self.delete_to(self.line_end()),
            Key::Control('w') => self.delete_to(self.word_start()),
            Key::Up if self.several_lines => self.move_line(true),
            Key::Down if self.several_lines => self.move_line(false),
            _ => return false,
        }
        true
    }

    /// Inserts text at the cursor. In a field of one line, line breaks become spaces; other control characters are
    /// left out.
    pub fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        for character in text.chars() {
            let character = match character {
                '\n' if self.several_lines => '\n',
                '\n' | '\t' => ' ',
                control if control.is_control() => continue,
                other => other,
            };
            if self.text.len() + character.len_utf8() > LIMIT {
                break;
            }
            self.text.insert(self.cursor, character);
            self.cursor += character.len_utf8();
        }
        self.align();
    }

    /// Takes a text in place of what was there.
    pub fn replace(&mut self, text: &str) {
        self.text.clear();
        self.cursor = 0;
        self.insert(text);
    }

    /// Begins a new line at the cursor, in a field of several lines.
    pub fn new_line(&mut self) {
        self.insert("\n");
    }

    fn previous(&self) -> usize {
        GraphemeCursor::new(self.cursor, self.text.len(), true)
            .prev_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    fn next(&self) -> usize {
        GraphemeCursor::new(self.cursor, self.text.len(), true)
            .next_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(self.text.len())
    }

    fn line_start(&self) -> usize {
        self.before_cursor().rfind('\n').map_or(0, |position| position + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.cursor..].find('\n').map_or(self.text.len(), |position| self.cursor + position)
    }

    fn word_start(&self) -> usize {
        self.before_cursor().trim_end().unicode_word_indices().next_back().map_or(0, |(position, _)| position)
    }

    fn delete_to(&mut self, other: usize) {
        let (start, end) = (self.cursor.min(other), self.cursor.max(other));
        self.text.replace_range(start..end, "");
        self.cursor = start;
        self.align();
    }

    fn move_line(&mut self, up: bool) {
        let start = self.line_start();
        let column = self.text[start..self.cursor].graphemes(true).count();
        let target = if up {
            let Some(end_above) = start.checked_sub(1) else { return };
            self.text[..end_above].rfind('\n').map_or(0, |position| position + 1)
        } else {
            let end = self.line_end();
            if end == self.text.len() {
                return;
            }
            end + 1
        };
        let line_end = self.text[target..].find('\n').map_or(self.text.len(), |position| target + position);
        self.cursor = self.text[target..line_end]
            .grapheme_indices(true)
            .nth(column)
            .map_or(line_end, |(position, _)| target + position);
    }

    /// What is typed may join the grapheme after it; the cursor then goes behind both.
    fn align(&mut self) {
        let mut cursor = GraphemeCursor::new(self.cursor, self.text.len(), true);
        if !cursor.is_boundary(&self.text, 0).unwrap_or(true) {
            self.cursor = self.next();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn backspace_takes_what_looks_like_one_character() {
        let mut field = TextField::line("");
        for character in "か\u{3099}👨‍👩‍👧".chars() {
            field.key(Key::Char(character));
        }
        field.key(Key::Backspace);
        assert_eq!(field.text(), "か\u{3099}");
        field.key(Key::Backspace);
        assert_eq!(field.text(), "");
    }

    #[test]
    fn pasted_line_breaks_stay_only_in_fields_of_several_lines() {
        let mut line = TextField::line("");
        line.insert("一\r\n二\n三\u{1b}[31m");
        assert_eq!(line.text(), "一 二 三[31m");
        let mut lines = TextField::lines("");
        lines.insert("一\r\n二");
        assert_eq!(lines.text(), "一\n二");
    }

    #[test]
    fn the_cursor_moves_between_lines_by_character() {
        let mut field = TextField::lines("あいう\nえ\nおか");
        field.key(Key::Up);
        assert_eq!(field.before_cursor(), "あいう\nえ");
        field.key(Key::Up);
        assert_eq!(field.before_cursor(), "あ");
        field.key(Key::Up);
        assert_eq!(field.before_cursor(), "あ");
        field.key(Key::Down);
        field.key(Key::Down);
        assert_eq!(field.before_cursor(), "あいう\nえ\nお");
    }

    proptest! {
        #[test]
        fn the_cursor_always_stands_between_characters(
            text in any::<String>(),
            keys in proptest::collection::vec(prop_oneof![
                any::<char>().prop_map(Key::Char),
                proptest::sample::select(vec![
                    Key::Backspace, Key::Delete, Key::Left, Key::Right, Key::Home, Key::End, Key::Up, Key::Down,
                    Key::Control('u'), Key::Control('k'), Key::Control('w'),
                ]),
            ], 0..60),
        ) {
            let mut field = TextField::lines("");
            field.insert(&text);
            for key in keys {
                field.key(key);
                prop_assert!(field.text.is_char_boundary(field.cursor));
                prop_assert!(field.text.len() <= LIMIT);
            }
        }
    }
}
