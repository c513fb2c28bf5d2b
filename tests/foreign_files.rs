//! Files from elsewhere, given to every command that reads one: what is no assessment, no question file or no export is
//! refused at once, in words, and stays as it is.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod program;

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use program::Program;

/// How long a refusal may take.
const AT_ONCE: Duration = Duration::from_secs(3);

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
    }
    format!("{out}{err}")
}

/// Every way of having a file read, and how it fails; one that only counts goes on.
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
        (vec!["aggregate", file, "--json"], &[0]),
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

/// Bytes that are none of what is wanted.
fn rubbish(whole: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut random = fastrand::Rng::with_seed(7);
    let shift_jis = encoding_rs::SHIFT_JIS.encode("name = \"山田製作所\"\n").0.into_owned();
    let euc = encoding_rs::EUC_JP.encode("name = \"山田製作所\"\n").0.into_owned();
    let utf_16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("schema = 1\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let twice = [b"schema = 1\n".as_slice(), whole].concat();
    let bare_return = String::from_utf8_lossy(whole).replacen('\n', "\r", 3).into_bytes();
    vec![
        ("empty", Vec::new()),
        ("blank", b"  \n\n".to_vec()),
        ("nothing-but-nul", vec![0; 4096]),
        ("random", (0..9000).map(|_| random.u8(..)).collect()),
        (
            "program",
            fs::read("/bin/sh").map(|program| program[..200_000.min(program.len())].to_vec()).unwrap_or_default(),
        ),
        ("shift-jis", shift_jis),
        ("euc-jp", euc),
        ("utf-16", utf_16),
        ("duplicate-key", twice),
        ("bare-return", bare_return),
        ("deep-toml", [b"a = ".to_vec(), vec![b'['; 200_000]].concat()),
        ("deep-json", vec![b'['; 200_000]),
        ("dotted", [b"a".to_vec(), b".a".repeat(100_000), b" = 1".to_vec()].concat()),
    ]
}

#[test]
fn rubbish_is_refused_and_stays_as_it_is() {
    for language in ["ja", "en"] {
        let program = Program::new(language);
        let whole = include_bytes!("../examples/assessments/it-company-two-stars.toml");
        for (name, bytes) in rubbish(whole) {
            for ending in ["toml", "json", "csv"] {
                let file = program.folder().join(format!("{name}.{ending}"));
                fs::write(&file, &bytes).unwrap();
                let name = file.to_string_lossy();
                for (arguments, codes) in readers(&name) {
                    // A table may be in Shift_JIS, or lack what is asked for: that is said as well.
                    refused(&program, &arguments, if ending == "csv" { &[0, 1] } else { codes });
                }
                assert_eq!(fs::read(&file).unwrap(), bytes, "{name} was changed");
            }
        }
        assert!(!program.assessments().exists(), "nothing is begun");
    }
}

#[test]
fn a_saved_file_cut_anywhere_is_told_and_not_overwritten() {
    let program = Program::new("en");
    let whole = include_bytes!("../examples/assessments/it-company-two-stars.toml");
    let file = program.folder().join("cut.toml");
    let name = file.to_string_lossy().into_owned();
    for end in (1..whole.len() - 7).step_by(if cfg!(debug_assertions) { 499 } else { 97 }) {
        fs::write(&file, &whole[..end]).unwrap();
        refused(&program, &["show", &name], &[1]);
        refused(&program, &["open", &name, "--plain"], &[1]);
        assert_eq!(fs::read(&file).unwrap(), &whole[..end]);
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_fault() {
    let program = Program::new("en");
    let file = program.folder().join("from-windows.toml");
    let text = include_str!("../examples/assessments/it-company-two-stars.toml").replace('\n', "\r\n");
    fs::write(&file, format!("\u{feff}{text}")).unwrap();
    program.run(&["show", &file.to_string_lossy()]).succeeded();
    let questions = include_str!("../examples/question-sets/shop-opening.en.toml").replace('\n', "\r\n");
    fs::write(&file, format!("\u{feff}{questions}")).unwrap();
    program.run(&["questions", "check", &file.to_string_lossy()]).succeeded();
}

#[test]
fn a_layout_from_the_future_is_named_and_never_overwritten() {
    let whole = include_str!("../examples/assessments/it-company-two-stars.toml");
    for schema in ["2", "99999999999999999999", "-1", "0", "\"1\"", "1.0", "true", "[1]"] {
        let program = Program::new("en");
        let id = program.assessment_of("X", "1\n");
        let file = program.assessments().join(format!("{id}.toml"));
        let text = whole.replacen("schema = 1", &format!("schema = {schema}"), 1);
        fs::write(&file, &text).unwrap();
        for arguments in [
            &["show", &id][..],
            &["open", &id, "--plain"],
            &["start", "--from", &id, "--plain"],
            &["merge", &id, &id, "--org", "X"],
        ] {
            let told = refused(&program, arguments, &[1]);
            assert!(told.contains("schema"), "{schema}: {told}");
        }
        let list = program.run(&["list"]).succeeded();
        assert!(list.contains(&id), "{list}");
        assert_eq!(fs::read_to_string(&file).unwrap(), text, "schema = {schema}");
        assert_eq!(fs::read_dir(program.assessments()).unwrap().count(), 1);
    }
}

#[test]
fn what_is_no_regular_file_is_refused_at_once() {
    let program = Program::new("en");
    let at = |name: &str| program.folder().join(name);
    for ending in ["toml", "json"] {
        let fifo = at(&format!("fifo.{ending}"));
        assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
        let _socket = UnixListener::bind(at(&format!("socket.{ending}"))).unwrap();
        symlink(at("nowhere"), at(&format!("dangling.{ending}"))).unwrap();
        symlink(at(&format!("circle.{ending}")), at(&format!("circle.{ending}"))).unwrap();
        symlink("/dev/zero", at(&format!("zero.{ending}"))).unwrap();
        symlink("/dev/full", at(&format!("full.{ending}"))).unwrap();
        fs::write(at(&format!("large.{ending}")), vec![b' '; 100 << 20]).unwrap();
        fs::File::create(at(&format!("sparse.{ending}"))).unwrap().set_len(8 << 30).unwrap();
        for name in ["fifo", "socket", "dangling", "circle", "zero", "full", "large", "sparse"] {
            all_refuse(&program, &at(&format!("{name}.{ending}")));
        }
    }
    let folder = at("folder.toml");
    fs::create_dir(&folder).unwrap();
    let name = folder.to_string_lossy();
    for (arguments, codes) in readers(&name) {
        refused(&program, &arguments, codes);
    }
}

#[test]
fn names_and_arguments_that_steer_are_not_sent_on() {
    let steering: String = STEERING.iter().collect();
    let program = Program::new("en");
    let file: PathBuf = program.folder().join(format!("a{steering}\n.toml"));
    fs::write(&file, "x = ").unwrap();
    all_refuse(&program, &file);
    for arguments in [
        vec!["show", &steering],
        vec!["open", &steering, "--plain"],
        vec!["trend", "--org", &steering],
        vec!["questions", "show", &steering],
        vec!["export", &steering, "--format", "md"],
        vec![&steering],
        vec!["list", &steering],
        vec!["--lang", &steering],
        vec!["start", "--checklist", &steering, "--plain", "--org", "X"],
        vec!["doctor", &steering],
        vec!["merge", "--again", &steering],
        vec!["completions", &steering],
    ] {
        refused(&program, &arguments, &[0, 1, 2]);
    }
}

#[test]
fn texts_that_steer_are_shown_harmless_everywhere() {
    let steering: String = STEERING.iter().collect();
    let program = Program::new("en");
    let long = "長".repeat(30_000);
    let name = format!("A{steering}{}{long}", "e\u{301}".repeat(2000));
    let lines: String = (0..30).map(|_| "2\n").collect();
    let mut child = program
        .command(&["--plain", "start", "--org", &name, "--site", &steering, "--respondent", &steering])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!String::from_utf8(output.stdout).unwrap().contains(STEERING));
    for arguments in [
        vec!["list"],
        vec!["show", "latest"],
        vec!["plan", "latest"],
        vec!["compare", "latest", "latest"],
        vec!["trend", "--org", &name],
        vec!["export", "latest", "--format", "md", "--output", "-"],
        vec!["export", "latest", "--format", "html", "--output", "-"],
        vec!["open", "latest", "--plain"],
        vec!["delete", "latest"],
        vec!["doctor"],
    ] {
        refused(&program, &arguments, &[0, 1, 2]);
    }
    // JSON carries the text as it is, but written so that a terminal sees no more than letters.
    for arguments in [
        &["show", "latest", "--json"][..],
        &["list", "--json"],
        &["compare", "latest", "latest", "--json"],
        &["export", "latest", "--format", "json", "--output", "-"],
        &["export", "latest", "--format", "jsonl", "--output", "-"],
    ] {
        let printed = refused(&program, arguments, &[0]);
        if arguments[0] == "compare" {
            continue;
        }
        assert!(printed.contains("\\u001b"), "escaped");
    }
}
