//! Every command line of the README and of the guides does what it is said to do.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_hoshitori");

const DOCUMENTS: [(&str, &str); 4] =
    [("README.md", "en"), ("README.ja.md", "ja"), ("docs/question-sets.md", "en"), ("docs/question-sets.ja.md", "ja")];

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The lines of all `sh` blocks, without what is said beside them.
fn command_lines(text: &str) -> Vec<String> {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```sh";
        } else if inside {
            lines.push(line.split(" #").next().unwrap().trim().to_owned());
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// A shell in which the program is found, without a terminal, in a folder of its own.
fn shell(home: &Path, line: &str, language: &str) -> Command {
    let before = env::var_os("PATH").unwrap_or_default();
    let folder = Path::new(PROGRAM).parent().unwrap().to_owned();
    let paths = env::join_paths([folder].into_iter().chain(env::split_paths(&before))).unwrap();
    let mut command = Command::new("sh");
    command
        .args(["-c", line])
        .env("PATH", paths)
        .env("HOME", home)
        .env("HOSHITORI_DATA_DIR", home.join("data"))
        .env("HOSHITORI_CONFIG_DIR", home.join("config"))
        .env("HOSHITORI_LANG", language)
        // What draws asks line by line there.
        .env("TERM", "dumb")
        .current_dir(home)
        .stdin(Stdio::null());
    command
}

fn run(home: &Path, line: &str, language: &str) {
    let output = shell(home, line, language).output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaint.is_empty(), "{line}\n{}\n{complaint}", output.status);
}

/// The files that the lines speak of.
fn prepare(home: &Path, language: &str) {
    let name = if language == "ja" { "山田製作所" } else { "Yamada Works" };
    for answer in ["2", "1"] {
        run(home, &format!("yes {answer} | head -30 | hoshitori start --org '{name}' --plain"), language);
        // The first of them is last year's.
        run(home, "test -e last-year.toml || cp data/assessments/*.toml last-year.toml", language);
    }
    // What the policy asks for, as if it had been filled in.
    let policy =
        "[policy]\nrepresentative_title = \"CEO\"\nrepresentative_name = \"Y\"\nset_on = 2026-11-22\n\n[checklist]";
    for entry in fs::read_dir(home.join("data/assessments")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let text = fs::read_to_string(&path).unwrap().replacen("[checklist]", policy, 1);
            fs::write(&path, text).unwrap();
        }
    }
    run(home, "hoshitori export latest --format csv --output sheet-back.csv", language);
    let questions = read(&format!("examples/question-sets/shop-opening.{language}.toml"));
    fs::write(home.join("my-questions.toml"), questions.replace("\"shop-opening\"", "\"my-questions\"")).unwrap();
}

#[cfg(unix)]
#[test]
fn every_command_of_the_documents_works() {
    for (document, language) in DOCUMENTS {
        let lines = command_lines(&read(document));
        let ours: Vec<_> = lines.iter().filter(|line| line.contains("hoshitori")).collect();
        assert!(ours.len() >= 3, "{document}");
        for line in ours {
            let home = TempDir::new().unwrap();
            prepare(home.path(), language);
            run(home.path(), line, language);
        }
    }
}

#[test]
fn other_lines_are_commands_of_cargo_that_exist() {
    for (document, _) in DOCUMENTS {
        for line in command_lines(&read(document)).iter().filter(|line| !line.contains("hoshitori")) {
            let words: Vec<&str> = line.split(' ').skip_while(|word| word.contains('=')).collect();
            assert_eq!(words[0], "cargo", "{document}: {line}");
            assert!(["run", "test", "install", "build", "bench"].contains(&words[1]), "{document}: {line}");
        }
    }
}

#[test]
fn both_languages_show_the_same_commands() {
    let bare = |name: &str| -> Vec<String> {
        let words = |line: &String| line.replace("\"Yamada Works\"", "山田製作所").replace("Osaka", "大阪");
        command_lines(&read(name)).iter().map(words).collect()
    };
    for [english, japanese] in [["README.md", "README.ja.md"], ["docs/question-sets.md", "docs/question-sets.ja.md"]] {
        assert_eq!(bare(english), bare(japanese));
    }
}

#[test]
fn every_command_is_in_the_document() {
    let readme = read("README.md");
    for command in hoshitori::cli::arguments::command(hoshitori::core::language::Language::En).get_subcommands() {
        assert!(readme.contains(&format!("hoshitori {}", command.get_name())), "{}", command.get_name());
    }
}

#[test]
fn links_to_files_lead_somewhere() {
    for (document, _) in DOCUMENTS.into_iter().chain([("CONTRIBUTING.md", "en"), ("CHANGELOG.md", "en")]) {
        let text = read(document);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(document).parent().unwrap().to_owned();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            // The releases are a page beside the files.
            let is_elsewhere = link.starts_with("http") || link.starts_with('#') || link == "../../releases";
            assert!(is_elsewhere || folder.join(link).exists(), "{document}: {link}");
        }
    }
}
