//! Nothing from a file, an argument or a field reaches a terminal before it went through here.

use std::borrow::Cow;

/// More marks on one character than any language writes.
pub(super) const MARKS_PER_CHARACTER: usize = 4;

/// What stands in for a character that could steer a terminal.
const REPLACEMENT: char = '\u{fffd}';

/// One line of text without anything that could steer or disturb a terminal: control characters become U+FFFD, line
/// breaks and tabs become spaces, bidirectional controls, zero-width and tag characters are dropped, and heaps of
/// combining marks are cut short.
pub fn clean(text: &str) -> Cow<'_, str> {
    cleaned(text, false)
}

/// The same for a text of several lines: `\n` stays, and `\r\n` becomes it.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    cleaned(text, true)
}

fn cleaned(text: &str, keep_line_breaks: bool) -> Cow<'_, str> {
    let mut marks = 0;
    let harmless = text.chars().all(|character| {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        marks <= MARKS_PER_CHARACTER
            && (matches!(fate(character), Fate::Kept) || (keep_line_breaks && character == '\n'))
    });
    if harmless {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut marks = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        if marks > MARKS_PER_CHARACTER {
            continue;
        }
        match fate(character) {
            Fate::Kept => kept.push(character),
            Fate::Dropped => {}
            Fate::Replaced => kept.push(REPLACEMENT),
            Fate::Space if keep_line_breaks && character == '\r' && characters.peek() == Some(&'\n') => {}
            Fate::Space if keep_line_breaks && character == '\n' => kept.push('\n'),
            Fate::Space => kept.push(' '),
        }
    }
    Cow::Owned(kept)
}

enum Fate {
    Kept,
    Dropped,
    Replaced,
    Space,
}

fn fate(character: char) -> Fate {
    match character {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Space,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Fate::Replaced,
        // Soft hyphen, Arabic letter mark, zero-width characters, bidirectional controls, invisible operators, joiners
        // that are not marks, byte order mark, interlinear annotation, language and other tags.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Fate::Dropped,
        _ => Fate::Kept,
    }
}

/// Whether a character sits on the one before it. Width zero is what matters to a terminal.
pub(super) fn is_mark(character: char) -> bool {
    !character.is_ascii() && unicode_width::UnicodeWidthChar::width(character) == Some(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn harmless_text_is_not_copied() {
        for text in ["Yamada", "山田製作所、（株）", "か\u{3099}", "", "ｱｲｳ 🏭"] {
            assert!(matches!(clean(text), Cow::Borrowed(_)), "{text}");
        }
        assert!(matches!(clean_lines("一\n二"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_could_steer_a_terminal_does_not_pass() {
        assert_eq!(clean("a\u{1b}[31mb\u{7}\u{9b}2J"), "a\u{fffd}[31mb\u{fffd}\u{fffd}2J");
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{e0041}f"), "abcdef");
        assert_eq!(clean("a\r\nb\tc\u{2028}d"), "a  b c d");
        assert_eq!(clean_lines("a\r\nb\rc\u{1b}"), "a\nb c\u{fffd}");
    }

    #[test]
    fn a_heap_of_marks_is_cut_short() {
        let heap = format!("a{}b", "\u{301}".repeat(5000));
        assert_eq!(clean(&heap), format!("a{}b", "\u{301}".repeat(MARKS_PER_CHARACTER)));
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in any::<String>()) {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once), once.as_str());
            prop_assert!(!once.chars().any(char::is_control));
        }
    }
}
