//! The remediation plan.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::plan::State;
use crate::core::plan::{PlanItem, items};
use crate::text::{clean, pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{both_ends, labelled, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let Some(assessment) = &scene.model.assessment else { return (Header::default(), Content::default()) };
    let words = &scene.messages.plan;
    let theme = scene.theme;
    let today = scene.model.now.date_naive();
    let items = items(&assessment.diagnosis, &assessment.plan);
    let mut content = Content::default();
    let header = Header { title: words.title.to_owned(), progress: items.len().to_string(), share: None };
    if items.is_empty() {
        content.extend(paragraph(words.empty, scene.cells, theme.strong()));
        return (header, content);
    }
    let overdue = items.iter().filter(|item| item.is_overdue(today)).count();
    if overdue > 0 {
        content.extend(paragraph(&(words.overdue_count)(overdue), scene.cells, theme.alarm()));
    }
    if scene.height >= 14 {
        content.extend(paragraph(words.order, scene.cells, theme.faint()));
    }
    content.space();
    for (index, item) in items.iter().enumerate() {
        let selected = index == state.cursor;
        let mut rows = vec![row(scene, item, selected, item.is_overdue(today))];
        if selected && scene.height >= 14 {
            let first_step = &item.question.first_step;
            if !first_step.is_empty() {
                let label = format!("      {}", scene.messages.question.first_step);
                rows.extend(labelled(&label, 12, first_step, scene.cells, theme.faint(), theme.plain()));
            }
        }
        content.item(index, selected, rows);
    }
    (header, content)
}

fn row(scene: &Scene<'_>, item: &PlanItem<'_>, selected: bool, overdue: bool) -> Line<'static> {
    let theme = scene.theme;
    let words = &scene.messages.plan;
    let (pointer, style) = scene.pointer(selected);
    let tone = item.choice.map(|choice| choice.tone);
    let gain = (scene.messages.result.gain)(item.points_lost);
    let state_cells = crate::core::plan_entry::PlanState::ALL
        .into_iter()
        .map(|state| width((words.state)(state)))
        .max()
        .unwrap_or_default();
    // In a narrow window: all cells that number, mark, points and state leave, with a space at each side.
    let taken = 8 + width(&gain) + 2 + state_cells;
    let topic_cells = if scene.cells >= 60 { 21 } else { scene.cells.saturating_sub(taken + 1).clamp(8, 21) };
    let left = vec![
        Span::styled(format!("{pointer} {:>2}  ", item.question.number), style),
        Span::styled(format!("{} ", scene.glyphs.mark(tone)), theme.tone(tone)),
        Span::styled(pad(&clean(&item.question.topic), topic_cells, scene.glyphs.ellipsis), style),
        Span::styled(format!(" {gain}  "), theme.faint()),
    ];
    let mut right = Vec::new();
    if scene.cells >= 60 {
        if !item.entry.owner.is_empty() {
            let owner = crate::text::cut(&clean(&item.entry.owner), 14, scene.glyphs.ellipsis).into_owned();
            right.push(Span::raw(format!("{owner}  ")));
        }
        if let Some(due) = item.entry.due {
            let style = if overdue { theme.alarm() } else { theme.plain() };
            let late = if overdue { format!("{} ", words.overdue) } else { String::new() };
            right.push(Span::styled(format!("{late}{due}  "), style));
        }
    }
    let state = (words.state)(item.entry.state);
    right.push(Span::styled(pad(state, state_cells, ""), theme.faint()));
    both_ends(left, right, scene.cells)
}
