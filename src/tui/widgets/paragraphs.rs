//! Wrapped text, plain and with a label beside it.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::text::{pad, width, wrap};

/// A text in lines of at most `cells`.
pub fn paragraph(text: &str, cells: usize, style: Style) -> Vec<Line<'static>> {
    wrap(text, cells).into_iter().map(|line| Line::styled(line, style)).collect()
}

/// A text with something before its first line; the lines after it are indented as far.
pub fn hanging(before: Vec<Span<'static>>, text: &str, cells: usize, style: Style) -> Vec<Line<'static>> {
    let indent = cells_of(&before);
    let mut before = Some(before);
    wrap(text, cells.saturating_sub(indent).max(8))
        .into_iter()
        .map(|line| {
            let mut spans = before.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(indent))]);
            spans.push(Span::styled(line, style));
            Line::from(spans)
        })
        .collect()
}

/// A text beside its label, which takes `label_cells`.
pub fn labelled(
    label: &str,
    label_cells: usize,
    text: &str,
    cells: usize,
    label_style: Style,
    style: Style,
) -> Vec<Line<'static>> {
    let label = Span::styled(pad(label, label_cells.max(width(label) + 2), ""), label_style);
    hanging(vec![label], text, cells, style)
}

/// A line with something at its left and something at its right end.
pub fn both_ends(left: Vec<Span<'static>>, right: Vec<Span<'static>>, cells: usize) -> Line<'static> {
    let used = cells_of(&left) + cells_of(&right);
    let mut spans = left;
    spans.push(Span::raw(" ".repeat(cells.saturating_sub(used))));
    spans.extend(right);
    Line::from(spans)
}

/// Cells that spans take, as they are drawn. `Span::width` counts some combined characters otherwise.
pub fn cells_of(spans: &[Span<'_>]) -> usize {
    spans.iter().map(|span| width(&span.content)).sum()
}
