//! `kill -9` at any moment: nothing that was shown as saved is lost, what is there is the beginning of what was typed, it
//! opens again, and the next run leaves nothing stray.
//!
//! The moments are drawn from a seed that is printed; `HOSHITORI_SEED` gives the same ones again. A few dozen by default,
//! thousands with `HOSHITORI_STORM=1`.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

#[path = "../harness/mod.rs"]
mod harness;
#[path = "../program/mod.rs"]
mod program;
#[path = "../storm/mod.rs"]
mod storm;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

#[cfg(unix)]
use harness::{Home, Terminal};
use program::Program;
use storm::{STORM_TIMEOUT, answers, moments, rounds, some_answers};

/// A piece of the time after which a program is killed. On Windows, and even more under wine, one takes longer to begin.
const PACE: Duration = Duration::from_micros(if cfg!(windows) { 12 } else { 1 });

/// After the next run there is the saved file and nothing else.
fn assert_nothing_stray(folder: &Path) {
    let Ok(names) = folder.join("assessments").read_dir() else { return };
    for entry in names {
        let path = entry.unwrap().path();
        let is_saved_file = path.extension().is_some_and(|ending| ending == "toml")
            && !path.file_name().unwrap().to_string_lossy().starts_with('.');
        assert!(is_saved_file, "left behind: {}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn kill_on_screens_loses_nothing_shown_as_saved() {
    let mut random = moments("screens");
    let begun = Instant::now();
    let (mut done, mut saved, mut kept) = (0, 0, 0);
    for _ in 0..rounds(24, 1500) {
        if begun.elapsed() > STORM_TIMEOUT {
            break;
        }
        let typed = some_answers(&mut random);
        let mut terminal = Terminal::start_at(Home::new(), &["start", "--org", "山田製作所"], &[], 80, 24);
        terminal.wait_for("1/5");
        let end = Instant::now() + Duration::from_micros(random.u64(0..150_000));
        let mut shown = 0;
        for (index, digit) in typed.chars().enumerate() {
            if index == 5 {
                terminal.wait_for("次は自社診断");
                terminal.keys("<enter>");
            }
            terminal.keys(&digit.to_string());
            // Sometimes one after the other, sometimes all at once, so that the disk is overtaken.
            if random.u8(..) < 160 {
                sleep(Duration::from_micros(random.u64(0..8_000)));
            }
            // Seldom at rest, when everything is shown as saved, and then on: the next answers are written together.
            if random.u8(..) < 16 {
                terminal.wait_for("保存済み");
            }
            shown = shown.max(storm::shown_as_saved(&terminal.screen()));
            if Instant::now() >= end {
                break;
            }
        }
        terminal.kill();
        shown = shown.max(storm::shown_as_saved(&terminal.wait_still(Duration::from_millis(2))));
        let home = terminal.into_home();
        let found = answers(&home.data());
        assert!(typed.starts_with(&found), "typed {typed}, found {found}");
        assert!(found.len() >= shown, "{shown} were shown as saved, {} found", found.len());
        list(&home.data());
        assert_nothing_stray(&home.data());
        assert_eq!(answers(&home.data()), found, "the next run changes nothing");
        done += 1;
        saved += shown;
        kept += found.len();
    }
    println!("{done} kills, {saved} answers shown as saved, {kept} found, 0 lost");
    assert!(done > 0 && kept >= saved);
}

/// Any run that looks at what is saved.
fn list(data: &Path) {
    let ended = Command::new(env!("CARGO_BIN_EXE_hoshitori"))
        .env("HOSHITORI_DATA_DIR", data)
        .env("HOSHITORI_CONFIG_DIR", data.join("none"))
        .arg("list")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn kill_in_line_mode_leaves_a_prefix_of_the_answers() {
    let mut random = moments("lines");
    let begun = Instant::now();
    let program = Program::new("en");
    let (mut done, mut kept) = (0, 0);
    for _ in 0..rounds(40, 4000) {
        if begun.elapsed() > STORM_TIMEOUT {
            break;
        }
        fs::remove_dir_all(program.folder().join("data")).ok();
        let typed = some_answers(&mut random);
        let lines: String = typed.chars().flat_map(|digit| [digit, '\n']).collect();
        let mut child = program
            .command(&["--plain", "start", "--org", "山田製作所"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::io::Write::write_all(child.stdin.as_mut().unwrap(), lines.as_bytes()).unwrap();
        sleep(PACE * random.u32(5_000..70_000));
        child.kill().ok();
        child.wait().unwrap();
        let data = program.folder().join("data");
        let found = answers(&data);
        assert!(typed.starts_with(&found), "typed {typed}, found {found}");
        program.run(&["list"]).succeeded();
        assert_nothing_stray(&data);
        assert_eq!(answers(&data), found, "the next run changes nothing");
        done += 1;
        kept += found.len();
    }
    println!("{done} kills, {kept} answers found");
    assert!(done > 0);
}

#[test]
fn killed_while_saving_again_and_again_an_old_file_is_whole() {
    let mut random = moments("open");
    let begun = Instant::now();
    let program = Program::new("en");
    let mut id = program.assessment_of("山田製作所", "1\n2\n3\n");
    let data = program.folder().join("data");
    let mut before = answers(&data);
    let mut done = 0;
    for round in 0..rounds(20, 1500) {
        if begun.elapsed() > STORM_TIMEOUT {
            break;
        }
        // The lock of the one killed before must not stand in the way; neither must what it left behind.
        let mut child =
            program.command(&["--plain", "open", &id]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let digit = random.char('1'..='3');
        std::io::Write::write_all(child.stdin.as_mut().unwrap(), format!("{digit}\n").as_bytes()).unwrap();
        sleep(PACE * random.u32(2_000..60_000));
        child.kill().ok();
        child.wait().unwrap();
        let found = answers(&data);
        let grown = format!("{before}{digit}");
        assert!(found == before || found == grown, "round {round}: {before} and {digit} gave {found}");
        before = found;
        done += 1;
        if before.len() == 30 {
            fs::remove_dir_all(&data).unwrap();
            id = program.assessment_of("山田製作所", "1\n2\n3\n");
            before = answers(&data);
        }
    }
    program.run(&["list"]).succeeded();
    assert_nothing_stray(&data);
    println!("{done} kills of a file that was there before");
    assert!(done > 0);
}
