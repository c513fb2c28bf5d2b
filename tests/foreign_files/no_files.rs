//! What is no regular file, or far too large.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

use crate::program::Program;
use crate::{all_refuse, readers, refused};

/// Makes one of everything that is no file to be read in a folder; the paths, and what must live on.
fn everything_else(folder: &Path, ending: &str) -> (Vec<PathBuf>, UnixListener) {
    let at = |name: &str| folder.join(format!("{name}.{ending}"));
    assert!(std::process::Command::new("mkfifo").arg(at("fifo")).status().unwrap().success());
    let socket = UnixListener::bind(at("socket")).unwrap();
    symlink(at("nowhere"), at("dangling")).unwrap();
    symlink(at("circle"), at("circle")).unwrap();
    symlink("/dev/zero", at("zero")).unwrap();
    symlink("/dev/full", at("full")).unwrap();
    symlink(at("fifo"), at("link-to-fifo")).unwrap();
    fs::write(at("large"), vec![b' '; 100 << 20]).unwrap();
    fs::File::create(at("sparse")).unwrap().set_len(8 << 30).unwrap();
    let names = ["fifo", "socket", "dangling", "circle", "zero", "full", "link-to-fifo", "large", "sparse"];
    (names.map(at).to_vec(), socket)
}

#[test]
fn what_is_no_regular_file_is_refused_at_once() {
    let program = Program::new("en");
    for ending in ["toml", "json"] {
        let (files, _socket) = everything_else(program.folder(), ending);
        for file in &files {
            all_refuse(&program, file);
        }
    }
    for device in ["/dev/zero", "/dev/full", "/dev/null", "/dev/tty"] {
        for (arguments, codes) in readers(device) {
            refused(&program, &arguments, codes);
        }
    }
    let folder = program.folder().join("folder.toml");
    fs::create_dir(&folder).unwrap();
    let name = folder.to_string_lossy();
    for (arguments, codes) in readers(&name) {
        refused(&program, &arguments, codes);
    }
}

#[test]
fn tables_and_workbooks_that_are_none_are_refused_at_once() {
    let program = Program::new("ja");
    for ending in ["csv", "xlsx", "JSON"] {
        let (files, _socket) = everything_else(program.folder(), ending);
        for file in files {
            let told = refused(&program, &["import", &file.to_string_lossy()], &[1]);
            assert!(told.contains(&*file.file_name().unwrap().to_string_lossy()), "{told}");
        }
    }
    assert!(!program.assessments().exists(), "nothing is begun");
}

#[test]
fn figures_do_not_wait_for_pipes_and_devices() {
    let program = Program::new("en");
    let mut sockets = Vec::new();
    for ending in ["jsonl", "ndjson", "csv", "json"] {
        let (files, socket) = everything_else(program.folder(), ending);
        sockets.push(socket);
        for file in files {
            let told = refused(&program, &["aggregate", &file.to_string_lossy(), "--json"], &[0, 1]);
            let told = told.split("error: ").next().unwrap();
            let figures: serde_json::Value = serde_json::from_str(told).unwrap();
            assert_eq!(figures["assessments"], 0, "{told}");
            // A table of nothing but blanks says nothing, which is not wrong.
            let is_named = told.contains(&*file.file_name().unwrap().to_string_lossy());
            assert!(is_named || file.ends_with("large.csv"), "{told}");
        }
    }
    // All of them as one folder.
    let told = refused(&program, &["aggregate", &program.folder().to_string_lossy(), "--json"], &[0]);
    assert!(told.contains("fifo.jsonl") && told.contains("zero.csv"), "{told}");
}

#[test]
fn settings_that_are_no_file_are_told_and_stop_nothing() {
    let program = Program::new("en");
    let config = program.folder().join("config");
    fs::create_dir(&config).unwrap();
    let (files, _socket) = everything_else(&config, "other");
    for file in files {
        fs::remove_file(config.join("config.toml")).ok();
        symlink(&file, config.join("config.toml")).unwrap();
        let told = refused(&program, &["list"], &[0]);
        assert!(told.contains("warning: ") && told.contains("config.toml"), "{file:?}: {told}");
    }
    fs::remove_file(config.join("config.toml")).unwrap();
    fs::create_dir(config.join("config.toml")).unwrap();
    assert!(refused(&program, &["list"], &[0]).contains("config.toml"));
}

#[test]
fn folder_with_pipes_and_devices_is_listed_without_blocking() {
    let program = Program::new("en");
    let id = program.assessment_of("Acme", "1\n");
    let (files, _socket) = everything_else(&program.assessments(), "toml");
    for arguments in [&["list"][..], &["list", "--json"], &["trend", "--org", "Acme"], &["doctor"], &["show", "latest"]]
    {
        let told = refused(&program, arguments, &[0, 1]);
        assert!(!told.is_empty(), "{arguments:?}");
    }
    let listed = refused(&program, &["list"], &[0]);
    assert!(listed.contains(&id) && listed.contains("fifo.toml") && listed.contains("sparse.toml"), "{listed}");
    program.lines(&["start", "--org", "B", "--plain"], "1\n").succeeded();
    for name in ["fifo", "socket", "zero"] {
        let deleted = refused(&program, &["delete", name, "--yes"], &[0, 1]);
        assert!(deleted.contains(name), "{deleted}");
    }
    assert!(files[0].exists() && files[1].exists(), "what is no file is not deleted");
}
