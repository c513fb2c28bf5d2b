//! The finished assessments of an organisation over time.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::trend::State;
use crate::core::trend::trend;
use crate::text::{clean, pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: &State) -> (Header, Content) {
    let words = &scene.messages.compare;
    let theme = scene.theme;
    let trend = trend(state.assessments.iter());
    let mut content = Content { scroll: state.scroll, ..Content::default() };
    content.extend(paragraph(&state.organization, scene.cells, theme.strong()));
    content.space();
    match trend.assessments.len() {
        0 => content.extend(paragraph(words.none, scene.cells, theme.plain())),
        1 => content.extend(paragraph(words.only_one, scene.cells, theme.plain())),
        _ => {}
    }
    content.space();
    for point in &trend.assessments {
        let (filled, rest) =
            scene.glyphs.bar(point.score.points, point.score.max, scene.cells.saturating_sub(24).min(40));
        content.push(Line::from(vec![
            Span::styled(format!("{}  ", point.assessment.created_at.format("%Y-%m-%d")), theme.plain()),
            Span::styled(format!("{:>4}  ", point.score.points), theme.strong()),
            Span::styled(filled, theme.accent()),
            Span::styled(rest, theme.faint()),
        ]));
    }
    if let Some(latest) = trend.assessments.last() {
        content.space();
        let widest = latest.score.categories.iter().map(|part| width(&part.category.title)).max().unwrap_or_default();
        for part in &latest.score.categories {
            let values: Vec<i32> = trend
                .assessments
                .iter()
                .filter_map(|point| point.score.categories.iter().find(|other| other.category.id == part.category.id))
                .map(|other| other.points)
                .collect();
            let shown = if scene.cells >= 60 { 5 } else { 2 };
            let numbers: Vec<String> = values.iter().rev().take(shown).rev().map(ToString::to_string).collect();
            content.push(Line::from(vec![
                Span::raw(pad(&clean(&part.category.title), widest.min(scene.cells / 2) + 2, scene.glyphs.ellipsis)),
                Span::styled(scene.glyphs.sparkline(values, part.min, part.max), theme.accent()),
                Span::styled(format!("  {}", numbers.join(&format!(" {} ", scene.glyphs.arrow))), theme.faint()),
            ]));
        }
    }
    if !trend.open_longest.is_empty() {
        content.space();
        content.push(Line::styled(words.open_longest, theme.strong()));
        for item in &trend.open_longest {
            let tone = Some(item.choice.tone);
            content.push(Line::from(vec![
                Span::raw(format!("  {:>2}  ", item.question.number)),
                Span::styled(format!("{} ", scene.glyphs.mark(tone)), theme.tone(tone)),
                Span::raw(pad(&clean(&item.question.topic), 22.min(scene.cells / 2), scene.glyphs.ellipsis)),
                Span::styled((words.since)(&item.since.format("%Y-%m-%d").to_string()), theme.faint()),
            ]));
        }
    }
    (Header::titled(words.trend), content)
}
