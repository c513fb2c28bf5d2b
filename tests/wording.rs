//! The company declares: nothing that the program says or ships claims that somebody examined or certified it.

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
