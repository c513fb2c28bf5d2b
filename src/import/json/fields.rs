//! Reading the fields of a JSON document, with every fault noted at its path.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::fault::quoted;
use super::super::{ImportFault, Spot};
use super::node::Node;
use crate::core::sheet::{Timestamp, to_the_millisecond};

/// Faults as they are found.
pub(super) type Faults = RefCell<Vec<ImportFault>>;

/// An object of a document, with its path.
pub(super) struct Object<'a> {
    nodes: &'a BTreeMap<String, Node>,
    path: String,
    faults: &'a Faults,
}

impl<'a> Object<'a> {
    /// The object that a node is; a fault where it is something else.
    pub(super) fn new(node: &'a Node, path: String, faults: &'a Faults) -> Option<Self> {
        if let Node::Object(nodes) = node {
            return Some(Self { nodes, path, faults });
        }
        wrong_type(&path, "{ … }", faults);
        None
    }

    /// The path of a field.
    pub(super) fn path(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Notes a fault of a field.
    pub(super) fn fault(&self, key: &str, ja: impl Into<String>, en: impl Into<String>) {
        self.faults.borrow_mut().push(ImportFault::new(Spot::Field(self.path(key)), ja, en));
    }

    /// A field; `None` where it is absent or `null`.
    fn node(&self, key: &str) -> Option<&'a Node> {
        self.nodes.get(key).filter(|node| **node != Node::Null)
    }

    /// An object within this one; `None` where it is absent.
    pub(super) fn object(&self, key: &str) -> Option<Object<'a>> {
        Object::new(self.node(key)?, self.path(key), self.faults)
    }

    /// A list of objects; empty where it is absent. What is no object is a fault.
    pub(super) fn objects(&self, key: &str) -> Vec<Object<'a>> {
        match self.node(key) {
            None => Vec::new(),
            Some(Node::List(nodes)) => {
                let path = |place| format!("{}[{place}]", self.path(key));
                nodes
                    .iter()
                    .enumerate()
                    .filter_map(|(place, node)| Object::new(node, path(place), self.faults))
                    .collect()
            }
            Some(_) => {
                wrong_type(&self.path(key), "[ … ]", self.faults);
                Vec::new()
            }
        }
    }

    /// A text; `None` where it is absent.
    pub(super) fn optional_text(&self, key: &str) -> Option<&'a str> {
        if let Node::Text(text) = self.node(key)? {
            return Some(text);
        }
        wrong_type(&self.path(key), "\"…\"", self.faults);
        None
    }

    /// A text; empty where it is absent.
    pub(super) fn text(&self, key: &str) -> String {
        self.optional_text(key).unwrap_or_default().to_owned()
    }

    /// Texts by key, or in a list; empty where they are absent.
    pub(super) fn texts(&self, key: &str) -> Vec<(String, String)> {
        let pairs: Vec<(String, &Node)> = match self.node(key) {
            None => Vec::new(),
            Some(Node::Object(nodes)) => nodes.iter().map(|(key, node)| (key.clone(), node)).collect(),
            Some(Node::List(nodes)) => nodes.iter().map(|node| (String::new(), node)).collect(),
            Some(_) => {
                wrong_type(&self.path(key), "[ … ]", self.faults);
                Vec::new()
            }
        };
        let text = |(name, node): (String, &Node)| {
            if let Node::Text(text) = node {
                return Some((name, text.clone()));
            }
            wrong_type(&self.path(key), "\"…\"", self.faults);
            None
        };
        pairs.into_iter().filter_map(text).collect()
    }

    /// A yes or no; no where it is absent.
    pub(super) fn flag(&self, key: &str) -> bool {
        self.optional_flag(key).unwrap_or_default()
    }

    /// A yes or no; `None` where it is absent.
    pub(super) fn optional_flag(&self, key: &str) -> Option<bool> {
        if let Node::Bool(flag) = self.node(key)? {
            return Some(*flag);
        }
        wrong_type(&self.path(key), "true, false", self.faults);
        None
    }

    /// A whole number of 0 or more; `None` where it is absent.
    pub(super) fn count(&self, key: &str) -> Option<u32> {
        match self.node(key)? {
            Node::Whole(number) if u32::try_from(*number).is_ok() => u32::try_from(*number).ok(),
            _ => {
                wrong_type(&self.path(key), "0, 1, 2 …", self.faults);
                None
            }
        }
    }

    /// A moment; `None` where it is absent.
    pub(super) fn moment(&self, key: &str) -> Option<Timestamp> {
        let parse = |text: &str| Timestamp::parse_from_rfc3339(text).ok().map(to_the_millisecond);
        self.parsed(key, parse, "2026-11-22T10:00:00+09:00")
    }

    /// A date; `None` where it is absent.
    pub(super) fn date(&self, key: &str) -> Option<NaiveDate> {
        self.parsed(key, |text| text.parse().ok(), "2026-11-22")
    }

    /// What a text means; a fault that names an example where it means nothing.
    pub(super) fn parsed<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>, example: &str) -> Option<T> {
        let text = self.optional_text(key)?;
        let value = parse(text);
        if value.is_none() {
            let text = quoted(text);
            self.fault(
                key,
                format!("「{text}」を読めません。{example}のように書いてください。"),
                format!("\"{text}\" cannot be read; write it like {example}."),
            );
        }
        value
    }
}

fn wrong_type(path: &str, wanted: &str, faults: &Faults) {
    faults.borrow_mut().push(ImportFault::new(
        Spot::Field(path.to_owned()),
        format!("値の種類が違います。{wanted}にしてください。"),
        format!("this is a value of the wrong kind; use {wanted}."),
    ));
}
