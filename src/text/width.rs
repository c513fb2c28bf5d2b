//! Width in terminal cells, as ratatui computes it: by grapheme clusters.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The width of a text on one line, in terminal cells.
///
/// ```
/// assert_eq!(hoshitori::text::width("山田a"), 5);
/// ```
pub fn width(text: &str) -> usize {
    plain_width(text).unwrap_or_else(|| text.graphemes(true).map(grapheme_width).sum())
}

/// The width of a text without combining characters, computed without finding grapheme clusters; `None` for other texts.
/// This covers nearly all texts of the program.
pub(super) fn plain_width(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |cells, character| Some(cells + plain_cells(character)?))
}

/// The width of a common character that never combines with others; `None` for all others.
pub(crate) fn plain_cells(character: char) -> Option<usize> {
    match character {
        // Latin, lines and blocks, and the symbols that the program draws with.
        ' '..='~' | '·' | '–' | '—' | '…' | '‘'..='”' | '←'..='↓' | '\u{2500}'..='\u{25cf}' | '★' | '☆' | '✓' | '✗' => {
            Some(1)
        }
        // Japanese punctuation, kana and kanji, except those that combine or have an emoji form.
        '\u{3000}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309b}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ff01}'..='\u{ff60}' => Some(2),
        _ => None,
    }
}

/// The width of a grapheme cluster. The half-width sound marks of `ｶﾞ` and `ﾊﾟ` combine according to Unicode, but terminals
/// give them a cell of their own.
pub(super) fn grapheme_width(grapheme: &str) -> usize {
    let sound_marks = grapheme.chars().filter(|character| matches!(character, '\u{ff9e}' | '\u{ff9f}')).count();
    grapheme.width() + sound_marks
}

/// The text truncated to at most `cells`. `ellipsis` marks the cut if it fits.
pub fn cut<'a>(text: &'a str, cells: usize, ellipsis: &str) -> Cow<'a, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let ellipsis = if width(ellipsis) <= cells { ellipsis } else { "" };
    let room = cells - width(ellipsis);
    let mut used = 0;
    let kept: usize = text
        .graphemes(true)
        .take_while(|grapheme| {
            used += grapheme_width(grapheme);
            used <= room
        })
        .map(str::len)
        .sum();
    Cow::Owned(format!("{}{ellipsis}", &text[..kept]))
}

/// The text truncated or padded with spaces to exactly `cells`.
pub fn pad(text: &str, cells: usize, ellipsis: &str) -> String {
    let mut padded = cut(text, cells, ellipsis).into_owned();
    let missing = cells.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::{Buffer, CellWidth};
    use ratatui::layout::Rect;
    use ratatui::text::Span;
    use ratatui::widgets::Widget;

    use super::*;
    use crate::text::clean;

    #[test]
    fn plain_characters_are_as_wide_as_their_tables_say() {
        for character in '\0'..=char::MAX {
            if let Some(cells) = plain_cells(character) {
                assert_eq!(grapheme_width(character.encode_utf8(&mut [0; 4])), cells, "{character:?}");
                assert_eq!(format!("★{character}a").graphemes(true).count(), 3, "{character:?} sticks to others");
            }
        }
    }

    #[test]
    fn japanese_takes_two_cells_and_is_never_cut_in_half() {
        assert_eq!(width("山田a"), 5);
        assert_eq!(cut("山田製作所", 7, "…"), "山田製…");
        assert_eq!(cut("山田製作所", 6, "…"), "山田…");
        assert_eq!(pad("山田製作所", 6, "…"), "山田… ");
        assert_eq!(pad("山", 4, "…"), "山  ");
        assert_eq!(cut("山田", 0, "…"), "");
        assert_eq!(cut("abcdef", 1, ".."), "a");
    }

    #[test]
    fn what_combines_is_counted_and_cut_as_one() {
        assert_eq!(width("か\u{3099}"), 2);
        assert_eq!((width("ｶﾞﾊﾟ"), "ﾞ".cell_width(), "ｶﾞ".cell_width()), (4, 1, 2));
        assert_eq!(cut("か\u{3099}き\u{3099}", 2, ""), "か\u{3099}");
        assert_eq!(cut("ｶﾞｷﾞｸﾞ", 5, "…"), "ｶﾞｷﾞ…");
        assert_eq!(width("👩‍🔧"), 2);
    }

    proptest! {
        #[test]
        fn the_screen_counts_the_same(text in "[ -~ぁ-ヿ一-三０-９、。（）｡-ﾟ\u{3099}é\u{300}-\u{305}ก-๏लाاىل가-나🏭👍🏽]{0,20}") {
            let text = clean(&text);
            // A mark without anything to sit on is no text, and drawn onto whatever comes before it.
            prop_assume!(!text.chars().next().is_some_and(|first| {
                unicode_width::UnicodeWidthChar::width(first) == Some(0)
            }));
            let area = Rect::new(0, 0, 80, 1);
            let mut buffer = Buffer::empty(area);
            let text_cells = width(&text) as u16;
            Span::raw(&*text).render(area, &mut buffer);
            // What follows the text begins where the text ends, and the last character of the text is before it.
            for x in text_cells..80 {
                prop_assert_eq!(buffer[(x, 0)].symbol(), " ", "{:?} is wider than {}", text, text_cells);
            }
            let drawn: String = (0..text_cells).map(|x| buffer[(x, 0)].symbol()).collect();
            let letters = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
            prop_assert_eq!(letters(&drawn), letters(&text));
        }

        #[test]
        fn the_short_way_and_the_long_way_agree(text in "[ -~ぁ-ヿ一-三０-９　、。「」（）─█]{0,40}") {
            prop_assert_eq!(width(&text), text.graphemes(true).map(grapheme_width).sum::<usize>());
        }

        #[test]
        fn what_is_cut_fits_and_what_is_padded_fills(text in any::<String>(), cells in 0_usize..30) {
            let text = clean(&text);
            for ellipsis in ["", "…", ".."] {
                prop_assert!(width(&cut(&text, cells, ellipsis)) <= cells);
                prop_assert_eq!(width(&pad(&text, cells, ellipsis)), cells);
            }
        }
    }
}
