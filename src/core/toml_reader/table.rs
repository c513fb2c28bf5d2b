//! One table of a TOML file, read key by key.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::Faults;
use super::sentences::{self, Sentence, ValueType};
use crate::input::suggestion::nearest;
use crate::text::clean;

/// Longest id, in characters.
const ID_LIMIT: usize = 64;

/// A value with the byte offset at which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<Value> {
    /// The value.
    pub value: Value,
    /// Byte offset in the file.
    pub offset: usize,
}

/// A table being read. What is wrong with a value is reported when it is asked for.
#[derive(Debug)]
pub struct Table<'file> {
    entries: &'file DeTable<'file>,
    offset: usize,
    faults: &'file Faults<'file>,
    asked: RefCell<Vec<&'static str>>,
    missing: RefCell<Vec<(&'static str, Sentence)>>,
    is_opaque: Cell<bool>,
}

impl<'file> Table<'file> {
    pub(super) fn root(entries: &'file DeTable<'file>, faults: &'file Faults<'file>) -> Self {
        Self::new(entries, 0, faults)
    }

    fn new(entries: &'file DeTable<'file>, offset: usize, faults: &'file Faults<'file>) -> Self {
        let (asked, missing) = (RefCell::default(), RefCell::default());
        Self { entries, offset, faults, asked, missing, is_opaque: Cell::new(false) }
    }

    /// Byte offset of the heading.
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Whether the table has no keys at all.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Byte offset of a key, where the table has it.
    pub fn place_of(&self, key: &str) -> Option<usize> {
        self.entries.get_key_value(key).map(|(key, _)| key.span().start)
    }

    /// Checks the number of the file's layout under `schema`. Returns whether the rest may be read: not where the file
    /// is of a newer layout, for its parts would only be guessed.
    pub fn schema(&self, newest: i64) -> bool {
        let Some(value) = self.value("schema") else {
            self.lacks("schema", sentences::missing_schema(newest));
            return true;
        };
        let number = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        match number {
            Some(number) if number > newest => {
                self.fault(value.span().start, sentences::newer_schema(number, newest));
                // The keys of a newer layout are not unknown, only unknown here.
                self.is_opaque.set(true);
                false
            }
            Some(number) if number >= 1 => true,
            _ => {
                self.fault(value.span().start, sentences::bad_schema(newest));
                true
            }
        }
    }

