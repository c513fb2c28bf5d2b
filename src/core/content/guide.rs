//! The guide: what the scheme is and how one goes through it.

use serde::Deserialize;

/// The guide.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Guide {
    /// Title.
    pub title: String,
    /// Sections in order.
    pub sections: Vec<Section>,
}

/// A section of the guide.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Section {
    /// Stable name.
    pub id: String,
    /// Title.
    pub title: String,
    /// Paragraphs.
    #[serde(default)]
    pub paragraphs: Vec<String>,
    /// Points of a list after the paragraphs.
    #[serde(default)]
    pub points: Vec<String>,
    /// Addresses after the points.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Whether what it says is less certain (B or C in the facts), so that a hint to the official site belongs to it.
    #[serde(default)]
    pub check: bool,
}

/// An address with what is found there.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Link {
    /// What is found there.
    pub label: String,
    /// The address.
    pub url: String,
}
