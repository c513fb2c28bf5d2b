//! Tables of a file that the program writes, read key by key; what is wrong is noted with its place, and reading goes on.

use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::value::take;
use crate::input::{FaultKind, Faults, FieldFault, ValueType};

/// A table of a file that the program writes, read leniently: keys that nobody asks for are ignored, because a later version
/// may have written them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields<'a> {
    table: &'a DeTable<'a>,
    offset: usize,
    faults: &'a Faults<'a>,
}

impl<'a> Fields<'a> {
    pub(crate) const fn new(table: &'a DeTable<'a>, offset: usize, faults: &'a Faults<'a>) -> Self {
        Self { table, offset, faults }
    }

    pub(crate) const fn faults(self) -> &'a Faults<'a> {
        self.faults
    }

    pub(crate) fn value(self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    /// Byte offset of a key's value, or of the heading where the key is missing.
    pub(crate) fn offset_of(self, key: &str) -> usize {
        self.value(key).map_or(self.offset, |value| value.span().start)
    }

    /// Notes a fault at a key's value, or at the heading where the key is missing.
    pub(crate) fn fault(self, key: &str, kind: impl Into<FaultKind>) {
        self.faults.add(self.offset_of(key), kind);
    }

    pub(crate) fn text(self, key: &str) -> Option<&'a str> {
        self.take(key, ValueType::Text, DeValue::as_str)
    }

    pub(crate) fn text_or_empty(self, key: &str) -> String {
        self.text(key).unwrap_or_default().to_owned()
    }

    pub(crate) fn needed_text(self, key: &str) -> Option<&'a str> {
        self.needed(key);
        self.text(key)
    }

    pub(crate) fn boolean(self, key: &str) -> Option<bool> {
        self.take(key, ValueType::Boolean, DeValue::as_bool)
    }

    /// A whole number from 0.
    pub(crate) fn count(self, key: &str) -> Option<u32> {
        let number = self.take(key, ValueType::Count, DeValue::as_integer)?;
        let count = u32::from_str_radix(number.as_str(), number.radix()).ok();
        if count.is_none() {
            self.fault(key, FieldFault::OutOfRange { key: key.into(), min: 0, max: u32::MAX.into() });
        }
        count
    }

    /// A date and time with its offset from UTC, as TOML has them or as text.
    pub(crate) fn date_time(self, key: &str) -> Option<DateTime<FixedOffset>> {
        self.parsed(key, ValueType::DateTime)
    }

    pub(crate) fn needed_date_time(self, key: &str) -> Option<DateTime<FixedOffset>> {
        self.needed(key);
        self.date_time(key)
    }

    /// A date, as TOML has them or as text.
    pub(crate) fn date(self, key: &str) -> Option<NaiveDate> {
        self.parsed(key, ValueType::Date)
    }

    /// What a date or text means.
    fn parsed<Value: FromStr>(self, key: &str, wanted: ValueType) -> Option<Value> {
        let text = self.take(key, wanted, |value| match value {
            DeValue::Datetime(date_time) => Some(date_time.to_string()),
            DeValue::String(text) => Some(text.to_string()),
            _ => None,
        })?;
        let value = text.parse().ok();
        if value.is_none() {
            self.fault(key, FieldFault::Malformed { key: key.into(), found: (&text).into(), wanted });
        }
        value
    }

    /// One of a few words.
    pub(crate) fn one_of<Meaning: Copy>(self, key: &str, words: &[(&'static str, Meaning)]) -> Option<Meaning> {
        let text = self.text(key)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            self.fault(key, FieldFault::not_one_of(key, text, words.iter().map(|(word, _)| *word)));
        }
        found
    }

    pub(crate) fn table(self, key: &str) -> Option<Fields<'a>> {
        self.as_table(key, self.value(key)?)
    }

    pub(crate) fn needed_table(self, key: &str) -> Option<Fields<'a>> {
        self.needed(key);
        self.table(key)
    }

    /// The keys and tables of a table of tables, each with the byte offset of its key.
    pub(crate) fn tables(self, key: &str) -> Vec<(&'a str, usize, Fields<'a>)> {
        let Some(outer) = self.table(key) else { return Vec::new() };
        let table = |(name, value): (&'a Spanned<DeString<'a>>, _)| {
            Some((&**name.get_ref(), name.span().start, outer.as_table(name.get_ref(), value)?))
        };
        outer.table.iter().filter_map(table).collect()
    }

    /// The keys of a table whose values are all of one type, as `read` takes them.
    pub(crate) fn entries<Value>(
        self,
        key: &str,
        read: impl Fn(Fields<'a>, &str) -> Option<Value>,
    ) -> Vec<(String, Value)> {
        let Some(outer) = self.table(key) else { return Vec::new() };
        outer.table.keys().filter_map(|name| Some((name.get_ref().to_string(), read(outer, name.get_ref())?))).collect()
    }

    /// The tables of an array.
    pub(crate) fn list(self, key: &str) -> Vec<Fields<'a>> {
        self.elements(key).filter_map(|element| self.as_table(key, element)).collect()
    }

    /// The texts of an array.
    pub(crate) fn texts(self, key: &str) -> Vec<String> {
        let text = |element| take(self.faults, key, element, ValueType::Text, DeValue::as_str).map(str::to_owned);
        self.elements(key).filter_map(text).collect()
    }

    fn elements(self, key: &str) -> impl Iterator<Item = &'a Spanned<DeValue<'a>>> {
        self.take(key, ValueType::Array, DeValue::as_array).into_iter().flat_map(|array| array.iter())
    }

    fn as_table(self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Option<Fields<'a>> {
        let table = take(self.faults, key, value, ValueType::Table, DeValue::as_table)?;
        Some(Fields { table, offset: value.span().start, faults: self.faults })
    }

    fn take<Found>(
        self,
        key: &str,
        wanted: ValueType,
        pick: impl Fn(&'a DeValue<'a>) -> Option<Found>,
    ) -> Option<Found> {
        take(self.faults, key, self.value(key)?, wanted, pick)
    }

    fn needed(self, key: &str) {
        if self.value(key).is_none() {
            self.faults.add(self.offset, FieldFault::Missing { key: key.into() });
        }
    }
}
