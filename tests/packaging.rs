//! The manifests of package managers, filled as the release fills them. Where a tool that could read one is not installed, the
//! test says so.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// The archives of a release, as the matrix of the workflow names them.
const ARCHIVES: [&str; 6] = [
    "linux-x86_64.tar.gz",
    "linux-arm64.tar.gz",
    "macos-arm64.tar.gz",
    "macos-x86_64.tar.gz",
    "windows-x86_64.zip",
    "windows-arm64.zip",
];

/// Reads a file as YAML, where Python has a library for it.
const YAML: &str = "
import sys
try:
    import yaml
except ImportError:
    sys.exit()
assert yaml.safe_load(open(sys.argv[1]))['PackageVersion'] == '1.2.3'";

/// A checksum that no other archive has.
fn checksum(archive: &str) -> String {
    let number = ARCHIVES.iter().position(|name| *name == archive).unwrap() + 1;
    format!("{number:064x}")
}

/// The checksums of a release.
fn release() -> TempDir {
    let dist = TempDir::new().unwrap();
    for archive in ARCHIVES {
        let name = format!("hoshitori-v1.2.3-{archive}");
        fs::write(dist.path().join(format!("{name}.sha256")), format!("{}  {name}\n", checksum(archive))).unwrap();
    }
    dist
}

fn fill(dist: &Path, tag: &str, output: &Path) -> Output {
    let mut command = Command::new(Path::new(PROJECT).join("packaging/fill"));
    command.arg(dist).args([tag, "somebody/hoshitori"]).arg(output).output().unwrap()
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

/// Runs a tool that reads a manifest, where there is one.
fn is_read_by(tool: &str, arguments: &[&str], file: &Path) {
    match Command::new(tool).args(arguments).arg(file).output() {
        Ok(output) => assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr)),
        Err(_) => println!("skipped: {tool} does not run here"),
    }
}

#[test]
fn manifests_name_the_archives_of_the_release() {
    let (dist, output) = (release(), TempDir::new().unwrap());
    let filled = fill(dist.path(), "v1.2.3", output.path());
    assert!(filled.status.success(), "{}", String::from_utf8_lossy(&filled.stderr));
    let folder = output.path();

    let scoop: serde_json::Value = serde_json::from_str(&read(folder, "scoop/hoshitori.json")).unwrap();
    assert_eq!(scoop["version"], "1.2.3");
    assert_eq!(scoop["architecture"]["64bit"]["hash"], checksum("windows-x86_64.zip"));
    let url = "https://github.com/somebody/hoshitori/releases/download/v1.2.3/hoshitori-v1.2.3-windows-arm64.zip";
    assert_eq!(scoop["architecture"]["arm64"]["url"], url);

    let winget = read(folder, "winget/Hoshitori.Hoshitori.installer.yaml");
    assert!(winget.contains("PackageVersion: 1.2.3\n"), "{winget}");
    let pair = format!("InstallerUrl: {url}\n  InstallerSha256: {}\n", checksum("windows-arm64.zip"));
    assert!(winget.contains(&pair), "{winget}");
    let names = fs::read_dir(folder.join("winget")).unwrap().count();
    assert_eq!(names, 4, "version, installer and two languages");

    for (name, archives) in [("homebrew/hoshitori.rb", &ARCHIVES[..4]), ("aur/PKGBUILD", &ARCHIVES[..2])] {
        let text = read(folder, name);
        for archive in archives {
            assert!(text.contains(&format!("hoshitori-v1.2.3-{archive}")), "{text}");
            assert!(text.contains(&checksum(archive)), "{text}");
        }
    }
    for name in ["scoop/hoshitori.json", "homebrew/hoshitori.rb", "aur/PKGBUILD"] {
        assert!(!read(folder, name).contains('@'), "a placeholder is left in {name}");
    }
    is_read_by("bash", &["-n"], &folder.join("aur/PKGBUILD"));
    is_read_by("ruby", &["-c"], &folder.join("homebrew/hoshitori.rb"));
    for entry in fs::read_dir(folder.join("winget")).unwrap() {
        is_read_by("python3", &["-c", YAML], &entry.unwrap().path());
    }
}

#[test]
fn missing_or_broken_checksums_are_named() {
    let (dist, output) = (release(), TempDir::new().unwrap());
    let file = dist.path().join("hoshitori-v1.2.3-windows-arm64.zip.sha256");
    for (spoil, says) in [("not a checksum\n", "holds no SHA-256"), ("", "is missing")] {
        if spoil.is_empty() {
            fs::remove_file(&file).unwrap();
        } else {
            fs::write(&file, spoil).unwrap();
        }
        let filled = fill(dist.path(), "v1.2.3", output.path());
        let said = String::from_utf8(filled.stderr).unwrap();
        assert_eq!(filled.status.code(), Some(1), "{said}");
        assert!(said.contains("windows-arm64") && said.contains(says), "{said}");
    }
    assert_eq!(fill(dist.path(), "1.2.3-beta", output.path()).status.code(), Some(1));
}

#[test]
fn every_archive_is_built_by_the_workflow() {
    let Ok(workflow) = fs::read_to_string(Path::new(PROJECT).join(".github/workflows/release.yml")) else {
        println!("skipped: the workflows are no part of the package of the source");
        return;
    };
    for archive in ARCHIVES {
        let (name, _) = archive.split_once('.').unwrap();
        assert!(workflow.contains(&format!("name: {name},")), "{name}");
    }
}
