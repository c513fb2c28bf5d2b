//! Statistics over many assessments, gathered one at a time.
//!
//! Memory does not grow with the number of assessments: points are whole numbers in a bounded range, so counting how often
//! each total occurs keeps all that the exact median and quartiles need. Groups are limited in number and in the length of
//! their names. Two halves gathered on two threads can be put together.

mod disclosure;
mod group_counts;
mod groups;
mod histogram;
mod shown_groups;
mod summary;

use std::fmt;

use super::question_set::{QuestionSet, SharedSet};

pub use groups::{
    GroupBy, GroupStatistics, GroupValue, GroupsShown, MAX_GROUPS, MAX_NAME_LEN, MIN_GROUP_SIZE, SizeClass,
};
pub use histogram::{Distribution, Histogram};
pub use summary::{BandCount, CategoryStatistics, QuestionStatistics, Statistics};

use group_counts::GroupCounts;

/// One assessment as flat data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// Whether the assessment is finished. One in progress is counted and otherwise left out.
    pub complete: bool,
    /// Whether it was made of other assessments. It counts like any other, which is told.
    pub merged: bool,
    /// Industry in the company's own words; blank where it is not stated.
    pub industry: &'a str,
    /// Region in the company's own words; blank where it is not stated.
    pub region: &'a str,
    /// Number of employees, if stated.
    pub employees: Option<u32>,
    /// For each question of the diagnosis in order, the position of its answer among the choices, from 0.
    pub answers: &'a [Option<u8>],
}

/// Why a record cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordFault {
    /// It has another number of answers than the set has questions.
    Length {
        /// Questions of the set.
        expected: usize,
        /// Answers of the record.
        found: usize,
    },
    /// An answer is none of the choices; the number of the question, from 1.
    Choice(usize),
    /// It is marked as finished but lacks an answer; the number of the question, from 1.
    Missing(usize),
}

/// Two aggregates are about different question sets and cannot be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DifferentSets;

impl fmt::Display for DifferentSets {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the figures are about different question sets")
    }
}

impl std::error::Error for DifferentSets {}

/// Counts over assessments of one diagnosis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aggregate {
    set: SharedSet,
    /// For each question the position of its category, if the set has it.
    category_of: Vec<Option<usize>>,
    assessments: u64,
    complete: u64,
    merged: u64,
    totals: Histogram,
    categories: Vec<Histogram>,
    /// For each question how often each choice was taken.
    choices: Vec<Vec<u64>>,
    groups: GroupCounts,
}

impl Aggregate {
    /// Counts of nothing yet, for assessments of this diagnosis.
    pub fn new(set: SharedSet) -> Self {
        let position = |id: &str| set.categories.iter().position(|category| category.id == id);
        Self {
            category_of: set.questions.iter().map(|question| position(&question.category)).collect(),
            assessments: 0,
            complete: 0,
            merged: 0,
            totals: Histogram::default(),
            categories: vec![Histogram::default(); set.categories.len()],
            choices: vec![vec![0; set.choices.len()]; set.questions.len()],
            groups: GroupCounts::default(),
            set,
        }
    }

    /// The diagnosis.
    pub fn set(&self) -> &QuestionSet {
        &self.set
    }

    /// Whether an assessment can be counted.
    ///
    /// # Errors
    ///
    /// The first fault of the record.
    pub fn check(&self, record: &Record<'_>) -> Result<(), RecordFault> {
        let (expected, found) = (self.set.questions.len(), record.answers.len());
        if expected != found {
            return Err(RecordFault::Length { expected, found });
        }
        for (index, answer) in record.answers.iter().enumerate() {
            match answer {
                Some(choice) if usize::from(*choice) >= self.set.choices.len() => {
                    return Err(RecordFault::Choice(index + 1));
                }
                None if record.complete => return Err(RecordFault::Missing(index + 1)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Counts an assessment. Statistics are about finished ones; one in progress only adds to the number of assessments.
    ///
    /// # Errors
    ///
    /// The first fault of the record, which is then not counted at all.
    pub fn add(&mut self, record: &Record<'_>) -> Result<(), RecordFault> {
        self.check(record)?;
        self.assessments += 1;
        self.merged += u64::from(record.merged);
        if !record.complete {
            return Ok(());
        }
        self.complete += 1;
        let mut total = 0;
        let mut parts = vec![0; self.categories.len()];
        for ((answer, counts), category) in record.answers.iter().zip(&mut self.choices).zip(&self.category_of) {
            let Some(choice) = answer.map(usize::from) else { continue };
            let points = self.set.choices[choice].points;
            counts[choice] += 1;
            total += points;
            if let Some(category) = category {
                parts[*category] += points;
            }
        }
        self.totals.add(total, 1);
        for (histogram, points) in self.categories.iter_mut().zip(parts) {
            histogram.add(points, 1);
        }
        self.groups.add(record, total);
        Ok(())
    }

    /// Adds what another aggregate of the same diagnosis counted, which gives what one would have counted alone.
    ///
    /// # Errors
    ///
    /// Nothing is added where the other one is about another set, edition or shape.
    pub fn absorb(&mut self, other: &Self) -> Result<(), DifferentSets> {
        let same_name = (&self.set.id, &self.set.edition) == (&other.set.id, &other.set.edition);
        let same_shape = self.set == other.set || self.set.agrees_with(&other.set.outline());
        if !same_name || !same_shape {
            return Err(DifferentSets);
        }
        self.assessments += other.assessments;
        self.complete += other.complete;
        self.merged += other.merged;
        self.totals.absorb(&other.totals);
        for (histogram, others) in self.categories.iter_mut().zip(&other.categories) {
            histogram.absorb(others);
        }
        for (counts, others) in self.choices.iter_mut().zip(&other.choices) {
            for (count, more) in counts.iter_mut().zip(others) {
                *count += more;
            }
        }
        self.groups.absorb(&other.groups);
        Ok(())
    }

    /// The groups by these features, in this order of features. Industries and regions come with the largest first, equal
    /// ones by name, what is not stated and the others beyond the limit last; size classes in their order. Names that differ
    /// only in width, case or kana are one group.
    ///
    /// So that nobody's weaknesses are told, groups of fewer assessments than `smallest` are only counted, and so are
    /// further ones until no figure about fewer can be computed from those that are shown and the figures of all.
    /// [`MIN_GROUP_SIZE`] is the usual limit; with 1 everything is shown.
    pub fn groups(&self, by: &[GroupBy], smallest: u64) -> GroupsShown<'_> {
        shown_groups::shown(&self.groups, by, smallest)
    }
}

#[cfg(test)]
mod tests;
