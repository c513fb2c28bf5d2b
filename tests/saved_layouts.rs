//! Files as every layout so far wrote them still open, say what they said, and can be gone on with. `tests/fixtures` has a
//! folder for each layout; a new layout gets a new folder, and the old ones stay as they are.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod program;

use std::fs;
use std::path::{Path, PathBuf};

use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::store::saved_file::{Lookup, SCHEMA, parse, write};
use program::Program;
use serde_json::Value;

/// All fixtures with the number of their layout.
fn fixtures() -> Vec<(i64, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut found = Vec::new();
    for layout in 1..=SCHEMA {
        let folder = root.join(format!("schema-{layout}"));
        let files = fs::read_dir(&folder).unwrap_or_else(|_| panic!("{} is missing", folder.display()));
        let files = files.map(|entry| entry.unwrap().path());
        found.extend(files.filter(|path| path.extension().is_some_and(|end| end == "toml")).map(|path| (layout, path)));
    }
    assert!(found.len() >= 3);
    found
}

#[test]
fn files_of_every_layout_say_what_they_said() {
    for (_, file) in fixtures() {
        let program = Program::new("en");
        let printed = program.run(&["show", &file.to_string_lossy(), "--json"]).succeeded();
        let expected: Value = serde_json::from_slice(&fs::read(file.with_extension("json")).unwrap()).unwrap();
        let shown: Value = serde_json::from_str(&printed).unwrap();
        for (field, value) in expected.as_object().unwrap() {
            assert!(says(&shown[field], value), "{field} of {}: {} is not {value}", file.display(), shown[field]);
        }
        program.run(&["export", &file.to_string_lossy(), "--format", "md", "--output", "-"]).succeeded();
    }
}

/// Whether a document says what another one says. Fields may have been added since.
fn says(document: &Value, older: &Value) -> bool {
    match (document, older) {
        (Value::Object(document), Value::Object(older)) => {
            older.iter().all(|(field, value)| document.get(field).is_some_and(|found| says(found, value)))
        }
        (Value::Array(document), Value::Array(older)) => {
            document.len() == older.len() && document.iter().zip(older).all(|(found, value)| says(found, value))
        }
        _ => document == older,
    }
}

#[test]
fn every_layout_opens_and_older_ones_are_kept_aside() {
    for (layout, file) in fixtures() {
        let program = Program::new("en");
        fs::create_dir_all(program.assessments()).unwrap();
        let own = program.assessments().join("carried.toml");
        fs::copy(&file, &own).unwrap();
        let before = program.document("carried");
        program.lines(&["--plain", "open", "carried"], "1\nq\n").succeeded();
        let after = program.document("carried");
        let answers = |document: &Value, sheet: &str| document[sheet]["answers"].as_array().unwrap().clone();
        for sheet in ["checklist", "diagnosis"] {
            let (old, new) = (answers(&before, sheet), answers(&after, sheet));
            for answer in &old {
                assert!(new.contains(answer), "{answer} of {} is lost", file.display());
            }
        }
        if before["status"] == "in-progress" {
            let total = |document: &Value| {
                document["checklist"]["answered"].as_u64().unwrap()
                    + document["diagnosis"]["answered"].as_u64().unwrap()
            };
            assert_eq!(total(&after), total(&before) + 1);
        }
        let kept = program.assessments().join(format!("carried.toml.kept-schema-{layout}"));
        assert_eq!(kept.exists(), layout < SCHEMA && fs::read(&own).unwrap() != fs::read(&file).unwrap());
        if kept.exists() {
            assert_eq!(fs::read(&kept).unwrap(), fs::read(&file).unwrap());
        }
    }
}

#[test]
fn a_file_of_this_layout_is_written_again_without_loss() {
    let catalog = Catalog::built_in();
    let lookup = |kind, id: &str, edition: &str| catalog.find(kind, id, edition, Language::Ja);
    let nothing = |_, _: &str, _: &str| None;
    for (layout, file) in fixtures().into_iter().filter(|(layout, _)| *layout == SCHEMA) {
        let text = fs::read_to_string(&file).unwrap();
        for lookup in [&lookup as Lookup<'_>, &nothing] {
            let assessment = parse(&text, lookup).unwrap();
            assert_eq!(parse(&write(&assessment), lookup), Ok(assessment), "{}", file.display());
        }
        // The one that uses every key is written again byte for byte. Without the shipped sets, whose texts may be edited.
        if file.ends_with("everything.toml") {
            assert_eq!(write(&parse(&text, &nothing).unwrap()), text, "schema {layout}");
        }
    }
}