    /// A text that must be there: not empty, of at most `limit` characters, all of them fit to be shown.
    pub fn text(&self, key: &'static str, limit: usize) -> Option<Placed<&'file str>> {
        let text = self.optional_text(key, limit);
        if text.is_none() {
            self.lacks(key, sentences::missing_key(key));
        }
        text
    }

    /// A text that may be absent, but not empty.
    pub fn optional_text(&self, key: &'static str, limit: usize) -> Option<Placed<&'file str>> {
        self.checked_text(key, self.value(key)?, limit)
    }

    /// A stable name that must be there: letters a–z, digits, hyphens.
    pub fn id(&self, key: &'static str) -> Option<Placed<&'file str>> {
        let id = self.optional_id(key);
        if id.is_none() {
            self.lacks(key, sentences::missing_key(key));
        }
        id
    }

    /// A stable name that may be absent.
    pub fn optional_id(&self, key: &'static str) -> Option<Placed<&'file str>> {
        let id = self.checked_text(key, self.value(key)?, ID_LIMIT)?;
        let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !id.value.trim().is_empty() && !id.value.bytes().all(is_allowed) {
            self.fault(id.offset, sentences::bad_id(key, id.value));
        }
        Some(id)
    }

    /// A whole number that must be there.
    pub fn integer(&self, key: &'static str, range: RangeInclusive<i32>) -> Option<Placed<i32>> {
        let Some(value) = self.value(key) else {
            self.lacks(key, sentences::missing_key(key));
            return None;
        };
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type(key, ValueType::Integer, value);
            return None;
        };
        let offset = value.span().start;
        let number = i32::from_str_radix(number.as_str(), number.radix()).ok().filter(|number| range.contains(number));
        if number.is_none() {
            self.fault(offset, sentences::out_of_range(key, (*range.start()).into(), (*range.end()).into()));
        }
        number.map(|value| Placed { value, offset })
    }

    /// True or false, which must be there.
    pub fn boolean(&self, key: &'static str) -> Option<Placed<bool>> {
        let Some(value) = self.value(key) else {
            self.lacks(key, sentences::missing_key(key));
            return None;
        };
        let DeValue::Boolean(truth) = value.get_ref() else {
            self.wrong_type(key, ValueType::Truth, value);
            return None;
        };
        Some(Placed { value: *truth, offset: value.span().start })
    }

    /// One of a few words, which must be there.
    pub fn one_of<Meaning: Copy>(
        &self,
        key: &'static str,
        words: &[(&'static str, Meaning)],
    ) -> Option<Placed<Meaning>> {
        let found = self.text(key, ID_LIMIT)?;
        let meaning = words.iter().find(|(word, _)| *word == found.value).map(|(_, meaning)| *meaning);
        if meaning.is_none() && !found.value.trim().is_empty() {
            let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let meant = nearest(found.value, names.iter().copied());
            self.fault(found.offset, sentences::not_one_of(key, found.value, &names, meant));
        }
        meaning.map(|value| Placed { value, offset: found.offset })
    }

    /// Texts of an array that may be absent.
    pub fn texts(&self, key: &'static str, most: usize, limit: usize) -> Vec<Placed<&'file str>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Array(values) = value.get_ref() else {
            self.wrong_type(key, ValueType::Array, value);
            return Vec::new();
        };
        if values.len() > most {
            self.fault(value.span().start, sentences::too_many(key, values.len(), most));
        }
        values.iter().filter_map(|value| self.checked_text(key, value, limit)).collect()
    }

    /// The tables under headings `[[key]]`, as many as `count` says.
    pub fn tables(&self, key: &'static str, count: RangeInclusive<usize>) -> Vec<Self> {
        let (least, most) = (*count.start(), *count.end());
        let Some(value) = self.value(key) else {
            if least > 0 && self.faults.is_sound() {
                self.fault(self.offset, sentences::too_few(key, least));
            }
            return Vec::new();
        };
        let offset = value.span().start;
        let values = match value.get_ref() {
            DeValue::Array(values) => values,
            DeValue::Table(_) => {
                self.fault(offset, sentences::single_table(key));
                return Vec::new();
            }
            _ => {
                self.wrong_type(key, ValueType::Array, value);
                return Vec::new();
            }
        };
        if values.len() < least {
            self.fault(offset, sentences::too_few(key, least));
        }
        if let Some(first_too_many) = values.get(most) {
            self.fault(first_too_many.span().start, sentences::too_many(key, values.len(), most));
        }
        let mut tables = Vec::with_capacity(values.len());
        for value in values {
            match value.get_ref() {
                DeValue::Table(entries) => tables.push(Self::new(entries, value.span().start, self.faults)),
                _ => self.wrong_type(key, ValueType::Table, value),
            }
        }
        tables
    }

    /// Reports a key that belongs to another kind of file, with the sentences given.
    pub fn refuse(&self, key: &'static str, ja: impl Into<String>, en: impl Into<String>) {
        if let Some(offset) = self.place_of(key) {
            self.asked.borrow_mut().push(key);
            if self.faults.is_sound_at(offset) {
                self.faults.add(offset, ja, en);
            }
        }
    }

    /// Treats keys as known without reading them, where it cannot be said whether they belong.
    pub fn accept(&self, keys: &[&'static str]) {
        self.asked.borrow_mut().extend_from_slice(keys);
    }

    /// Reports the keys that are missing and those that nobody asked for. To be called when all keys have been asked for.
    pub fn finish(&self) {
        if self.is_opaque.get() {
            return;
        }
        let asked = self.asked.borrow();
        let mut missing = self.missing.take();
        for (key, _) in self.entries {
            let (name, offset) = (key.get_ref().as_ref(), key.span().start);
            if !asked.contains(&name) && self.faults.is_sound_at(offset) {
                let absent = asked.iter().copied().filter(|asked| self.entries.get(*asked).is_none());
                let meant = nearest(name, absent);
                missing.retain(|(key, _)| Some(*key) != meant);
                self.fault(offset, sentences::unknown_key(name, meant));
            }
        }
        for (_, sentence) in missing {
            self.fault(self.offset, sentence);
        }
    }

    /// The value under a key. A place where the parser found no value at all counts as none.
    fn value(&self, key: &'static str) -> Option<&'file Spanned<DeValue<'file>>> {
        self.asked.borrow_mut().push(key);
        self.entries.get(key).filter(|value| !value.span().is_empty())
    }

    fn checked_text(
        &self,
        key: &'static str,
        value: &'file Spanned<DeValue<'file>>,
        limit: usize,
    ) -> Option<Placed<&'file str>> {
        let span = value.span();
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(key, ValueType::Text, value);
            return None;
        };
        let text = text.as_ref();
        if text.trim().is_empty() {
            self.fault(span.start, sentences::empty_text(key));
            return Some(Placed { value: text, offset: span.start });
        }
        if text.len() > limit {
            let length = text.chars().count();
            if length > limit {
                self.fault(span.start, sentences::long_text(key, length, limit));
            }
        }
        if let Some(character) = unshowable(text) {
            // Written as an escape, it stands nowhere in the file: then the text's own place serves.
            let within = self.faults.source(span.start, span.end).find(character).unwrap_or(0);
            self.fault(span.start + within, sentences::unshowable(key, character));
        }
        Some(Placed { value: text, offset: span.start })
    }

    fn wrong_type(&self, key: &str, wanted: ValueType, value: &Spanned<DeValue<'_>>) {
        self.fault(value.span().start, sentences::wrong_type(key, wanted, value.get_ref()));
    }

    /// Notes that a key is missing; [`Self::finish`] reports it unless a mistyped key was meant for it.
    fn lacks(&self, key: &'static str, sentence: Sentence) {
        if self.faults.is_sound() && self.place_of(key).is_none() {
            self.missing.borrow_mut().push((key, sentence));
        }
    }

    fn fault(&self, offset: usize, (ja, en): Sentence) {
        self.faults.add(offset, ja, en);
    }
}

impl Faults<'_> {
    /// Reports that a value which must differ was used at an earlier place already.
    pub fn used_before(&self, key: &str, value: &str, offset: usize, first: usize) {
        let (ja, en) = sentences::used_before(key, value, self.position(first));
        self.add(offset, ja, en);
    }
}

/// The first character of a text that a terminal would not be given: a control, a line break, a bidirectional control, a
/// character without width by which one text could pass for another.
fn unshowable(text: &str) -> Option<char> {
    let Cow::Owned(cleaned) = clean(text) else { return None };
    let mut kept = cleaned.chars();
    text.chars().find(|character| kept.next() != Some(*character))
}
