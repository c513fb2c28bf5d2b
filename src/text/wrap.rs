//! Lines that fit, broken where Unicode and Japanese typesetting allow it.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::clean::clean_lines;
use super::width::{grapheme_width, width};

/// How many characters a forced break steps back to spare the next line a bad beginning.
const FARTHEST_STEP_BACK: usize = 4;

/// Breaks a text into lines of at most `cells`, cleaned, without spaces at their ends. Line breaks in the text are kept. A
/// line never begins with a closing or small character such as 。、」ー ょ, nor ends with an opening one; a word or
/// an address that is longer than a line is broken between characters. At least one line comes back. Only a single
/// character that is wider than `cells` makes a line wider than that.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    let text = clean_lines(text);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let paragraph = paragraph.trim_end();
        if width(paragraph) <= cells {
            lines.push(paragraph.to_owned());
        } else {
            Wrapping { paragraph, cells, lines: &mut lines, start: 0, used: 0 }.run();
        }
    }
    lines
}

/// A paragraph on its way into lines.
struct Wrapping<'a> {
    paragraph: &'a str,
    cells: usize,
    lines: &'a mut Vec<String>,
    /// Where the line that is being filled begins.
    start: usize,
    /// Cells that it takes so far, with spaces at its end.
    used: usize,
}

impl Wrapping<'_> {
    fn run(mut self) {
        let mut graphemes = self.paragraph.grapheme_indices(true).map(|(start, _)| start).peekable();
        let mut start = 0;
        for (end, opportunity) in linebreaks(self.paragraph) {
            let last = end == self.paragraph.len();
            while graphemes.next_if(|start| *start < end).is_some() {}
            let inside_a_grapheme = graphemes.peek().is_some_and(|start| *start != end);
            // What is mandatory inside a paragraph is a separator that no terminal breaks at.
            if last
                || (opportunity == BreakOpportunity::Allowed && !inside_a_grapheme && may_break(self.paragraph, end))
            {
                self.take(start, end);
                start = end;
            }
        }
        self.finish_line(self.paragraph.len());
    }

    /// Adds what may not be broken to the line, or to one of its own.
    fn take(&mut self, start: usize, end: usize) {
        let segment = &self.paragraph[start..end];
        let solid = segment.trim_end();
        let needed = width(solid);
        if self.used + needed > self.cells && self.used > 0 {
            self.finish_line(start);
        }
        if needed > self.cells {
            self.take_by_force(start, solid);
        } else {
            self.used += needed;
        }
        self.used += width(&segment[solid.len()..]);
    }

    /// Adds what is longer than a line, broken between graphemes.
    fn take_by_force(&mut self, start: usize, solid: &str) {
        for (offset, grapheme) in solid.grapheme_indices(true) {
            let needed = grapheme_width(grapheme);
            let here = start + offset;
            while self.used + needed > self.cells && self.used > 0 {
                let end = self.last_decent_break(here);
                self.finish_line(end);
                self.used = width(&self.paragraph[end..here]);
            }
            self.used += needed;
        }
    }

    /// The last place in the line, up to `end`, where a break offends nobody; `end` itself if there is none nearby.
    fn last_decent_break(&self, end: usize) -> usize {
        self.paragraph[self.start..end]
            .grapheme_indices(true)
            .rev()
            .map(|(offset, grapheme)| self.start + offset + grapheme.len())
            .take(FARTHEST_STEP_BACK)
            .find(|position| may_break(self.paragraph, *position))
            .unwrap_or(end)
    }

    fn finish_line(&mut self, end: usize) {
        let line = self.paragraph[self.start..end].trim_end();
        // The first line keeps the indentation that the text has; the others have none.
        let line = if self.start == 0 { line } else { line.trim_start() };
        if !line.is_empty() {
            self.lines.push(line.to_owned());
        }
        self.start = end;
        self.used = 0;
    }
}

/// Whether Japanese typesetting allows a break before the byte at `position`, beyond what Unicode's rules say: small kana
/// and the long-vowel mark stay with what they follow.
fn may_break(text: &str, position: usize) -> bool {
    let after = text[position..].chars().next();
    let before = text[..position].chars().next_back();
    !after.is_some_and(begins_no_line) && !before.is_some_and(ends_no_line)
}

/// Characters that do not begin a line: closing ones, small kana, marks of repetition and length.
fn begins_no_line(character: char) -> bool {
    const CLOSING: &str = "、。，．・：；？！゛゜…‥％℃〜～）〕］｝〉》」』】〙〗〟’”»､｡｣･)]},.!?:;%／";
    const SMALL: &str = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ";
    const REPEATING: &str = "ヽヾゝゞ々〻ー";
    match character {
        '0'..='9' | 'A'..='Z' | 'a'..='z' | ' ' | '一'..='\u{9fff}' => false,
        // Small half-width kana with their long-vowel mark and sound marks; small kana for Ainu.
        'ｧ'..='ｰ' | 'ﾞ' | 'ﾟ' | 'ㇰ'..='ㇿ' => true,
        _ => CLOSING.contains(character) || SMALL.contains(character) || REPEATING.contains(character),
    }
}

