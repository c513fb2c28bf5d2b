//! Help, completions, the man page: what is written about the command line, from the same definition that parses it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};

use hoshitori::cli::arguments::command;
use hoshitori::core::language::Language;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_hoshitori");

/// The program over a data folder of its own.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// A command that finds the program under its name, as scripts call it.
    fn command(&self, program: &str) -> Command {
        let folder = Path::new(PROGRAM).parent().unwrap();
        let before = env::var_os("PATH").unwrap_or_default();
        let paths = [folder.to_owned()].into_iter().chain(env::split_paths(&before));
        let mut command = Command::new(program);
        command
            .env("PATH", env::join_paths(paths).unwrap())
            .env("HOME", self.0.path())
            .env("HOSHITORI_DATA_DIR", self.0.path())
            .env("HOSHITORI_CONFIG_DIR", self.0.path())
            .env("LC_ALL", "C.UTF-8")
            .current_dir(self.0.path());
        command
    }

    fn run(&self, arguments: &[&str]) -> String {
        said(&self.command(PROGRAM).args(arguments).output().unwrap())
    }
}

/// What was said, by a program that had nothing to complain about.
fn said(output: &Output) -> String {
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaint.trim().is_empty(), "{}: {complaint}", output.status);
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Whether a program is at hand; says so if it is not.
fn is_at_hand(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok();
    if !found {
        eprintln!("{program} is not installed: not tested with it");
    }
    found
}

fn paths(command: &clap::Command, above: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for below in command.get_subcommands() {
        let path: Vec<String> = above.iter().cloned().chain([below.get_name().to_owned()]).collect();
        found.push(path.clone());
        found.extend(paths(below, &path));
    }
    found
}

#[test]
fn the_help_of_every_command_is_as_agreed() {
    let place = Place::new();
    for language in Language::ALL {
        let code = language.code();
        let mut all = place.run(&["--lang", code, "--help"]);
        assert_eq!(all, place.run(&["--lang", code, "help"]));
        for path in paths(&command(language), &[]) {
            let mut words: Vec<&str> = path.iter().map(String::as_str).collect();
            words.extend(["--help", "--lang", code]);
            let help = place.run(&words);
            let words: Vec<&str> =
                ["help", "--lang", code].into_iter().chain(path.iter().map(String::as_str)).collect();
            assert_eq!(help, place.run(&words), "help and --help differ");
            let heading = if language == Language::Ja { "例:" } else { "Examples:" };
            assert!(help.contains(heading), "{path:?} has no example");
            all.push_str(&format!("\n---- {} ----\n{help}", path.join(" ")));
        }
        if language == Language::Ja {
            for word in ["Usage", "Print", "possible values", "Options", "Commands", "Arguments"] {
                assert!(!all.contains(word), "English in Japanese help: {word}");
            }
        }
        insta::assert_snapshot!(format!("help.{code}"), all);
    }
}

#[test]
fn examples_are_commands_that_the_program_understands() {
    for language in Language::ALL {
        let definition = command(language);
        for path in paths(&definition, &[]) {
            let mut found = &definition;
            for name in &path {
                found = found.find_subcommand(name).unwrap();
            }
            let help = found.get_after_help().unwrap().to_string();
            for line in help.lines().skip(1) {
                let line = line.rsplit("| ").next().unwrap().trim();
                let line = line.split([">", "<"].map(|c| c.chars().next().unwrap()).as_slice()).next().unwrap();
                let words: Vec<String> = line.split('"').enumerate().fold(Vec::new(), |mut words, (index, part)| {
                    if index % 2 == 1 {
                        words.push(part.to_owned());
                    } else {
                        words.extend(part.split_whitespace().map(str::to_owned));
                    }
                    words
                });
                let outcome = definition.clone().try_get_matches_from(&words);
                assert!(outcome.is_ok(), "{words:?}: {}", outcome.unwrap_err());
            }
        }
    }
}

/// A finished assessment; its id.
fn assessment(place: &Place) -> String {
    let answers = "1\n".repeat(30);
    let path = place.0.path().join("answers");
    fs::write(&path, answers).unwrap();
    let mut start = place.command(PROGRAM);
    start.args(["start", "--org", "山田: $(x) `y`", "--site", "本社", "--plain"]).stdin(fs::File::open(path).unwrap());
    said(&start.output().unwrap());
    let names = place.run(&["complete-assessments"]);
    let (id, name) = names.lines().nth(1).unwrap().split_once('\t').unwrap();
    assert!(names.starts_with("latest\t") && name.starts_with("山田: $(x) `y` 本社 20"), "{names}");
    id.to_owned()
}

