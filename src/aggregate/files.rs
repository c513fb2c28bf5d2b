//! Saved files, read and counted on several threads.

use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use super::InputError;
use super::counted::Counted;
use crate::core::question_set::SharedSet;
use crate::core::statistics::Record;
use crate::store::saved_file::statistics::FlatReader;

/// From this many files on, starting threads takes less time than they save.
const MIN_FOR_THREADS: usize = 100;

/// Counts saved files. The numbers of broken ones are their positions in the list, from 0. `are_regular` is whether a folder's
/// listing gave them as regular files.
pub(super) fn count(
    paths: &[PathBuf],
    are_regular: bool,
    reader: &FlatReader<'_>,
    set: &SharedSet,
    threads: NonZero<usize>,
) -> Counted {
    let threads = if paths.len() < MIN_FOR_THREADS { 1 } else { threads.get() };
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
                Ok(None) => counted.fail(number, InputError::OtherSet),
                Err(error) => counted.fail(number, InputError::Saved(error)),
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
            let text = saved_file::write(&assessment);
            let text = if number % 7 == 0 { &text[..text.find("schema").unwrap_or_default()] } else { &text };
            paths.push(folder.path().join(format!("{number}.toml")));
            std::fs::write(&paths[number], text.as_bytes()).expect("written");
        }
        let counted = |threads: usize| {
            let reader = FlatReader::new(set.clone(), &|_, _, _| None);
            count(&paths, true, &reader, &set, NonZero::new(threads).expect("a thread"))
        };
        let alone = counted(1);
        assert_eq!(alone.broken_count, paths.len().div_ceil(7));
        for threads in [2, 3, 4] {
            let shared = counted(threads);
            assert_eq!(shared.aggregate, alone.aggregate);
            assert_eq!(format!("{:?}", shared.broken), format!("{:?}", alone.broken));
        }
    }
}
