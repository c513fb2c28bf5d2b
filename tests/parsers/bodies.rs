//! What must hold of every parser, whatever it is given: it neither panics nor hangs, its sentences can be shown on a
//! terminal, their places are in the file, and what it takes survives being written and read again.
//!
//! The property tests beside this file and the targets under `fuzz/` both call these.

use hoshitori::core::assessment::{Assessment, Organization};
use hoshitori::core::catalog::Catalog;
use hoshitori::core::fault::Fault;
use hoshitori::core::language::Language;
use hoshitori::core::question_set::{self, Kind, SharedSet};
use hoshitori::core::score::score;
use hoshitori::core::sheet::Sheet;
use hoshitori::import::{self, Given, ImportFormat};
use hoshitori::intake::Intake;
use hoshitori::report::document::Document;
use hoshitori::store::document;
use hoshitori::store::settings::SettingsFile;
use hoshitori::text::{clean, clean_lines, cut, lay_out, pad, width, wrap};

/// A parser with its name, which is also that of its corpus and its fuzz target.
pub type Body = (&'static str, fn(&[u8]));

/// All of them.
pub const ALL: [Body; 8] = [
    ("question_file", question_file),
    ("saved_file", saved_file),
    ("settings", settings),
    ("json_import", json_import),
    ("csv_import", csv_import),
    ("xlsx_import", xlsx_import),
    ("flat_lines", flat_lines),
    ("texts", texts),
];

fn showable(sentence: &str) {
    assert_eq!(clean(sentence), sentence, "a sentence that could steer a terminal");
    assert!(!sentence.trim().is_empty());
}

fn told(faults: &[Fault], text: &str) {
    assert!(!faults.is_empty(), "refused without a word");
    for fault in faults {
        showable(&fault.ja);
        showable(&fault.en);
        if let Some(position) = fault.position {
            let lines = text.bytes().filter(|byte| *byte == b'\n').count() + 1;
            assert!((1..=lines).contains(&position.line) && position.column >= 1, "{position} of {lines} lines");
        }
    }
}

/// A question file.
pub fn question_file(data: &[u8]) {
    let text = match document::decode(data) {
        Ok(text) => text,
        Err(fault) => return told(&[fault], &String::from_utf8_lossy(data)),
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
        }
    }
}

/// A saved assessment.
pub fn saved_file(data: &[u8]) {
    let text = match document::decode(data) {
        Ok(text) => text,
        Err(fault) => return told(&[fault], &String::from_utf8_lossy(data)),
    };
    let catalog = Catalog::built_in();
    let at_hand = |kind: Kind, id: &str, edition: &str| catalog.find(kind, id, edition, Language::En);
    let nothing = |_: Kind, _: &str, _: &str| None;
    let lookups: [document::Lookup<'_>; 2] = [&at_hand, &nothing];
    for lookup in lookups {
        match document::parse(text, lookup) {
            Err(faults) => told(&faults, text),
            Ok(assessment) => {
                let again = document::parse(&document::write(&assessment), lookup);
                assert_eq!(again.as_ref(), Ok(&assessment), "written and read again");
            }
        }
    }
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

fn given() -> Given {
    Given {
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
            for fault in faults {
                for language in Language::ALL {
                    showable(&fault.sentence(language));
                }
            }
        }
        Ok(assessment) => comes_back(&assessment),
    }
}

/// What was taken can be exported and taken again.
fn comes_back(assessment: &Assessment) {
    let json = serde_json::to_vec(&Document::of(assessment)).expect("JSON");
    let again = import::read(ImportFormat::Json, &json, &Catalog::built_in(), &given());
    let again = again.unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!((&again.checklist, &again.diagnosis), (&assessment.checklist, &assessment.diagnosis));
    let saved = document::write(assessment);
    assert!(saved.len() < 1 << 24);
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
    imported(ImportFormat::Xlsx, data);
}

/// Lines of flat assessments.
pub fn flat_lines(data: &[u8]) {
    let Some(set) = Catalog::built_in().default_diagnosis(Language::En) else { panic!("no diagnosis") };
    let mut progress = |_| {};
    let mut intake = Intake::new(set, &|_, _, _| panic!("no saved file is there"), None, &mut progress);
    intake.all(&["-".into()], data);
    let figures = intake.aggregate.figures();
    let lines = data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data);
    let lines = lines.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
    assert_eq!(figures.assessments as usize + intake.broken_count, lines, "each line is counted or broken");
    assert!(figures.complete <= figures.assessments);
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
