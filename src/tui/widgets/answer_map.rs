//! All answers of a sheet as a compact map, part by part.

use ratatui::text::{Line, Span};

use super::paragraphs::cells_of;
use crate::appearance::Glyphs;
use crate::core::sheet::Sheet;
use crate::tui::theme::Theme;

/// The map: for each part the numbers it covers and a mark per answer. `selected` is the number of the question that is shown.
pub fn lines(
    sheet: &Sheet,
    selected: Option<usize>,
    cells: usize,
    glyphs: &Glyphs,
    theme: Theme,
) -> Vec<Line<'static>> {
    let mut parts: Vec<Vec<Span<'static>>> = Vec::new();
    let mut category = None;
    for (question, choice) in sheet.chosen() {
        if category != Some(question.category.as_str()) {
            category = Some(question.category.as_str());
            let last = sheet.set.questions.iter().rfind(|other| other.category == question.category);
            let range = format!("{}-{}", question.number, last.map_or(question.number, |last| last.number));
            parts.push(vec![Span::styled(format!("{range} "), theme.faint())]);
        }
        let tone = choice.map(|choice| choice.tone);
        let style = theme.tone(tone);
        let style = if selected == Some(question.number) { style.patch(theme.selected()) } else { style };
        if let Some(part) = parts.last_mut() {
            part.push(Span::styled(glyphs.mark(tone), style));
        }
    }
    let mut lines: Vec<Line<'static>> = Vec::new();
    for part in parts {
        let needed = cells_of(&part);
        match lines.last_mut() {
            Some(line) if cells_of(&line.spans) + 3 + needed <= cells => {
                line.spans.push(Span::raw("   "));
                line.spans.extend(part);
            }
            _ => lines.push(Line::from(part)),
        }
    }
    lines
}
