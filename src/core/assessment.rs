//! One company's assessment: both sheets and all that belongs to them.

use std::collections::BTreeMap;

use super::declaration::{Declaration, Policy, Publication};
use super::language::Language;
use super::merge_record::MergeRecord;
pub use super::organization::Organization;
use super::place::Place;
use super::plan_entry::PlanEntry;
use super::question_set::Kind;
use super::sheet::{Sheet, Timestamp};

/// Whether both sheets are answered whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Answers are missing.
    InProgress,
    /// Every question of both sheets is answered.
    Complete,
}

impl Status {
    /// The name in files and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InProgress => "in-progress",
            Self::Complete => "complete",
        }
    }
}

/// A self-assessment of one organisation at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Identifier, also the name of its file.
    pub id: String,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Language in which it was begun.
    pub language: Language,
    /// Who is assessed.
    pub organization: Organization,
    /// Where it was left.
    pub place: Place,
    /// The principles.
    pub checklist: Sheet,
    /// The self-diagnosis.
    pub diagnosis: Sheet,
    /// Decisions about the remediation plan, by question id.
    pub plan: BTreeMap<String, PlanEntry>,
    /// The basic policy.
    pub policy: Policy,
    /// Where the policy is public.
    pub publication: Publication,
    /// The declaration itself.
    pub declaration: Declaration,
    /// Id of the assessment from which this one was begun.
    pub carried_from: Option<String>,
    /// How it was merged, if it was.
    pub merge: Option<MergeRecord>,
}

impl Assessment {
    /// A new, unanswered assessment.
    pub fn new(
        id: String,
        organization: Organization,
        checklist: Sheet,
        diagnosis: Sheet,
        language: Language,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            created_at: now,
            updated_at: now,
            language,
            organization,
            place: Place::Question(Kind::Checklist, 1),
            checklist,
            diagnosis,
            plan: BTreeMap::new(),
            policy: Policy::default(),
            publication: Publication::default(),
            declaration: Declaration::default(),
            carried_from: None,
            merge: None,
        }
    }

    /// The sheet of a kind.
    pub fn sheet(&self, kind: Kind) -> &Sheet {
        match kind {
            Kind::Checklist => &self.checklist,
            Kind::Diagnosis => &self.diagnosis,
        }
    }

    /// The sheet of a kind, to be changed.
    pub fn sheet_mut(&mut self, kind: Kind) -> &mut Sheet {
        match kind {
            Kind::Checklist => &mut self.checklist,
            Kind::Diagnosis => &mut self.diagnosis,
        }
    }

    /// How many answers both sheets hold.
    pub fn answered(&self) -> usize {
        self.checklist.answered() + self.diagnosis.answered()
    }

    /// Whether both sheets are answered whole.
    pub fn status(&self) -> Status {
        if self.checklist.is_complete() && self.diagnosis.is_complete() { Status::Complete } else { Status::InProgress }
    }
}

/// A new identifier: eight letters and digits that are hard to confuse, the first a letter.
pub fn new_id() -> String {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz";
    const BOTH: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut id = String::with_capacity(8);
    id.push(char::from(LETTERS[fastrand::usize(..LETTERS.len())]));
    for _ in 1..8 {
        id.push(char::from(BOTH[fastrand::usize(..BOTH.len())]));
    }
    id
}
