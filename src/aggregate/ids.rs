//! Ids of what was counted, so that an assessment that is given twice counts once.
//!
//! Several threads read blocks of an input at the same time. Which of two assessments with the same id counts must not
//! depend on which thread is faster: blocks take turns in the order of the input, so the first one counts.

use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// The most ids that are remembered, in about ten bytes each. Assessments beyond are counted without looking for their ids.
const MAX_IDS: usize = 900_000;

/// Ids as random numbers: that two different ones are the same number is not to be expected.
#[derive(Default)]
pub(super) struct Ids {
    numbers: RandomState,
    met: HashSet<u64, BuildHasherDefault<AsItIs>>,
    /// How many assessments were counted without looking for their ids because there are too many.
    pub(super) unchecked: u64,
}

impl Ids {
    /// Whether an id was not met before; from now on it is. No id at all is always new.
    pub(super) fn is_new(&mut self, id: &str) -> bool {
        self.is_new_number(number(&self.numbers, id))
    }

    fn is_new_number(&mut self, number: Option<u64>) -> bool {
        let Some(number) = number else { return true };
        if self.met.len() < MAX_IDS {
            return self.met.insert(number);
        }
        let is_new = !self.met.contains(&number);
        self.unchecked += u64::from(is_new);
        is_new
    }
}

/// The number of an id; `None` where there is none.
fn number(numbers: &RandomState, id: &str) -> Option<u64> {
    let id = id.trim();
    (!id.is_empty()).then(|| numbers.hash_one(id))
}

/// Passes on a number that is random already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        // Only whole numbers are hashed; anything else would still be spread somehow.
        self.0 = bytes.iter().fold(self.0, |all, byte| all.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Lets the blocks of an input look for their ids one after the other.
pub(super) struct Turns<'i> {
    numbers: RandomState,
    state: Mutex<State<'i>>,
    moved_on: Condvar,
}

struct State<'i> {
    ids: &'i mut Ids,
    /// The block whose turn it is, from 0.
    next: u64,
    /// A thread came to an end before its turn: nobody waits any longer.
    is_abandoned: bool,
}

impl<'i> Turns<'i> {
    /// Begins with block 0.
    pub(super) fn new(ids: &'i mut Ids) -> Self {
        let numbers = ids.numbers.clone();
        Self { numbers, state: Mutex::new(State { ids, next: 0, is_abandoned: false }), moved_on: Condvar::new() }
    }

    /// The turn of a block, to be taken by the thread that reads it.
    pub(super) fn of(&self, block: u64) -> Turn<'_, 'i> {
        Turn { turns: self, block, is_taken: false }
    }

    fn lock(&self) -> MutexGuard<'_, State<'i>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The turn of a block. When it is dropped before it is taken, for its thread panics, the others go on without it.
pub(super) struct Turn<'t, 'i> {
    turns: &'t Turns<'i>,
    block: u64,
    is_taken: bool,
}

impl Turn<'_, '_> {
    /// Waits for the blocks before and looks for these ids: for each, whether it is new.
    pub(super) fn are_new<'a>(mut self, ids: impl Iterator<Item = &'a str>) -> Vec<bool> {
        let numbers: Vec<Option<u64>> = ids.map(|id| number(&self.turns.numbers, id)).collect();
        let mut state = self.turns.lock();
        while state.next < self.block && !state.is_abandoned {
            state = self.turns.moved_on.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let are_new = numbers.into_iter().map(|number| state.ids.is_new_number(number)).collect();
        state.next = self.block + 1;
        drop(state);
        self.is_taken = true;
        self.turns.moved_on.notify_all();
        are_new
    }
}

impl Drop for Turn<'_, '_> {
    fn drop(&mut self) {
        if !self.is_taken {
            self.turns.lock().is_abandoned = true;
            self.turns.moved_on.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn an_id_is_new_once_and_none_is_always_new() {
        let mut ids = Ids::default();
        let are_new: Vec<bool> = ["a", "b", " a ", "", "", "b"].iter().map(|id| ids.is_new(id)).collect();
        assert_eq!(are_new, [true, true, false, true, true, false]);
    }

    #[test]
    fn ids_beyond_the_bound_are_told_and_not_remembered() {
        let mut ids = Ids::default();
        assert!((0..MAX_IDS).all(|number| ids.is_new(&format!("{number}"))));
        assert!(ids.is_new("beyond") && ids.is_new("beyond") && !ids.is_new("17"));
        assert_eq!((ids.unchecked, ids.met.len()), (2, MAX_IDS));
    }

    #[test]
    fn the_first_of_an_input_is_new_whoever_is_faster() {
        let mut ids = Ids::default();
        let turns = Turns::new(&mut ids);
        let are_new: Vec<Vec<bool>> = thread::scope(|scope| {
            let blocks: Vec<_> = (0..40_u64)
                .rev()
                .map(|block| {
                    let turns = &turns;
                    scope.spawn(move || turns.of(block).are_new(["same", &block.to_string()].into_iter()))
                })
                .collect();
            blocks.into_iter().rev().map(|block| block.join().expect("no panic")).collect()
        });
        assert_eq!(are_new[0], [true, true]);
        assert!(are_new[1..].iter().all(|one| one == &[false, true]));
    }

    #[test]
    fn a_thread_that_panics_keeps_nobody_waiting() {
        let mut ids = Ids::default();
        let turns = Turns::new(&mut ids);
        thread::scope(|scope| {
            let later = scope.spawn(|| turns.of(1).are_new(["a"].into_iter()));
            drop(turns.of(0));
            assert_eq!(later.join().expect("no panic"), [true]);
        });
    }
}
