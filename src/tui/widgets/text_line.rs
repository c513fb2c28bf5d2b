//! A text of one line being typed.

use unicode_segmentation::UnicodeSegmentation;

use crate::app::text_field::TextField;
use crate::text::{clean, cut, width};

/// The part of the text that is shown in so many cells, and the cell of the caret in it. A long text is scrolled so that
/// the caret is visible.
pub fn visible(text: &TextField, cells: usize) -> (String, usize) {
    let whole = clean(text.text());
    let caret = width(&clean(text.before_cursor()));
    let to_skip = (caret + 1).saturating_sub(cells);
    let mut skipped = 0;
    let mut start = whole.len();
    for (position, grapheme) in whole.grapheme_indices(true) {
        if skipped >= to_skip {
            start = position;
            break;
        }
        skipped += width(grapheme);
    }
    (cut(&whole[start..], cells, "").into_owned(), caret.saturating_sub(skipped))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::Key;

    #[test]
    fn a_long_text_is_scrolled_to_its_caret_by_whole_characters() {
        let mut text = TextField::line("山田製作所");
        assert_eq!(visible(&text, 20), ("山田製作所".to_owned(), 10));
        assert_eq!(visible(&text, 6), ("作所".to_owned(), 4));
        assert_eq!(visible(&text, 5), ("作所".to_owned(), 4));
        text.key(Key::Home);
        assert_eq!(visible(&text, 5), ("山田".to_owned(), 0));
    }
}
