//! What the system said when it refused.

use std::io::{Error, ErrorKind};

/// Why the system refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    kind: ErrorKind,
    text: String,
}

impl Cause {
    /// The cause of an error.
    pub fn of(error: &Error) -> Self {
        Self { kind: error.kind(), text: error.to_string() }
    }

    /// What kind of error it was.
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What the system calls it, for kinds that have no sentence of their own.
    pub fn text(&self) -> &str {
        &self.text
    }
}
