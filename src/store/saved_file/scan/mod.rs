//! The fast reader of saved files: for the list, which needs the head of each file, and for statistics, which need the
//! answers of thousands of them.
//!
//! It knows the layout that the writer produces (`layout`) and nothing else, so that it gets by with comparing
//! lines; the TOML parser takes seven to ten times as long. Every function returns `None` where a file looks different in
//! any way, such as after somebody edited it. The caller then leaves the file to the parser, which also finds the words for
//! what is wrong. What the scanner does return is what the parser would have returned.
//!
//! # Example
//!
//! ```toml
//! schema = 1                                      # must be the newest layout
//! id = "abc23456"
//! created_at = 2026-11-22T10:00:00.000+09:00
//! answers = 30
//!                                                 # blank lines and comment lines are skipped
//! [organization]                                  # the next table, in the order of the layout
//! name = "Yamada Works"                           # recognised: a key of this table, after none that follows it
//! region = "\u3042"                               # recognised; the parser decodes this one value
//! employees = 12
//!
//! [checklist]                                     # the end of the head; the list needs no more than this
//! set = "five-principles"                         # set and outline are compared as one text with those met before
//! …
//! [checklist.answers.software-updates]
//! choice = "implemented"
//! answered_at = 2026-11-22T10:01:00.000+09:00
//! …
//! [end]                                           # without it the file was cut short
//! ```
//!
//! Not recognised, and left to the parser: `region="x"` and `region = 'x'` (other spaces, other quotation marks), `employees
//! = 12 # about` (a comment behind a value), a key that is unknown, repeated or in another order, a carriage return or tab
//! anywhere, question ids that need quotation marks, years outside 1 to 9999.

pub(in crate::store) mod value;

mod answers;

use memchr::{memchr, memchr_iter, memmem};

use super::END;
use super::layout::{Form, Keys, MAX_KEYS, organization, summary, top};

pub use answers::FlatAssessment;
pub(super) use answers::{KnownSheet, scan_answers};

/// The line with which the checklist begins, between two line breaks: the end of the head.
const CHECKLIST: &[u8] = b"\n[checklist]\n";

/// The same of the diagnosis: the end of the answers to the checklist.
const DIAGNOSIS: &[u8] = b"\n[diagnosis]\n";

/// What stands before the sheets: the values as they are written.
pub(in crate::store) struct Head<'t> {
    pub(in crate::store) top: Values<'t>,
    pub(in crate::store) summary: Values<'t>,
    pub(in crate::store) organization: Values<'t>,
}

impl<'t> Head<'t> {
    /// Reads the head of a file of the layout `schema` from its first bytes, which must reach to the checklist. `None` if
    /// it is not exactly as it is written, or lacks what every file has.
    pub(in crate::store) fn scan(contents: &'t [u8], schema: i64) -> Option<Self> {
        Self::split(contents, schema).map(|(head, _)| head)
    }

    /// The head, and what follows it, from the line break before the checklist on.
    fn split(contents: &'t [u8], schema: i64) -> Option<(Self, &'t [u8])> {
        let (text, rest) = contents.split_at(memmem::find(contents, CHECKLIST)?);
        let text = plain_text(text)?;
        let (before_tables, tables) = text.split_at(find_heading(text)?);
        let top = Values::read(before_tables, top::KEYS)?;
        let mut tables = Tables::new(tables)?;
        let summary = Values::read(tables.take("summary")?, summary::KEYS)?;
        let organization = Values::read(tables.take("organization")?, organization::KEYS)?;
        let is_current = i64::from(value::count(top.get(top::SCHEMA)?)?) == schema;
        let has_all = [top::ID, top::CREATED_AT, top::ANSWERS].iter().all(|key| top.get(key).is_some());
        (is_current && has_all && tables.is_empty()).then_some((Self { top, summary, organization }, rest))
    }
}

/// Whether a file ends as the writer ends it, so that it was not cut short. `tail` are its last bytes.
pub(in crate::store) fn is_whole(tail: &[u8]) -> bool {
    tail.trim_ascii_end().ends_with(END.as_bytes())
}

/// Text without control characters other than line breaks. TOML allows none of them but the tab and carriage returns
/// before line breaks, and the writer produces neither.
fn plain_text(bytes: &[u8]) -> Option<&str> {
    let is_control = |byte: &&u8| (**byte < b' ' && **byte != b'\n') || **byte == 0x7f;
    // Counting does not stop at the first one, which lets the compiler look at many bytes at once.
    let controls = bytes.iter().filter(is_control).count();
    if controls > 0 { None } else { std::str::from_utf8(bytes).ok() }
}

