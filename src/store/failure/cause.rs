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
        // The standard library has no kind for these two of Windows.
        #[cfg(windows)]
        let kind =
            if crate::store::durable::is_held_by_another(error) { ErrorKind::ResourceBusy } else { error.kind() };
        #[cfg(not(windows))]
        let kind = error.kind();
        Self { kind, text: error.to_string() }
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
