//! One table of a TOML file, read key by key.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::value::{schema_of, take};
use crate::input::suggestion::nearest;
use crate::input::{FaultKind, Faults, FieldFault, ValueType};
use crate::text::clean;

/// Longest id, in characters.
const MAX_ID_LEN: usize = 64;

/// A value with the byte offset at which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<Value> {
    /// The value.
    pub value: Value,
    /// Byte offset in the file.
    pub offset: usize,
}

/// A table of a file that people write, read strictly: every key must be known, texts have limits, ids have a form. What is
/// wrong with a value is reported when it is asked for.
#[derive(Debug)]
pub struct Table<'file> {
    entries: &'file DeTable<'file>,
    offset: usize,
    faults: &'file Faults<'file>,
    asked: RefCell<Vec<&'static str>>,
    missing: RefCell<Vec<(&'static str, FieldFault)>>,
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

    /// Whether the table has no keys at all.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Byte offset of a key, where the table has it.
    pub fn offset_of(&self, key: &str) -> Option<usize> {
        self.entries.get_key_value(key).map(|(key, _)| key.span().start)
    }

    /// Checks the number of the file's layout under `schema`. Returns whether the rest may be read: not where the file
    /// is of a newer layout, for its parts would only be guessed.
    pub fn schema(&self, newest: i64) -> bool {
        let Some(value) = self.value("schema") else {
            self.lacks("schema", FieldFault::NoSchema { newest });
            return true;
        };
        let offset = value.span().start;
        match schema_of(value) {
            Some(found) if found > newest.into() => {
                self.fault(offset, FieldFault::NewerSchema { found: (&found.to_string()).into(), newest });
                // The keys of a newer layout are not unknown, only unknown here.
                self.is_opaque.set(true);
                false
            }
            Some(found) if found >= 1 => true,
            _ => {
                self.fault(offset, FieldFault::BadSchema { newest });
                true
            }
        }
    }

    /// A text that must be there: not empty, of at most `limit` characters, all of them fit to be shown.
    pub fn text(&self, key: &'static str, limit: usize) -> Option<Placed<&'file str>> {
        let text = self.optional_text(key, limit);
        if text.is_none() {
            self.lacks(key, FieldFault::Missing { key: key.into() });
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
            self.lacks(key, FieldFault::Missing { key: key.into() });
        }
        id
    }

    /// A stable name that may be absent.
    pub fn optional_id(&self, key: &'static str) -> Option<Placed<&'file str>> {
        let id = self.checked_text(key, self.value(key)?, MAX_ID_LEN)?;
        let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !id.value.trim().is_empty() && !id.value.bytes().all(is_allowed) {
            self.fault(id.offset, FieldFault::BadId { key: key.into(), id: id.value.into() });
        }
        Some(id)
    }

    /// A whole number that must be there.
    pub fn integer(&self, key: &'static str, range: RangeInclusive<i32>) -> Option<Placed<i32>> {
        let Some(value) = self.value(key) else {
            self.lacks(key, FieldFault::Missing { key: key.into() });
            return None;
        };
        let number = self.take(key, value, ValueType::Integer, DeValue::as_integer)?;
        let offset = value.span().start;
        let number = i32::from_str_radix(number.as_str(), number.radix()).ok().filter(|number| range.contains(number));
        if number.is_none() {
            self.fault(
                offset,
                FieldFault::OutOfRange { key: key.into(), min: (*range.start()).into(), max: (*range.end()).into() },
            );
        }
        number.map(|value| Placed { value, offset })
    }

    /// True or false, which must be there.
    pub fn boolean(&self, key: &'static str) -> Option<Placed<bool>> {
        let Some(value) = self.value(key) else {
            self.lacks(key, FieldFault::Missing { key: key.into() });
            return None;
        };
        let truth = self.take(key, value, ValueType::Boolean, DeValue::as_bool)?;
        Some(Placed { value: truth, offset: value.span().start })
    }

    /// One of a few words, which must be there.
    pub fn one_of<Meaning: Copy>(
        &self,
        key: &'static str,
        words: &[(&'static str, Meaning)],
    ) -> Option<Placed<Meaning>> {
        let found = self.text(key, MAX_ID_LEN)?;
        let meaning = words.iter().find(|(word, _)| *word == found.value).map(|(_, meaning)| *meaning);
        if meaning.is_none() && !found.value.trim().is_empty() {
            self.fault(found.offset, FieldFault::not_one_of(key, found.value, words.iter().map(|(word, _)| *word)));
        }
        meaning.map(|value| Placed { value, offset: found.offset })
    }

    /// Texts of an array that may be absent.
    pub fn texts(&self, key: &'static str, max: usize, limit: usize) -> Vec<Placed<&'file str>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(values) = self.take(key, value, ValueType::Array, DeValue::as_array) else { return Vec::new() };
        if values.len() > max {
            self.fault(value.span().start, FieldFault::TooMany { key: key.into(), found: values.len(), max });
        }
        values.iter().filter_map(|value| self.checked_text(key, value, limit)).collect()
    }

    /// The tables under headings `[[key]]`, as many as `count` says.
    pub fn tables(&self, key: &'static str, count: RangeInclusive<usize>) -> Vec<Self> {
        let (min, max) = (*count.start(), *count.end());
        let too_few = || FieldFault::TooFew { key: key.into(), min };
        let Some(value) = self.value(key) else {
            if min > 0 && self.faults.has_intact_structure() {
                self.fault(self.offset, too_few());
            }
            return Vec::new();
        };
        let offset = value.span().start;
        if value.get_ref().is_table() {
            self.fault(offset, FieldFault::SingleTable { key: key.into() });
            return Vec::new();
        }
        let Some(values) = self.take(key, value, ValueType::Array, DeValue::as_array) else { return Vec::new() };
        if values.len() < min {
            self.fault(offset, too_few());
        }
        if let Some(first_too_many) = values.get(max) {
            let fault = FieldFault::TooMany { key: key.into(), found: values.len(), max };
            self.fault(first_too_many.span().start, fault);
        }
        let table = |value: &'file Spanned<DeValue<'file>>| {
            let entries = self.take(key, value, ValueType::Table, DeValue::as_table)?;
            Some(Self::new(entries, value.span().start, self.faults))
        };
        values.iter().filter_map(table).collect()
    }

    /// Reports a key that does not belong here, as the fault given.
    pub fn refuse(&self, key: &'static str, fault: impl Into<FaultKind>) {
        if let Some(offset) = self.offset_of(key) {
            self.asked.borrow_mut().push(key);
            if self.faults.is_intact_at(offset) {
                self.faults.add(offset, fault);
            }
        }
    }

    /// Treats keys as known without reading them, where it cannot be said whether they belong.
    pub fn accept(&self, keys: &[&'static str]) {
        self.asked.borrow_mut().extend_from_slice(keys);
    }

    /// Reports the keys that are missing and those that were not asked for. Call it after all keys have been asked for.
    pub fn finish(&self) {
        if self.is_opaque.get() {
            return;
        }
        let asked = self.asked.borrow();
        let mut missing = self.missing.take();
        for (key, _) in self.entries {
            let (name, offset) = (key.get_ref().as_ref(), key.span().start);
            if !asked.contains(&name) && self.faults.is_intact_at(offset) {
                let absent = asked.iter().copied().filter(|asked| self.entries.get(*asked).is_none());
                let meant = nearest(name, absent);
                missing.retain(|(key, _)| Some(*key) != meant);
                self.fault(offset, FieldFault::Unknown { key: name.into(), meant });
            }
        }
        for (_, fault) in missing {
            self.fault(self.offset, fault);
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
        let text = self.take(key, value, ValueType::Text, DeValue::as_str)?;
        if text.trim().is_empty() {
            self.fault(span.start, FieldFault::Empty { key: key.into() });
            return Some(Placed { value: text, offset: span.start });
        }
        if text.len() > limit {
            let length = text.chars().count();
            if length > limit {
                self.fault(span.start, FieldFault::TooLong { key: key.into(), length, limit });
            }
        }
        if let Some(character) = unshowable(text) {
            // Written as an escape, it stands nowhere in the file: then the text's own place serves.
            let within = self.faults.source(span.start, span.end).find(character).unwrap_or(0);
            self.fault(span.start + within, FieldFault::Unshowable { key: key.into(), character });
        }
        Some(Placed { value: text, offset: span.start })
    }

    fn take<'value, Found>(
        &self,
        key: &str,
        value: &'value Spanned<DeValue<'value>>,
        wanted: ValueType,
        pick: impl Fn(&'value DeValue<'value>) -> Option<Found>,
    ) -> Option<Found> {
        take(self.faults, key, value, wanted, pick)
    }

    /// Notes that a key is missing; [`Self::finish`] reports it unless a mistyped key was meant for it.
    fn lacks(&self, key: &'static str, fault: FieldFault) {
        if self.faults.has_intact_structure() && self.offset_of(key).is_none() {
            self.missing.borrow_mut().push((key, fault));
        }
    }

    fn fault(&self, offset: usize, fault: FieldFault) {
        self.faults.add(offset, fault);
    }
}

/// The first character of a text that a terminal would not be given: a control, a line break, a bidirectional control, a
/// character without width by which one text could pass for another.
fn unshowable(text: &str) -> Option<char> {
    let Cow::Owned(cleaned) = clean(text) else { return None };
    let mut kept = cleaned.chars();
    text.chars().find(|character| kept.next() != Some(*character))
}
