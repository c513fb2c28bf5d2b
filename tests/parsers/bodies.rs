//! What must hold of every parser, whatever it is given: it neither panics nor hangs, its sentences can be shown on a
//! terminal, their places are in the file, and what it takes survives being written and read again.
//!
//! The property tests beside this file and the targets under `fuzz/` both call these.

#[path = "afterwards.rs"]
mod afterwards;
#[path = "workbook.rs"]
pub mod workbook;

#[allow(unused_imports, reason = "only the beginnings of the corpus are made of them")]
pub use workbook::PARTS;

use std::path::PathBuf;

use hoshitori::aggregate::{Aggregator, InputError};
use hoshitori::core::assessment::{Assessment, Organization};
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::question_set::{self, Kind, SharedSet};
use hoshitori::core::score::score;
use hoshitori::core::sheet::Sheet;
use hoshitori::import::{self, ImportFormat, ImportOptions};
use hoshitori::input::encoding::decode;
use hoshitori::input::{Fault, Location};
use hoshitori::messages::messages;
use hoshitori::report::json::Document;
use hoshitori::store::read::MAX_FILE_SIZE;
use hoshitori::store::settings::SettingsFile;
use hoshitori::store::{Store, saved_file};
use hoshitori::text::{clean, clean_lines, cut, lay_out, pad, width, wrap};

/// A parser with its name, which is also that of its corpus and its fuzz target.
pub type Body = (&'static str, fn(&[u8]));

/// All of them.
pub const ALL: [Body; 12] = [
    ("question_file", question_file),
    ("saved_file", saved_file),
    ("saved_folder", saved_folder),
    ("saved_use", saved_use),
    ("settings", settings),
    ("json_import", json_import),
    ("csv_import", csv_import),
    ("xlsx_import", xlsx_import),
    ("xlsx_parts", xlsx_parts),
    ("flat_lines", flat_lines),
    ("flat_table", flat_table),
    ("texts", texts),
];

fn showable(sentence: &str) {
    assert_eq!(clean(sentence), sentence, "a sentence that could steer a terminal");
    assert!(!sentence.trim().is_empty());
}

fn is_showable(fault: &Fault) {
    for language in Language::ALL {
        showable(&messages(language).faults.with_place(fault));
    }
}

fn told(faults: &[Fault], text: &str) {
    assert!(!faults.is_empty(), "refused without a word");
    for fault in faults {
        is_showable(fault);
        if let Some(position) = fault.position() {
            let line = text.split('\n').nth(position.line - 1);
            let line = line.unwrap_or_else(|| panic!("{position} is beyond the end"));
            assert!((1..=line.chars().count() + 1).contains(&position.column), "{position} is beyond {line:?}");
        }
    }
}

/// The text of bytes that are refused for what they are, in which faults have their places.
fn lossy(data: &[u8]) -> String {
    String::from_utf8_lossy(data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data)).into_owned()
}

/// A question file.
pub fn question_file(data: &[u8]) {
    let text = match decode(data) {
        Ok(text) => text,
        Err(fault) => return told(&[fault], &lossy(data)),
    };
    match question_set::parse(text) {
        Err(faults) => told(&faults, text),
        Ok(set) => {
            assert!(!set.questions.is_empty() && !set.choices.is_empty());
            let mut sheet = Sheet::new(SharedSet::from(set.clone()));
            for question in &set.questions {
                if let Some(best) = set.best_choice() {
                    sheet.choose(&question.id, &best.id, chrono::DateTime::default());
                }
            }
            assert!(sheet.is_complete());
            let score = score(&sheet);
            assert!((score.min..=score.max).contains(&score.points));
            is_kept_whole(sheet);
        }
    }
}

/// What was answered to a set that was accepted opens again, also where the set is not at hand.
fn is_kept_whole(sheet: Sheet) {
    let catalog = Catalog::built_in();
    let (Some(checklist), Some(diagnosis)) =
        (catalog.default_checklist(Language::En), catalog.default_diagnosis(Language::En))
    else {
        panic!("no built-in sets")
    };
    let (checklist, diagnosis) = match sheet.set.kind {
        Kind::Checklist => (sheet, Sheet::new(diagnosis)),
        Kind::Diagnosis => (Sheet::new(checklist), sheet),
    };
    let given = given();
    let assessment = Assessment::new(
        given.id,
        given.organization,
        checklist,
        diagnosis,
        given.language,
        chrono::DateTime::default(),
    );
    let text = saved_file::write(&assessment);
    assert!(text.len() as u64 <= MAX_FILE_SIZE, "a set too large to be saved");
    let opened = saved_file::parse(&text, &|_, _, _| None).unwrap_or_else(|faults| panic!("{faults:?}"));
    for kind in [Kind::Checklist, Kind::Diagnosis] {
        let (saved, opened) = (assessment.sheet(kind), opened.sheet(kind));
        assert_eq!((saved.set.outline(), &saved.answers), (opened.set.outline(), &opened.answers));
    }
}

