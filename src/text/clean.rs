//! Removes control sequences and invisible characters. Every text from a file, an argument or a form goes through here before
//! it reaches a terminal, which prevents terminal injection and texts that look like others.

use std::borrow::Cow;

use super::characters::is_kanji;

/// The most combining marks that are kept on one character. No language needs more.
pub(super) const MAX_MARKS: usize = 4;

/// Replaces control characters, which can begin a control sequence.
const REPLACEMENT: char = '\u{fffd}';

/// One line of text without control sequences and invisible characters: control characters become U+FFFD, line breaks and
/// tabs become spaces, bidirectional controls, zero-width and tag characters are dropped, and so are excessive combining marks
/// and variation selectors. A text that is clean already is borrowed.
///
/// ```
/// use hoshitori::text::clean;
///
/// assert_eq!(clean("a\u{1b}[31mb\tc\u{202e}d"), "a\u{fffd}[31mb cd");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    cleaned(text, false)
}

/// The same for a text of several lines: `\n` is kept, and `\r\n` becomes `\n`.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    cleaned(text, true)
}

fn cleaned(text: &str, keep_line_breaks: bool) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut filter = Filter::new(keep_line_breaks);
    if text.chars().all(|character| matches!(filter.action(character), Action::Keep)) {
        return Cow::Borrowed(text);
    }
    let mut filter = Filter::new(keep_line_breaks);
    let mut kept = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if keep_line_breaks && character == '\r' && characters.peek() == Some(&'\n') {
            continue;
        }
        match filter.action(character) {
            Action::Keep => kept.push(character),
            Action::Drop => {}
            Action::Replace => kept.push(REPLACEMENT),
            Action::Space => kept.push(' '),
        }
    }
    Cow::Owned(kept)
}

/// Whether a character is kept in any context. These ranges hold nearly all Japanese and English text, but no combining
/// marks; the check is fast and avoids the decisions below.
fn is_plain(character: char) -> bool {
    matches!(character,
        ' '..='~'
        | '\u{a1}'..='\u{ac}'
        | '\u{ae}'..='\u{2ff}'
        | '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{3029}'
        | '\u{3030}'..='\u{3098}'
        | '\u{309b}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{ff01}'..='\u{ff9f}')
}

/// What is done with a character.
enum Action {
    Keep,
    Drop,
    Replace,
    Space,
}

/// Decides about characters one by one. Some decisions depend on the characters kept before.
struct Filter {
    keep_line_breaks: bool,
    before: char,
    marks: usize,
}

impl Filter {
    fn new(keep_line_breaks: bool) -> Self {
        Self { keep_line_breaks, before: ' ', marks: 0 }
    }

    fn action(&mut self, character: char) -> Action {
        let action = match character {
            '\n' if self.keep_line_breaks => Action::Keep,
            // At most one variation selector, and those for variants of kanji, which names use, only on kanji.
            '\u{fe00}'..='\u{fe0f}' if is_selector(self.before) => Action::Drop,
            '\u{e0100}'..='\u{e01ef}' if !is_kanji(self.before) => Action::Drop,
            _ if is_mark(character) && self.marks >= MAX_MARKS => Action::Drop,
            _ => action(character),
        };
        match action {
            Action::Keep => {
                self.marks = if is_mark(character) { self.marks + 1 } else { 0 };
                self.before = character;
            }
            Action::Replace | Action::Space => {
                self.marks = 0;
                self.before = ' ';
            }
            Action::Drop => {}
        }
        action
    }
}

fn action(character: char) -> Action {
    match character {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Action::Space,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Action::Replace,
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
        | '\u{e0000}'..='\u{e00ff}'
        | '\u{e01f0}'..='\u{e0fff}' => Action::Drop,
        _ => Action::Keep,
    }
}

