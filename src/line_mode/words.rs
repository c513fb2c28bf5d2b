//! The words that can be typed, each standing for what a key does on the screens.

use crate::app::command::Command;
use crate::app::key_table;
use crate::app::screens::ScreenKind;

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
    let command = match word.to_lowercase().as_str() {
        "?" | "help" | "ヘルプ" => return Some(Word::Help),
        "q" | "quit" | "終了" => return Some(Word::Leave),
        "n" | "note" | "メモ" => return Some(Word::Note),
        "t" | "tick" if kind != ScreenKind::Result => return Some(Word::Tick),
        "" => return Some(Word::Command(Command::Accept)),
        "b" | "back" | "h" | "戻る" => return Some(Word::Command(Command::Back)),
        "s" | "skip" | "l" | "次" => return Some(Word::Command(Command::Forward)),
        "x" | "exit" => return Some(Word::Command(Command::Escape)),
        "lang" | "language" => return Some(Word::Command(Command::SwitchLanguage)),
        "settings" | "設定" => Command::Open(ScreenKind::Settings),
        "f" | "flag" => Command::Flag,
        "d" | "details" | "解説" => Command::Details,
        "r" | "review" => Command::Review,
        "c" | "compare" if kind == ScreenKind::Result => Command::Compare,
        "c" | "confirm" => Command::Confirm,
        "t" | "trend" => Command::Trend,
        "road" | "stages" | "道のり" => Command::Open(ScreenKind::Stages),
        "p" | "plan" => Command::Open(ScreenKind::Plan),
        "w" | "what-if" | "試算" => Command::Open(ScreenKind::WhatIf),
        "m" | "merge" => Command::Open(ScreenKind::Disagreements),
        "a" | "apply" => Command::ApplyPath,
        "u" | "undo" => Command::Restore,
        "e" | "export" | "書き出し" => Command::Open(ScreenKind::Export),
        _ => return None,
    };
    key_table::offers(kind, command).then_some(Word::Command(command))
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
}
