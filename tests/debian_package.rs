//! The Debian package, made as `Cargo.toml` documents it, from the program that is tested: what is in it, that it installs,
//! runs, and goes again without a trace. Where `dpkg` or `cargo deb` is not installed, the test says so.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// Everything that the package brings, folders aside.
const CONTENTS: [&str; 10] = [
    "usr/bin/hoshitori",
    "usr/share/bash-completion/completions/hoshitori",
    "usr/share/doc/hoshitori/CHANGELOG.md",
    "usr/share/doc/hoshitori/README.ja.md",
    "usr/share/doc/hoshitori/README.md",
    "usr/share/doc/hoshitori/copyright",
    "usr/share/fish/vendor_completions.d/hoshitori.fish",
    "usr/share/man/ja/man1/hoshitori.1.gz",
    "usr/share/man/man1/hoshitori.1.gz",
    "usr/share/zsh/vendor-completions/_hoshitori",
];

/// What `dpkg` keeps for itself.
const BOOKS: &str = "var/lib/dpkg";

#[test]
fn the_package_installs_runs_and_goes_without_a_trace() {
    for (program, arguments) in [("dpkg", &["--version"][..]), ("cargo", &["deb", "--version"])] {
        if !runs(program, arguments) {
            println!("skipped: {program} {} does not run here", arguments.join(" "));
            return;
        }
    }
    let folder = TempDir::new().unwrap();
    let package = package(folder.path());

    let unpacked = folder.path().join("unpacked");
    done(Command::new("dpkg-deb").arg("-x").arg(&package).arg(&unpacked));
    assert_eq!(files(&unpacked), CONTENTS);
    works(&unpacked);
    let about = done(Command::new("dpkg-deb").arg("-f").arg(&package));
    assert!(about.contains("Package: hoshitori\n"), "{about}");
    assert!(about.contains(&format!("Version: {}", env!("CARGO_PKG_VERSION"))), "{about}");

    if done(Command::new("id").arg("-u")).trim() != "0" {
        println!("installed nowhere: only root may");
        return;
    }
    let root = folder.path().join("root");
    fs::create_dir_all(root.join(BOOKS).join("updates")).unwrap();
    fs::create_dir_all(root.join(BOOKS).join("info")).unwrap();
    fs::write(root.join(BOOKS).join("status"), "").unwrap();
    let dpkg = |arguments: &[&str]| {
        // The system in the folder is empty: nothing that the package needs is there.
        let mut command = Command::new("dpkg");
        command.arg(format!("--root={}", root.display())).args(["--force-depends", "--log=/dev/null"]).args(arguments);
        done(&mut command)
    };
    dpkg(&["--install", package.to_str().unwrap()]);
    assert_eq!(files(&root), CONTENTS);
    works(&root);
    dpkg(&["--purge", "hoshitori"]);
    assert_eq!(files(&root), [""; 0], "something stays behind");
    assert!(!root.join("usr").exists(), "folders stay behind");
}

/// Whether a program is there and answers.
fn runs(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// What a command printed, after it did what it was asked to.
fn done(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Makes the package in a copy of the project, in which the tested program stands where the one for release would.
fn package(folder: &Path) -> PathBuf {
    let project = folder.join("project");
    fs::create_dir_all(project.join("target/release")).unwrap();
    for entry in fs::read_dir(PROJECT).unwrap().map(Result::unwrap) {
        let name = entry.file_name();
        if name == "target" || name.to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            symlink(entry.path(), project.join(name)).unwrap();
        } else {
            fs::copy(entry.path(), project.join(name)).unwrap();
        }
    }
    fs::copy(env!("CARGO_BIN_EXE_hoshitori"), project.join("target/release/hoshitori")).unwrap();
    let manifest = fs::read_to_string(project.join("Cargo.toml")).unwrap();
    let commands = manifest
        .lines()
        .skip_while(|line| !line.starts_with("# A Debian package"))
        .skip(1)
        .map_while(|line| line.strip_prefix("#   "))
        .collect::<Vec<_>>()
        .join("\n");
    assert!(commands.contains("cargo run --release -- "), "the manifest tells how to prepare it: {commands}");
    let commands = commands.replace("cargo run --release --", "target/release/hoshitori");
    done(Command::new("sh").args(["-e", "-c", &commands]).current_dir(&project).env("HOME", folder));
    let mut command = Command::new("cargo");
    command.args(["deb", "--no-build", "--fast", "--offline", "--output"]).arg(folder.join("hoshitori.deb"));
    done(command.current_dir(&project).env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET_DIR"));
    folder.join("hoshitori.deb")
}

/// The files below a folder, in order of their names.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            let path = entry.path();
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            if name == BOOKS {
            } else if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else {
                found.push(name);
            }
        }
    }
    found.sort();
    found
}

/// The program runs, the man page is one, shells read the completions.
fn works(root: &Path) {
    let program = root.join("usr/bin/hoshitori");
    let version = done(Command::new(&program).arg("--version"));
    assert_eq!(version.trim(), concat!("hoshitori ", env!("CARGO_PKG_VERSION")));
    let sets =
        done(Command::new(&program).args(["--lang", "en", "questions", "list"]).env("HOME", root.join("nobody")));
    assert!(sets.contains("self-diagnosis"), "{sets}");
    for (page, word) in [("man", "SYNOPSIS"), ("man/ja", "書式")] {
        let page = root.join("usr/share").join(page).join("man1/hoshitori.1.gz");
        let text = done(Command::new("gzip").arg("-dc").arg(&page));
        assert!(text.contains(".TH") && text.contains(word), "{}", page.display());
    }
    for (shell, completions) in [
        ("bash", "bash-completion/completions/hoshitori"),
        ("zsh", "zsh/vendor-completions/_hoshitori"),
        ("fish", "fish/vendor_completions.d/hoshitori.fish"),
    ] {
        if runs(shell, &["--version"]) {
            done(Command::new(shell).arg("-n").arg(root.join("usr/share").join(completions)));
        }
    }
}
