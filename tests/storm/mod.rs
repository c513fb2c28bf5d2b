//! What storms have in common: how long they last, the seed from which their moments are drawn, what was typed, what was
//! shown as saved and what is found.

#![allow(dead_code, reason = "each test file uses what it needs")]

use std::path::Path;
use std::time::Duration;

use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::store::Store;

/// How long a storm may take at most. Under wine, where a program takes so much longer to begin, it may take as long as a
/// thousand kills do.
pub const STORM_TIMEOUT: Duration = Duration::from_secs(if cfg!(windows) { 1200 } else { 60 });

/// How many rounds to go: a few by default, many in a storm.
pub fn rounds(few: u32, many: u32) -> u32 {
    if std::env::var_os("HOSHITORI_STORM").is_some_and(|value| value == "1") { many } else { few }
}

/// A source of moments whose seed is told.
pub fn moments(name: &str) -> fastrand::Rng {
    let given = std::env::var("HOSHITORI_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| fastrand::u64(..));
    println!("{name}: HOSHITORI_SEED={seed}");
    fastrand::Rng::with_seed(seed)
}

/// The answers in a folder's only saved file, as the digits that were typed for them; none without a file.
pub fn answers(folder: &Path) -> String {
    let store = Store::open(folder.to_owned()).unwrap();
    let Ok(names) = store.assessments().read_dir() else { return String::new() };
    let files: Vec<_> = names
        .map(|name| name.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .filter(|path| !path.file_name().unwrap().to_string_lossy().starts_with('.'))
        .collect();
    assert!(files.len() <= 1, "{files:?}");
    let Some(file) = files.first() else { return String::new() };
    let catalog = Catalog::built_in();
    let opened = store.read(file, &catalog.lookup(Language::Ja)).expect("a file that opens again");
    let mut digits = String::new();
    for sheet in [&opened.assessment.checklist, &opened.assessment.diagnosis] {
        for (_, chosen) in sheet.chosen() {
            let Some(chosen) = chosen else { continue };
            let number = sheet.set.choices.iter().position(|known| known.id == chosen.id).unwrap() + 1;
            digits.push_str(&number.to_string());
        }
    }
    digits
}

/// Random answers to everything, as they are typed.
pub fn some_answers(random: &mut fastrand::Rng) -> String {
    let checklist = (0..5).map(|_| random.char('1'..='3'));
    let mut all: String = checklist.collect();
    all.extend((0..25).map(|_| random.char('1'..='4')));
    all
}

/// How many answers a screen shows as saved: those before the question that it asks.
pub fn shown_as_saved(screen: &str) -> usize {
    if !screen.contains("保存済み") {
        return 0;
    }
    let number = |total: &str| {
        let before = &screen[..screen.find(total)?];
        let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
        digits.chars().rev().collect::<String>().parse::<usize>().ok()
    };
    number("/25").map(|number| number + 4).or_else(|| number("/5").map(|number| number - 1)).unwrap_or_default()
}