/// Where the line break before the first heading is.
fn find_heading(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr_iter(b'\n', bytes).find(|end| bytes.get(end + 1) == Some(&b'['))
}

/// The values of a table by their keys, as they are written.
pub(in crate::store) struct Values<'t> {
    keys: Keys,
    /// At the position of each key.
    values: [Option<&'t str>; MAX_KEYS],
}

impl<'t> Values<'t> {
    /// The values of the lines of a table; see [`scan_lines`].
    fn read(body: &'t str, keys: Keys) -> Option<Self> {
        let mut values = [None; MAX_KEYS];
        scan_lines(body, keys, |position, _, value| values[position] = Some(value))?;
        Some(Self { keys, values })
    }

    /// The value of a key. Of an array with an element a line, only its opening bracket.
    pub(in crate::store) fn get(&self, key: &str) -> Option<&'t str> {
        self.keys.iter().position(|(name, _)| *name == key).and_then(|position| self.values[position])
    }
}

/// Goes through the lines of a table, in which only these keys may stand, in this order, each at most once, with values of
/// their form. `take` is given the position of each key in the list, the key and its value.
fn scan_lines<'t>(body: &'t str, keys: Keys, mut take: impl FnMut(usize, &'t str, &'t str)) -> Option<()> {
    let mut left = keys.iter().enumerate();
    let mut lines = body.split('\n');
    while let Some(line) = lines.next() {
        if is_skipped(line) {
            continue;
        }
        let (key, value) = key_and_value(line)?;
        let (position, (_, form)) = left.find(|(_, (name, _))| *name == key)?;
        let is_valid = match form {
            Form::Line(is_valid) => is_valid(value),
            Form::Rows(is_valid) => value == "[" && skip_rows(&mut lines, *is_valid).is_some(),
        };
        if !is_valid {
            return None;
        }
        take(position, key, value);
    }
    Some(())
}

/// Whether a line says nothing.
fn is_skipped(line: &str) -> bool {
    line.is_empty() || line.starts_with('#')
}

fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_at(memchr(b' ', line.as_bytes())?);
    Some((key, value.strip_prefix(" = ")?))
}

/// Goes to the end of an array with an element a line.
fn skip_rows<'t>(lines: &mut impl Iterator<Item = &'t str>, is_valid: fn(&str) -> bool) -> Option<()> {
    loop {
        match lines.next()? {
            "]" => return Some(()),
            row if is_valid(row.strip_prefix("  ")?.strip_suffix(',')?) => {}
            _ => return None,
        }
    }
}

/// Tables one after the other.
struct Tables<'t> {
    /// The name and the lines of the next one.
    next: Option<(&'t str, &'t str)>,
    /// What follows it, from behind the opening bracket of the heading after it on.
    rest: Option<&'t str>,
}

impl<'t> Tables<'t> {
    /// The tables of a text, before the first of which only comments stand.
    fn new(text: &'t str) -> Option<Self> {
        let (comments, rest) = match find_heading(text) {
            Some(end) => (&text[..end], Some(&text[end + 2..])),
            None => (text, None),
        };
        scan_lines(comments, &[], |_, _, _| {})?;
        let mut tables = Self { next: None, rest };
        tables.advance();
        Some(tables)
    }

    fn advance(&mut self) {
        self.next = None;
        let Some(rest) = self.rest.take() else { return };
        let table = match find_heading(rest) {
            Some(end) => {
                self.rest = Some(&rest[end + 2..]);
                &rest[..end]
            }
            None => rest,
        };
        let (heading, body) = table.split_once('\n').unwrap_or((table, ""));
        // A malformed heading matches no table.
        self.next = Some((heading.strip_suffix(']').unwrap_or_default(), body));
    }

    /// Whether no table is left.
    fn is_empty(&self) -> bool {
        self.next.is_none()
    }

    /// The lines of the next table, if it has that name.
    fn take(&mut self, name: &str) -> Option<&'t str> {
        let (_, body) = self.next.filter(|(found, _)| *found == name)?;
        self.advance();
        Some(body)
    }

    /// The lines of the next table, if it is an element of the array of that name.
    fn take_element(&mut self, name: &str) -> Option<&'t str> {
        let (heading, body) = self.next?;
        heading.strip_prefix('[')?.strip_suffix(']').filter(|found| *found == name)?;
        self.advance();
        Some(body)
    }

    /// The last key in the heading of the next table, if the others are these, and its lines.
    fn take_below(&mut self, parent: &str) -> Option<(&'t str, &'t str)> {
        let (name, body) = self.next?;
        let key = name.strip_prefix(parent)?.strip_prefix('.')?;
        self.advance();
        Some((key, body))
    }
}

#[cfg(test)]
mod tests;
