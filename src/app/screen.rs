//! The one value that says which screen is shown.

use super::forms;
use super::screens::{
    compare, confirm_delete, confirm_leaving, details, disagreements, export, guide, help, home, plan, policy,
    policy_preview, procedure, question, result, review, saved, settings, stages, trend, what_if,
};

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
    /// Whether to leave the program.
    ConfirmLeaving(confirm_leaving::State),
    /// What is remembered from one time to the next.
    Settings(settings::State),
    /// The remediation plan.
    Plan(plan::State),
    /// Other answers tried out.
    WhatIf(Box<what_if::State>),
    /// Where the sites of a merged assessment differ.
    Disagreements(disagreements::State),
    /// Two assessments side by side.
    Compare(compare::State),
    /// What became of an organisation.
    Trend(trend::State),
    /// Which reports to write.
    Export(export::State),
    /// How far the company is on the road to two stars.
    Stages(stages::State),
    /// What the scheme is.
    Guide(guide::State),
    /// The basic policy.
    Policy(policy::State),
    /// The whole text of the basic policy.
    PolicyPreview(policy_preview::State),
    /// The procedure of declaring.
    Procedure(procedure::State),
    /// The keys of the screen before.
    Help(help::State),
}

/// A screen without its state: what the key table knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants are those of `Screen`")]
pub enum ScreenKind {
    Home,
    Profile,
    Form,
    Question,
    Details,
    ChecklistResult,
    Review,
    Result,
    Saved,
    ConfirmDelete,
    ConfirmLeaving,
    Settings,
    Plan,
    WhatIf,
    Disagreements,
    Compare,
    Trend,
    Export,
    Stages,
    Guide,
    Policy,
    PolicyPreview,
    Procedure,
    Help,
}

impl ScreenKind {
    /// All kinds.
    pub const ALL: [Self; 24] = [
        Self::Home,
        Self::Profile,
        Self::Form,
        Self::Question,
        Self::Details,
        Self::ChecklistResult,
        Self::Review,
        Self::Result,
        Self::Saved,
        Self::ConfirmDelete,
        Self::ConfirmLeaving,
        Self::Settings,
        Self::Plan,
        Self::WhatIf,
        Self::Disagreements,
        Self::Compare,
        Self::Trend,
        Self::Export,
        Self::Stages,
        Self::Guide,
        Self::Policy,
        Self::PolicyPreview,
        Self::Procedure,
        Self::Help,
    ];

    /// Whether printable characters go into a text field.
    pub const fn is_typing(self) -> bool {
        matches!(self, Self::Profile | Self::Form | Self::Saved)
    }
}

impl Screen {
    /// Which screen this is.
    pub fn kind(&self) -> ScreenKind {
        match self {
            Self::Home(_) => ScreenKind::Home,
            // The one form that is left without being kept, and begins something by its button.
            Self::Form(state) if state.subject == forms::Subject::Profile => ScreenKind::Profile,
            Self::Form(_) => ScreenKind::Form,
            Self::Question(_) => ScreenKind::Question,
            Self::Details(_) => ScreenKind::Details,
            Self::ChecklistResult => ScreenKind::ChecklistResult,
            Self::Review(_) => ScreenKind::Review,
            Self::Result(_) => ScreenKind::Result,
            Self::Saved(_) => ScreenKind::Saved,
            Self::ConfirmDelete(_) => ScreenKind::ConfirmDelete,
            Self::ConfirmLeaving(_) => ScreenKind::ConfirmLeaving,
            Self::Settings(_) => ScreenKind::Settings,
            Self::Stages(_) => ScreenKind::Stages,
            Self::Guide(_) => ScreenKind::Guide,
            Self::Policy(_) => ScreenKind::Policy,
            Self::PolicyPreview(_) => ScreenKind::PolicyPreview,
            Self::Procedure(_) => ScreenKind::Procedure,
            Self::Plan(_) => ScreenKind::Plan,
            Self::WhatIf(_) => ScreenKind::WhatIf,
            Self::Disagreements(_) => ScreenKind::Disagreements,
            Self::Compare(_) => ScreenKind::Compare,
            Self::Trend(_) => ScreenKind::Trend,
            Self::Export(_) => ScreenKind::Export,
            Self::Help(_) => ScreenKind::Help,
        }
    }
}
