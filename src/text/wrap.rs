//! Lines that fit, broken where Unicode and Japanese typesetting allow it.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::clean::clean_lines;
use super::width::width;

/// Breaks a text into lines of at most `cells`, cleaned, without spaces at their ends. Line breaks in the text are kept. A
/// line never begins with a closing or small character such as 。、」ー ょ, nor ends with an opening one; a word or
/// an address that is longer than a line is broken between characters. At least one line comes back.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    let text = clean_lines(text);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph.trim_end(), cells, &mut lines);
    }
    lines
}

fn wrap_paragraph(paragraph: &str, cells: usize, lines: &mut Vec<String>) {
    if width(paragraph) <= cells {
        lines.push(paragraph.to_owned());
        return;
    }
    let mut line = String::new();
    let mut used = 0;
    let mut start = 0;
    for (end, opportunity) in linebreaks(paragraph) {
        let last = end == paragraph.len();
        if !last && (opportunity == BreakOpportunity::Mandatory || !may_break(paragraph, end)) {
            continue;
        }
        let segment = &paragraph[start..end];
        start = end;
        let needed = width(segment.trim_end());
        if used + needed > cells && used > 0 {
            push(&mut line, lines);
            used = 0;
        }
        if needed <= cells {
            line.push_str(segment);
            used += width(segment);
        } else {
            for grapheme in segment.graphemes(true) {
                let needed = width(grapheme);
                if used + needed > cells && used > 0 {
                    push(&mut line, lines);
                    used = 0;
                }
                line.push_str(grapheme);
                used += needed;
            }
        }
    }
    push(&mut line, lines);
}

fn push(line: &mut String, lines: &mut Vec<String>) {
    lines.push(line.trim_end().to_owned());
    line.clear();
}

/// Whether Japanese typesetting allows a break before the byte at `position`, beyond what Unicode's rules say: small kana
/// and the long-vowel mark stay with what they follow.
fn may_break(text: &str, position: usize) -> bool {
    let after = text[position..].chars().next();
    let before = text[..position].chars().next_back();
    !after.is_some_and(begins_no_line) && !before.is_some_and(ends_no_line)
}

/// Characters that do not begin a line.
pub(super) fn begins_no_line(character: char) -> bool {
    matches!(
        character,
        '、' | '。'
            | '，'
            | '．'
            | '・'
            | '：'
            | '；'
            | '？'
            | '！'
            | '゛'
            | '゜'
            | 'ヽ'
            | 'ヾ'
            | 'ゝ'
            | 'ゞ'
            | '々'
            | 'ー'
            | '）'
            | '〕'
            | '］'
            | '｝'
            | '〉'
            | '》'
            | '」'
            | '』'
            | '】'
            | '〟'
            | '’'
            | '”'
            | '…'
            | '‥'
            | '％'
            | '℃'
            | '〜'
            | '～'
            | 'ぁ'
            | 'ぃ'
            | 'ぅ'
            | 'ぇ'
            | 'ぉ'
            | 'っ'
            | 'ゃ'
            | 'ゅ'
            | 'ょ'
            | 'ゎ'
            | 'ァ'
            | 'ィ'
            | 'ゥ'
            | 'ェ'
            | 'ォ'
            | 'ッ'
            | 'ャ'
            | 'ュ'
            | 'ョ'
            | 'ヮ'
            | 'ヵ'
            | 'ヶ'
            | '､'
            | '｡'
            | '｣'
            | 'ｰ'
            | ')'
            | ']'
            | '}'
            | ','
            | '.'
            | '!'
            | '?'
            | ':'
            | ';'
            | '%'
            | '／'
    )
}

/// Characters that do not end a line.
pub(super) fn ends_no_line(character: char) -> bool {
    matches!(
        character,
        '（' | '〔' | '［' | '｛' | '〈' | '《' | '「' | '『' | '【' | '〝' | '‘' | '“' | '｢' | '(' | '[' | '{'
    )
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

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(text in "[ -~あ-んァ-ヶ一-三。、「」（）ー\n]{0,200}", cells in 4_usize..60) {
            let lines = wrap(&text, cells);
            for line in &lines {
                prop_assert!(width(line) <= cells, "{line:?}");
            }
            let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
        }

        #[test]
        fn any_text_at_any_width_comes_to_an_end(text in any::<String>(), cells in 0_usize..20) {
            prop_assert!(!wrap(&text, cells).is_empty());
        }

        #[test]
        fn japanese_prose_never_begins_a_line_with_a_closing_mark(
            text in "([あ-ん一-三]{2,12}[。、」）！？]){1,12}",
            cells in 8_usize..60,
        ) {
            for line in wrap(&text, cells).iter().skip(1) {
                prop_assert!(!line.chars().next().is_some_and(begins_no_line), "{line:?}");
            }
        }
    }
}
