//! Question files: the shipped ones, what is told about faulty ones, and what hostile ones cannot do.
#![allow(clippy::unwrap_used)]

mod catalog;
mod every_fault_has_its_place;
mod hostile_files;
mod language_versions;
mod several_faults_at_once;
mod shipped_files;

use std::fs;
use std::path::Path;

use hoshitori::core::language::Language;
use hoshitori::input::Fault;
use hoshitori::messages::messages;

fn japanese(fault: &Fault) -> String {
    messages(Language::Ja).faults.sentence(fault)
}

fn english(fault: &Fault) -> String {
    messages(Language::En).faults.sentence(fault)
}

/// A file of the project.
fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The question files that come with the program, and the example.
const FILES: [&str; 8] = [
    "questions/ja/five-principles.toml",
    "questions/en/five-principles.toml",
    "questions/ja/six-principles.toml",
    "questions/en/six-principles.toml",
    "questions/ja/self-diagnosis.toml",
    "questions/en/self-diagnosis.toml",
    "examples/question-sets/shop-opening.ja.toml",
    "examples/question-sets/shop-opening.en.toml",
];

/// A small diagnosis without faults, from which faulty ones are made.
const DIAGNOSIS: &str = r#"schema = 1
kind = "diagnosis"
id = "small"
edition = "1"
language = "en"
title = "A small set"
short_title = "Small"
source = "Made for tests."

[[categories]]
id = "one"
title = "Part one"
description = "The first part."

[[categories]]
id = "two"
title = "Part two"
description = "The second part."

[[groups]]
id = "all"
title = "Everything"

[[choices]]
id = "yes"
label = "Yes"
points = 2
tone = "good"

[[choices]]
id = "no"
label = "No"
points = -1
tone = "poor"

[[bands]]
id = "high"
min = 3
max = 6
verdict = "Well done."
advice = "Go on."

[[bands]]
id = "low"
min = -3
max = 2
verdict = "Not enough."
advice = "Begin."

[[questions]]
id = "first"
category = "one"
group = "all"
topic = "First"
text = "Is it the first?"
why = "Somebody must begin."
examples = ["Begin", "Go on"]
first_step = "Take a step."
fuller_measure = "Take another."

[[questions]]
id = "second"
category = "two"
group = "all"
topic = "Second"
text = "Is it the second?"
why = "Somebody must follow."
first_step = "Take a step."
fuller_measure = "Take another."

[[questions]]
id = "third"
category = "one"
group = "all"
topic = "Third"
text = "Is it the third?"
why = "Somebody must be last."
first_step = "Take a step."
fuller_measure = "Take another."
measure = "being the third"
"#;

/// A small checklist without faults.
const CHECKLIST: &str = r#"schema = 1
kind = "checklist"
id = "small-list"
edition = "1"
language = "ja"
title = "小さな一覧"
short_title = "一覧"
source = "試験用です。"

[[choices]]
id = "doing"
label = "している"
counts = true
tone = "good"

[[choices]]
id = "undecided"
label = "決めていない"
counts = false
tone = "unknown"

[[questions]]
id = "first"
topic = "一つ目"
title = "始めよう！"
text = "始めます。"
why = "誰かが始めるからです。"
first_step = "一歩進みます。"
fuller_measure = "もう一歩進みます。"
"#;
