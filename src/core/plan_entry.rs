//! What a company decided about one item of its remediation plan.

use chrono::NaiveDate;

enum_with_all! {
    /// How far an item of the plan is.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum PlanState {
        /// Nothing was begun.
        #[default]
        Open,
        /// Under way.
        Doing,
        /// Done; the next assessment will show it.
        Done,
        /// The company lives with the gap, for a reason.
        Accepted,
    }
}

impl PlanState {
    /// The name in files and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Accepted => "accepted",
        }
    }

    /// The state with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether there is still something to be done, so that a due date can pass.
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Open | Self::Doing)
    }
}

/// Who does an item of the plan by when, and how far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanEntry {
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub state: PlanState,
    /// Why the gap is accepted; empty in the other states.
    pub reason: String,
    /// A note of one or several lines.
    pub note: String,
}
