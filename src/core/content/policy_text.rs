//! The clauses from which a basic policy is built.

use serde::Deserialize;

/// The text of the basic policy before a company's data go into it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PolicyText {
    /// Title of the policy.
    pub title: String,
    /// Opening, with `{company}`.
    pub preamble: String,
    /// The sentence about the scope, with `{scope}`.
    pub scope_text: String,
    /// The sentence about the contact, with `{contact}`.
    pub contact_text: String,
    /// Clauses in order.
    pub clauses: Vec<Clause>,
}

/// A clause: the leaflet names four, others are common.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Clause {
    /// Stable name.
    pub id: String,
    /// Title.
    pub title: String,
    /// Text; claims no particular measure.
    pub text: String,
    /// Whether it is in a policy unless switched off.
    pub default: bool,
    /// Ids of the questions whose measures it lists where they are implemented and the company wants a list.
    pub measures: Vec<String>,
    /// The sentence before these measures.
    pub measures_intro: String,
}
