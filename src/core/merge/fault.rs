//! What speaks against merging assessments or deciding about them, as types. The sentences are in [`crate::messages`].

/// What speaks against merging assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeFault {
    /// Fewer than two assessments.
    TooFew,
    /// An assessment named more than once.
    NamedTwice {
        /// Its id.
        id: String,
    },
    /// An assessment of another set or edition than the first one.
    OtherSet {
        /// Its id.
        id: String,
        /// Its set and edition.
        set: SetName,
        /// Id of the first assessment.
        first: String,
        /// Set and edition of the first one.
        first_set: SetName,
    },
    /// An assessment whose set has the name and edition of the first one's, but other questions or points.
    OtherContents {
        /// Its id.
        id: String,
        /// Id of the first assessment.
        first: String,
        /// Set and edition of both.
        set: SetName,
    },
    /// An answer to a question that the set does not have.
    UnknownQuestion {
        /// Id of the assessment.
        id: String,
        /// Id of its set.
        set: String,
        /// Id of the question.
        question: String,
    },
    /// An answer with a choice that the set does not have.
    UnknownChoice {
        /// Id of the assessment.
        id: String,
        /// Id of its set.
        set: String,
        /// Id of the question.
        question: String,
        /// Id of the choice.
        choice: String,
    },
}

/// Id and edition of a question set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetName {
    /// Id.
    pub id: String,
    /// Edition.
    pub edition: String,
}

/// Why a disagreement cannot be decided as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionFault {
    /// The set has no such choice.
    UnknownChoice,
    /// The reason is blank.
    NoReason,
    /// The sources do not disagree on that question.
    NoDisagreement,
    /// The rule cannot settle it, because the set lacks choices that the sources made.
    ChoicesGone,
}
