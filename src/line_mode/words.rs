//! The words that can be typed, each for what a key does on the screens. Words of other languages than English are in
//! `messages`.

use crate::app::command::Command;
use crate::app::key_table;
use crate::app::screens::ScreenKind;
use crate::core::language::Language;
use crate::messages::messages;

/// What a line of one word asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Explain what can be typed.
    Help,
    /// Leave, saved.
    Leave,
    /// Write a note.
    Note,
    /// Tick or untick the line whose number follows.
    Tick,
    /// What a key does.
    Command(Command),
}

/// What a word means on a kind of screen; nothing where it would do nothing there.
pub fn meaning(word: &str, kind: ScreenKind) -> Option<Word> {
    let word = word.to_lowercase();
    let command = match in_english(&word) {
        "?" | "help" => return Some(Word::Help),
        "q" | "quit" => return Some(Word::Leave),
        "n" | "note" => return Some(Word::Note),
        "t" | "tick" if kind != ScreenKind::Result => return Some(Word::Tick),
        "" => return Some(Word::Command(Command::Accept)),
        "b" | "back" | "h" => return Some(Word::Command(Command::Back)),
        "s" | "skip" | "l" => return Some(Word::Command(Command::Forward)),
        "x" | "exit" => return Some(Word::Command(Command::Escape)),
        "lang" | "language" => return Some(Word::Command(Command::SwitchLanguage)),
        "settings" => Command::Open(ScreenKind::Settings),
        "f" | "flag" => Command::Flag,
        "d" | "details" => Command::Details,
        "r" | "review" => Command::Review,
        "c" | "compare" if kind == ScreenKind::Result => Command::Compare,
        "c" | "confirm" => Command::Confirm,
        "t" | "trend" => Command::Trend,
        "o" | "others" => Command::Open(ScreenKind::StatisticsFile),
        "road" | "stages" => Command::Open(ScreenKind::Stages),
        "p" | "plan" => Command::Open(ScreenKind::Plan),
        "w" | "what-if" => Command::Open(ScreenKind::WhatIf),
        "m" | "merge" => Command::Open(ScreenKind::Disagreements),
        "a" | "apply" => Command::ApplyPath,
        "u" | "undo" => Command::Restore,
        "e" | "export" => Command::Open(ScreenKind::Export),
        _ => return None,
    };
    key_table::offers(kind, command).then_some(Word::Command(command))
}

/// The English word for a word of any language; any other text as it is.
fn in_english(word: &str) -> &str {
    Language::ALL
        .into_iter()
        .flat_map(|language| messages(language).line_mode.words)
        .find(|(typed, _)| *typed == word)
        .map_or(word, |(_, english)| english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_something_only_where_its_key_does() {
        assert_eq!(meaning("w", ScreenKind::Result), Some(Word::Command(Command::Open(ScreenKind::WhatIf))));
        assert_eq!(meaning("w", ScreenKind::Question), None);
        assert_eq!(meaning("t", ScreenKind::Result), Some(Word::Command(Command::Trend)));
        assert_eq!(meaning("t", ScreenKind::Policy), Some(Word::Tick));
        assert_eq!(meaning("FLAG", ScreenKind::Question), Some(Word::Command(Command::Flag)));
    }

    #[test]
    fn words_of_every_language_mean_something() {
        for (typed, english) in Language::ALL.into_iter().flat_map(|language| messages(language).line_mode.words) {
            let means = |word| ScreenKind::ALL.map(|kind| meaning(word, kind));
            assert_eq!(means(typed), means(english), "{typed}");
            assert!(means(typed).iter().any(Option::is_some), "{typed}");
        }
    }
}