#[cfg(unix)]
#[test]
fn bash_completes_commands_options_and_assessments() {
    if !is_at_hand("bash") {
        return;
    }
    let place = Place::new();
    let id = assessment(&place);
    let script = r#"
        set -e
        eval "$(hoshitori completions bash)"
        function try { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); "$function" hoshitori "${@: -1}" "${@: -2:1}" || true; echo "${COMPREPLY[*]}"; }
        function="$(complete -p hoshitori | sed 's/.*-F \([^ ]*\) .*/\1/')"
        try hoshitori sh
        try hoshitori show ""
        try hoshitori compare latest ""
        try hoshitori start --from ""
        try hoshitori show --js
    "#;
    let answer = said(&place.command("bash").args(["--norc", "-c", script]).output().unwrap());
    let names = format!("latest {id}");
    let lines: Vec<&str> = answer.lines().collect();
    assert!(lines[0].split(' ').any(|word| word == "show"), "{answer}");
    assert_eq!(lines[1..], [&names, &names, &names, "--json"]);
}

#[cfg(unix)]
#[test]
fn zsh_completes_assessments_by_name() {
    if !is_at_hand("zsh") {
        return;
    }
    let place = Place::new();
    let id = assessment(&place);
    let script = r#"
        autoload -U compinit && compinit -D
        source <(hoshitori completions zsh)
        (( $+functions[_hoshitori] )) || exit 3
        _describe() { print -l -- "${(@P)4}" }
        _hoshitori_assessments
    "#;
    let answer = said(&place.command("zsh").args(["-f", "-c", script]).output().unwrap());
    let lines: Vec<&str> = answer.lines().collect();
    assert!(lines[0].starts_with("latest:"), "{answer}");
    assert!(lines[1].starts_with(&format!("{id}:山田\\: $(x) `y` 本社")), "{answer}");
    let script = place.run(&["completions", "zsh"]);
    assert!(script.contains(":ASSESSMENT:_hoshitori_assessments"), "--from");
    assert!(script.contains("':b -- ") && !script.contains("path:_default"), "arguments");
}

#[cfg(unix)]
#[test]
fn fish_completes_assessments_by_name() {
    if !is_at_hand("fish") {
        return;
    }
    let place = Place::new();
    let id = assessment(&place);
    for line in ["hoshitori show ", "hoshitori start --from "] {
        let script = format!("hoshitori completions fish | source; complete -C '{line}'");
        let answer = said(&place.command("fish").args(["--no-config", "-c", &script]).output().unwrap());
        assert!(answer.lines().any(|line| line.starts_with(&format!("{id}\t山田: $(x) `y` 本社"))), "{answer}");
    }
}

#[test]
fn the_other_shells_have_their_scripts() {
    let place = Place::new();
    for (shell, word) in [("powershell", "Register-ArgumentCompleter"), ("elvish", "edit:completion:arg-completer")] {
        let script = place.run(&["completions", shell]);
        assert!(script.contains(word) && !script.contains("complete-assessments"), "{shell}");
    }
}

#[cfg(unix)]
#[test]
fn the_man_page_is_whole_and_renders_without_a_warning() {
    let place = Place::new();
    for language in Language::ALL {
        let page = place.run(&["man", "--lang", language.code()]);
        for path in paths(&command(language), &[]) {
            assert!(page.contains(&path.join(" ").replace('-', "\\-")), "{path:?} is not on the page");
        }
        for word in ["HOSHITORI_DATA_DIR", "config.toml", "128+n", "\\-\\-org NAME", "NO_COLOR"] {
            assert!(page.contains(word), "{word} is not on the page");
        }
        let file = place.0.path().join("hoshitori.1");
        fs::write(&file, &page).unwrap();
        for (program, arguments) in [
            ("man", &["--warnings", "-E", "UTF-8", "-l"][..]),
            ("groff", &["-man", "-ww", "-z", "-K", "utf8", "-T", "utf8"][..]),
            ("mandoc", &["-T", "lint", "-W", "warning"][..]),
        ] {
            if is_at_hand(program) {
                let shown = place.command(program).args(arguments).arg(&file).env("MANWIDTH", "100").output().unwrap();
                said(&shown);
            }
        }
    }
}
