//! The middle of every screen: lines in a column, scrolled so that what matters is seen.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::appearance::Glyphs;
use crate::tui::theme::Theme;

/// What a screen shows between head and foot.
#[derive(Debug, Default)]
pub struct Content {
    /// Lines from top to bottom.
    pub lines: Vec<Line<'static>>,
    /// First and last line that must be seen.
    pub focus: Option<(usize, usize)>,
    /// Where the hardware cursor stands: line and cell.
    pub caret: Option<(usize, usize)>,
    /// Lines scrolled past, where nothing has the focus.
    pub scroll: usize,
}

impl Content {
    /// Adds a line.
    pub fn push(&mut self, line: impl Into<Line<'static>>) {
        self.lines.push(line.into());
    }

    /// Adds lines.
    pub fn extend(&mut self, lines: impl IntoIterator<Item = Line<'static>>) {
        self.lines.extend(lines);
    }

    /// Adds an empty line, unless nothing is there yet or the last one is empty.
    pub fn space(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// Adds lines that must be seen.
    pub fn focus_on(&mut self, lines: impl IntoIterator<Item = Line<'static>>) {
        let first = self.lines.len();
        self.extend(lines);
        self.focus = Some((first, self.lines.len().saturating_sub(1)));
    }

    /// The first line to be shown in a column of that height.
    fn first_line(&self, height: usize) -> usize {
        let most = self.lines.len().saturating_sub(height);
        match self.focus {
            // Near the top nothing is scrolled away; further down what matters stands in the middle.
            Some((first, last)) => {
                let middle = usize::midpoint(first, last);
                middle.saturating_sub(height / 2).min(first).min(most)
            }
            None => self.scroll.min(most),
        }
    }

    /// Draws the lines into an area, with marks at its right edge where there is more.
    pub fn draw(self, area: Rect, glyphs: &Glyphs, theme: Theme, frame: &mut Frame<'_>) {
        let height = usize::from(area.height);
        let first = self.first_line(height);
        let more_below = self.lines.len() > first + height;
        if let Some((line, cell)) = self.caret
            && (first..first + height).contains(&line)
        {
            let x = area.x + (cell as u16).min(area.width.saturating_sub(1));
            frame.set_cursor_position(Position::new(x, area.y + (line - first) as u16));
        }
        for (row, line) in self.lines.into_iter().skip(first).take(height).enumerate() {
            frame.render_widget(line, Rect { y: area.y + row as u16, height: 1, ..area });
        }
        let mut mark = |glyph: &'static str, y: u16| {
            let x = area.right();
            if x < frame.area().width {
                frame.buffer_mut().set_span(x, y, &Span::styled(glyph, theme.faint()), 1);
            }
        };
        if first > 0 {
            mark(glyphs.more_above, area.y);
        }
        if more_below && height > 0 {
            mark(glyphs.more_below, area.bottom() - 1);
        }
    }
}
