//! Two assessments side by side.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::compare::State;
use crate::core::compare::{AnswerChange, Direction, SheetComparison, Side, compare};
use crate::text::{clean, cut, pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: &State) -> (Header, Content) {
    let (a, b) = &*state.pair;
    let comparison = compare(a, b);
    let words = &scene.messages.compare;
    let theme = scene.theme;
    let mut content = Content { scroll: state.scroll, ..Content::default() };
    let date = |at: crate::core::sheet::Timestamp| at.format("%Y-%m-%d").to_string();
    let names = format!(
        "{}  {} {} {}",
        clean(&b.organization.name),
        date(a.created_at),
        scene.glyphs.arrow,
        date(b.created_at)
    );
    content.extend(paragraph(&names, scene.cells, theme.strong()));
    content.space();
    let diagnosis = &comparison.diagnosis;
    let widest = diagnosis
        .categories
        .iter()
        .map(|part| width(&part.category.title))
        .chain([width(words.total)])
        .max()
        .unwrap_or_default()
        .min(scene.cells.saturating_sub(22));
    let mut row = |title: &str, a: Option<i32>, b: Option<i32>, change: Option<i32>, style: Style| {
        let number = |points: Option<i32>| points.map_or_else(|| "-".to_owned(), |points| points.to_string());
        let change = change.map(|change| format!("{change:+}")).unwrap_or_default();
        content.push(Line::from(vec![
            Span::styled(pad(&clean(title), widest + 2, scene.glyphs.ellipsis), style),
            Span::styled(format!("{:>4} {} {:>4}  ", number(a), scene.glyphs.arrow, number(b)), theme.plain()),
            Span::styled(format!("{change:>4}"), theme.strong()),
        ]));
    };
    row(words.total, Some(diagnosis.a.points), Some(diagnosis.b.points), Some(diagnosis.change()), theme.strong());
    for part in &diagnosis.categories {
        row(&part.category.title, part.a, part.b, part.change(), theme.plain());
    }
    content.space();
    let both = [&comparison.checklist, diagnosis];
    if both.iter().all(|sheet| sheet.changed.is_empty()) {
        content.extend(paragraph(words.unchanged, scene.cells, theme.plain()));
    } else {
        content.push(Line::styled(words.changed, theme.strong()));
        let changes = || both.iter().flat_map(|sheet| &sheet.changed);
        let widest = changes().map(|change| width(&change.question.topic)).max().unwrap_or_default();
        content.extend(changes().map(|change| changed(scene, change, widest)));
    }
    unmatched(scene, &both, &mut content);
    (Header::titled(words.title), content)
}

/// Longer topics are cut.
const MAX_TOPIC_CELLS: usize = 18;

fn changed(scene: &Scene<'_>, change: &AnswerChange<'_>, widest_topic: usize) -> Line<'static> {
    let words = &scene.messages.compare;
    let theme = scene.theme;
    let (glyph, word) = match change.direction {
        Direction::Better => (scene.glyphs.better, words.better),
        Direction::Worse => (scene.glyphs.worse, words.worse),
        Direction::Neither => (scene.glyphs.separator, words.different),
    };
    let word_cells = [words.better, words.worse, words.different].into_iter().map(width).max().unwrap_or_default();
    let label = |choice: Option<&crate::core::question_set::Choice>| {
        choice.map_or(scene.messages.common.unanswered.to_owned(), |choice| clean(&choice.label).into_owned())
    };
    let points = if change.change == 0 { String::new() } else { format!("{:+}", change.change) };
    let topic_cells = widest_topic.min(MAX_TOPIC_CELLS);
    let room = scene.cells.saturating_sub(topic_cells + word_cells + 16);
    // A narrow window has no room for the answers in words; the word for the direction is there.
    let answers = if room >= 20 {
        format!("{} {} {}", label(change.a), scene.glyphs.arrow, label(change.b))
    } else {
        String::new()
    };
    Line::from(vec![
        Span::styled(format!("  {glyph} {} {points:>3}  ", pad(word, word_cells, "")), theme.accent()),
        Span::styled(format!("{:>2} ", change.question.number), theme.faint()),
        Span::raw(pad(&clean(&change.question.topic), topic_cells, scene.glyphs.ellipsis)),
        Span::styled(format!("  {}", cut(&answers, room, scene.glyphs.ellipsis)), theme.faint()),
    ])
}

fn unmatched(scene: &Scene<'_>, sheets: &[&SheetComparison<'_>], content: &mut Content) {
    let words = &scene.messages.compare;
    if sheets.iter().all(|sheet| sheet.unmatched.is_empty()) {
        return;
    }
    content.space();
    content.push(Line::styled(words.unmatched, scene.theme.strong()));
    for unmatched in sheets.iter().flat_map(|sheet| &sheet.unmatched) {
        let side = match unmatched.side {
            Side::A => words.only_before,
            Side::B => words.only_after,
        };
        content.push(Line::raw(format!(
            "  {side}  {:>2} {}",
            unmatched.question.number,
            clean(&unmatched.question.topic)
        )));
    }
}
