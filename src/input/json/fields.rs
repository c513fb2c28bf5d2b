//! The fields of a JSON document, read with every fault noted at its path.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::node::Node;
use crate::input::{Fault, FaultKind, Faults, FieldFault, ImportFault, Location, ValueType};

/// An object of a document, with its path.
pub(crate) struct Object<'a> {
    nodes: &'a BTreeMap<String, Node>,
    path: String,
    faults: &'a Faults<'a>,
}

impl<'a> Object<'a> {
    /// The object that a document is; a fault where it is something else.
    pub(crate) fn root(node: &'a Node, faults: &'a Faults<'a>) -> Option<Self> {
        if let Node::Object(nodes) = node {
            return Some(Self { nodes, path: String::new(), faults });
        }
        faults.push(Fault::of_file(ImportFault::NotJson));
        None
    }

    /// The path of a field.
    fn path(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Notes a fault of a field.
    pub(crate) fn fault(&self, key: &str, kind: impl Into<FaultKind>) {
        self.faults.push(Fault::new(Location::Field((&self.path(key)).into()), kind));
    }

    /// A field; `None` where it is absent or `null`.
    fn node(&self, key: &str) -> Option<&'a Node> {
        self.nodes.get(key).filter(|node| **node != Node::Null)
    }

    /// The value of a field as `pick` takes it; `None` where it is absent, a fault where it is of another type.
    fn take<Found>(&self, key: &str, wanted: ValueType, pick: impl Fn(&'a Node) -> Option<Found>) -> Option<Found> {
        self.take_from(key, self.node(key)?, wanted, pick)
    }

    fn take_from<Found>(
        &self,
        key: &str,
        node: &'a Node,
        wanted: ValueType,
        pick: impl Fn(&'a Node) -> Option<Found>,
    ) -> Option<Found> {
        let found = pick(node);
        if found.is_none() {
            self.fault(key, FieldFault::WrongType { key: key.into(), wanted, found: node.value_type() });
        }
        found
    }

    /// An object within this one; `None` where it is absent.
    pub(crate) fn object(&self, key: &str) -> Option<Object<'a>> {
        self.object_from(key, self.node(key)?)
    }

    fn object_from(&self, key: &str, node: &'a Node) -> Option<Object<'a>> {
        let nodes = self.take_from(key, node, ValueType::Object, Node::as_object)?;
        Some(Object { nodes, path: self.path(key), faults: self.faults })
    }

    /// A list of objects; empty where it is absent. What is no object is a fault.
    pub(crate) fn objects(&self, key: &str) -> Vec<Object<'a>> {
        let Some(nodes) = self.take(key, ValueType::Array, Node::as_array) else { return Vec::new() };
        let object = |(index, node)| self.object_from(&format!("{key}[{index}]"), node);
        nodes.iter().enumerate().filter_map(object).collect()
    }

    /// A text; `None` where it is absent.
    pub(crate) fn optional_text(&self, key: &str) -> Option<&'a str> {
        self.take(key, ValueType::Text, Node::as_text)
    }

    /// A text; empty where it is absent.
    pub(crate) fn text(&self, key: &str) -> String {
        self.optional_text(key).unwrap_or_default().to_owned()
    }

    /// The texts of a list; empty where it is absent.
    pub(crate) fn list(&self, key: &str) -> Vec<String> {
        let nodes = self.take(key, ValueType::Array, Node::as_array).into_iter().flatten().enumerate();
        nodes.filter_map(|(index, node)| self.text_from(&format!("{key}[{index}]"), node)).collect()
    }

    /// The texts of an object by their keys; empty where it is absent.
    pub(crate) fn texts(&self, key: &str) -> BTreeMap<String, String> {
        let nodes = self.take(key, ValueType::Object, Node::as_object).into_iter().flatten();
        let entry = |(name, node): (&String, _)| Some((name.clone(), self.text_from(&format!("{key}.{name}"), node)?));
        nodes.filter_map(entry).collect()
    }

    fn text_from(&self, key: &str, node: &'a Node) -> Option<String> {
        self.take_from(key, node, ValueType::Text, Node::as_text).map(str::to_owned)
    }

    /// True or false; false where it is absent.
    pub(crate) fn boolean(&self, key: &str) -> bool {
        self.optional_boolean(key).unwrap_or_default()
    }

    /// True or false; `None` where it is absent.
    pub(crate) fn optional_boolean(&self, key: &str) -> Option<bool> {
        self.take(key, ValueType::Boolean, |node| if let Node::Bool(value) = node { Some(*value) } else { None })
    }

    /// A whole number from 0; `None` where it is absent.
    pub(crate) fn count(&self, key: &str) -> Option<u32> {
        let whole = |node: &Node| if let Node::Whole(number) = node { Some(*number) } else { None };
        let count = u32::try_from(self.take(key, ValueType::Count, whole)?).ok();
        if count.is_none() {
            self.fault(key, FieldFault::OutOfRange { key: key.into(), min: 0, max: u32::MAX.into() });
        }
        count
    }

    /// A number from `min` to `max`, whole or not; `None` where it is absent.
    pub(crate) fn number(&self, key: &str, min: i32, max: i32) -> Option<f64> {
        let number = self.take(key, ValueType::Number, |node| match node {
            Node::Whole(number) => Some(*number as f64),
            Node::Number(number) => Some(*number),
            _ => None,
        })?;
        let is_within = (f64::from(min)..=f64::from(max)).contains(&number);
        if !is_within {
            self.fault(key, FieldFault::OutOfRange { key: key.into(), min: min.into(), max: max.into() });
        }
        is_within.then_some(number)
    }

    /// A field that must be there, as `read` takes it; a fault where it is absent or `null`.
    pub(crate) fn needed<Found>(&self, key: &str, read: impl Fn(&Self, &str) -> Option<Found>) -> Option<Found> {
        if self.node(key).is_none() {
            self.fault(key, FieldFault::Missing { key: key.into() });
        }
        read(self, key)
    }

    /// A date and time with its offset from UTC; `None` where it is absent.
    pub(crate) fn date_time(&self, key: &str) -> Option<DateTime<FixedOffset>> {
        let text = self.optional_text(key)?;
        self.known(key, text, ValueType::DateTime, DateTime::parse_from_rfc3339(text).ok())
    }

    /// A date; `None` where it is absent.
    pub(crate) fn date(&self, key: &str) -> Option<NaiveDate> {
        self.parsed(key, ValueType::Date)
    }

    /// What a text means; `None` where it is absent.
    pub(crate) fn parsed<Value: FromStr>(&self, key: &str, wanted: ValueType) -> Option<Value> {
        let text = self.optional_text(key)?;
        self.known(key, text, wanted, text.parse().ok())
    }

    fn known<Value>(&self, key: &str, text: &str, wanted: ValueType, value: Option<Value>) -> Option<Value> {
        if value.is_none() {
            self.fault(key, FieldFault::Malformed { key: key.into(), found: text.into(), wanted });
        }
        value
    }

    /// One of a few words; `None` where it is absent.
    pub(crate) fn one_of<Meaning: Copy>(&self, key: &str, words: &[(&'static str, Meaning)]) -> Option<Meaning> {
        let text = self.optional_text(key)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            self.fault(key, FieldFault::not_one_of(key, text, words.iter().map(|(word, _)| *word)));
        }
        found
    }
}
