//! Folders, variables, limits and other programs that are not as one would like them.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod harness;
mod program;

use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use harness::{Home, Terminal};
use program::Program;

/// The user and group that own nothing.
const NOBODY: u32 = 65534;

/// Answers two questions line by line.
fn answer(command: &mut Command) -> Output {
    let command = command.args(["--plain", "start", "--org", "X"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"1\n2\n").ok();
    child.wait_with_output().unwrap()
}

/// What it said when it could not do it: an error, no backtrace, nothing that looks saved.
fn refused(output: &Output) -> String {
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.starts_with("error: ") && !told.contains("panicked"), "{told}");
    assert!(!String::from_utf8_lossy(&output.stdout).contains("Saved"), "{told}");
    told
}

fn answers_in(folder: &Path) -> usize {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|file| fs::read_to_string(file).unwrap().matches("answered_at").count()).sum()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_folder_that_may_not_be_written_is_named() {
    let program = Program::new("en");
    let data = program.folder().join("data");
    fs::create_dir(&data).unwrap();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o555)).unwrap();
    fs::set_permissions(program.folder(), fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = program.command(&[]);
    if rustix::process::getuid().is_root() {
        // Nothing is read-only for the superuser.
        command.uid(NOBODY).gid(NOBODY);
        if Command::new(env!("CARGO_BIN_EXE_hoshitori")).arg("--version").uid(NOBODY).gid(NOBODY).output().is_err() {
            println!("skipped: others may not run the program here");
            return;
        }
    }
    let told = refused(&answer(&mut command));
    assert!(told.contains("data"), "{told}");
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_disk_that_may_not_be_written_is_told_and_can_be_read() {
    let program = Program::new("en");
    let id = program.assessment_of("X", "1\n2\n");
    let data = program.folder().join("data");
    let mount = |arguments: &[&str]| Command::new("mount").args(arguments).arg(&data).stderr(Stdio::null()).status();
    let own = data.to_string_lossy().into_owned();
    let is_mounted = mount(&["--bind", &own]).is_ok_and(|status| status.success())
        && mount(&["-o", "remount,ro,bind"]).is_ok_and(|status| status.success());
    if is_mounted {
        let told = refused(&answer(&mut program.command(&[])));
        assert!(told.contains("data"), "{told}");
        assert!(program.run(&["list"]).succeeded().contains('X'));
        assert!(program.run(&["show", &id]).succeeded().contains('X'));
        program.run(&["doctor"]).succeeded();
    } else {
        println!("skipped: no right to mount");
    }
    while Command::new("umount").arg(&data).stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {}
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let program = Program::new("en");
    let id = program.assessment_of("X", "1\n2\n");
    let file = program.assessments().join(format!("{id}.toml"));
    fs::set_permissions(&file, fs::Permissions::from_mode(0o400)).unwrap();
    let before = fs::read(&file).unwrap();
    let ended = program.lines(&["--plain", "open", &id], "3\n");
    assert!(ended.failed(1).contains(&id));
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_home_that_is_missing_empty_or_unwritable_is_no_panic() {
    for home in [None, Some(""), Some("/proc/nowhere"), Some("/proc")] {
        let program = Program::new("en");
        let mut command = program.command(&[]);
        command.env_remove("HOSHITORI_DATA_DIR").env_remove("HOSHITORI_CONFIG_DIR").env_remove("HOME");
        command.envs(home.map(|home| ("HOME", home)));
        // Where HOME says nothing, the user database does: that home must not be written to by a test.
        command.env("XDG_DATA_HOME", if home.is_some_and(|home| home.len() > 1) { "" } else { "/proc/nowhere" });
        let told = refused(&answer(&mut command));
        assert!(told.contains("/proc"), "{home:?}: {told}");
    }
}

#[test]
fn relative_xdg_folders_are_ignored_and_files_named() {
    let program = Program::new("en");
    let start = |data_home: &str| {
        let mut command = program.command(&[]);
        command.env_remove("HOSHITORI_DATA_DIR").env("XDG_DATA_HOME", data_home);
        answer(&mut command)
    };
    let output = start("relative/share");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!program.folder().join("relative").exists());
    assert_eq!(answers_in(&program.folder().join(".local/share/hoshitori/assessments")), 2);
    let file = program.folder().join("file");
    fs::write(&file, "no folder").unwrap();
    let told = refused(&start(&file.to_string_lossy()));
    assert!(told.contains(&*file.to_string_lossy()), "{told}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "no folder");
}

#[test]
fn a_careless_umask_makes_nothing_public() {
    let program = Program::new("en");
    program.through_shell("umask 000; printf '1\\n2\\n' | \"$PROGRAM\" --plain start --org X --lang en").succeeded();
    let folder = program.assessments();
    assert_eq!((mode(&folder), mode(folder.parent().unwrap())), (0o700, 0o700));
    for file in fs::read_dir(&folder).unwrap() {
        assert_eq!(mode(&file.unwrap().path()), 0o600);
    }
    program.through_shell("umask 000; \"$PROGRAM\" export latest --format html --output out.html").succeeded();
    assert_eq!(mode(&program.folder().join("out.html")), 0o600);
}

#[test]
fn a_link_stays_a_link_and_a_circle_of_links_is_refused() {
    let program = Program::new("en");
    let id = program.assessment_of("X", "1\n2\n");
    let file = program.assessments().join(format!("{id}.toml"));
    let elsewhere = program.folder().join("elsewhere.toml");
    fs::rename(&file, &elsewhere).unwrap();
    symlink(&elsewhere, &file).unwrap();
    program.lines(&["--plain", "open", &id], "3\n").succeeded();
    assert!(file.symlink_metadata().unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&elsewhere).unwrap().matches("answered_at").count(), 3);
    assert_eq!(mode(&elsewhere), 0o600);
    fs::remove_file(&elsewhere).unwrap();
    symlink(&file, &elsewhere).unwrap();
    assert!(program.run(&["show", &id]).failed(1).contains(&id));
}

#[test]
fn a_limit_on_the_size_of_files_is_an_error_and_not_the_end() {
    let program = Program::new("en");
    let line = "ulimit -f 1; printf '1\\n2\\n' | \"$PROGRAM\" --plain start --org X 2>&1 >/dev/null; echo \"code $?\"";
    let told = program.through_shell(line).out();
    assert!(told.contains("error: ") && told.contains("code 1"), "{told}");
    let files = fs::read_dir(program.assessments()).unwrap().count();
    assert_eq!(files, 0, "nothing half written is left");
}

#[test]
fn a_folder_deleted_meanwhile_is_made_anew() {
    let mut terminal = Terminal::start(&["start", "--org", "X"], &[], 80, 24);
    terminal.wait_for("1/5");
    terminal.keys("1");
    terminal.wait_for("2/5");
    terminal.wait_for("保存済み");
    fs::remove_dir_all(terminal.home().data()).unwrap();
    terminal.keys("2");
    terminal.wait_for("3/5");
    terminal.wait_for("保存済み");
    terminal.keys("<c-c>");
    assert_eq!(terminal.exit_code(), Ok(0));
    assert_eq!(answers_in(&terminal.home().data().join("assessments")), 2);
}

#[test]
fn second_copy_is_refused_and_a_dead_one_does_not_block() {
    let mut first = Terminal::start(&["start", "--org", "X"], &[], 80, 24);
    first.wait_for("1/5");
    first.keys("1");
    first.wait_for("2/5");
    first.wait_for("保存済み");
    let run = |home: &Home| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hoshitori"));
        command.env_clear().envs(home.environment()).args(["--plain", "--lang", "en", "open", "latest"]);
        command.stdin(Stdio::null()).output().unwrap()
    };
    let told = refused(&run(first.home()));
    assert!(told.contains(&first.process().to_string()), "{told}");
    // Looking is allowed meanwhile.
    let mut look = Command::new(env!("CARGO_BIN_EXE_hoshitori"));
    look.env_clear().envs(first.home().environment()).args(["show", "latest"]);
    assert!(look.output().unwrap().status.success());
    first.kill();
    let home = first.into_home();
    let output = run(&home);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn what_another_program_wrote_meanwhile_is_kept_and_told() {
    let mut terminal = Terminal::start(&["start", "--org", "X"], &[], 100, 30);
    terminal.wait_for("1/5");
    terminal.keys("1");
    terminal.wait_for("2/5");
    terminal.wait_for("保存済み");
    let file = terminal.home().assessments().into_iter().next().unwrap();
    let other = fs::read_to_string(&file).unwrap() + "# by another program\n";
    fs::write(&file, &other).unwrap();
    terminal.keys("2");
    terminal.wait_for("3/5");
    terminal.wait_for("kept-");
    terminal.keys("<c-c>");
    assert_eq!(terminal.exit_code(), Ok(0));
    let kept = fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let kept: Vec<_> = kept.filter(|path| path.to_string_lossy().contains(".kept-")).collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(fs::read_to_string(&kept[0]).unwrap(), other);
    assert_eq!(fs::read_to_string(&file).unwrap().matches("answered_at").count(), 2);
}