/// Characters that do not end a line: opening ones.
fn ends_no_line(character: char) -> bool {
    "（〔［｛〈《「『【〘〖〝‘“«｢([{".contains(character)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn japanese_breaks_between_characters_but_not_before_a_full_stop() {
        assert_eq!(wrap("重要な情報を守ります。", 20), ["重要な情報を守りま", "す。"]);
        assert_eq!(wrap("「重要」です", 6), ["「重", "要」で", "す"].map(String::from).to_vec());
        assert_eq!(wrap("サーバー", 6), ["サー", "バー"]);
    }

    #[test]
    fn english_breaks_between_words() {
        assert_eq!(wrap("keep everything up to date", 11), ["keep", "everything", "up to date"]);
    }

    #[test]
    fn an_address_longer_than_a_line_is_broken_by_force() {
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
    }

    #[test]
    fn line_breaks_stay_and_nothing_is_one_empty_line() {
        assert_eq!(wrap("一\n\n二", 10), ["一", "", "二"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn spaces_after_a_word_as_long_as_a_line_make_no_line() {
        assert_eq!(wrap("abcdefgh    x", 4), ["abcd", "efgh", "x"]);
        assert_eq!(wrap("abcdefgh x", 4), ["abcd", "efgh", "x"]);
        assert_eq!(wrap("  ab cd", 4), ["  ab", "cd"]);
    }

    #[test]
    fn a_forced_break_spares_the_next_line_a_bad_beginning() {
        assert_eq!(wrap("abcdefgh。", 8), ["abcdefg", "h。"]);
        assert_eq!(wrap("ッッッッッッ", 4), ["ッッ", "ッッ", "ッッ"]);
        let address = "https://www.example.jp/security/action/index.html";
        for cells in 4..60 {
            let lines = wrap(address, cells);
            assert_eq!(lines.concat(), address);
            assert!(lines.iter().all(|line| width(line) <= cells), "{lines:?}");
        }
    }

    #[test]
    fn what_is_typed_as_one_character_stays_one() {
        assert_eq!(wrap("か\u{3099}き\u{3099}く\u{3099}", 4), ["か\u{3099}き\u{3099}", "く\u{3099}"]);
        assert_eq!(wrap("ｶﾞｷﾞｸﾞ", 4), ["ｶﾞｷﾞ", "ｸﾞ"]);
        assert_eq!(wrap("🇯🇵🇯🇵🇯🇵", 5), ["🇯🇵🇯🇵", "🇯🇵"]);
    }

    /// Whether a line holds no more than one character that takes cells: it cannot be narrower then.
    fn is_one_character(line: &str) -> bool {
        line.graphemes(true).filter(|grapheme| grapheme_width(grapheme) > 0).count() == 1
    }

    fn solid(text: &str) -> String {
        text.chars().filter(|character| !character.is_whitespace()).collect()
    }

    proptest! {
        #[test]
        fn of_any_text_nothing_is_too_wide_and_nothing_is_lost(text in any::<String>(), cells in 0_usize..20) {
            let lines = wrap(&text, cells);
            prop_assert!(!lines.is_empty());
            for line in &lines {
                prop_assert!(width(line) <= cells.max(1) || is_one_character(line), "{line:?}");
                prop_assert_eq!(line.trim_end(), line.as_str());
            }
            prop_assert_eq!(solid(&lines.concat()), solid(&clean_lines(&text)));
        }

        #[test]
        fn of_a_text_as_people_write_nothing_is_too_wide_and_nothing_is_lost(
            text in "[ -~あ-んァ-ヶ一-三。、「」（）ー \u{3000}\u{3099}ｱ-ﾟ👍🏽\n]{0,200}",
            cells in 2_usize..60,
        ) {
            let lines = wrap(&text, cells);
            for line in &lines {
                prop_assert!(width(line) <= cells || is_one_character(line), "{line:?}");
                prop_assert_eq!(line.trim_end(), line.as_str());
            }
            prop_assert_eq!(solid(&lines.concat()), solid(&clean_lines(&text)));
            // Empty lines are the text's own.
            let empty = |line: &&str| line.trim().is_empty();
            let own = text.split('\n').filter(empty).count();
            prop_assert_eq!(lines.iter().map(String::as_str).filter(empty).count(), own);
        }

        #[test]
        fn japanese_prose_begins_and_ends_no_line_badly(
            text in "(「?[かきくけこ一-三]{2,8}(きょう|ロッカー|サーバー)?[。、」）！？・ー]){1,12}",
            cells in 8_usize..60,
        ) {
            let lines = wrap(&text, cells);
            for line in lines.iter().skip(1) {
                prop_assert!(!line.chars().next().is_some_and(begins_no_line), "{lines:?}");
            }
            for line in &lines {
                prop_assert!(!line.chars().next_back().is_some_and(ends_no_line), "{lines:?}");
            }
        }

        #[test]
        fn even_the_narrowest_column_begins_no_line_badly(
            text in "([かきくけこ一-三]{2,8}[。、」）！？ょ]){1,12}",
            cells in 4_usize..8,
        ) {
            let lines = wrap(&text, cells);
            for line in lines.iter().skip(1) {
                prop_assert!(!line.chars().next().is_some_and(begins_no_line), "{lines:?}");
            }
        }
    }
}
