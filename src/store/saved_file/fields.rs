//! Tables of a saved file, read key by key; what is wrong is noted with its place, and reading goes on.

use std::cell::RefCell;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::core::fault::{Fault, Position};
use crate::core::sheet::{Timestamp, to_the_millisecond};
use crate::store::failure::quoted;

/// After this many faults, a file is not what it should be, and naming more helps nobody.
const MAX_FAULTS: usize = 100;

/// The faults found so far, by byte offset.
#[derive(Debug)]
pub(super) struct Faults<'text> {
    text: &'text str,
    found: RefCell<Vec<(Option<usize>, String, String)>>,
}

impl<'text> Faults<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Self { text, found: RefCell::default() }
    }

    /// Notes a fault at a byte offset.
    pub(super) fn add(&self, offset: usize, ja: impl Into<String>, en: impl Into<String>) {
        self.found.borrow_mut().push((Some(offset), ja.into(), en.into()));
    }

    /// Notes a fault of the whole file.
    pub(super) fn add_of_file(&self, ja: impl Into<String>, en: impl Into<String>) {
        self.found.borrow_mut().push((None, ja.into(), en.into()));
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    pub(super) fn into_result<Content>(self, content: Option<Content>) -> Result<Content, Vec<Fault>> {
        let mut found = self.found.into_inner();
        match content {
            Some(content) if found.is_empty() => return Ok(content),
            None if found.is_empty() => {
                return Err(vec![Fault::of_file("内容を読み取れません。", "the contents cannot be read.")]);
            }
            _ => {}
        }
        // Stable: faults of one place stay in the order in which they were found. Those of the whole file come first.
        found.sort_by_key(|(offset, _, _)| *offset);
        // A parser that goes on after an error finds the same one again, once for each bracket that is open.
        found.dedup();
        let count = found.len();
        found.truncate(MAX_FAULTS);
        let mut faults: Vec<Fault> = found
            .into_iter()
            .map(|(offset, ja, en)| match offset {
                Some(offset) => Fault::at(Position::of_offset(self.text, offset), ja, en),
                None => Fault::of_file(ja, en),
            })
            .collect();
        if count > MAX_FAULTS {
            faults.push(Fault::of_file(
                format!("誤りはほかにも{}件あります。", count - MAX_FAULTS),
                format!("there are {} more faults.", count - MAX_FAULTS),
            ));
        }
        Err(faults)
    }
}

/// A table being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields<'a> {
    table: &'a DeTable<'a>,
    offset: usize,
    faults: &'a Faults<'a>,
}

impl<'a> Fields<'a> {
    pub(super) const fn new(table: &'a DeTable<'a>, offset: usize, faults: &'a Faults<'a>) -> Self {
        Self { table, offset, faults }
    }

    pub(super) const fn faults(self) -> &'a Faults<'a> {
        self.faults
    }