/// A saved assessment.
pub fn saved_file(data: &[u8]) {
    let text = match decode(data) {
        Ok(text) => text,
        Err(fault) => return told(&[fault], &lossy(data)),
    };
    let catalog = Catalog::built_in();
    let at_hand = |kind: Kind, id: &str, edition: &str| catalog.find(kind, id, edition, Language::En);
    let nothing = |_: Kind, _: &str, _: &str| None;
    let lookups: [saved_file::Lookup<'_>; 2] = [&at_hand, &nothing];
    for lookup in lookups {
        match saved_file::parse(text, lookup) {
            Err(faults) => told(&faults, text),
            Ok(assessment) => {
                let again = saved_file::parse(&saved_file::write(&assessment), lookup);
                assert_eq!(again.as_ref(), Ok(&assessment), "written and read again");
            }
        }
    }
}

/// A saved file in its folder: it is listed, and left alone where it cannot be opened.
pub fn saved_folder(data: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path().to_owned()).expect("a store");
    let path = store.path_of("a").expect("an id");
    std::fs::create_dir_all(store.assessments()).expect("a folder");
    std::fs::write(&path, data).expect("a file");
    let nothing = |_: Kind, _: &str, _: &str| None;
    let listed = store.list(&nothing).expect("a list");
    let [summary] = &listed[..] else { panic!("{listed:?}") };
    assert_eq!(summary.problem.is_some(), summary.status.is_none());
    let opened = store.read(&path, &nothing);
    let told = summary.problem.iter().chain(opened.as_ref().err());
    for sentence in told.flat_map(|problem| Language::ALL.map(|language| problem.sentences(language))).flatten() {
        showable(&sentence);
    }
    assert!(opened.is_err() || summary.problem.is_none(), "what opens is listed without a problem");
    assert_eq!(std::fs::read(&path).expect("the file"), data, "looking at a file changes nothing");
    if let Ok(opened) = opened {
        let lock = store.lock(&path).expect("the lock");
        store.save(&lock, &opened.assessment).expect("saved");
        drop(lock);
        assert_eq!(store.read(&path, &nothing).expect("opens again").assessment, opened.assessment);
        let again = store.list(&nothing).expect("a list");
        let whole = hoshitori::store::summary::Summary::of(&opened.assessment, path.clone());
        assert_eq!(again, [whole], "the list says what the file says");
        assert_eq!(std::fs::read_dir(store.assessments()).expect("the folder").count(), 1, "nothing else is left");
    }
}

/// A saved assessment in use.
pub fn saved_use(data: &[u8]) {
    let Ok(text) = decode(data) else { return };
    let Ok(assessment) = saved_file::parse(text, &|_, _, _| None) else { return };
    afterwards::all(&assessment);
}

/// The file of the settings. It never stops anything, so there is always something that is read.
pub fn settings(data: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("config.toml"), data).expect("a file");
    let file = SettingsFile::new(Ok(folder.path().to_owned()));
    let (settings, problem) = file.read();
    if let Some(problem) = &problem {
        for language in Language::ALL {
            problem.sentences(language).iter().for_each(|sentence| showable(sentence));
        }
    }
    // What can be remembered is there the next time, and what cannot leaves the file as it is.
    let wanted = hoshitori::store::settings::Settings { ascii: Some(true), ..Default::default() };
    match file.remember(&wanted) {
        Ok(()) => assert_eq!(file.read().0, hoshitori::store::settings::Settings { ascii: Some(true), ..settings }),
        Err(_) => assert_eq!(std::fs::read(folder.path().join("config.toml")).expect("the file"), data),
    }
}

fn given() -> ImportOptions {
    ImportOptions {
        id: "a".to_owned(),
        organization: Organization { name: "A".to_owned(), ..Organization::default() },
        language: Language::Ja,
        now: chrono::DateTime::default(),
    }
}

fn imported(format: ImportFormat, data: &[u8]) {
    match import::read(format, data, &Catalog::built_in(), &given()) {
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a word");
            let lines = data.split(|byte| *byte == b'\n').count() as u64;
            // A table may end its lines with carriage returns alone.
            let lines = lines.max(data.split(|byte| *byte == b'\r').count() as u64);
            for fault in &faults {
                has_its_place(fault, lines);
            }
        }
        Ok(assessment) => comes_back(&assessment),
    }
}

