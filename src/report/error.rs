//! Why a document could not be made.

use std::fmt;

/// A document that could not be made, with what the library that writes the format said. It does not depend on what a
/// user entered: texts that a format cannot hold are cut or cleaned before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentError(pub String);

impl fmt::Display for DocumentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for DocumentError {}

impl From<rust_xlsxwriter::XlsxError> for DocumentError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self(error.to_string())
    }
}
