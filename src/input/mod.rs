//! What comes from outside (files, imported documents, typed text), before anything is known of what it means.
//!
//! Readers for TOML and JSON note **every** fault of a file in one collector, [`Faults`], each with its [`Location`] and its
//! [`FaultKind`]. Nothing here forms a sentence or knows a language: [`crate::messages::faults`] does.

pub mod encoding;
mod fault;
mod faults;
mod file_faults;
pub mod fold;
pub(crate) mod json;
mod location;
mod quoted;
pub mod suggestion;
pub mod toml;

pub use fault::{AnswerFault, EncodingFault, Fault, FaultKind, FieldFault, ValueType};
pub use faults::Faults;
pub use file_faults::{ImportFault, Limit, OutlineFault, QuestionSetFault, SavedFileFault, VersionValue};
pub use location::{Location, Position};
pub use quoted::Quoted;
