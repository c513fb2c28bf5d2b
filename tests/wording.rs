//! Rules for every text of the program. All sentences are in `src/messages`. The company declares: nothing that the program
//! says or ships claims that somebody examined or certified it.

use std::fs;
use std::path::{Path, PathBuf};

use hoshitori::cli::arguments::command;
use hoshitori::core::language::Language;

/// Words that would claim so. Japanese first.
const FORBIDDEN: [&str; 6] = ["認定", "認証取得", "合格", "取得", "certified", "approved"];

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
}

fn assert_free_of_claims(name: &str, text: &str) {
    for (number, line) in text.lines().enumerate() {
        let small = line.to_lowercase();
        for word in FORBIDDEN {
            assert!(!small.contains(word), "{name}:{}: {word}: {line}", number + 1);
        }
    }
}

#[test]
fn no_sentence_claims_that_a_company_was_examined() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = vec![root.join("README.md"), root.join("README.ja.md")];
    files(&root.join("questions"), "toml", &mut all);
    files(&root.join("src/messages"), "rs", &mut all);
    files(&root.join("examples"), "toml", &mut all);
    files(&root.join("tests/snapshots"), "snap", &mut all);
    assert!(all.len() > 40, "the texts are there: {}", all.len());
    for path in all {
        let text = fs::read_to_string(&path).expect("a text");
        assert_free_of_claims(&path.to_string_lossy(), &text);
    }
}

#[test]
fn no_help_text_claims_that_a_company_was_examined() {
    for language in Language::ALL {
        let mut whole = command(language);
        assert_free_of_claims("--help", &whole.render_long_help().to_string());
        for below in whole.get_subcommands_mut() {
            let name = below.get_name().to_owned();
            assert_free_of_claims(&name, &below.render_long_help().to_string());
        }
    }
}

/// Files outside `src/messages` with Japanese literals that are no sentences, and why.
const NO_SENTENCES: [(&str, &str); 3] = [
    ("src/core/calendar_date/mod.rs", "names of eras, with which dates are typed and written"),
    ("src/core/calendar_date/typed.rs", "the grammar of dates as people type them"),
    ("src/text/characters.rs", "classes of characters for line breaks and cleaning"),
];

/// What counts as Japanese: punctuation, kana, Chinese characters, full-width forms.
fn is_japanese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff01}'..='\u{ff9f}')
}

/// A line of code without its comment.
fn code(line: &str) -> &str {
    let (mut in_string, mut before) = (false, ' ');
    for (index, character) in line.char_indices() {
        match character {
            '"' if before != '\\' && before != '\'' => in_string = !in_string,
            '/' if !in_string && line[index..].starts_with("//") => return &line[..index],
            _ => {}
        }
        before = if before == '\\' && character == '\\' { ' ' } else { character };
    }
    line
}

/// Lines of a source file that hold Japanese, its unit tests aside.
fn japanese_lines(text: &str) -> Vec<usize> {
    let shipped = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = shipped.lines().enumerate();
    lines.filter(|(_, line)| code(line).contains(is_japanese)).map(|(index, _)| index + 1).collect()
}

#[test]
fn japanese_literals_are_in_messages_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    files(&root.join("src"), "rs", &mut all);
    let mut found = Vec::new();
    for path in all {
        let name = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
        let is_test = name.ends_with("/tests.rs") || name == "src/core/test_sets.rs";
        if is_test || name.starts_with("src/messages/") {
            continue;
        }
        let lines = japanese_lines(&fs::read_to_string(&path).expect("a source file"));
        match NO_SENTENCES.iter().find(|(allowed, _)| *allowed == name) {
            Some((_, reason)) => assert!(!lines.is_empty(), "{name} need not be allowed any more: {reason}"),
            None => found.extend(lines.iter().map(|line| format!("{name}:{line}"))),
        }
    }
    assert!(found.is_empty(), "move these to src/messages:\n{}", found.join("\n"));
}

#[test]
fn japanese_is_found_in_literals_and_not_in_comments() {
    let source = "let a = \"あ\"; // い\n// う\nlet b = \"http://x\"; // え\nlet c = '、';\n\n#[cfg(test)]\nmod tests {\n\"お\"\n}\n";
    assert_eq!(japanese_lines(source), [1, 4]);
}
