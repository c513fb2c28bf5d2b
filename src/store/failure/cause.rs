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
        let kind = if is_held_by_another(error) { ErrorKind::ResourceBusy } else { error.kind() };
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

/// Whether the system refused because another program has the file open, or a part of it locked.
/// <https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499->
#[cfg(windows)]
pub(in crate::store) fn is_held_by_another(error: &Error) -> bool {
    const ERROR_SHARING_VIOLATION: i32 = 32;
    const ERROR_LOCK_VIOLATION: i32 = 33;
    matches!(error.raw_os_error(), Some(ERROR_SHARING_VIOLATION | ERROR_LOCK_VIOLATION))
}
