//! An assessment beside the statistics of many: its total and categories against median and quartiles, and the questions in
//! which it is furthest behind.
//!
//! Few companies are no benchmark: a single one would show through, and a median over them says little. So statistics over
//! fewer than [`MIN_COMPLETE`] finished assessments are refused.

use super::assessment::Assessment;
use super::question_set::{Category, Choice, Question};
use super::score::score;

/// The fewest finished assessments that statistics must be over.
pub const MIN_COMPLETE: u64 = 5;

/// At most so many questions are named as furthest behind.
pub const MAX_BEHIND: usize = 5;

/// Statistics over the finished assessments of many organisations, as `aggregate --json` writes them.
#[derive(Clone, Debug, PartialEq)]
pub struct BenchmarkStatistics {
    /// Id of the question set that was counted; `None` in files that do not say it.
    pub set: Option<String>,
    /// Edition of that set.
    pub edition: Option<String>,
    /// Finished assessments counted.
    pub complete: u64,
    /// Their totals.
    pub points: Quartiles,
    /// Points of their categories, by the category's id.
    pub categories: Vec<(String, Quartiles)>,
    /// Mean points of their answers, by the question's id.
    pub questions: Vec<(String, f64)>,
}

/// The middle and the quartiles of points, ascending from `q1` to `q3`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quartiles {
    /// A quarter lies at or below this.
    pub q1: f64,
    /// Half lies at or below this.
    pub median: f64,
    /// Three quarters lie at or below this.
    pub q3: f64,
}

/// Why an assessment and statistics cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BenchmarkRefusal {
    /// The statistics are over too few finished assessments: how many.
    TooFew(u64),
    /// They are about another question set: its id and edition.
    OtherSet(String, String),
    /// They lack a category of the assessment's set: its id.
    NoCategory(String),
    /// The assessment is not finished: questions answered and in all.
    Unfinished(usize, usize),
}

/// An assessment beside statistics.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark<'a> {
    /// Finished assessments that the statistics are over.
    pub complete: u64,
    /// The total.
    pub points: Standing,
    /// The categories in order.
    pub categories: Vec<(&'a Category, Standing)>,
    /// Where the assessment is furthest below the mean, furthest first, equal ones by number; at most [`MAX_BEHIND`].
    pub behind: Vec<Behind<'a>>,
}

/// Own points beside those of many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Own points.
    pub own: i32,
    /// The others' points.
    pub others: Quartiles,
}

/// Where own points lie among those of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// Below the first quartile.
    LowestQuarter,
    /// From the first quartile to below the median.
    BelowMedian,
    /// At the median.
    AtMedian,
    /// Above the median up to the third quartile.
    AboveMedian,
    /// Above the third quartile.
    HighestQuarter,
}

/// A question in which an assessment is behind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Behind<'a> {
    /// The question.
    pub question: &'a Question,
    /// The own answer.
    pub choice: &'a Choice,
    /// The mean of the others' points, above those of the own answer.
    pub mean: f64,
}

impl Standing {
    /// Own points less the median.
    pub fn difference(&self) -> f64 {
        f64::from(self.own) - self.others.median
    }

    /// Where the own points lie.
    pub fn position(&self) -> Position {
        let own = f64::from(self.own);
        if own < self.others.q1 {
            Position::LowestQuarter
        } else if own < self.others.median {
            Position::BelowMedian
        } else if own > self.others.q3 {
            Position::HighestQuarter
        } else if own > self.others.median {
            Position::AboveMedian
        } else {
            Position::AtMedian
        }
    }
}

impl Position {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LowestQuarter => "lowest-quarter",
            Self::BelowMedian => "below-median",
            Self::AtMedian => "at-median",
            Self::AboveMedian => "above-median",
            Self::HighestQuarter => "highest-quarter",
        }
    }
}

impl Behind<'_> {
    /// Own points less the mean, below 0.
    pub fn difference(&self) -> f64 {
        f64::from(self.choice.points) - self.mean
    }
}

/// Puts a finished assessment beside statistics.
///
/// # Errors
///
/// The statistics are over too few assessments or about another set, or the assessment is not finished.
pub fn benchmark<'a>(
    assessment: &'a Assessment,
    statistics: &BenchmarkStatistics,
) -> Result<Benchmark<'a>, BenchmarkRefusal> {
    let sheet = &assessment.diagnosis;
    let set = &*sheet.set;
    if statistics.complete < MIN_COMPLETE {
        return Err(BenchmarkRefusal::TooFew(statistics.complete));
    }
    let id = statistics.set.as_deref().unwrap_or(&set.id);
    let edition = statistics.edition.as_deref().unwrap_or(&set.edition);
    if (id, edition) != (&set.id, &set.edition) {
        return Err(BenchmarkRefusal::OtherSet(id.to_owned(), edition.to_owned()));
    }
    let score = score(sheet);
    if !score.is_complete() {
        return Err(BenchmarkRefusal::Unfinished(score.answered, score.total));
    }
    let category = |id: &str| statistics.categories.iter().find(|(known, _)| known == id).map(|(_, others)| *others);
    let categories = score.categories.iter().map(|part| {
        let id = &part.category.id;
        let others = category(id).ok_or_else(|| BenchmarkRefusal::NoCategory(id.clone()))?;
        Ok((part.category, Standing { own: part.points, others }))
    });
    let mut behind: Vec<Behind<'a>> = sheet
        .chosen()
        .filter_map(|(question, choice)| {
            let (_, mean) = statistics.questions.iter().find(|(id, _)| *id == question.id)?;
            Some(Behind { question, choice: choice?, mean: *mean })
        })
        .filter(|behind| behind.difference() < 0.0)
        .collect();
    behind.sort_by(|a, b| {
        a.difference().total_cmp(&b.difference()).then_with(|| a.question.number.cmp(&b.question.number))
    });
    behind.truncate(MAX_BEHIND);
    Ok(Benchmark {
        complete: statistics.complete,
        points: Standing { own: score.points, others: statistics.points },
        categories: categories.collect::<Result<_, _>>()?,
        behind,
    })
}

#[cfg(test)]
mod tests;
