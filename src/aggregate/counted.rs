//! The counts of one thread.

use std::num::NonZero;
use std::thread;

use super::{InputError, MAX_NAMED};
use crate::core::question_set::SharedSet;
use crate::core::statistics::{Aggregate, Record};

/// The most threads that count. Reading cannot keep up with more.
const MAX_THREADS: usize = 4;

/// The number of threads to count with.
pub(super) fn threads() -> NonZero<usize> {
    let most = NonZero::new(MAX_THREADS).unwrap_or(NonZero::<usize>::MIN);
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN).min(most)
}

/// Counts, and what could not be counted.
#[derive(Debug)]
pub(super) struct Counted {
    /// The counts.
    pub(super) aggregate: Aggregate,
    /// The first broken inputs by their numbers, at most [`MAX_NAMED`].
    pub(super) broken: Vec<(u64, InputError)>,
    /// How many are broken.
    pub(super) broken_count: usize,
}

impl Counted {
    pub(super) fn new(set: &SharedSet) -> Self {
        Self { aggregate: Aggregate::new(set.clone()), broken: Vec::new(), broken_count: 0 }
    }

    pub(super) fn count(&mut self, number: u64, record: &Record<'_>) {
        if self.aggregate.add(record).is_err() {
            self.fail(number, InputError::OtherSet);
        }
    }

    pub(super) fn fail(&mut self, number: u64, error: InputError) {
        self.broken_count += 1;
        if self.broken.len() < MAX_NAMED {
            self.broken.push((number, error));
        }
    }

    /// Adds what other threads counted.
    pub(super) fn absorb_all(&mut self, others: impl IntoIterator<Item = thread::Result<Self>>) {
        for other in others {
            match other {
                Ok(other) => {
                    // Cannot fail: all are about the same set.
                    let _ = self.aggregate.absorb(&other.aggregate);
                    self.broken.extend(other.broken);
                    self.broken_count += other.broken_count;
                }
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        // Each thread kept its first ones, so the first ones of all are among them.
        self.broken.sort_by_key(|(number, _)| *number);
        self.broken.truncate(MAX_NAMED);
    }
}
