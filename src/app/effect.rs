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
    /// Write the basic policy into the current folder; answered by `Message::Written`.
    WritePolicy(PolicyFormat, Box<Assessment>, Language),
    /// Remember the language for the next time.
    RememberLanguage(Language),
    /// Hand the terminal back and stop until continued.
    Suspend,
    /// End the program when everything is durable; the signal that asked for it, if one did.
    Leave(Option<i32>),
}

/// A format of the basic policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PolicyFormat {
    /// Word, to be edited.
    Docx,
    /// One page for a website.
    Html,
    /// Plain Markdown.
    Markdown,
}

impl PolicyFormat {
    /// All formats, the most usual first.
    pub const ALL: [Self; 3] = [Self::Docx, Self::Html, Self::Markdown];

    /// The ending of the file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }

    /// What people call it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Docx => "Word (.docx)",
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
        }
    }
}
