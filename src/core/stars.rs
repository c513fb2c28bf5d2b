//! How far a company is on the way to one star and two stars. Always derived, never stored.

use super::assessment::Assessment;

/// What the two stars of SECURITY ACTION still lack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stars {
    /// Numbers of the principles that the company has not said it works on.
    pub one_missing: Vec<usize>,
    /// What two stars still lack.
    pub two_missing: Vec<TwoStarStep>,
}

/// A step to two stars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TwoStarStep {
    /// The self-diagnosis answered whole; no minimum score is asked for.
    Diagnosis,
    /// The basic policy drawn up.
    Policy,
    /// The policy made public.
    Publication,
}

impl TwoStarStep {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Diagnosis => "diagnosis",
            Self::Policy => "policy",
            Self::Publication => "publication",
        }
    }
}

impl Stars {
    /// Whether one star can be declared: the company works, or is going to work, on every principle.
    pub fn one_ready(&self) -> bool {
        self.one_missing.is_empty()
    }

    /// Whether two stars can be declared.
    pub fn two_ready(&self) -> bool {
        self.two_missing.is_empty()
    }
}

/// Derives the stars from an assessment.
pub fn stars(assessment: &Assessment) -> Stars {
    let one_missing = assessment
        .checklist
        .chosen()
        .filter(|(_, choice)| !choice.is_some_and(|choice| choice.counts))
        .map(|(question, _)| question.number)
        .collect();
    let mut two_missing = Vec::new();
    if !assessment.diagnosis.is_complete() {
        two_missing.push(TwoStarStep::Diagnosis);
    }
    if !assessment.policy.is_set() {
        two_missing.push(TwoStarStep::Policy);
    }
    if !assessment.publication.is_public() {
        two_missing.push(TwoStarStep::Publication);
    }
    Stars { one_missing, two_missing }
}
