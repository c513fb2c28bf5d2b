//! Saved files, read and counted on several threads.

use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use super::Cause;
use super::counted::Counted;
use crate::core::aggregate::Record;
use crate::core::question_set::SharedSet;
use crate::store::figures::FiguresReader;

/// Below this many files, starting a thread takes longer than it saves.
const FEW: usize = 100;

/// Counts saved files; the broken ones by their places in the list, from 0. `are_regular` says that a folder's list gave
/// them as regular files.
pub(super) fn count(
    paths: &[PathBuf],
    are_regular: bool,
    reader: &FiguresReader<'_>,
    set: &SharedSet,
    threads: NonZero<usize>,
) -> Counted {
    let threads = if paths.len() < FEW { 1 } else { threads.get() };
    let share = paths.len().div_ceil(threads).max(1);
    let count_share = |index: usize, share_of: &[PathBuf]| {
        let mut counted = Counted::new(set);
        for (number, path) in ((index * share) as u64..).zip(share_of) {
            match reader.read(path, are_regular) {
                Ok(Some(flat)) => {
                    let record = Record {
                        complete: flat.complete,
                        merged: flat.merged,
                        industry: &flat.industry,
                        region: &flat.region,
                        employees: flat.employees,
                        answers: &flat.answers,
                    };
                    counted.count(number, &record);
                }
                Ok(None) => counted.fail(number, Cause::Record),
                Err(error) => counted.fail(number, Cause::Saved(error)),
            }
        }
        counted
    };
    let mut shares = paths.chunks(share).enumerate();
    let (_, own) = shares.next().unwrap_or_default();
    thread::scope(|scope| {
        let count_share = &count_share;
        let others: Vec<_> =
            shares.map(|(index, share_of)| scope.spawn(move || count_share(index, share_of))).collect();
        let mut counted = count_share(0, own);
        counted.absorb_all(others.into_iter().map(thread::ScopedJoinHandle::join));
        counted
    })
}
