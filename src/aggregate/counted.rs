//! The counts of one thread.

use std::num::NonZero;
use std::thread;

use super::{InputError, MAX_NAMED};
use crate::core::question_set::SharedSet;
use crate::core::statistics::{Aggregate, Record};

/// The most threads that count. Reading cannot keep up with more.
const MAX_THREADS: usize = 4;

/// Characters of an id that are kept. It comes from outside, of any length.
const MAX_ID_LEN: usize = 200;

/// The number of threads to count with.
pub(super) fn threads() -> NonZero<usize> {
    let most = NonZero::new(MAX_THREADS).unwrap_or(NonZero::<usize>::MIN);
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN).min(most)
}

/// The first findings of one kind by their numbers, at most [`MAX_NAMED`], and how many there are.
#[derive(Debug)]
pub(super) struct Found<Finding> {
    pub(super) first: Vec<(u64, Finding)>,
    pub(super) count: usize,
}

impl<Finding> Found<Finding> {
    fn new() -> Self {
        Self { first: Vec::new(), count: 0 }
    }

    fn push(&mut self, number: u64, finding: impl FnOnce() -> Finding) {
        self.count += 1;
        if self.first.len() < MAX_NAMED {
            self.first.push((number, finding()));
        }
    }

    /// Adds what another thread found. Each thread kept its first ones, so the first ones of all are among them.
    fn absorb(&mut self, other: Self) {
        self.first.extend(other.first);
        self.first.sort_by_key(|(number, _)| *number);
        self.first.truncate(MAX_NAMED);
        self.count += other.count;
    }
}

/// Counts, and what could not be counted.
#[derive(Debug)]
pub(super) struct Counted {
    /// The counts.
    pub(super) aggregate: Aggregate,
    /// The broken inputs.
    pub(super) broken: Found<InputError>,
    /// The ids of assessments that were counted before.
    pub(super) duplicates: Found<String>,
}

impl Counted {
    pub(super) fn new(set: &SharedSet) -> Self {
        Self { aggregate: Aggregate::new(set.clone()), broken: Found::new(), duplicates: Found::new() }
    }

    /// Counts an assessment unless its id was met before.
    pub(super) fn count(&mut self, number: u64, record: &Record<'_>, id: &str, is_new: bool) {
        if !is_new {
            self.duplicates.push(number, || id.chars().take(MAX_ID_LEN).collect());
        } else if self.aggregate.add(record).is_err() {
            self.fail(number, InputError::OtherSet);
        }
    }

    pub(super) fn fail(&mut self, number: u64, error: InputError) {
        self.broken.push(number, || error);
    }

    /// Adds what other threads counted.
    pub(super) fn absorb_all(&mut self, others: impl IntoIterator<Item = thread::Result<Self>>) {
        for other in others {
            match other {
                Ok(other) => {
                    // Cannot fail: all are about the same set.
                    let _ = self.aggregate.absorb(&other.aggregate);
                    self.broken.absorb(other.broken);
                    self.duplicates.absorb(other.duplicates);
                }
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    }
}