fn has_its_place(fault: &Fault, lines: u64) {
    is_showable(fault);
    match &fault.location {
        Location::File | Location::Field(_) => {}
        Location::Position(position) => assert!((1..=lines).contains(&(position.line as u64)), "{position} of {lines}"),
        Location::Row { line, .. } => assert!((1..=lines).contains(line), "line {line} of {lines}"),
        Location::Cell { row, .. } => assert!((1..=1 << 20).contains(row), "row {row}"),
    }
}

/// What was taken can be exported and taken again.
fn comes_back(assessment: &Assessment) {
    let json = serde_json::to_vec(&Document::of(assessment)).expect("JSON");
    let again = import::read(ImportFormat::Json, &json, &Catalog::built_in(), &given());
    let again = again.unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!((&again.checklist, &again.diagnosis), (&assessment.checklist, &assessment.diagnosis));
    let text = saved_file::write(assessment);
    let sets = |kind: Kind, _: &str, _: &str| Some(assessment.sheet(kind).set.clone());
    // What is too large is refused when it is saved.
    if text.len() as u64 <= MAX_FILE_SIZE {
        let opened = saved_file::parse(&text, &sets).unwrap_or_else(|faults| panic!("{faults:?} in\n{text}"));
        assert!(opened == *assessment, "opened otherwise than saved:\n{text}\n{}", saved_file::write(&opened));
    }
}

/// A JSON document.
pub fn json_import(data: &[u8]) {
    imported(ImportFormat::Json, data);
}

/// A table of answers.
pub fn csv_import(data: &[u8]) {
    imported(ImportFormat::Csv, data);
}

/// A workbook.
pub fn xlsx_import(data: &[u8]) {
    workbook::quiet();
    imported(ImportFormat::Xlsx, data);
}

/// A workbook of which one part is replaced by what is given.
pub fn xlsx_parts(data: &[u8]) {
    workbook::quiet();
    imported(ImportFormat::Xlsx, &workbook::with_part(data));
}

/// How many assessments were counted, given again and broken, with the figures made and the places checked.
fn counted(path: PathBuf, stream: &[u8], lines: usize) -> [usize; 3] {
    let Some(set) = Catalog::built_in().default_diagnosis(Language::En) else { panic!("no diagnosis") };
    let mut progress = |_| {};
    let mut aggregator = Aggregator::new(set, &|_, _, _| panic!("no saved file is there"), None, &mut progress);
    aggregator.count_all(&[path], stream);
    for broken in &aggregator.broken {
        if let InputError::Line(_) | InputError::OtherSet = broken.error
            && let Some((_, line)) = broken.location.rsplit_once(':')
        {
            assert!((1..=lines + 1).contains(&line.parse().expect("a line")), "{broken:?} of {lines} lines");
        }
    }
    let figures = aggregator.aggregate.figures();
    assert!(figures.complete <= figures.assessments);
    [figures.assessments as usize, aggregator.duplicate_count, aggregator.broken_count]
}

/// Lines of flat assessments.
pub fn flat_lines(data: &[u8]) {
    let lines = data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data).split(|byte| *byte == b'\n');
    let counted = counted("-".into(), data, lines.clone().count());
    let lines = lines.filter(|line| !line.trim_ascii().is_empty()).count();
    assert_eq!(counted.iter().sum::<usize>(), lines, "each line is counted, given again or broken");
}

/// A table of flat assessments.
pub fn flat_table(data: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("flat.csv");
    std::fs::write(&path, data).expect("a file");
    let lines = data.split(|byte| matches!(byte, b'\r' | b'\n')).count();
    let counted = counted(path, &[], lines);
    assert!(counted.iter().sum::<usize>() <= lines, "no line is counted twice");
}

/// Texts that are shown.
pub fn texts(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let cleaned = clean(&text);
    assert_eq!(clean(&cleaned), cleaned, "cleaned twice");
    assert!(!cleaned.chars().any(char::is_control));
    for cells in [1, 2, 7, 40] {
        for line in wrap(&text, cells) {
            // One character with all its marks can be wider than a narrow column.
            assert!(width(&line) <= cells.max(6), "{line:?} in {cells}");
        }
        let lines = clean_lines(&text);
        let laid_out: String = lay_out(&lines, cells).into_iter().map(|range| &lines[range]).collect();
        assert_eq!(laid_out, lines.replace('\n', ""));
        assert!(width(&cut(&cleaned, cells, "…")) <= cells);
        assert_eq!(width(&pad(&cleaned, cells, "…")), cells);
    }
}
