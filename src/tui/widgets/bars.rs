//! Points as bars and the total on a scale.

use ratatui::text::{Line, Span};

use crate::appearance::Glyphs;
use crate::core::question_set::QuestionSet;
use crate::core::score::Score;
use crate::text::{clean, cut, pad, width};
use crate::tui::theme::Theme;

/// A line per part: title, points of the most possible, bar.
pub fn categories(score: &Score<'_>, cells: usize, glyphs: &Glyphs, theme: Theme) -> Vec<Line<'static>> {
    let widest = score.categories.iter().map(|part| width(&part.category.title)).max().unwrap_or_default();
    let title_cells = widest.min(cells.saturating_sub(20).max(8)) + 2;
    let bar_cells = cells.saturating_sub(title_cells + 11).min(24);
    score
        .categories
        .iter()
        .map(|part| {
            let (filled, rest) = glyphs.bar(part.points, part.max, bar_cells);
            Line::from(vec![
                Span::raw(pad(&cut(&clean(&part.category.title), title_cells - 1, glyphs.ellipsis), title_cells, "")),
                Span::styled(format!("{:>3} / {:<3}  ", part.points, part.max), theme.strong()),
                Span::styled(filled, theme.accent()),
                Span::styled(rest, theme.faint()),
            ])
        })
        .collect()
}

/// The total on a scale from nothing to the most possible, with the limits of the bands, and the numbers below.
pub fn scale(
    set: &QuestionSet,
    points: i32,
    max: i32,
    cells: usize,
    glyphs: &Glyphs,
    theme: Theme,
) -> [Line<'static>; 2] {
    let cells = cells.clamp(12, 52);
    let place = |points: i32| (points.clamp(0, max.max(1)) as usize * (cells - 1)) / max.max(1) as usize;
    let limits: Vec<i32> = set.bands.iter().map(|band| band.min).filter(|limit| *limit > 0 && *limit < max).collect();
    let mut line = Vec::with_capacity(cells);
    for cell in 0..cells {
        let (glyph, style) = if cell == place(points) {
            (glyphs.scale_point, theme.highlight())
        } else if cell == 0 {
            (glyphs.scale_start, theme.faint())
        } else if cell == cells - 1 {
            (glyphs.scale_end, theme.faint())
        } else if limits.iter().any(|limit| place(*limit) == cell) {
            (glyphs.scale_limit, theme.plain())
        } else {
            (glyphs.light, theme.faint())
        };
        line.push(Span::styled(glyph, style));
    }
    let mut numbers = String::new();
    for limit in std::iter::once(0).chain(limits.iter().rev().copied()).chain([max]) {
        let number = limit.to_string();
        let start = place(limit).saturating_sub(if limit == 0 { 0 } else { number.len() - 1 });
        if start >= numbers.len() + usize::from(!numbers.is_empty()) {
            numbers.push_str(&" ".repeat(start - numbers.len()));
            numbers.push_str(&number);
        }
    }
    [Line::from(line), Line::styled(numbers, theme.faint())]
}
