//! The header: organisation, stars, title, progress.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::line;
use super::paragraphs::{both_ends, cells_of};
use crate::app::model::Model;
use crate::appearance::Glyphs;
use crate::core::star::Star;
use crate::core::stars::stars;
use crate::text::{clean, cut, width};
use crate::tui::theme::Theme;

/// What the header says of the screen below it.
#[derive(Debug, Default)]
pub struct Header {
    /// What the screen is called.
    pub title: String,
    /// Progress, such as `12/25`; may be empty.
    pub progress: String,
    /// Parts done and parts in all, drawn into the rule below; with none the rule is even.
    pub share: Option<(usize, usize)>,
}

/// Cells that a long title leaves for the name.
const MIN_NAME_CELLS: usize = 10;

impl Header {
    /// A header with a title alone.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Draws the line into the first row of the area and the rule, where there is one, into the second.
    pub fn draw(&self, model: &Model, area: Rect, glyphs: &Glyphs, theme: Theme, frame: &mut Frame<'_>) {
        let cells = usize::from(area.width);
        let mut right = Vec::new();
        if let Some(assessment) = &model.assessment {
            let stars = stars(assessment);
            let both: String = Star::ALL.map(|star| glyphs.of_star(stars.state(star).is_declared())).concat();
            right.push(Span::styled(both, theme.accent()));
            right.push(Span::raw("  "));
        }
        let name = model.assessment.as_ref().map_or("hoshitori", |assessment| assessment.organization.name.as_str());
        let name = clean(name);
        let title_room = cells.saturating_sub(width(&self.progress) + 8 + width(&name).min(MIN_NAME_CELLS));
        right.push(Span::styled(cut(&self.title, title_room, glyphs.ellipsis).into_owned(), theme.plain()));
        if !self.progress.is_empty() {
            right.push(Span::raw("  "));
            right.push(Span::styled(self.progress.clone(), theme.strong()));
        }
        let room = cells.saturating_sub(cells_of(&right) + 2);
        let name = if room < 4 { String::new() } else { cut(&name, room, glyphs.ellipsis).into_owned() };
        let line = both_ends(vec![Span::styled(name, theme.strong())], right, cells);
        line::draw(&line, Rect { height: 1, ..area }, frame);
        if area.height > 1 {
            let done = self.share.map_or(0, |(done, of)| cells * done.min(of) / of.max(1));
            let rule = vec![
                Span::styled(glyphs.heavy.repeat(done), theme.accent()),
                Span::styled(glyphs.light.repeat(cells - done), theme.faint()),
            ];
            line::draw(&Line::from(rule), Rect { y: area.y + 1, height: 1, ..area }, frame);
        }
    }
}
