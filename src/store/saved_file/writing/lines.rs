//! Lines of TOML. Every value has a line of its own, so that files are easy to read and differences between versions small.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate, SecondsFormat};

use crate::core::sheet::Timestamp;
use crate::store::saved_file::layout::is_bare_key;

/// The text being written.
pub(super) struct Lines(String);

impl Lines {
    pub(super) fn new() -> Self {
        Self(String::with_capacity(16 << 10))
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }

    pub(super) fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    pub(super) fn blank_line(&mut self) {
        self.0.push('\n');
    }

    pub(super) fn comment(&mut self, sentence: &str) {
        self.0.push_str("# ");
        self.line(sentence);
    }

    /// The heading of a table, after a blank line.
    pub(super) fn table(&mut self, path: &[&str]) {
        self.blank_line();
        self.0.push('[');
        for (index, name) in path.iter().enumerate() {
            if index > 0 {
                self.0.push('.');
            }
            self.key(name);
        }
        self.line("]");
    }

    /// A value that is TOML already.
    pub(super) fn raw(&mut self, key: &str, value: &str) {
        self.key(key);
        self.0.push_str(" = ");
        self.line(value);
    }

    pub(super) fn raw_if(&mut self, condition: bool, key: &str, value: &str) {
        if condition {
            self.raw(key, value);
        }
    }

    pub(super) fn text(&mut self, key: &str, text: &str) {
        self.key(key);
        self.0.push_str(" = ");
        push_quoted(&mut self.0, text);
        self.0.push('\n');
    }

    pub(super) fn text_unless_empty(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.text(key, text);
        }
    }

    pub(super) fn moment(&mut self, key: &str, value: Timestamp) {
        self.raw(key, &moment(value));
    }

    pub(super) fn date(&mut self, key: &str, value: Option<NaiveDate>) {
        let Some(value) = value else { return };
        if is_toml_year(value.year()) {
            self.raw(key, &value.to_string());
        } else {
            self.text(key, &value.to_string());
        }
    }

    /// An array with one element a line; nothing if it is empty.
    pub(super) fn rows(&mut self, key: &str, rows: impl ExactSizeIterator<Item = String>) {
        if rows.len() == 0 {
            return;
        }
        self.raw(key, "[");
        for row in rows {
            self.0.push_str("  ");
            self.0.push_str(&row);
            self.line(",");
        }
        self.line("]");
    }

    /// An inline table of texts.
    pub(super) fn pairs<'a>(&mut self, key: &str, pairs: impl Iterator<Item = (&'a String, &'a String)>) {
        self.key(key);
        self.0.push_str(" = {");
        for (index, (name, text)) in pairs.enumerate() {
            self.0.push_str(if index == 0 { " " } else { ", " });
            self.key(name);
            self.0.push_str(" = ");
            push_quoted(&mut self.0, text);
        }
        self.line(" }");
    }

    fn key(&mut self, key: &str) {
        if is_bare_key(key) {
            self.0.push_str(key);
        } else {
            push_quoted(&mut self.0, key);
        }
    }
}

/// A moment as TOML, to the millisecond.
pub(super) fn moment(value: Timestamp) -> String {
    if is_toml_year(value.year()) {
        value.to_rfc3339_opts(SecondsFormat::Millis, false)
    } else {
        // TOML has years of four digits only. A clock that is far off must not make a file unreadable.
        quote(&format!("{value:?}"))
    }
}

fn is_toml_year(year: i32) -> bool {
    (0..=9999).contains(&year)
}

/// A text as a TOML string on one line.
pub(super) fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    push_quoted(&mut quoted, text);
    quoted
}

fn push_quoted(line: &mut String, text: &str) {
    line.push('"');
    for character in text.chars() {
        match character {
            '"' => line.push_str("\\\""),
            '\\' => line.push_str("\\\\"),
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            '\t' => line.push_str("\\t"),
            character if is_escaped(character) => {
                let code = u32::from(character);
                // Writing to a string cannot fail.
                let _ = if code <= 0xffff { write!(line, "\\u{code:04X}") } else { write!(line, "\\U{code:08X}") };
            }
            character => line.push(character),
        }
    }
    line.push('"');
}

/// Characters that are written as escapes: control characters, in case somebody prints the file on a terminal, and invisible
/// ones, which make different texts look the same.
fn is_escaped(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
