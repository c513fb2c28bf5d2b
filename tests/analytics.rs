//! DuckDB, over what `export --format jsonl` writes, gives the figures of `aggregate --json`.
//!
//! It is installed into a virtual environment under `target/`, where Python and its package index are at hand; elsewhere the
//! test says that it is skipped. With `HOSHITORI_STORM` Spark is tried as well, where Java is there.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a failed step ends the test")]

#[path = "../examples/generate.rs"]
#[allow(dead_code, reason = "its main function is for the command line")]
mod generate;

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const COUNT: u64 = 10_000;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a command and returns whether it succeeded.
fn runs(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null()).status().is_ok_and(|s| s.success())
}

/// A Python with a package, installed if need be.
fn python_with(package: &str) -> Option<PathBuf> {
    let folder = root().join("target/analytics");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.exists() && !runs(Command::new("python3").args(["-m", "venv"]).arg(&folder)) {
        return None;
    }
    let imports = |python: &Path| runs(Command::new(python).args(["-c", &format!("import {package}")]));
    let is_there = imports(&python)
        || (runs(Command::new(&python).args(["-m", "pip", "install", "-q", package])) && imports(&python));
    is_there.then_some(python)
}

fn generated(folder: &Path) -> PathBuf {
    let path = folder.join("answers.jsonl");
    generate::write(COUNT, 1, &mut BufWriter::new(File::create(&path).unwrap())).unwrap();
    path
}

fn json(command: &mut Command) -> Value {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn ours(path: &Path) -> Value {
    let data = tempfile::tempdir().unwrap();
    json(
        Command::new(env!("CARGO_BIN_EXE_hoshitori"))
            .args(["aggregate", "--json", "--data-dir"])
            .arg(data.path())
            .arg(path)
            .env("HOSHITORI_CONFIG_DIR", data.path()),
    )
}

fn assert_near(name: &str, ours: &Value, theirs: &Value) {
    let (a, b) = (ours.as_f64().unwrap(), theirs.as_f64().unwrap());
    assert!((a - b).abs() < 1e-9, "{name}: {a} and {b}");
}

fn assert_same_figures(ours: &Value, theirs: &Value) {
    for name in ["assessments", "complete"] {
        assert_eq!(ours[name], theirs[name], "{name}");
    }
    for name in ["mean", "median", "q1", "q3", "min", "max"] {
        assert_near(name, &ours["points"][name], &theirs["points"][name]);
        for (index, category) in ours["categories"].as_array().unwrap().iter().enumerate() {
            let other = &theirs["categories"][index];
            assert_eq!(category["id"], other["id"]);
            assert_near(name, &category[name], &other[name]);
        }
    }
    for (band, count) in theirs["bands"].as_object().unwrap() {
        assert_eq!(&ours["bands"][band], count, "{band}");
    }
    let questions = theirs["questions"].as_array().unwrap();
    assert_eq!(questions.len(), 25);
    for (question, other) in ours["questions"].as_array().unwrap().iter().zip(questions) {
        assert_eq!(question["number"], other["number"]);
        assert_near("mean", &question["mean"], &other["mean"]);
        for (choice, share) in question["share"].as_object().unwrap() {
            assert_near(choice, share, &other["share"][choice]);
        }
    }
    for group in theirs["groups"].as_array().unwrap() {
        let same = |known: &&Value| known["by"] == group["by"] && known["value"] == group["value"];
        let known = ours["groups"].as_array().unwrap().iter().find(same).unwrap();
        assert_eq!(known["assessments"], group["assessments"], "{group}");
        assert_near("mean", &known["mean"], &group["mean"]);
    }
}

#[test]
fn duckdb_gives_the_same_figures() {
    let Some(python) = python_with("duckdb") else {
        eprintln!("skipped: DuckDB cannot be installed here");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let path = generated(folder.path());
    let theirs = json(Command::new(python).arg(root().join("examples/analytics/duckdb_figures.py")).arg(&path));
    assert_same_figures(&ours(&path), &theirs);
}

#[test]
fn spark_gives_the_same_figures() {
    let has_java = runs(Command::new("java").arg("-version"));
    let python = if std::env::var_os("HOSHITORI_STORM").is_some() && has_java { python_with("pyspark") } else { None };
    let Some(python) = python else {
        eprintln!("skipped: without HOSHITORI_STORM, Java and Spark");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let path = generated(folder.path());
    let theirs = json(Command::new(python).arg(root().join("examples/analytics/aggregate_spark.py")).arg(&path));
    assert_same_figures(&ours(&path), &theirs);
}
