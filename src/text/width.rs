//! Width in terminal cells, as ratatui counts it: a grapheme at a time.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells that a text takes on one line.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text cut to at most `cells`, with `…` where something was cut off.
pub fn cut<'a>(text: &'a str, cells: usize, ellipsis: &str) -> Cow<'a, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let room = cells.saturating_sub(width(ellipsis));
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used > room {
            break;
        }
        kept.push_str(grapheme);
    }
    if cells >= width(ellipsis) {
        kept.push_str(ellipsis);
    }
    Cow::Owned(kept)
}

/// The text cut or filled with spaces to exactly `cells`.
pub fn pad(text: &str, cells: usize, ellipsis: &str) -> String {
    let mut padded = cut(text, cells, ellipsis).into_owned();
    let missing = cells.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_takes_two_cells_and_is_never_cut_in_half() {
        assert_eq!(width("山田a"), 5);
        assert_eq!(cut("山田製作所", 7, "…"), "山田製…");
        assert_eq!(cut("山田製作所", 6, "…"), "山田…");
        assert_eq!(pad("山田製作所", 6, "…"), "山田… ");
        assert_eq!(pad("山", 4, "…"), "山  ");
        assert_eq!(cut("山田", 0, "…"), "");
    }
}
