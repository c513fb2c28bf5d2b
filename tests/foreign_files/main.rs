//! Files from elsewhere, given to every command that reads one: what is no assessment, no question file or no export is
//! refused at once, in words, and stays as it is.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

mod importing;
#[cfg(unix)]
mod no_files;
#[path = "../program/mod.rs"]
mod program;
mod rubbish;
#[path = "../documents/samples.rs"]
#[allow(dead_code, reason = "made for more than is needed here")]
mod samples;
#[path = "../documents/spoilt.rs"]
mod spoilt;
mod steering;
#[path = "../parsers/workbook.rs"]
#[allow(dead_code, reason = "made for more than is needed here")]
mod workbook;

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use hoshitori::text::clean;
use program::Program;

/// How long a refusal may take. Under wine a program takes most of it to begin.
const AT_ONCE: Duration = Duration::from_secs(if cfg!(windows) { 20 } else { 3 });

/// Characters that steer terminals or hide text.
const STEERING: [char; 8] = ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\u{200b}', '\u{2066}', '\u{feff}', '\u{e0041}'];

/// Runs a command on a file; what it said, after it refused in time without sending anything on that steers a terminal.
fn refused(program: &Program, arguments: &[&str], codes: &[i32]) -> String {
    let begun = Instant::now();
    let output = program.command(arguments).stdin(Stdio::null()).output().unwrap();
    assert!(begun.elapsed() < AT_ONCE, "{arguments:?} took {:?}", begun.elapsed());
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(codes.contains(&output.status.code().unwrap()), "{arguments:?}: {:?}\n{out}\n{err}", output.status);
    assert!(!err.contains("panicked"), "{err}");
    for text in [&out, &err] {
        assert!(!text.contains(STEERING), "{arguments:?}: {text:?}");
        for line in text.lines() {
            assert_eq!(clean(line), line, "{arguments:?}");
        }
    }
    format!("{out}{err}")
}

/// Every way of having a file read, and how it fails. Counting takes a folder for what is in it.
fn readers(file: &str) -> Vec<(Vec<&str>, &'static [i32])> {
    vec![
        (vec!["show", file], &[1]),
        (vec!["plan", file], &[1]),
        (vec!["open", file, "--plain"], &[1]),
        (vec!["start", "--from", file, "--plain"], &[1]),
        (vec!["export", file, "--format", "md", "--output", "-"], &[1]),
        (vec!["compare", file, file], &[1]),
        (vec!["merge", file, file, "--org", "X"], &[1]),
        (vec!["import", file], &[1]),
        (vec!["questions", "check", file], &[1]),
        (vec!["--questions", file, "--plain", "start", "--org", "X"], &[1]),
        (vec!["aggregate", file, "--json"], &[0, 1]),
    ]
}

fn all_refuse(program: &Program, file: &Path) {
    let name = file.to_string_lossy();
    for (arguments, codes) in readers(&name) {
        let told = refused(program, &arguments, codes);
        let ending = file.file_name().unwrap().to_string_lossy();
        let is_named = told.contains(&*ending) || ending.contains(STEERING) || ending.contains('\n');
        assert!(is_named, "{arguments:?} does not name the file: {told}");
    }
    assert!(!program.assessments().exists(), "nothing is begun");
}
