//! What the program wants done outside itself. Carried out by `session`, the only place that touches disk and clock.

use crate::core::assessment::Assessment;
use crate::core::language::Language;

/// Something to be done outside.
#[derive(Debug)]
pub enum Effect {
    /// Make this state of the assessment durable; answered by `Message::Saved` with the revision.
    Save(u64, Box<Assessment>),
    /// Let go of the assessment that is open: wait until it is durable and release its lock.
    Close,
    /// Read an assessment by its id and hold its lock; answered by `Message::Opened`.
    Open(String),
    /// Read the list of saved assessments; answered by `Message::Listed`.
    List,
    /// Delete an assessment by its id; answered by `Message::Deleted`.
    Delete(String),
    /// Remember the language for the next time.
    RememberLanguage(Language),
    /// Hand the terminal back and stop until continued.
    Suspend,
    /// End the program when everything is durable; the signal that asked for it, if one did.
    Leave(Option<i32>),
}
