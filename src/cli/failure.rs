//! Failures of commands: what goes to standard error, and the exit code.

use crate::core::language::Language;
use crate::input::Fault;
use crate::messages::messages;
use crate::report::error::DocumentError;
use crate::store::failure::StoreError;
use crate::text::clean;

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// It failed: one sentence per line.
    Failed(Vec<String>),
    /// It was used wrongly.
    Usage(String),
    /// The reader closed the pipe; nothing is reported.
    OutputClosed,
}

impl Failure {
    /// A failure with one sentence.
    pub fn message(sentence: impl Into<String>) -> Self {
        Self::Failed(vec![sentence.into()])
    }

    /// A failure of the store, in the user's language.
    pub fn of_store(error: &StoreError, language: Language) -> Self {
        Self::Failed(error.sentences(language))
    }

    /// Faults of a file, each with its place.
    pub fn of_file(file: &str, faults: &[Fault], language: Language) -> Self {
        let words = &messages(language).faults;
        Self::Failed(faults.iter().map(|fault| words.in_file(file, fault)).collect())
    }

    /// A document that could not be made.
    pub fn of_document(error: &DocumentError, language: Language) -> Self {
        Self::message((messages(language).export.document_failed)(&error.0))
    }

    /// A failure to write the output. A reader that closed the pipe has what it wanted, so that is no failure.
    pub fn of_output(error: &std::io::Error, language: Language) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::OutputClosed
        } else {
            Self::message((messages(language).cli.output_failed)(&error.to_string()))
        }
    }

    /// The exit code.
    pub const fn code(&self) -> u8 {
        match self {
            Self::Failed(_) => 1,
            Self::Usage(_) => 2,
            Self::OutputClosed => 0,
        }
    }

    /// What goes to standard error, cleaned.
    pub fn lines(&self) -> Vec<String> {
        let sentences = match self {
            Self::Failed(sentences) => sentences.as_slice(),
            Self::Usage(sentence) => std::slice::from_ref(sentence),
            Self::OutputClosed => &[],
        };
        sentences.iter().map(|sentence| format!("error: {}", clean(sentence))).collect()
    }
}
