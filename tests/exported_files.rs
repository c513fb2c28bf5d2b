//! Files that the program writes for others: where they go, what they are called, who may read them, and what is never
//! written over.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

mod program;

use std::fs;
#[cfg(unix)]
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::path::Path;

use hoshitori::text::clean;
use program::Program;

/// Ways to make a file of the newest assessment.
const EXPORTS: [&str; 10] = [
    "export latest --format html",
    "export latest --format xlsx",
    "export latest --format docx",
    "export latest --format md",
    "export latest --format csv",
    "export latest --format json",
    "export latest --format jsonl",
    "plan latest --format ics",
    "sheet --format xlsx",
    "sheet --format csv",
];

/// The names in a folder and all below it.
fn all_below(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        names.push(path.display().to_string());
        if path.is_dir() {
            names.extend(all_below(&path));
        }
    }
    names.sort();
    names
}

/// What an export in a folder of the program prints, whatever rights new files get there.
fn export_in(program: &Program, folder: &str, export: &str) -> String {
    if cfg!(unix) {
        return program.through_shell(&format!("umask 000; cd {folder}; \"$PROGRAM\" {export}")).succeeded();
    }
    let arguments: Vec<&str> = export.split(' ').collect();
    let output = program.command(&arguments).current_dir(program.folder().join(folder)).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn exported_files_stay_in_the_folder_and_are_private() {
    for name in [
        "../../../tmp/evil",
        "/etc/passwd",
        "..",
        ".hidden",
        "-rf",
        "C:\\Windows\\x",
        "CON",
        "nul.txt",
        "COM1",
        "a\nb\u{1b}[31m\u{202e}\u{200b}",
        "<>:\"|?*",
        "~root",
        "$(touch evil)",
        "＝１＋１",
        &"長".repeat(5000),
    ] {
        let program = Program::new("ja");
        program.lines(&["--plain", "start", &format!("--org={name}")], "1\n2\n").succeeded();
        let folder = program.folder().join("out");
        fs::create_dir(&folder).unwrap();
        let before = all_below(program.folder());
        for export in EXPORTS {
            let printed = export_in(&program, "out", export);
            assert_eq!(clean(printed.trim_end()), printed.trim_end());
            let file = folder.join(printed.trim_end());
            let metadata = file.symlink_metadata().unwrap_or_else(|_| panic!("{export}: {printed:?}"));
            assert!(metadata.is_file() && file.parent() == Some(&*folder), "{name:.40}: {printed:?}");
            #[cfg(unix)]
            assert_eq!(metadata.permissions().mode() & 0o777, 0o600, "{export}");
            let written = file.file_name().unwrap().to_str().unwrap();
            assert!(!written.starts_with(['.', '-', '~']) || written.starts_with("~root"), "{written}");
            let stem = written.split('.').next().unwrap().to_lowercase();
            assert!(!["con", "nul", "com1"].contains(&stem.as_str()), "{written}");
            assert!(written.len() < 255 && clean(written) == written, "{written}");
        }
        let after: Vec<String> = all_below(program.folder())
            .into_iter()
            .filter(|path| !path.starts_with(folder.to_str().unwrap()))
            .collect();
        let before: Vec<String> = before.into_iter().filter(|path| Path::new(path) != folder).collect();
        assert_eq!(after, before, "{name:.40}: nothing else is written");
        assert_eq!(all_below(&folder).len(), EXPORTS.len());
    }
}

#[cfg(unix)]
#[test]
fn what_is_there_is_not_written_over_and_links_are_not_followed() {
    let program = Program::new("en");
    program.assessment_of("Acme", "1\n");
    let at = |name: &str| program.folder().join(name);
    fs::write(at("kept.md"), "kept").unwrap();
    fs::write(at("target"), "kept").unwrap();
    symlink(at("target"), at("link.md")).unwrap();
    symlink(at("nowhere"), at("dangling.md")).unwrap();
    for export in EXPORTS {
        for name in ["kept.md", "link.md", "dangling.md"] {
            let told = program.through_shell(&format!("\"$PROGRAM\" {export} --output {name}")).failed(1);
            assert!(told.contains(name) && told.contains("--force"), "{export}: {told}");
        }
    }
    assert_eq!(fs::read_to_string(at("kept.md")).unwrap(), "kept");
    assert!(at("link.md").is_symlink() && at("dangling.md").is_symlink() && !at("nowhere").exists());
    for name in ["kept.md", "link.md", "dangling.md"] {
        program
            .through_shell(&format!("umask 000; \"$PROGRAM\" export latest --format md --output {name} --force"))
            .succeeded();
        let metadata = at(name).symlink_metadata().unwrap();
        assert!(metadata.is_file() && metadata.permissions().mode() & 0o777 == 0o600, "{name}");
    }
    assert_eq!(fs::read_to_string(at("target")).unwrap(), "kept", "the link was replaced, not followed");
    assert!(!at("nowhere").exists());
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_replaced_even_if_forced() {
    let program = Program::new("en");
    program.assessment_of("Acme", "1\n");
    let at = |name: &str| program.folder().join(name);
    assert!(std::process::Command::new("mkfifo").arg(at("fifo.md")).status().unwrap().success());
    // A link, so that the device would live through a mistake of this program.
    symlink("/dev/full", at("device.md")).unwrap();
    symlink(at("loop.md"), at("loop.md")).unwrap();
    for force in ["", "--force"] {
        for name in ["fifo.md", "device.md"] {
            let line = format!("\"$PROGRAM\" export latest --format md --output {name} {force}");
            let told = program.through_shell(&line).failed(1);
            assert!(told.contains(name), "{told}");
        }
        program.through_shell(&format!("\"$PROGRAM\" export latest --format md --output none/x.md {force}")).failed(1);
    }
    assert!(at("fifo.md").symlink_metadata().unwrap().file_type().is_fifo());
    assert!(at("device.md").is_symlink());
    assert!(fs::metadata("/dev/full").unwrap().file_type().is_char_device());
    program.run(&["export", "latest", "--format", "md", "--output", "loop.md"]).failed(1);
    assert_eq!(
        fs::read_dir(program.folder()).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_file()).count(),
        0
    );
}

#[test]
fn names_of_groups_are_no_formulas_in_the_table_of_figures() {
    let program = Program::new("en");
    for name in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠A", " =1", "'=1", "\\\"=1"] {
        let line = format!("{{\"status\":\"in-progress\",\"industry\":\"{name}\",\"q1\":\"implemented\"}}\n");
        let out = program.lines(&["aggregate", "-", "--csv", "--all-groups"], line.repeat(5)).succeeded();
        let mut reader = csv::Reader::from_reader(out.as_bytes());
        for field in reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
            let is_number = field.parse::<f64>().is_ok();
            assert!(is_number || field.starts_with('\'') || hoshitori::text::guarded(&field) == field, "{field:?}");
        }
    }
}
