//! Files that other programs hold open, names of devices, names in large letters.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::windows::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::program::Program;
use crate::storm::answers;

const FILE_SHARE_READ: u32 = 1;

/// Opens a file as Excel does: others may read it, and that is all.
fn hold(path: &Path) -> File {
    OpenOptions::new().read(true).write(true).share_mode(FILE_SHARE_READ).open(path).unwrap()
}

fn saved_file(program: &Program) -> PathBuf {
    let mut files = fs::read_dir(program.assessments()).unwrap().map(|entry| entry.unwrap().path());
    files.find(|path| path.extension().is_some_and(|ending| ending == "toml")).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn from_the_first_answer_to_a_folder_in_order() {
    let program = Program::new("ja");
    // Only what the archive brings.
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("hoshitori.exe");
    fs::copy(env!("CARGO_BIN_EXE_hoshitori"), &copy).unwrap();
    let run = |arguments: &[&str], lines: &str| {
        let around = program.command(arguments);
        let mut command = Command::new(&copy);
        command.args(arguments).env_clear().current_dir(folder.path());
        command.envs(around.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).ok();
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success() && told.is_empty(), "{arguments:?}: {told}");
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["--plain", "start", "--org", "山田製作所"], &("1\n".repeat(7) + "q\n"));
    assert_eq!(answers(&program.folder().join("data")), "1111111");
    run(&["--plain", "open", "latest"], &"1\n".repeat(23));
    assert!(run(&["show", "latest"], "").contains("100"));
    for format in ["html", "xlsx", "docx", "md", "csv", "json", "jsonl"] {
        let written = run(&["export", "latest", "--format", format, "--output", &format!("報告.{format}")], "");
        assert!(fs::metadata(folder.path().join(written.trim_end())).unwrap().len() > 0, "{format}");
    }
    for format in ["csv", "xlsx", "json"] {
        run(&["import", &format!("報告.{format}"), "--org", "大阪支店"], "");
    }
    assert_eq!(run(&["list"], "").lines().count(), 4);
    assert!(run(&["doctor"], "").contains("読んだ診断: 4件、残っている問題: 0件"));
    assert_eq!(names(&program.assessments()).len(), 4);
}

#[test]
fn a_report_that_excel_has_open_is_told_apart() {
    let program = Program::new("en");
    program.assessment_of("Acme", "1\n2\n");
    let export = ["export", "latest", "--format", "csv", "--output", "report.csv", "--force"];
    program.run(&export).succeeded();
    let report = program.folder().join("report.csv");
    let before = fs::read(&report).unwrap();
    let excel = hold(&report);
    let told = program.run(&export).failed(1);
    assert!(told.contains("another program has it open") && told.contains("Excel"), "{told}");
    drop(excel);
    assert_eq!(fs::read(&report).unwrap(), before);
    assert_eq!(names(program.folder()), ["data", "report.csv"], "nothing stray is left");
    // One that closes it in time is waited for.
    let excel = hold(&report);
    let closing = thread::spawn(move || {
        thread::sleep(Duration::from_millis(400));
        drop(excel);
    });
    program.run(&export).succeeded();
    closing.join().unwrap();
}

#[test]
fn a_saved_file_that_another_program_holds_is_saved_later() {
    let program = Program::new("en");
    let id = program.assessment_of("Acme", "1\n2\n");
    let file = saved_file(&program);
    let excel = hold(&file);
    let closing = thread::spawn(move || {
        thread::sleep(Duration::from_millis(1500));
        drop(excel);
    });
    program.lines(&["--plain", "open", &id], "3\n").succeeded();
    closing.join().unwrap();
    assert_eq!(answers(&program.folder().join("data")), "123");
    // One that keeps it is told of, and what was there stays whole.
    let excel = hold(&file);
    let ended = program.lines(&["--plain", "open", &id], "1\n");
    assert_eq!(ended.code(), Some(1));
    let (_, told) = ended.printed();
    assert!(told.contains("another program has it open"), "{told}");
    drop(excel);
    assert_eq!(answers(&program.folder().join("data")), "123");
}

#[test]
fn a_scanner_that_opens_each_new_file_disturbs_nothing() {
    let program = Program::new("en");
    let folder = program.assessments();
    fs::create_dir_all(&folder).unwrap();
    let ends = Arc::new(AtomicBool::new(false));
    let scanner = thread::spawn({
        let ends = Arc::clone(&ends);
        move || {
            while !ends.load(Ordering::Relaxed) {
                for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                    let opened = OpenOptions::new().read(true).share_mode(FILE_SHARE_READ).open(entry.path());
                    thread::sleep(Duration::from_millis(5));
                    drop(opened);
                }
            }
        }
    });
    let typed: String = "12345".chars().cycle().map(|digit| if digit > '3' { '1' } else { digit }).take(30).collect();
    let lines: String = typed.chars().flat_map(|digit| [digit, '\n']).collect();
    program.lines(&["--plain", "start", "--org", "Acme"], lines).succeeded();
    ends.store(true, Ordering::Relaxed);
    scanner.join().unwrap();
    assert_eq!(answers(&program.folder().join("data")), typed);
    assert_eq!(names(&program.assessments()).len(), 1, "neither a lock nor a temporary file is left");
}