/// Whether a character combines with the one before it. To a terminal those are the characters of width zero.
pub(super) fn is_mark(character: char) -> bool {
    match character {
        // Fast path for Latin, kana and kanji. The half-width sound marks have a cell of their own.
        '\0'..='\u{2ff}' | '\u{309b}'..='\u{9fff}' | '\u{ff9e}' | '\u{ff9f}' => false,
        _ => unicode_width::UnicodeWidthChar::width(character) == Some(0),
    }
}

/// Whether a character is a variation selector, which chooses the form of the one before it.
fn is_selector(character: char) -> bool {
    matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_characters_are_kept_wherever_they_stand() {
        for character in ('\0'..=char::MAX).filter(|character| is_plain(*character)) {
            assert!(matches!(action(character), Action::Keep) && !is_mark(character), "{character:?}");
            assert!(!is_selector(character), "{character:?}");
        }
    }

    #[test]
    fn harmless_text_is_not_copied() {
        for text in ["Yamada", "山田製作所、（株）", "か\u{3099}", "", "ｱｲｳ 🏭"] {
            assert!(matches!(clean(text), Cow::Borrowed(_)), "{text}");
        }
        assert!(matches!(clean_lines("一\n二"), Cow::Borrowed(_)));
    }

    #[test]
    fn control_sequences_are_removed() {
        assert_eq!(clean("a\u{1b}[31mb\u{7}\u{9b}2J"), "a\u{fffd}[31mb\u{fffd}\u{fffd}2J");
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{e0041}f"), "abcdef");
        assert_eq!(clean("a\r\nb\tc\u{2028}d"), "a  b c d");
        assert_eq!(clean_lines("a\r\nb\rc\u{1b}"), "a\nb c\u{fffd}");
    }

    #[test]
    fn excessive_marks_are_dropped() {
        let heap = format!("a{}b", "\u{301}".repeat(5000));
        assert_eq!(clean(&heap), format!("a{}b", "\u{301}".repeat(MAX_MARKS)));
    }

    #[test]
    fn variation_selectors_are_kept_only_where_names_need_them() {
        let name = "葛\u{e0100}城 辻\u{e0101}";
        assert!(matches!(clean(name), Cow::Borrowed(_)));
        assert_eq!(clean("葛\u{e0100}\u{e0101}\u{e0102}a\u{e0100}"), "葛\u{e0100}a");
        assert_eq!(clean("☑\u{fe0f}\u{fe0e}\u{fe0f}"), "☑\u{fe0f}");
        assert_eq!(clean(&format!("🏴{}", "\u{e0067}\u{e007f}".repeat(50))), "🏴");
    }

    #[test]
    fn half_width_sound_marks_are_characters() {
        assert!(matches!(clean("ﾊﾟﾋﾟﾌﾟ ﾞﾞﾞﾞﾞﾞ"), Cow::Borrowed(_)));
    }

    #[test]
    fn excessive_marks_are_dropped_whatever_is_between_them() {
        let heap = format!("a{}", "\u{301}\u{200b}\u{fe0f}".repeat(1000));
        assert!(clean(&heap).chars().count() <= 1 + MAX_MARKS);
    }

    proptest! {
        #[test]
        fn control_and_invisible_characters_never_remain(
            text in "[\0-\u{9f}\u{ad}あ葛\u{300}-\u{305}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{fe00}-\u{fe0f}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e01ff}]{0,60}",
        ) {
            let cleaned = clean(&text);
            for character in cleaned.chars() {
                prop_assert!(!character.is_control(), "{character:?}");
                let hidden = matches!(
                    character,
                    '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e00ff}'
                );
                prop_assert!(!hidden, "{character:?}");
            }
            prop_assert_eq!(clean_lines(&text).replace('\n', " ").len(), clean(&text.replace("\r\n", "\n")).len());
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(text in any::<String>()) {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once), once.as_str());
            prop_assert!(!once.chars().any(char::is_control));
            let lines = clean_lines(&text).into_owned();
            prop_assert_eq!(clean_lines(&lines), lines.as_str());
        }
    }
}
