//! What the list shows of a saved assessment.

use crate::core::assessment::Status;
use crate::core::sheet::Timestamp;

/// What the list shows of one saved assessment, read from the head of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Identifier.
    pub id: String,
    /// When it was begun.
    pub created_at: Timestamp,
    /// Organisation.
    pub organization: String,
    /// Site or department.
    pub site: String,
    /// Answers given to both sheets.
    pub answered: usize,
    /// Questions of both sheets.
    pub total: usize,
    /// Points so far.
    pub points: Option<i32>,
    /// Whether it is finished; `None` if the file cannot be read.
    pub status: Option<Status>,
}
