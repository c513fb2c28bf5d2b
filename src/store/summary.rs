//! What the list shows of a saved assessment.

use crate::core::sheet::Timestamp;

/// What the list shows of one saved assessment, read from the head of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Identifier.
    pub id: String,
    /// When it was begun.
    pub created_at: Timestamp,
}
