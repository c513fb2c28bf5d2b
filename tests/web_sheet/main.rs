//! The sheet that is filled in with a browser: what is in the file, its script, and the whole way from a phone to an import.
//!
//! The script has its own lint and unit tests, and a real browser fills in real sheets. For that, Node.js is needed, the
//! packages of `tests/web_sheet/package-lock.json` (`npm ci --prefix tests/web_sheet`), and Chromium; where one of them is
//! missing, the test says that it is skipped.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../program/mod.rs"]
mod program;

mod page;

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use program::Program;
use serde_json::Value;

/// The folder of these tests.
fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web_sheet")
}

/// Whether something is there; says so where it is not. The harness keeps what `println!` prints of a test that passes.
fn is_there(what: &str, found: bool) -> bool {
    if !found {
        let mut terminal = std::io::stderr();
        terminal.write_all(format!("skipped: {what} is not installed\n").as_bytes()).unwrap();
    }
    found
}

fn has_program(name: &str) -> bool {
    let status = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    is_there(name, status.is_ok())
}

fn has_node() -> bool {
    has_program("node")
        && is_there("tests/web_sheet/node_modules", here().join("node_modules/playwright-core").is_dir())
}

/// Runs Node.js in the folder of these tests; fails with all that it said.
fn node<Argument: AsRef<OsStr>>(folder: &Path, arguments: &[Argument], variables: &[(&str, &Path)]) {
    let output = Command::new("node")
        .args(arguments)
        .envs(variables.iter().copied())
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}\n{}", text(&output.stdout), text(&output.stderr));
}

#[test]
fn script_passes_its_lint() {
    if has_node() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let linter = here().join("node_modules/eslint/bin/eslint.js");
        let configuration = here().join("eslint.config.mjs");
        let arguments =
            [linter.as_os_str(), "--max-warnings".as_ref(), "0".as_ref(), "-c".as_ref(), configuration.as_os_str()];
        let checked = ["src/report/answer_sheet/web", "tests/web_sheet"].map(OsStr::new);
        node(root, &[&arguments[..], &checked[..]].concat(), &[]);
    }
}

#[test]
fn script_passes_its_unit_tests() {
    if has_program("node") {
        node(&here(), &["--test", "unit.test.mjs"], &[]);
    }
}

/// Writes the sheets that the browser opens.
fn write_sheets(program: &Program) {
    let hostile = here().join("hostile.ja.toml");
    let hostile = hostile.to_str().unwrap();
    let company = ["--org", "株式会社星野製作所", "--site", "大阪工場", "--for", "山田 太郎", "--employees", "24"];
    let filled_in = [&["--lang", "ja", "sheet", "--format", "html", "--output", "sheet.html"], &company[..]].concat();
    program.run(&filled_in).succeeded();
    let english = ["--lang", "en", "sheet", "--format", "html", "--without-points", "--output", "english.html"];
    program.run(&english).succeeded();
    let questions = ["--lang", "ja", "--questions", hostile, "sheet", "--format", "html", "--org", "<b>&\"'"];
    program.run(&[&questions[..], &["--output", "hostile.html"]].concat()).succeeded();
}

/// The answers of a document as (set, number, id, answer, note, time).
fn answers(document: &Value) -> Vec<[Value; 6]> {
    let mut found = Vec::new();
    for kind in ["checklist", "diagnosis"] {
        let section = &document[kind];
        for list in ["answers", "unanswered"] {
            for entry in section[list].as_array().into_iter().flatten() {
                let field = |name: &str| entry[name].clone();
                let values = ["number", "id", "answer", "note", "answered_at"].map(field);
                let [number, id, answer, note, answered_at] = values;
                found.push([section["set"].clone(), number, id, answer, note, answered_at]);
            }
        }
    }
    found
}

#[test]
fn browser_fills_in_sheets_that_import_takes() {
    if !has_node() || !has_program("chromium") {
        return;
    }
    let program = Program::new("ja");
    write_sheets(&program);
    let browser = which("chromium");
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let mut variables = vec![("SHEETS", program.folder()), ("CHROMIUM", &browser)];
    if std::env::var_os("HOSHITORI_PICTURES").is_some() {
        variables.push(("PICTURES", &pictures));
    }
    node(&here(), &["--test", "filling_in.test.mjs", "looks.test.mjs"], &variables);
    let hostile = here().join("hostile.ja.toml");
    for (file, questions) in [
        ("whole.json", None),
        ("partial.json", None),
        ("english.json", None),
        ("second.json", None),
        ("hostile.json", hostile.to_str()),
    ] {
        let path = program.folder().join("back").join(file);
        let handed_back: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let options: Vec<&str> = questions.into_iter().flat_map(|file| ["--questions", file]).collect();
        let id = program.run(&[&options[..], &["import", path.to_str().unwrap()]].concat()).succeeded();
        let shown = program.run(&[&options[..], &["show", id.trim(), "--json"]].concat()).succeeded();
        let shown: Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(answers(&shown), answers(&handed_back), "{file}");
        for field in ["organization", "created_at", "updated_at", "language", "status"] {
            assert_eq!(shown[field], handed_back[field], "{file}: {field}");
        }
    }
}

/// The path of a program.
fn which(name: &str) -> PathBuf {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file()).unwrap()
}
