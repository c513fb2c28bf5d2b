//! The one value that says which screen is shown.

use super::forms;
use super::screens::{confirm_delete, details, help, home, question, result, review, saved};

/// The screen that is shown, with all that only it needs to know.
#[derive(Clone, Debug)]
pub enum Screen {
    /// Where the program begins.
    Home(home::State),
    /// A form being filled in.
    Form(Box<forms::State>),
    /// A principle or a question.
    Question(question::State),
    /// Why it matters and what to do.
    Details(details::State),
    /// The result of the checklist.
    ChecklistResult,
    /// All answers.
    Review(review::State),
    /// The result of the diagnosis.
    Result(result::State),
    /// The saved assessments.
    Saved(Box<saved::State>),
    /// Whether to delete one.
    ConfirmDelete(confirm_delete::State),
    /// The keys of the screen before.
    Help(help::State),
}

/// A screen without its state: what the key table knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants are those of `Screen`")]
pub enum ScreenKind {
    Home,
    Form,
    Question,
    Details,
    ChecklistResult,
    Review,
    Result,
    Saved,
    ConfirmDelete,
    Help,
}

impl ScreenKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Home,
        Self::Form,
        Self::Question,
        Self::Details,
        Self::ChecklistResult,
        Self::Review,
        Self::Result,
        Self::Saved,
        Self::ConfirmDelete,
        Self::Help,
    ];

    /// Whether printable characters go into a text field.
    pub const fn is_typing(self) -> bool {
        matches!(self, Self::Form | Self::Saved)
    }
}

impl Screen {
    /// Which screen this is.
    pub const fn kind(&self) -> ScreenKind {
        match self {
            Self::Home(_) => ScreenKind::Home,
            Self::Form(_) => ScreenKind::Form,
            Self::Question(_) => ScreenKind::Question,
            Self::Details(_) => ScreenKind::Details,
            Self::ChecklistResult => ScreenKind::ChecklistResult,
            Self::Review(_) => ScreenKind::Review,
            Self::Result(_) => ScreenKind::Result,
            Self::Saved(_) => ScreenKind::Saved,
            Self::ConfirmDelete(_) => ScreenKind::ConfirmDelete,
            Self::Help(_) => ScreenKind::Help,
        }
    }
}
