//! What the program says when files fail it: always something, and in the language of that moment.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed step ends the test")]

mod harness;
mod program;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use harness::Terminal;
use program::Program;

/// The user and group that own nothing.
const NOBODY: u32 = 65534;

/// All 30 questions answered.
const ANSWERS: &str = "1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n";

fn only_file(folder: &Path) -> PathBuf {
    let files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "toml")).unwrap()
}

#[test]
fn errors_follow_a_switched_language() {
    let arguments = ["start", "--org", "X", "--lang", "ja"];
    let mut terminal = Terminal::start(&arguments, &[], 100, 30);
    terminal.wait_for("1/5");
    terminal.keys("1");
    terminal.wait_for("保存済み");
    let file = terminal.home().assessments().remove(0);
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    terminal.keys("1");
    let screen = terminal.wait_for("フォルダーがあります");
    assert!(!screen.contains("指定してください"), "nobody named the file:\n{screen}");
    terminal.keys("L");
    terminal.wait_for("a folder is where");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(1));
    let written = String::from_utf8_lossy(terminal.written()).into_owned();
    let last = written.rsplit("error: ").next().unwrap().to_owned();
    assert!(last.contains("a folder is where the file should be"), "{last}");
    assert!(!last.contains('。'), "{last}");
}

#[test]
fn an_unreadable_folder_does_not_look_empty_on_screens() {
    let mut terminal = Terminal::start(&["--lang", "en"], &[], 100, 30);
    terminal.wait_for("nothing unfinished");
    let data = terminal.home().data();
    fs::create_dir_all(&data).unwrap();
    fs::write(data.join("assessments"), "").unwrap();
    terminal.keys("<down><enter>");
    let screen = terminal.wait_for("a file stands where a folder is needed");
    assert!(!screen.contains("Nothing is saved yet"), "{screen}");
    terminal.keys("<esc>");
    let screen = terminal.wait_for("New assessment");
    assert!(screen.contains("a file stands where a folder is needed"), "{screen}");
    assert!(!screen.contains("nothing unfinished"), "{screen}");
}

#[test]
fn an_unreadable_folder_does_not_look_empty_in_line_mode() {
    let program = Program::new("ja");
    let data = program.folder().join("data");
    let assessments = data.join("assessments");
    fs::create_dir_all(&assessments).unwrap();
    for (folder, mode) in [(program.folder(), 0o755), (&data, 0o755), (&assessments, 0o300)] {
        fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    }
    let mut command = program.command(&["--plain"]);
    if rustix::process::getuid().is_root() {
        // The superuser may read every folder.
        command.uid(NOBODY).gid(NOBODY);
        std::os::unix::fs::chown(&assessments, Some(NOBODY), Some(NOBODY)).unwrap();
        if Command::new(env!("CARGO_BIN_EXE_hoshitori")).arg("--version").uid(NOBODY).gid(NOBODY).output().is_err() {
            println!("skipped: others may not run the program here");
            return;
        }
    }
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(child.stdin.as_mut().unwrap(), b"3\nlang\nq\n").unwrap();
    let output = child.wait_with_output().unwrap();
    fs::set_permissions(&assessments, fs::Permissions::from_mode(0o700)).unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.matches("フォルダーの中身を読めません（権限がありません）").count() >= 2, "home and list:\n{out}");
    assert!(out.contains("the folder cannot be read (permission denied)"), "after the switch:\n{out}");
    assert!(!out.contains("途中の診断はありません"), "{out}");
}

#[test]
fn a_file_that_cannot_be_opened_is_explained_in_the_new_language() {
    let program = Program::new("ja");
    program.assessment_of("X", "1\n2\n");
    let file = only_file(&program.assessments());
    let text = fs::read_to_string(&file).unwrap();
    // The summary at the head stays as it is, so that the list shows it as unfinished.
    fs::write(&file, text.replacen("choice = ", "choice = 1 # ", 1)).unwrap();
    let out = program.lines(&["--plain"], "lang\n1\nq\n").out();
    assert!(out.contains("\" must be text"), "{out}");
}

#[test]
fn finished_assessments_of_an_organisation_are_found_by_one_rule() {
    let program = Program::new("en");
    let older = program.assessment_of("X", ANSWERS);
    let file = program.assessments().join(format!("{older}.toml"));
    let text = fs::read_to_string(&file).unwrap();
    let spaced = text.replacen("name = \"X\"", "name = \"X \"", 1);
    assert_ne!(text, spaced);
    fs::write(&file, spaced).unwrap();
    program.assessment_of("X", ANSWERS);
    fs::write(program.assessments().join("broken1.toml"), "schema = 1\n").unwrap();

    let trend = program.run(&["trend", "--org", " X", "--json"]);
    let (out, err) = trend.printed();
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(document["assessments"].as_array().unwrap().len(), 2, "{out}");
    assert!(err.contains("broken1.toml"), "{err}");

    let out = program.lines(&["--plain"], "3\n2\nt\n\nc\n\nq\n").out();
    let (trend, comparison) = out.split_once("broken1.toml").unwrap_or_else(|| panic!("it is named:\n{out}"));
    assert!(!trend.is_empty() && comparison.matches("100").count() >= 2, "{out}");
    assert_eq!(out.matches("One file is left out.").count(), 2, "trend and comparison:\n{out}");
    let out = program.lines(&["list", "--org", "X"], "");
    assert!(out.printed().1.contains("broken1.toml"), "{:?}", out.printed());
}
