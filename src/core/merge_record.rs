//! What a merged assessment remembers of its making.

use std::collections::BTreeMap;

enum_with_all! {
    /// How answers that differ are brought together.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum MergeRule {
        /// The answer with the fewest points: the weakest site sets the level of the whole.
        #[default]
        Worst,
        /// The mean of the points, rounded down to the nearest choice.
        Average,
        /// The most frequent answer; ties go to fewer points.
        Majority,
    }
}

impl MergeRule {
    /// The name in files, JSON and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Worst => "worst",
            Self::Average => "average",
            Self::Majority => "majority",
        }
    }

    /// The rule with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }
}

/// Where a merged assessment comes from and how each disagreement was settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergeRecord {
    /// The rule for what nobody decided by hand.
    pub rule: MergeRule,
    /// Ids of the sources, in the order given.
    pub sources: Vec<String>,
    /// Every question on which the sources differ or which one of them lacks.
    pub disagreements: Vec<Disagreement>,
}

/// One question on which the sources do not agree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disagreement {
    /// Whether it is a principle of the checklist rather than a question of the diagnosis.
    pub in_checklist: bool,
    /// Number of the question.
    pub number: usize,
    /// Id of the question.
    pub question: String,
    /// Choice by source id; a source that lacks the answer is absent.
    pub answers: BTreeMap<String, String>,
    /// The choice taken.
    pub chosen: String,
    /// Whether a person decided rather than the rule.
    pub by_hand: bool,
    /// Why, if a person decided.
    pub reason: String,
}
