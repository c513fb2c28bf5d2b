//! The figures that an aggregate gives.

use super::{Aggregate, Distribution};
use crate::core::question_set::{Band, Category, Choice, Question};

/// Statistics over the finished assessments.
#[derive(Clone, Debug, PartialEq)]
pub struct Statistics<'a> {
    /// Assessments counted, with those in progress.
    pub assessments: u64,
    /// Finished assessments.
    pub complete: u64,
    /// Assessments counted that were made of others.
    pub merged: u64,
    /// The points of the finished ones; `None` where none is finished.
    pub points: Option<Distribution>,
    /// How many lie in each band, in the order of the set.
    pub bands: Vec<BandCount<'a>>,
    /// The parts in order.
    pub categories: Vec<CategoryStatistics<'a>>,
    /// The questions in order.
    pub questions: Vec<QuestionStatistics<'a>>,
}

/// How many assessments lie in a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandCount<'a> {
    /// The band.
    pub band: &'a Band,
    /// How many.
    pub count: u64,
}

/// The figures of a part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CategoryStatistics<'a> {
    /// The part.
    pub category: &'a Category,
    /// Its points; `None` where no assessment is finished.
    pub points: Option<Distribution>,
}

/// The figures of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionStatistics<'a> {
    /// The question.
    pub question: &'a Question,
    /// How often each choice was taken, in the order of the choices.
    pub counts: Vec<(&'a Choice, u64)>,
    /// The mean of its points; `None` where no assessment is finished.
    pub mean: Option<f64>,
    /// The sum of its points, which orders questions exactly.
    sum: i64,
}

impl QuestionStatistics<'_> {
    /// The share of each choice from 0 to 1, in the order of the choices; nothing where no assessment is finished.
    pub fn shares(&self) -> impl Iterator<Item = (&Choice, f64)> {
        let total: u64 = self.counts.iter().map(|(_, count)| count).sum();
        self.counts
            .iter()
            .filter(move |_| total > 0)
            .map(move |(choice, count)| (*choice, *count as f64 / total as f64))
    }
}

impl<'a> Statistics<'a> {
    /// The questions with the lowest means, at most that many, the lowest first, equal ones by number. None where no
    /// assessment is finished.
    pub fn weakest(&self, most: usize) -> Vec<&QuestionStatistics<'a>> {
        if self.complete == 0 {
            return Vec::new();
        }
        let mut questions: Vec<_> = self.questions.iter().collect();
        questions.sort_by_key(|one| (one.sum, one.question.number));
        questions.truncate(most);
        questions
    }
}

impl Aggregate {
    /// The figures over what was counted so far.
    pub fn figures(&self) -> Statistics<'_> {
        let band_count = |band| BandCount {
            band,
            count: self
                .totals
                .iter()
                .filter(|(points, _)| self.set.band(*points) == Some(band))
                .map(|(_, times)| times)
                .sum(),
        };
        Statistics {
            assessments: self.assessments,
            complete: self.complete,
            merged: self.merged,
            points: self.totals.distribution(),
            bands: self.set.bands.iter().map(band_count).collect(),
            categories: self
                .set
                .categories
                .iter()
                .zip(&self.categories)
                .map(|(category, histogram)| CategoryStatistics { category, points: histogram.distribution() })
                .collect(),
            questions: self
                .set
                .questions
                .iter()
                .zip(&self.choices)
                .map(|(question, counts)| self.question_figures(question, counts))
                .collect(),
        }
    }

    fn question_figures<'a>(&'a self, question: &'a Question, counts: &[u64]) -> QuestionStatistics<'a> {
        let counts: Vec<(&Choice, u64)> = self.set.choices.iter().zip(counts.iter().copied()).collect();
        let sum = counts.iter().map(|(choice, count)| i64::from(choice.points) * *count as i64).sum::<i64>();
        let mean = (self.complete > 0).then(|| sum as f64 / self.complete as f64);
        QuestionStatistics { question, counts, mean, sum }
    }
}
