//! Calls of the system that fail one by one, that fail for good, or that take their time; disks that are full.
//!
//! A small library stands between the program and the system. It is compiled here; without a C compiler these tests say
//! so and pass.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "../harness/mod.rs"]
mod harness;
#[path = "../program/mod.rs"]
mod program;
mod shim;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use harness::{Home, Terminal};
use program::Program;
use shim::Shim;

const ENOSPC: i32 = 28;
const EIO: i32 = 5;
const EINTR: i32 = 4;
const EACCES: i32 = 13;

/// Answers three questions line by line over failing calls.
fn three_answers(program: &Program, shim: &Shim, settings: &[(&'static str, String)]) -> Output {
    let folder = program.folder().to_string_lossy().into_owned();
    let mut child = program
        .command(&["--plain", "start", "--org", "X"])
        .envs(shim.variables(&folder, settings))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"1\n2\n3\n").unwrap();
    child.wait_with_output().unwrap()
}

/// The contents of the only saved file.
fn saved(assessments: &Path) -> String {
    let names: Vec<_> = assessments.read_dir().unwrap().map(|name| name.unwrap().path()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
    fs::read_to_string(&names[0]).unwrap()
}

fn calls(log: &Path, home: &Path) -> Vec<String> {
    let home = home.to_string_lossy().into_owned();
    fs::read_to_string(log).unwrap_or_default().lines().map(|line| line.replace(&home, "")).collect()
}

#[test]
fn what_is_saved_outlives_a_power_cut() {
    let Some(shim) = Shim::compile() else { return };
    let program = Program::new("en");
    let log = program.folder().join("log");
    let output = three_answers(&program, &shim, &[("SHIM_LOG", log.to_string_lossy().into_owned())]);
    assert!(output.status.success());
    let calls = calls(&log, program.folder());
    let mut replaced = 0;
    for (index, call) in calls.iter().enumerate() {
        if !call.starts_with("rename ") {
            continue;
        }
        replaced += 1;
        let is_temporary = |call: &String, what: &str| call.starts_with(what) && call.trim_end_matches(".tmp") != call;
        // Since the temporary file was opened: written, then made durable, nothing written after that.
        let opened = calls[..index].iter().rposition(|call| is_temporary(call, "open ")).unwrap();
        let written = calls[opened..index].iter().rposition(|call| is_temporary(call, "write ")).unwrap();
        let durable = calls[opened..index].iter().rposition(|call| is_temporary(call, "fsync ")).unwrap();
        assert!(written < durable, "{calls:#?}");
        // The new name is made durable before anything else happens.
        assert_eq!(calls[index + 1], "fsync /data/assessments", "{calls:#?}");
    }
    assert!(replaced > 0, "{calls:#?}");
    // The folders that were made are durable as well, before anything is in them.
    let first = calls.iter().position(|call| call.starts_with("open ")).unwrap();
    for folder in ["fsync /data", "fsync "] {
        assert!(calls[..first].iter().any(|call| call == folder), "{folder}: {calls:#?}");
    }
}

#[test]
fn one_call_that_fails_is_repaired_by_the_next_try() {
    let Some(shim) = Shim::compile() else { return };
    let mut runs = 0;
    for (call, errors) in [
        ("open", &[EIO, ENOSPC, EACCES][..]),
        ("write", &[EIO, ENOSPC, EINTR]),
        ("fsync", &[EIO, ENOSPC, EINTR]),
        ("rename", &[EIO, ENOSPC, EINTR]),
        ("mkdir", &[EIO, ENOSPC, EACCES]),
        ("flock", &[EIO, EINTR]),
        ("ftruncate", &[EIO, ENOSPC]),
    ] {
        for &error in errors {
            for first in 1..=40 {
                let program = Program::new("en");
                let log = program.folder().join("log");
                let settings = [
                    ("SHIM_CALL", call.to_owned()),
                    ("SHIM_ERROR", error.to_string()),
                    ("SHIM_FIRST", first.to_string()),
                    ("SHIM_COUNT", "1".to_owned()),
                    ("SHIM_LOG", log.to_string_lossy().into_owned()),
                ];
                let output = three_answers(&program, &shim, &settings);
                let told = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(output.status.success(), "{call} number {first} failing with {error}: {told}");
                let saved = saved(&program.assessments());
                assert_eq!(saved.matches("answered_at").count(), 3, "{call} number {first} failing with {error}");
                program.run(&["show", "latest"]).succeeded();
                runs += 1;
                let kind = format!("{call} ");
                let made = calls(&log, program.folder()).iter().filter(|call| call.starts_with(&kind)).count();
                if made < first {
                    break;
                }
            }
        }
    }
    println!("{runs} runs with one failing call each");
}

#[test]
fn lasting_failures_are_reported_and_keep_the_old_file() {
    let Some(shim) = Shim::compile() else { return };
    for (call, error) in [("open", EACCES), ("write", ENOSPC), ("fsync", EIO), ("rename", EIO)] {
        let program = Program::new("en");
        let id = program.assessment_of("X", "1\n2\n");
        let file = program.assessments().join(format!("{id}.toml"));
        let before = fs::read(&file).unwrap();
        let folder = program.folder().to_string_lossy().into_owned();
        let settings =
            [("SHIM_CALL", call.to_owned()), ("SHIM_ERROR", error.to_string()), ("SHIM_FIRST", "1".to_owned())];
        let mut child = program
            .command(&["--plain", "open", &id])
            .envs(shim.variables(&folder, &settings))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(b"3\n").ok();
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{call}: {told}");
        assert!(told.starts_with("error: "), "{call}: {told}");
        assert_eq!(fs::read(&file).unwrap(), before, "{call}");
        program.run(&["list"]).succeeded();
        assert_eq!(saved(&program.assessments()).as_bytes(), before, "{call}");
    }
}

#[test]
fn screen_says_not_saved_until_the_disk_recovers() {
    let Some(shim) = Shim::compile() else { return };
    for (call, error) in [("write", ENOSPC), ("fsync", EIO), ("rename", EIO)] {
        let home = Home::new();
        let repaired = home.folder().join("repaired");
        let folder = home.folder().to_string_lossy().into_owned();
        let settings = [
            ("SHIM_CALL", call.to_owned()),
            ("SHIM_ERROR", error.to_string()),
            ("SHIM_FIRST", "1".to_owned()),
            ("SHIM_UNTIL", repaired.to_string_lossy().into_owned()),
        ];
        let variables = shim.variables(&folder, &settings);
        let variables: Vec<(&str, &str)> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut terminal = Terminal::start_at(home, &["start", "--org", "X"], &variables, 80, 24);
        terminal.wait_for("1/5");
        for (digit, next) in [("1", "2/5"), ("2", "3/5"), ("3", "4/5")] {
            terminal.keys(digit);
            terminal.wait_for(next);
            terminal.wait_for("保存できていません");
            // It keeps saying so over many tries, without drawing anew for each of them.
            sleep(Duration::from_millis(400));
            let until = Instant::now() + Duration::from_millis(700);
            let written = terminal.written().len();
            while Instant::now() < until {
                let screen = terminal.screen();
                assert!(screen.contains("保存できていません") && !screen.contains("保存済み"), "{screen}");
                sleep(Duration::from_millis(10));
            }
            assert_eq!(terminal.written().len(), written, "{call}");
        }
        fs::write(&repaired, "").unwrap();
        terminal.wait_for("保存済み");
        terminal.keys("<c-c>");
        assert_eq!(terminal.exit_code(), Ok(0));
        assert_eq!(saved(&terminal.home().data().join("assessments")).matches("answered_at").count(), 3);
    }
}

#[test]
fn keys_are_answered_at_once_while_the_disk_takes_its_time() {
    let Some(shim) = Shim::compile() else { return };
    let home = Home::new();
    let folder = home.folder().to_string_lossy().into_owned();
    let settings = [("SHIM_CALL", "fsync".to_owned()), ("SHIM_SLEEP", "100".to_owned())];
    let variables = shim.variables(&folder, &settings);
    let variables: Vec<(&str, &str)> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut terminal = Terminal::start_at(home, &["start", "--org", "X"], &variables, 80, 24);
    terminal.wait_for("1/5");
    let mut times = Vec::new();
    for next in ["2/5", "3/5", "4/5", "5/5"] {
        let begun = Instant::now();
        terminal.keys("1");
        terminal.wait_for(next);
        times.push(begun.elapsed());
    }
    times.sort();
    println!("keys answered within {times:?} while fsync takes 100 ms");
    assert!(times[times.len() / 2] < Duration::from_millis(60), "{times:?}");
    terminal.keys("<c-c>");
    assert_eq!(terminal.exit_code(), Ok(0));
    assert_eq!(saved(&terminal.home().data().join("assessments")).matches("answered_at").count(), 4);
}

#[test]
fn a_clock_that_is_wrong_or_steps_back_loses_no_answer() {
    let Some(shim) = Shim::compile() else { return };
    let home = Home::new();
    let clock = home.folder().join("clock");
    let folder = home.folder().to_string_lossy().into_owned();
    let variables = shim.variables(&folder, &[("SHIM_CLOCK", clock.to_string_lossy().into_owned())]);
    let variables: Vec<(&str, &str)> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // 2026, then 1970, then 2100, then a day before the first.
    let times = ["1795305600", "60", "4102444800", "1795219200"];
    fs::write(&clock, times[0]).unwrap();
    let mut terminal = Terminal::start_at(home, &["start", "--org", "X"], &variables, 80, 24);
    terminal.wait_for("1/5");
    for (index, time) in times.iter().enumerate() {
        fs::write(&clock, time).unwrap();
        terminal.keys("1");
        terminal.wait_for(&format!("{}/5", index + 2));
        terminal.wait_for("保存済み");
    }
    // The answer given last is the one that counts, whatever the clock said.
    terminal.keys("<left>");
    terminal.wait_for("4/5");
    fs::write(&clock, "1").unwrap();
    terminal.keys("2");
    terminal.wait_for("5/5");
    terminal.wait_for("保存済み");
    terminal.keys("<c-c>");
    assert_eq!(terminal.exit_code(), Ok(0));
    let home = terminal.into_home();
    for time in times {
        fs::write(&clock, time).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_hoshitori"));
        command.env_clear().envs(home.environment()).envs(variables.iter().copied()).args(["show", "latest", "--json"]);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let answers = document["checklist"]["answers"].as_array().unwrap();
        let given: Vec<&str> = answers.iter().map(|answer| answer["answer"].as_str().unwrap()).collect();
        assert_eq!(given, ["doing", "doing", "doing", "will-do"], "{document:#}");
        assert!(answers[1]["answered_at"].as_str().unwrap().starts_with("1970-01-01"), "{document:#}");
    }
}

/// A small disk of its own, as long as this lives.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// Needs the right to mount.
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k,mode=700", "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status();
        let disk = mounted.is_ok_and(|status| status.success()).then(|| Self(folder));
        if disk.is_none() {
            println!("skipped: no right to mount a small disk");
        }
        disk
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        let mut file = fs::File::create(self.0.path().join("full")).unwrap();
        while file.write_all(&[0; 512]).is_ok() {}
    }

    fn make_room(&self) {
        fs::remove_file(self.0.path().join("full")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(self.0.path()).status().ok();
    }
}

#[test]
fn full_disk_is_never_saved_and_recovers_with_room() {
    let Some(disk) = SmallDisk::mount() else { return };
    let data = disk.0.path().join("data");
    let folder = data.to_string_lossy().into_owned();
    let mut terminal = Terminal::start(&["--data-dir", &folder, "start", "--org", "X"], &[], 80, 24);
    terminal.wait_for("1/5");
    terminal.keys("1");
    terminal.wait_for("2/5");
    terminal.wait_for("保存済み");
    disk.fill();
    terminal.keys("2");
    terminal.wait_for("3/5");
    terminal.wait_for("保存できていません");
    terminal.keys("3");
    terminal.wait_for("4/5");
    let screen = terminal.wait_still(Duration::from_millis(800));
    assert!(screen.contains("空きがありません"), "{screen}");
    assert!(screen.contains("保存できていません") && !screen.contains("保存済み"), "{screen}");
    assert_eq!(saved_beside_lock(&data).matches("answered_at").count(), 1, "the old file is whole");
    disk.make_room();
    terminal.wait_for("保存済み");
    assert_eq!(saved_beside_lock(&data).matches("answered_at").count(), 3);
    disk.fill();
    terminal.keys("1");
    terminal.wait_for("保存できていません");
    terminal.keys("<c-c>");
    assert_eq!(terminal.exit_code(), Ok(1));
    let last = terminal.screen();
    assert!(last.contains("error: "), "{last}");
    assert_eq!(saved_beside_lock(&data).matches("answered_at").count(), 3);
}

/// The contents of the only saved file while it is open.
fn saved_beside_lock(data: &Path) -> String {
    let names = data.join("assessments").read_dir().unwrap().map(|name| name.unwrap().path());
    let file = names
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .find(|path| !path.file_name().unwrap().to_string_lossy().starts_with('.'));
    fs::read_to_string(file.unwrap()).unwrap()
}
