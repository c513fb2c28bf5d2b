//! One line of text drawn into the frame.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{plain_cells, width};

/// Draws a line into the first row of an area. Nearly all lines of the program consist of characters that stand for
/// themselves; for those, nothing has to be looked up, and they are drawn exactly as ratatui does.
pub fn draw(line: &Line<'_>, area: Rect, frame: &mut Frame<'_>) {
    let area = area.intersection(frame.area());
    let is_plain = line.spans.iter().all(|span| span.content.chars().all(|character| plain_cells(character).is_some()));
    if line.alignment.is_some() || area.is_empty() {
        frame.render_widget(line, area);
    } else if is_plain {
        draw_plain(line, area, frame.buffer_mut());
    } else {
        draw_any(line, area, frame.buffer_mut());
    }
}

/// ratatui would begin the next span too far to the left after half-width sound marks, which it counts in cells but not in
/// spans, and would take `ﾊﾞ` for one character that a terminal erases as a whole. Here the mark has a cell of its own.
fn draw_any(line: &Line<'_>, area: Rect, buffer: &mut Buffer) {
    if line.style != Style::new() {
        buffer.set_style(Rect { height: 1, ..area }, line.style);
    }
    let mut x = area.x;
    for span in &line.spans {
        let graphemes = span.content.graphemes(true).filter(|grapheme| !grapheme.contains(char::is_control));
        for symbol in graphemes.flat_map(with_own_marks) {
            let cells = width(symbol) as u16;
            if x + cells > area.right() {
                return;
            }
            if cells > 0 {
                buffer[(x, area.y)].set_symbol(symbol).set_style(span.style);
                for rest in x + 1..x + cells {
                    buffer[(rest, area.y)].reset();
                }
                x += cells;
            }
        }
    }
}

/// A grapheme with each half-width sound mark for itself.
fn with_own_marks(grapheme: &str) -> impl Iterator<Item = &str> {
    let first = grapheme.find(SOUND_MARKS).filter(|at| *at > 0).unwrap_or(grapheme.len());
    let (base, rest) = grapheme.split_at(first);
    std::iter::once(base).chain(rest.split_inclusive(SOUND_MARKS))
}

/// The half-width ﾞ and ﾟ.
const SOUND_MARKS: [char; 2] = ['\u{ff9e}', '\u{ff9f}'];

fn draw_plain(line: &Line<'_>, area: Rect, buffer: &mut Buffer) {
    let is_empty = line.spans.iter().all(|span| span.content.is_empty());
    if !is_empty && line.style != Style::new() {
        buffer.set_style(Rect { height: 1, ..area }, line.style);
    }
    let mut x = area.x;
    for span in &line.spans {
        for character in span.content.chars() {
            let cells = plain_cells(character).unwrap_or(1) as u16;
            if x + cells > area.right() {
                return;
            }
            buffer[(x, area.y)].set_char(character).set_style(span.style);
            if cells == 2 {
                buffer[(x + 1, area.y)].reset();
            }
            x += cells;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Stylize;
    use ratatui::text::Span;
    use ratatui::widgets::Widget;

    use super::*;

    #[test]
    fn half_width_sound_marks_take_a_cell_of_their_own() {
        let area = Rect::new(0, 0, 12, 1);
        let blank = Buffer::empty(area);
        let mut drawn = blank.clone();
        draw_any(&Line::from(vec![Span::raw("ﾊﾞｯﾌﾟ"), Span::raw("  "), Span::raw("山")]), area, &mut drawn);
        let symbols: Vec<&str> = drawn.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(symbols, ["ﾊ", "ﾞ", "ｯ", "ﾌ", "ﾟ", " ", " ", "山", " ", " ", " ", " "]);
        let erased: Vec<u16> = drawn.diff(&blank).into_iter().map(|(x, ..)| x).collect();
        assert_eq!(erased[..5], [0, 1, 2, 3, 4], "a terminal keeps what is not written over");
    }

    #[test]
    fn what_does_not_fit_is_left_out_as_a_whole() {
        let area = Rect::new(0, 0, 4, 1);
        let mut drawn = Buffer::empty(area);
        draw_any(&Line::from("e\u{301}ab👨‍👩‍👧c"), area, &mut drawn);
        let symbols: Vec<&str> = drawn.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(symbols, ["e\u{301}", "a", "b", " "]);
    }

    proptest! {
        #[test]
        fn any_line_without_sound_marks_is_drawn_as_ratatui_draws_it(text in "[a-z山é👍ｶ ]{0,20}", width in 1_u16..30) {
            let area = Rect { x: 0, y: 0, width, height: 1 };
            let (mut own, mut other) = (Buffer::empty(area), Buffer::empty(area));
            let line = Line::from(text);
            draw_any(&line, area, &mut own);
            (&line).render(area, &mut other);
            prop_assert_eq!(own, other);
        }

        #[test]
        fn a_plain_line_is_drawn_as_ratatui_draws_it(
            texts in proptest::collection::vec("[ -~ぁ-ゖ゛-ヿ一-三０-９　、。「」（）─━█▸●○]{0,20}", 0..4),
            x in 0_u16..5, width in 0_u16..40, styled in any::<bool>(),
        ) {
            let styles = [Style::new(), Style::new().bold(), Style::new().cyan().reversed()];
            let spans = texts.iter().zip(styles.iter().cycle()).map(|(text, style)| Span::styled(text.as_str(), *style));
            let mut line: Line<'_> = spans.collect();
            if styled {
                line = line.dim();
            }
            let area = Rect { x, y: 0, width, height: 1 };
            let whole = Rect::new(0, 0, 50, 1);
            let (mut own, mut other) = (Buffer::empty(whole), Buffer::empty(whole));
            draw_plain(&line, area, &mut own);
            (&line).render(area, &mut other);
            prop_assert_eq!(own, other);
        }
    }
}
