//! Wraps text into lines, broken where Unicode and Japanese typesetting rules allow it.
//!
//! A paragraph is cut into pieces that stay on one line ([`pieces`]). Between them, the line breaks are chosen by dynamic
//! programming over the whole paragraph ([`wrap_paragraph`]), because the best break of one line depends on those after it.
//!
//! # Example
//!
//! `ウイルス対策ソフトを使っています。` in 30 cells. Every break has a cost for the reader ([`break_cost`]):
//!
//! | break after | text before it | cost of the break |
//! | --- | --- | --- |
//! | `…ソフト` | 18 cells | 250: between katakana and the particle that belongs to it |
//! | `…ソフトを` | 20 cells | 20: where hiragana ends and a kanji begins, a new word usually begins |
//! | `…ソフトを使っ` | 24 cells | 250: between two hiragana, probably within a word |
//! | `…ソフトを使っていま` | 30 cells | 250: the same |
//!
//! `best[i]` is the cheapest way to set everything before piece `i`: first by the number of lines, then by their cost. It is
//! computed from left to right. For every first piece of a line whose `best` is known, all pieces are tried as the last of that
//! line while they fit:
//!
//! ```text
//! cost of a line = cost of the break after it + (cells left empty)²      (a quarter of that after 、 or 。)
//! best[last + 1] = min over first of (best[first].lines + 1, best[first].cost + cost of the line first..=last)
//! ```
//!
//! The whole text takes 34 cells, so two lines are needed. Filling the first one greedily would break within 使っています, which
//! costs 250 even though no cell is left empty. The break after を leaves 10 cells empty, costs 20 + 10² = 120, and wins. The
//! last line costs nothing unless it is very short. Going back from the end by the first pieces that were noted gives the lines:
//!
//! ```text
//! ウイルス対策ソフトを
//! 使っています。
//! ```

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::characters::{COMMA_AND_STOP, begins_no_line, ends_no_line, is_hiragana, is_kanji, is_katakana, is_pause};
use super::clean::clean_lines;
use super::width::{grapheme_width, plain_width, width};

/// Breaks a text into lines of at most `cells` terminal cells, cleaned, without trailing spaces. Line breaks in the text are
/// kept. A line never begins with a closing or small character such as 。、」ー ょ, nor ends with an opening one. A word or
/// address that is longer than a line is broken between characters. The number of lines is minimal; within it, lines end at
/// pauses rather than within words. Returns at least one line. A line is wider than `cells` only if it is a single character.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    let text = clean_lines(text);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let paragraph = paragraph.trim_end();
        if width(paragraph) <= cells {
            lines.push(paragraph.to_owned());
        } else {
            wrap_paragraph(paragraph, cells, &mut lines);
        }
    }
    lines
}

/// The byte ranges of the lines of a text that is being edited, wrapped at `cells` terminal cells. Every character belongs to a
/// line, trailing spaces too, so that the cursor has a position everywhere. The text must be clean. Returns at least one line.
pub fn lay_out(text: &str, cells: usize) -> Vec<Range<usize>> {
    let cells = cells.max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        let mut line = start..start;
        let mut used = 0;
        for piece in pieces(paragraph, cells) {
            if used + piece.trimmed > cells && used > 0 {
                lines.push(line.clone());
                line = line.end..line.end;
                used = 0;
            }
            line.end = start + piece.end;
            used += piece.full;
        }
        line.end = start + paragraph.len();
        lines.push(line);
        start += paragraph.len() + 1;
    }
    lines
}

/// A part of a paragraph that is never divided between two lines.
struct Piece {
    /// Where it ends, in bytes of its paragraph.
    end: usize,
    /// Its width without trailing spaces, in cells.
    trimmed: usize,
    /// Its width, in cells.
    full: usize,
    /// The cost of a line break after it.
    break_cost: usize,
    /// Whether it ends with 、 or 。, after which a short line looks natural.
    is_pause: bool,
}

