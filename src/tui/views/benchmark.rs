//! The result beside the statistics of many: where own points lie, and what is furthest behind.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::benchmark::State;
use crate::core::benchmark::{Standing, benchmark};
use crate::text::{clean, pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{hanging, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: &State) -> (Header, Content) {
    let words = &scene.messages.benchmark;
    let theme = scene.theme;
    let mut content = Content { scroll: state.scroll, ..Content::default() };
    let Some(Ok(benchmark)) = scene.model.assessment.as_ref().map(|own| benchmark(own, &state.statistics)) else {
        return (Header::titled(words.title), content);
    };
    content.extend(paragraph(&(words.over)(benchmark.complete), scene.cells, theme.faint()));
    content.space();
    let total = (scene.messages.compare.total, benchmark.points);
    let parts = benchmark.categories.iter().map(|(category, standing)| (category.title.as_str(), *standing));
    let rows: Vec<(&str, Standing)> = std::iter::once(total).chain(parts).collect();
    let widest = rows.iter().map(|(title, _)| width(title)).max().unwrap_or_default().min(scene.cells / 2);
    for (title, standing) in rows {
        let title = pad(&clean(title), widest, scene.glyphs.ellipsis);
        let own = format!("{}  {}", (words.own)(standing.own), (words.position)(standing.position()));
        content.push(Line::from(vec![Span::styled(format!("{title}  "), theme.strong()), Span::raw(own)]));
        let others = (words.quartiles)(&standing.others);
        content.extend(hanging(vec![Span::raw("  ")], &others, scene.cells, theme.faint()));
    }
    content.space();
    content.push(Line::styled(words.behind, theme.strong()));
    if benchmark.behind.is_empty() {
        content.extend(paragraph(words.not_behind, scene.cells, theme.plain()));
    }
    for behind in &benchmark.behind {
        let tone = Some(behind.choice.tone);
        let number = Span::raw(format!("  {:>2}  ", behind.question.number));
        let mark = Span::styled(format!("{} ", scene.glyphs.mark(tone)), theme.tone(tone));
        let text = format!("{}  {}", behind.question.topic, (words.behind_by)(behind.choice.points, behind.mean));
        content.extend(hanging(vec![number, mark], &text, scene.cells, theme.plain()));
    }
    content.space();
    content.extend(paragraph(words.no_target, scene.cells, theme.faint()));
    (Header::titled(words.title), content)
}
