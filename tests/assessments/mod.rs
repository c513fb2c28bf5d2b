//! Question sets and assessments for the tests of what is saved.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::PathBuf;

use hoshitori::core::assessment::{Assessment, Organization};
use hoshitori::core::language::Language;
use hoshitori::core::question_set::{Kind, Outline, SharedSet};
use hoshitori::core::sheet::{Sheet, Timestamp};
use hoshitori::store::Store;

/// A moment on a day of November 2026.
pub fn moment(day: u32) -> Timestamp {
    format!("2026-11-{day:02}T10:00:00.123+09:00").parse().expect("a moment")
}

/// A checklist of two principles.
pub fn checklist() -> SharedSet {
    let outline = Outline {
        language: Language::Ja,
        title: "五か条".to_owned(),
        short_title: "五か条".to_owned(),
        counts_for: None,
        choices: vec![
            ("doing".to_owned(), "実施".to_owned(), "good".to_owned(), 0, true),
            ("undecided".to_owned(), "未定".to_owned(), "unknown".to_owned(), 0, false),
        ],
        categories: Vec::new(),
        groups: Vec::new(),
        bands: Vec::new(),
        questions: ["updates", "antivirus"]
            .map(|id| (id.to_owned(), String::new(), String::new(), id.to_owned()))
            .to_vec(),
    };
    SharedSet::from(outline.into_question_set(Kind::Checklist, "principles", "1"))
}

/// A diagnosis of five questions in two parts: `yes` is worth 4 points, `no` none, `unknown` minus one.
pub fn diagnosis() -> SharedSet {
    let parts = ["basic", "basic", "basic", "staff", "staff"];
    let outline = Outline {
        language: Language::Ja,
        title: "自社診断".to_owned(),
        short_title: "診断".to_owned(),
        counts_for: None,
        choices: vec![
            ("yes".to_owned(), "はい".to_owned(), "good".to_owned(), 4, false),
            ("no".to_owned(), "いいえ".to_owned(), "poor".to_owned(), 0, false),
            ("unknown".to_owned(), "不明".to_owned(), "unknown".to_owned(), -1, false),
        ],
        categories: vec![("basic".to_owned(), "基本".to_owned()), ("staff".to_owned(), "従業員".to_owned())],
        groups: vec![("access".to_owned(), "アクセス".to_owned())],
        bands: vec![("10-20".to_owned(), 10, 20, "よい".to_owned()), ("0-9".to_owned(), -5, 9, "もう少し".to_owned())],
        questions: parts
            .iter()
            .enumerate()
            .map(|(index, part)| {
                (format!("q{}", index + 1), (*part).to_owned(), "access".to_owned(), "話題".to_owned())
            })
            .collect(),
    };
    SharedSet::from(outline.into_question_set(Kind::Diagnosis, "diagnosis", "2026"))
}

/// An unanswered assessment, begun on a day.
pub fn unanswered(id: &str, day: u32) -> Assessment {
    let organization = Organization { name: "星取商事".to_owned(), ..Organization::default() };
    let sheets = (Sheet::new(checklist()), Sheet::new(diagnosis()));
    Assessment::new(id.to_owned(), organization, sheets.0, sheets.1, Language::Ja, moment(day))
}

/// An assessment with every question answered, worth 11 points.
pub fn finished(id: &str, day: u32) -> Assessment {
    let mut assessment = unanswered(id, day);
    for question in ["updates", "antivirus"] {
        assessment.checklist.choose(question, "doing", moment(day));
    }
    for (question, choice) in [("q1", "yes"), ("q2", "yes"), ("q3", "yes"), ("q4", "no"), ("q5", "unknown")] {
        assessment.diagnosis.choose(question, choice, moment(day));
    }
    assessment
}

/// No question set is at hand.
pub fn nothing_at_hand(_: Kind, _: &str, _: &str) -> Option<SharedSet> {
    None
}

/// A store in a folder of its own, which goes when the test ends.
pub fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path().join("data")).expect("a store");
    (folder, store)
}

/// Saves an assessment in a store.
pub fn save(store: &Store, assessment: &Assessment) -> PathBuf {
    let path = store.path_of(&assessment.id).expect("an id");
    let lock = store.lock(&path).expect("the lock");
    store.save(&lock, assessment).expect("saved");
    path
}

/// The names in a folder, in order.
pub fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("text"))
        .collect();
    names.sort();
    names
}