fn pieces(paragraph: &str, cells: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    // Without combining characters, every break opportunity is between graphemes.
    let is_plain = plain_width(paragraph).is_some();
    let mut graphemes = paragraph.grapheme_indices(true).map(|(start, _)| start).peekable();
    for (end, opportunity) in linebreaks(paragraph) {
        if !is_plain {
            while graphemes.next_if(|start| *start < end).is_some() {}
            if graphemes.peek().is_some_and(|start| *start != end) {
                continue;
            }
        }
        let last = end == paragraph.len();
        if !last && (opportunity == BreakOpportunity::Mandatory || !may_break(paragraph, end)) {
            continue;
        }
        let segment = &paragraph[start..end];
        let letters = segment.trim_end();
        let trimmed = width(letters);
        if trimmed > cells {
            for (position, grapheme) in letters.grapheme_indices(true) {
                let cells = grapheme_width(grapheme);
                let end = start + position + grapheme.len();
                let break_cost = if may_break(paragraph, end) { WITHIN_WORD_COST } else { FORBIDDEN_COST };
                pieces.push(Piece { end, trimmed: cells, full: cells, break_cost, is_pause: false });
            }
            // Spaces after the word stay with its end, so that they neither begin a line nor become one.
            if let Some(piece) = pieces.last_mut() {
                piece.end = end;
                piece.full += width(&segment[letters.len()..]);
                piece.break_cost = 0;
            }
        } else {
            let break_cost = break_cost(paragraph, end);
            let is_pause = segment.ends_with(COMMA_AND_STOP);
            pieces.push(Piece { end, trimmed, full: width(segment), break_cost, is_pause });
        }
        start = end;
    }
    pieces
}

/// Finds the cheapest line breaks: first the fewest lines, then the lowest cost. See the example of the module.
fn wrap_paragraph(paragraph: &str, cells: usize, lines: &mut Vec<String>) {
    let pieces = pieces(paragraph, cells);
    let count = pieces.len();
    // For the text before each piece: lines needed, their cost, and the piece with which the last of them begins.
    let mut best = vec![(usize::MAX, usize::MAX, 0); count + 1];
    best[0] = (0, 0, 0);
    for first in 0..count {
        let (lines_before, cost_before, _) = best[first];
        let mut used = 0;
        for (index, piece) in pieces.iter().enumerate().skip(first) {
            let needed = used + piece.trimmed;
            if needed > cells && index > first {
                break;
            }
            used += piece.full;
            let cost = if index + 1 == count {
                // A last line of only a word or two looks forlorn.
                (cells / 4).min(MIN_LAST_LINE).saturating_sub(needed).pow(2) * 4
            } else {
                let missing = cells.saturating_sub(needed).pow(2);
                piece.break_cost + if piece.is_pause { missing / 4 } else { missing }
            };
            let candidate = (lines_before + 1, cost_before + cost, first);
            if (candidate.0, candidate.1) < (best[index + 1].0, best[index + 1].1) {
                best[index + 1] = candidate;
            }
        }
    }
    let already = lines.len();
    let mut end = count;
    while end > 0 {
        let first = best[end].2;
        let start = if first == 0 { 0 } else { pieces[first - 1].end };
        let line = paragraph[start..pieces[end - 1].end].trim_end();
        // Only the first line keeps the indentation of the text, unless that would leave it empty.
        let line = if first == 0 { line } else { line.trim_start() };
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
        end = first;
    }
    lines[already..].reverse();
}

/// A last line shorter than this is penalised, in cells.
const MIN_LAST_LINE: usize = 12;

/// The cost of a break within a word.
const WITHIN_WORD_COST: usize = 400;

/// The cost of a break where typesetting forbids one: taken only if there is no other.
const FORBIDDEN_COST: usize = 100_000;