#[test]
fn who_has_it_open_is_named() {
    let program = Program::new("en");
    let id = program.assessment_of("Acme", "1\n");
    let mut first = program.command(&["--plain", "open", &id]).stdin(Stdio::piped()).spawn().unwrap();
    let lock = program.assessments().join(format!("{id}.toml.lock"));
    while fs::read_to_string(&lock).unwrap_or_default().is_empty() {
        thread::sleep(Duration::from_millis(20));
    }
    let told = program.run(&["--plain", "open", &id]).failed(1);
    assert!(told.contains(&format!("process {}", first.id())), "{told}");
    // A process that is killed leaves no lock.
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!(names(&program.assessments()), [format!("{id}.toml")]);
    program.lines(&["--plain", "open", &id], "2\n").succeeded();
}

#[test]
fn ids_are_as_on_disk_however_they_are_typed() {
    let program = Program::new("en");
    let id = program.assessment_of("Acme", "1\n");
    assert_eq!(program.document(&id.to_uppercase())["id"], *id);
}

#[test]
fn names_of_devices_are_no_files() {
    let program = Program::new("en");
    program.assessment_of("Acme", "1\n");
    for name in ["NUL", "con.md", "Com1.md"] {
        let told = program.run(&["export", "latest", "--format", "md", "--output", name, "--force"]).failed(1);
        assert!(told.contains("a device"), "{told}");
    }
    assert_eq!(names(program.folder()), ["data"]);
}

#[test]
fn a_folder_outside_the_users_own_is_told_by_doctor() {
    let program = Program::new("en");
    program.assessment_of("Acme", "1\n");
    assert!(!program.run(&["doctor"]).succeeded().contains("outside your own folder"));
    let elsewhere = tempfile::tempdir_in("C:\\").unwrap();
    let data = elsewhere.path().to_str().unwrap();
    let told = program.run(&["--data-dir", data, "doctor"]).succeeded();
    assert!(told.contains("outside your own folder") && told.contains("problems left: 0"), "{told}");
}

#[test]
fn a_read_only_file_is_told_and_kept() {
    let program = Program::new("en");
    let id = program.assessment_of("Acme", "1\n");
    let file = saved_file(&program);
    let mut rights = fs::metadata(&file).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&file, rights.clone()).unwrap();
    let ended = program.lines(&["--plain", "open", &id], "2\n");
    assert_eq!(ended.code(), Some(1));
    assert!(ended.printed().1.contains("read-only"), "{:?}", ended.printed());
    #[expect(clippy::permissions_set_readonly_false, reason = "on Windows that is all there is")]
    rights.set_readonly(false);
    fs::set_permissions(&file, rights).unwrap();
    assert_eq!(answers(&program.folder().join("data")), "1");
}

#[test]
fn a_full_disk_is_told_and_goes_on_when_room_is_made() {
    let Some(disk) = std::env::var_os("HOSHITORI_SMALL_DISK").map(PathBuf::from) else {
        println!("skipped: HOSHITORI_SMALL_DISK names no small disk");
        return;
    };
    let program = Program::new("en");
    let data = tempfile::tempdir_in(&disk).unwrap();
    let data_dir = data.path().to_str().unwrap();
    program.lines(&["--data-dir", data_dir, "--plain", "start", "--org", "Acme"], "1\n2\n").succeeded();
    // To the last byte.
    let filler = data.path().join("filler");
    let mut room = 1 << 20;
    let mut contents = Vec::new();
    while room > 0 {
        let more = contents.len() + room;
        let fits = fs::write(&filler, vec![0; more]).is_ok();
        if fits {
            contents.resize(more, 0_u8);
        } else {
            room /= 2;
        }
    }
    fs::write(&filler, &contents).unwrap();
    let ended = program.lines(&["--data-dir", data_dir, "--plain", "open", "latest"], "3\n");
    assert_eq!(ended.code(), Some(1));
    assert!(ended.printed().1.contains("the disk is full"), "{:?}", ended.printed());
    assert_eq!(answers(data.path()), "12");
    fs::remove_file(&filler).unwrap();
    program.lines(&["--data-dir", data_dir, "--plain", "open", "latest"], "3\n").succeeded();
    assert_eq!(answers(data.path()), "123");
}