    pub(super) fn value(self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    /// Byte offset of a key's value, or of the heading where the key is missing.
    pub(super) fn offset_of(self, key: &str) -> usize {
        self.value(key).map_or(self.offset, |value| value.span().start)
    }

    pub(super) fn text(self, key: &str) -> Option<&'a str> {
        let value = self.value(key)?;
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(key, value, "文字列", "text in quotation marks");
        }
        text
    }

    pub(super) fn text_or_empty(self, key: &str) -> String {
        self.text(key).unwrap_or_default().to_owned()
    }

    pub(super) fn needed_text(self, key: &str) -> Option<&'a str> {
        self.needed(key);
        self.text(key)
    }

    pub(super) fn truth(self, key: &str) -> Option<bool> {
        let value = self.value(key)?;
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            self.wrong_type(key, value, "trueかfalse", "true or false");
        }
        truth
    }

    /// A number that is not negative.
    pub(super) fn count(self, key: &str) -> Option<u32> {
        let value = self.value(key)?;
        let count =
            value.get_ref().as_integer().and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
        if count.is_none() {
            self.wrong_type(key, value, "0以上の整数", "a whole number from 0");
        }
        count
    }

    /// A moment with its offset, as TOML has them or as text.
    pub(super) fn moment(self, key: &str) -> Option<Timestamp> {
        let value = self.value(key)?;
        let moment = match value.get_ref() {
            DeValue::Datetime(moment) => moment.to_string().parse().ok(),
            DeValue::String(text) => text.parse().ok(),
            _ => None,
        };
        if moment.is_none() {
            self.wrong_type(
                key,
                value,
                "2026-11-22T10:00:00+09:00の形の日時",
                "a date and time such as 2026-11-22T10:00:00+09:00",
            );
        }
        moment.map(to_the_millisecond)
    }

    pub(super) fn needed_moment(self, key: &str) -> Option<Timestamp> {
        self.needed(key);
        self.moment(key)
    }

    /// A day, as TOML has them or as text.
    pub(super) fn date(self, key: &str) -> Option<NaiveDate> {
        let value = self.value(key)?;
        let date = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string().parse().ok(),
            DeValue::String(text) => text.parse().ok(),
            _ => None,
        };
        if date.is_none() {
            self.wrong_type(key, value, "2026-11-22の形の日付", "a date such as 2026-11-22");
        }
        date
    }

    /// One of a few words.
    pub(super) fn word<Meaning>(self, key: &str, meaning: impl Fn(&str) -> Option<Meaning>) -> Option<Meaning> {
        let text = self.text(key)?;
        let found = meaning(text);
        if found.is_none() {
            let text = quoted(text);
            self.faults.add(
                self.offset_of(key),
                format!("「{key}」に「{text}」は使えません。正しい値に直してください。"),
                format!("\"{key}\" cannot be \"{text}\"; correct it."),
            );
        }
        found
    }

    pub(super) fn table(self, key: &str) -> Option<Fields<'a>> {
        let value = self.value(key)?;
        let table = self.as_table(value);
        if table.is_none() {
            self.wrong_type(key, value, "表", "a table");
        }
        table
    }

    pub(super) fn needed_table(self, key: &str) -> Option<Fields<'a>> {
        self.needed(key);
        self.table(key)
    }

    /// The keys and tables of a table of tables, each with the byte offset of its key.
    pub(super) fn tables(self, key: &str) -> Vec<(&'a str, usize, Fields<'a>)> {
        let Some(outer) = self.table(key) else { return Vec::new() };
        let mut tables = Vec::with_capacity(outer.table.len());
        for (name, value) in outer.table {
            match outer.as_table(value) {
                Some(table) => tables.push((&**name.get_ref(), name.span().start, table)),
                None => outer.wrong_type(&quoted(name.get_ref()), value, "表", "a table"),
            }
        }
        tables
    }

    /// The keys of a table whose values are all of one type, as `read` takes them.
    pub(super) fn entries<Value>(
        self,
        key: &str,
        read: impl Fn(Fields<'a>, &str) -> Option<Value>,
    ) -> Vec<(String, Value)> {
        let Some(outer) = self.table(key) else { return Vec::new() };
        outer.table.keys().filter_map(|name| Some((name.get_ref().to_string(), read(outer, name.get_ref())?))).collect()
    }

    /// The tables of an array.
    pub(super) fn list(self, key: &str) -> Vec<Fields<'a>> {
        let elements = self.elements(key);
        let mut tables = Vec::with_capacity(elements.len());
        for element in elements {
            match self.as_table(element) {
                Some(table) => tables.push(table),
                None => self.wrong_type(key, element, "表の並び", "a list of tables"),
            }
        }
        tables
    }

    /// The texts of an array.
    pub(super) fn texts(self, key: &str) -> Vec<String> {
        let elements = self.elements(key);
        let mut texts = Vec::with_capacity(elements.len());
        for element in elements {
            match element.get_ref().as_str() {
                Some(text) => texts.push(text.to_owned()),
                None => self.wrong_type(key, element, "文字列の並び", "a list of texts"),
            }
        }
        texts
    }

    fn elements(self, key: &str) -> Vec<&'a Spanned<DeValue<'a>>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "並び（[ ]）", "a list in brackets");
            return Vec::new();
        };
        array.iter().collect()
    }

    fn as_table(self, value: &'a Spanned<DeValue<'a>>) -> Option<Fields<'a>> {
        value.get_ref().as_table().map(|table| Fields { table, offset: value.span().start, faults: self.faults })
    }

    fn needed(self, key: &str) {
        if self.value(key).is_none() {
            self.faults.add(
                self.offset,
                format!("「{key}」がありません。書き足すか、バックアップがあれば戻してください。"),
                format!("\"{key}\" is missing; add it, or put a backup in its place."),
            );
        }
    }

    fn wrong_type(self, key: &str, value: &Spanned<DeValue<'_>>, ja: &str, en: &str) {
        self.faults.add(
            value.span().start,
            format!("「{key}」は{ja}でなければなりません。直してください。"),
            format!("\"{key}\" must be {en}; correct it."),
        );
    }
}