/// The cost of a line break at a position in bytes. Japanese has no spaces between words; most words begin where hiragana ends.
fn break_cost(text: &str, position: usize) -> usize {
    let (Some(before), Some(after)) = (text[..position].chars().next_back(), text[position..].chars().next()) else {
        return 0;
    };
    match (Script::of(before), Script::of(after)) {
        (Script::Space | Script::Pause, _) => 0,
        (_, Script::Opening) => 10,
        (Script::Hiragana, Script::Kanji | Script::Katakana | Script::Other) => 20,
        (Script::Kanji, Script::Katakana) | (Script::Katakana, Script::Kanji) => 80,
        (Script::Other, Script::Kanji | Script::Katakana) | (Script::Kanji | Script::Katakana, Script::Other) => 60,
        (Script::Hiragana | Script::Katakana | Script::Other, Script::Hiragana) => 250,
        (Script::Kanji, Script::Hiragana) => 300,
        (Script::Kanji, Script::Kanji) | (Script::Katakana, Script::Katakana) => WITHIN_WORD_COST,
        _ => 100,
    }
}

/// The kind of a character, which suggests where words begin and end.
enum Script {
    Space,
    Pause,
    Opening,
    Hiragana,
    Katakana,
    Kanji,
    Other,
}

impl Script {
    fn of(character: char) -> Self {
        match character {
            character if is_pause(character) => Self::Pause,
            character if is_hiragana(character) => Self::Hiragana,
            character if is_katakana(character) => Self::Katakana,
            character if is_kanji(character) => Self::Kanji,
            character if character.is_whitespace() => Self::Space,
            character if ends_no_line(character) => Self::Opening,
            _ => Self::Other,
        }
    }
}

/// Whether Japanese typesetting allows a break before the byte at `position`. It is stricter than the rules of Unicode: small
/// kana and the long-vowel mark stay with the character before them.
fn may_break(text: &str, position: usize) -> bool {
    let after = text[position..].chars().next();
    let before = text[..position].chars().next_back();
    !after.is_some_and(begins_no_line) && !before.is_some_and(ends_no_line)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn japanese_breaks_anywhere_but_before_a_full_stop() {
        assert_eq!(wrap("重要な情報を守ります。", 20), ["重要な情報を", "守ります。"]);
        assert_eq!(wrap("「重要」です", 6), ["「重", "要」で", "す"].map(String::from).to_vec());
        assert_eq!(wrap("サーバー", 6), ["サー", "バー"]);
    }

    #[test]
    fn lines_end_at_pauses_and_the_last_one_is_not_too_short() {
        assert_eq!(
            wrap("重要な書類を机の上に置いたままにせず、決まった場所にしまっていますか。", 66),
            ["重要な書類を机の上に置いたままにせず、", "決まった場所にしまっていますか。"]
        );
        assert_eq!(wrap("ウイルス対策ソフトを使っています。", 30), ["ウイルス対策ソフトを", "使っています。"]);
    }

    #[test]
    fn a_text_being_typed_keeps_every_character() {
        let text = "ab  cd\n\n山田、製作所";
        let lines: Vec<&str> = lay_out(text, 4).into_iter().map(|line| &text[line]).collect();
        assert_eq!(lines, ["ab  ", "cd", "", "山", "田、", "製作", "所"]);
        assert_eq!(lay_out("", 4), std::iter::once(0..0).collect::<Vec<_>>());
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
        fn a_layout_covers_the_whole_text(text in any::<String>(), cells in 0_usize..20) {
            let text = clean_lines(&text);
            let lines = lay_out(&text, cells);
            let mut end = 0;
            for line in &lines {
                prop_assert!(line.start == end || text[end..line.start] == *"\n");
                end = line.end;
            }
            prop_assert_eq!(end, text.len());
        }

        #[test]
        fn arbitrary_text_is_wrapped_without_loss_and_overflow(text in any::<String>(), cells in 0_usize..20) {
            let lines = wrap(&text, cells);
            prop_assert!(!lines.is_empty());
            for line in &lines {
                prop_assert!(width(line) <= cells.max(1) || is_one_character(line), "{line:?}");
                prop_assert_eq!(line.trim_end(), line.as_str());
            }
            prop_assert_eq!(solid(&lines.concat()), solid(&clean_lines(&text)));
        }

        #[test]
        fn ordinary_text_is_wrapped_without_loss_and_overflow(
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
