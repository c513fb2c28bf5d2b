//! Saved files, read and counted on several threads.

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::InputError;
use super::counted::Counted;
use super::ids::{Ids, Turn, Turns};
use crate::core::question_set::SharedSet;
use crate::core::statistics::Record;
use crate::store::saved_file::statistics::{FlatAssessment, FlatReader};

/// From this many files on, starting threads takes less time than they save.
const MIN_FOR_THREADS: usize = 100;

/// How many files a thread reads before it looks for their ids.
const BLOCK_LEN: usize = 50;

/// What all threads share.
struct Work<'w> {
    /// Whether a folder's listing gave the files as regular ones.
    are_regular: bool,
    reader: &'w FlatReader<'w>,
}

/// Counts saved files. The numbers of broken ones are their positions in the list, from 0. `are_regular` is whether a folder's
/// listing gave them as regular files.
pub(super) fn count(
    paths: &[PathBuf],
    are_regular: bool,
    reader: &FlatReader<'_>,
    set: &SharedSet,
    threads: NonZero<usize>,
    ids: &mut Ids,
) -> Counted {
    let threads = if paths.len() < MIN_FOR_THREADS { 1 } else { threads.get() };
    let work = Work { are_regular, reader };
    let (turns, next) = (Turns::new(ids), AtomicUsize::new(0));
    let count_blocks = || {
        let mut counted = Counted::new(set);
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(block) = paths.chunks(BLOCK_LEN).nth(number) else { return counted };
            work.count_block(block, number * BLOCK_LEN, turns.of(number as u64), &mut counted);
        }
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(count_blocks)).collect();
        let mut counted = count_blocks();
        counted.absorb_all(others.into_iter().map(thread::ScopedJoinHandle::join));
        counted
    })
}

impl Work<'_> {
    fn count_block(&self, paths: &[PathBuf], first: usize, turn: Turn<'_, '_>, counted: &mut Counted) {
        let mut read = Vec::with_capacity(paths.len());
        for (number, path) in (first as u64..).zip(paths) {
            match self.reader.read(path, self.are_regular) {
                // A file that cannot be counted leaves its id to a later one.
                Ok(Some(flat)) if counted.aggregate.check(&record(&flat)).is_ok() => read.push((number, flat)),
                Ok(_) => counted.fail(number, InputError::OtherSet),
                Err(error) => counted.fail(number, InputError::Saved(error)),
            }
        }
        let are_new = turn.are_new(read.iter().map(|(_, flat)| flat.id.as_str()));
        for ((number, flat), is_new) in read.iter().zip(are_new) {
            counted.count(*number, &record(flat), &flat.id, is_new);
        }
    }
}

fn record(flat: &FlatAssessment) -> Record<'_> {
    Record {
        complete: flat.complete,
        merged: flat.merged,
        industry: &flat.industry,
        region: &flat.region,
        employees: flat.employees,
        answers: &flat.answers,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::assessment::{Assessment, Organization};
    use crate::core::catalog::Catalog;
    use crate::core::language::Language;
    use crate::core::question_set::Kind;
    use crate::core::sheet::Sheet;
    use crate::store::saved_file;

    #[test]
    fn threads_do_not_show_in_the_result() {
        let catalog = Catalog::built_in();
        let set = catalog.default_diagnosis(Language::En).expect("a diagnosis");
        let folder = tempfile::tempdir().expect("a folder");
        let mut paths = Vec::new();
        for number in 0..3 * MIN_FOR_THREADS {
            let language = if number % 2 == 0 { Language::En } else { Language::Ja };
            let sheets = [catalog.default_checklist(language), catalog.default_diagnosis(language)];
            let [checklist, diagnosis] = sheets.map(|set| Sheet::new(set.expect("a set")));
            let organization = Organization { industry: format!("{}", number % 5), ..Organization::default() };
            let now = "2026-11-22T10:00:00+09:00".parse().expect("a moment");
            let mut assessment =
                Assessment::new(format!("a{number}"), organization, checklist, diagnosis, language, now);
            for kind in [Kind::Checklist, Kind::Diagnosis] {
                let sheet = assessment.sheet_mut(kind);
                let set = sheet.set.clone();
                for (place, question) in set.questions.iter().enumerate() {
                    sheet.choose(&question.id, &set.choices[(place + number) % set.choices.len()].id, now);
                }
            }
            let mut text = saved_file::write(&assessment);
            if number % 11 == 3 {
                // A copy of the one before, with other answers.
                text = text.replace(&format!("id = \"a{number}\""), &format!("id = \"a{}\"", number - 1));
            }
            let text = if number % 7 == 0 { &text[..text.find("schema").unwrap_or_default()] } else { &text };
            paths.push(folder.path().join(format!("{number}.toml")));
            std::fs::write(&paths[number], text.as_bytes()).expect("written");
        }
        let counted = |threads: usize| {
            let reader = FlatReader::new(set.clone(), &|_, _, _| None);
            count(&paths, true, &reader, &set, NonZero::new(threads).expect("a thread"), &mut Ids::default())
        };
        let alone = counted(1);
        assert!(alone.duplicates.count > 10);
        assert_eq!(alone.broken.count, paths.len().div_ceil(7));
        for threads in [2, 3, 4] {
            let shared = counted(threads);
            assert_eq!(shared.aggregate, alone.aggregate);
            assert_eq!(format!("{:?}", shared.broken), format!("{:?}", alone.broken));
            assert_eq!(format!("{:?}", shared.duplicates), format!("{:?}", alone.duplicates));
        }
    }
}
