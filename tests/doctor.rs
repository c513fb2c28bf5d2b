//! `doctor`: what is wrong in the data folder is named, what is safe is repaired, and of all that is touched a copy is kept.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

mod program;

use std::fs;
#[cfg(unix)]
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use program::Program;
use serde_json::Value;

/// A folder with everything that can be wrong: the file of a good assessment, and the program.
fn ill() -> (Program, PathBuf) {
    let program = Program::new("en");
    let id = program.assessment_of("X", "1\n2\n");
    let folder = program.assessments();
    let good = folder.join(format!("{id}.toml"));
    let whole = fs::read_to_string(&good).unwrap();
    fs::write(folder.join("cut.toml"), &whole[..whole.len() / 2]).unwrap();
    fs::write(folder.join("future.toml"), whole.replacen("schema = 1", "schema = 9", 1)).unwrap();
    fs::write(folder.join(format!(".hoshitori-{id}.toml-a1b2c3.tmp")), "half of someth").unwrap();
    fs::write(folder.join(format!("{id}.toml.lock")), "999999 2026-01-01 00:00:00\n").unwrap();
    #[cfg(unix)]
    for (path, mode) in [(&good, 0o644), (&folder, 0o755)] {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    (program, good)
}

fn findings(program: &Program, fix: bool) -> Vec<(String, String, String)> {
    let mut arguments = vec!["doctor", "--json"];
    arguments.extend(fix.then_some("--fix"));
    let output = program.command(&arguments).stderr(Stdio::null()).output().unwrap();
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["schema"], 1);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let name = |path: String| Path::new(&path).file_name().unwrap().to_string_lossy().into_owned();
    let all = document["findings"].as_array().unwrap().iter();
    all.map(|one| (name(text(&one["path"])), text(&one["kind"]), text(&one["outcome"]))).collect()
}

fn has(findings: &[(String, String, String)], name: &str, kind: &str, outcome: &str) -> bool {
    findings.iter().any(|one| one.0.contains(name) && one.1 == kind && one.2 == outcome)
}

/// Whether this system knows what is found: elsewhere than on unix files have no such rights.
fn knows(kind: &str) -> bool {
    cfg!(unix) || kind != "permissions"
}

#[test]
fn a_folder_in_order_is_said_to_be_so() {
    let program = Program::new("ja");
    assert!(program.run(&["doctor"]).succeeded().contains("読んだ診断: 0件、残っている問題: 0件"));
    assert!(!program.assessments().exists(), "looking makes nothing");
    program.assessment_of("山田製作所", "1\n");
    assert!(program.run(&["doctor"]).succeeded().contains("読んだ診断: 1件、残っている問題: 0件"));
}

#[test]
fn looking_names_all_that_is_wrong_and_changes_nothing() {
    let (program, good) = ill();
    let before = fs::read_dir(program.assessments()).unwrap().count();
    let found = findings(&program, false);
    let name = good.file_name().unwrap().to_string_lossy().into_owned();
    for (path, kind, outcome) in [
        ("cut.toml", "broken", "left"),
        ("future.toml", "broken", "left"),
        (".tmp", "unfinished", "repairable"),
        (".lock", "dead-lock", "repairable"),
        (&*name, "permissions", "repairable"),
        ("assessments", "permissions", "repairable"),
    ] {
        assert!(has(&found, path, kind, outcome) == knows(kind), "{path} {kind} {outcome}: {found:#?}");
    }
    assert_eq!(fs::read_dir(program.assessments()).unwrap().count(), before);
    #[cfg(unix)]
    assert_eq!(fs::metadata(&good).unwrap().permissions().mode() & 0o777, 0o644);
    // People are told where and what.
    let output = program.command(&["doctor"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("cut.toml") && told.contains("schema 9"), "{told}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("doctor --fix"));
}

#[test]
fn repair_backs_up_files_and_leaves_broken_ones_alone() {
    let (program, good) = ill();
    let whole = fs::read(&good).unwrap();
    let cut = fs::read(program.assessments().join("cut.toml")).unwrap();
    let found = findings(&program, true);
    for (path, kind) in [(".tmp", "unfinished"), (".lock", "dead-lock"), ("assessments", "permissions")] {
        assert!(has(&found, path, kind, "repaired") == knows(kind), "{path}: {found:#?}");
    }
    assert_eq!(fs::read(program.assessments().join("cut.toml")).unwrap(), cut, "left as it is");
    assert_eq!(fs::read(&good).unwrap(), whole);
    #[cfg(unix)]
    for (path, mode) in [(&good, 0o600), (&program.assessments(), 0o700)] {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, mode);
    }
    let left: Vec<_> = fs::read_dir(program.assessments()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
    let run = fs::read_dir(program.folder().join("data/doctor")).unwrap().next().unwrap().unwrap().path();
    let mut copies: Vec<_> = fs::read_dir(run).unwrap().map(|one| one.unwrap().path()).collect();
    copies.sort();
    // The three that were open to others, the temporary file and the lock.
    assert_eq!(copies.len(), if cfg!(unix) { 5 } else { 2 }, "{copies:?}");
    let texts: Vec<String> = copies.iter().map(|copy| fs::read_to_string(copy).unwrap()).collect();
    assert!(texts.contains(&"half of someth".to_owned()), "{texts:?}");
    #[cfg(unix)]
    assert!(copies.iter().all(|copy| fs::metadata(copy).unwrap().permissions().mode() & 0o777 == 0o600));
    // What is left needs a person, and the next run finds only that.
    let again = findings(&program, true);
    assert!(again.iter().all(|one| one.1 == "broken" && one.2 == "left"), "{again:#?}");
    assert_eq!(again.len(), 2);
}

#[test]
fn an_assessment_that_is_open_elsewhere_is_no_fault() {
    let program = Program::new("en");
    let running = program.begin(&["--plain", "start", "--org", "X"]);
    let lock = || fs::read_dir(program.assessments()).into_iter().flatten().any(|one| one.is_ok());
    while !lock() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let found = findings(&program, true);
    assert!(has(&found, ".lock", "in-use", "notice"), "{found:#?}");
    assert!(found.iter().all(|one| one.2 == "notice"), "{found:#?}");
    assert!(lock(), "the lock of a living process stays");
    drop(running);
}

#[test]
fn control_characters_in_names_are_not_sent_on() {
    let program = Program::new("en");
    program.assessment_of("X", "1\n");
    // Windows takes no control characters in names.
    let escape = if cfg!(unix) { "\u{1b}" } else { "" };
    fs::write(program.assessments().join(format!("a{escape}[31m\u{202e}.toml")), "x").unwrap();
    let output = program.command(&["doctor"]).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("[31m") && !told.contains('\u{1b}') && !told.contains('\u{202e}'), "{told:?}");
}
