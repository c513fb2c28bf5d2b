//! One line of text drawn into the frame.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::text::plain_cells;

/// Draws a line into the first row of an area, exactly as ratatui does. Nearly all lines of the program consist of
/// characters that stand for themselves; for those, nothing has to be looked up.
pub fn draw(line: &Line<'_>, area: Rect, frame: &mut Frame<'_>) {
    let area = area.intersection(frame.area());
    let is_plain = line.alignment.is_none()
        && line.spans.iter().all(|span| span.content.chars().all(|character| plain_cells(character).is_some()));
    if area.is_empty() || !is_plain {
        frame.render_widget(line, area);
    } else {
        draw_plain(line, area, frame.buffer_mut());
    }
}

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

    proptest! {
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
