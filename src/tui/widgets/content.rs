//! The content of every screen: lines in a column, scrolled so that the focus is visible.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::line;
use super::paragraphs::cells_of;
use crate::appearance::Glyphs;
use crate::tui::theme::Theme;

/// What a screen shows between header and footer.
#[derive(Debug, Default)]
pub struct Content {
    /// Lines from top to bottom.
    pub lines: Vec<Line<'static>>,
    /// First and last line that must be visible.
    pub focus: Option<(usize, usize)>,
    /// Where the hardware cursor stands: line and cell.
    pub caret: Option<(usize, usize)>,
    /// Lines scrolled past, where nothing has the focus.
    pub scroll: usize,
    /// How many of the first lines stay when the rest is scrolled, where there is room for that.
    pub pinned: usize,
    /// Lines that must be visible; where they do not fit, the header is dropped.
    pub needed: usize,
    /// Whether there is more above and below the lines that were laid out.
    pub beyond: (bool, bool),
    /// What can be pointed at, with the lines on which it stands.
    pub items: Vec<(Range<usize>, Target)>,
}

/// Something that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// Which one of the screen, from 0.
    pub index: usize,
    /// Whether it is highlighted.
    pub selected: bool,
}

/// What can be pointed at in a frame, with its row.
pub type Targets = Vec<(u16, Target)>;

/// Lines that stay visible beyond the focus.
const MARGIN: usize = 2;

/// Fewest lines below pinned ones.
const MIN_UNPINNED: usize = 5;

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
        if self.lines.last().is_some_and(|line| cells_of(&line.spans) > 0) {
            self.lines.push(Line::default());
        }
    }

    /// Adds lines that must be visible.
    pub fn focus_on(&mut self, lines: impl IntoIterator<Item = Line<'static>>) {
        let first = self.lines.len();
        self.extend(lines);
        self.focus = Some((first, self.lines.len().saturating_sub(1)));
    }

    /// Adds the lines of something that can be pointed at; what is highlighted must be visible.
    pub fn item(&mut self, index: usize, selected: bool, lines: impl IntoIterator<Item = Line<'static>>) {
        let first = self.lines.len();
        if selected {
            self.focus_on(lines);
        } else {
            self.extend(lines);
        }
        self.target(index, selected, first);
    }

    /// What was added from the line `first` on can be pointed at.
    pub fn target(&mut self, index: usize, selected: bool, first: usize) {
        self.items.push((first..self.lines.len(), Target { index, selected }));
    }

    /// How many lines stay at the top of a column of that height.
    fn pinned(&self, height: usize) -> usize {
        if self.pinned + MIN_UNPINNED <= height { self.pinned.min(self.lines.len()) } else { 0 }
    }

    /// The first line to be shown in a column of that height, below the pinned ones.
    fn first_line(&self, pinned: usize, height: usize) -> usize {
        let height = height - pinned;
        let most = self.lines.len().saturating_sub(height);
        match self.focus {
            // Scroll no further than the focus needs.
            Some((first, last)) => {
                let margin = MARGIN.min(height / 4);
                (last + 1 + margin).saturating_sub(height).min(first).max(pinned).min(most.max(pinned))
            }
            None => (pinned + self.scroll).min(most.max(pinned)),
        }
    }

    /// Draws the lines into an area, with marks at its right edge where there is more. Returns what can be pointed at on which row.
    pub fn draw(self, area: Rect, glyphs: &Glyphs, theme: Theme, frame: &mut Frame<'_>) -> Targets {
        let height = usize::from(area.height);
        let pinned = self.pinned(height);
        let first = self.first_line(pinned, height);
        let more_above = first > pinned || self.beyond.0;
        let more_below = self.lines.len() > first + height - pinned || self.beyond.1;
        let mut shown = (0..pinned).chain(first..first + height - pinned);
        if let Some((line, cell)) = self.caret
            && let Some(row) = shown.position(|shown| shown == line)
        {
            let x = area.x + (cell as u16).min(area.width.saturating_sub(1));
            frame.set_cursor_position(Position::new(x, area.y + row as u16));
        }
        let lines = self.lines.into_iter().enumerate().filter(|(index, _)| *index < pinned || *index >= first);
        let mut targets = Targets::new();
        for (row, (index, line)) in lines.take(height).enumerate() {
            let y = area.y + row as u16;
            line::draw(&line, Rect { y, height: 1, ..area }, frame);
            targets.extend(self.items.iter().find(|(lines, _)| lines.contains(&index)).map(|(_, target)| (y, *target)));
        }
        let mut mark = |glyph: &'static str, y: u16| {
            let x = area.right();
            if x < frame.area().width {
                frame.buffer_mut().set_span(x, y, &Span::styled(glyph, theme.faint()), 1);
            }
        };
        if more_above && height > pinned {
            mark(glyphs.more_above, area.y + pinned as u16);
        }
        if more_below && height > 0 {
            mark(glyphs.more_below, area.bottom() - 1);
        }
        targets
    }
}
