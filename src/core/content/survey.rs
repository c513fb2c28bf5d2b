//! How other companies answered: shares of a published survey, a mirror and no target.

use serde::Deserialize;

/// A survey that asked the questions of a set.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Survey {
    /// Title.
    pub title: String,
    /// Who published it under which name.
    pub source: String,
    /// When it was published.
    pub published_on: chrono::NaiveDate,
    /// Companies that answered.
    pub n: u32,
    /// Id of the set whose questions were asked.
    pub set: String,
    /// What the shares count, and that they are no target.
    pub note: String,
    /// The shares that are known, in the order of the questions; items without a figure are absent, never estimated.
    pub shares: Vec<Share>,
}

/// The share of one question.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Share {
    /// Id of the question.
    pub id: String,
    /// Companies that have the measure in place, fully or partly, in percent from 0 to 100.
    pub percent: f64,
}

impl Survey {
    /// The share of a question of a set in percent; `None` where no figure is known.
    pub fn percent(&self, set: &str, question: &str) -> Option<f64> {
        let share = self.shares.iter().find(|share| share.id == question).filter(|_| self.set == set)?;
        Some(share.percent)
    }
}
