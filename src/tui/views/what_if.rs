//! What-if: other answers tried out, with what they would bring.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::what_if::State;
use crate::core::plan::{next_target, path};
use crate::core::question_set::Question;
use crate::core::score::score;
use crate::core::sheet::Sheet;
use crate::text::{clean, pad, width};
use crate::tui::widgets::bars;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{both_ends, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: &State) -> (Header, Content) {
    let Some(assessment) = &scene.model.assessment else { return (Header::default(), Content::default()) };
    let saved = &assessment.diagnosis;
    let words = &scene.messages.what_if;
    let theme = scene.theme;
    let (before, after) = (score(saved), score(&state.sheet));
    let mut content = Content::default();
    let change = after.points - before.points;
    let band = after.band.map_or("", |band| band.verdict.as_str());
    content.extend(paragraph(
        &format!("{} {} {}  ({change:+})  {}", before.points, scene.glyphs.arrow, after.points, clean(band)),
        scene.cells,
        theme.accent().patch(theme.strong()),
    ));
    if scene.height >= 16 {
        content.extend(bars::categories(&after, scene.cells, scene.glyphs, theme));
    }
    content.pinned = content.lines.len();
    let target = next_target(&state.sheet.set, after.points);
    let path = path(&state.sheet, target);
    if scene.height >= 12 && !path.steps.is_empty() {
        let mut steps: Vec<String> = path
            .steps
            .iter()
            .take(STEPS)
            // No line break within a step.
            .map(|step| format!("{}\u{a0}{}\u{a0}+{}", step.question.number, clean(&step.question.topic), step.gain))
            .collect();
        if path.steps.len() > STEPS {
            steps.push((words.more_steps)(path.steps.len() - STEPS));
        }
        let text = (words.fewest)(target, &steps.join(words.step_separator), path.points);
        content.extend(paragraph(&text, scene.cells, theme.plain()).into_iter().take(3));
    }
    if scene.height >= 16 {
        content.pinned = content.lines.len() + 1;
    }
    content.space();
    for (index, question) in state.sheet.set.questions.iter().enumerate() {
        let line = row(scene, saved, &state.sheet, question, index == state.cursor);
        content.item(index, index == state.cursor, [line]);
    }
    let header = Header {
        title: words.title.to_owned(),
        progress: if scene.cells >= 60 { words.not_saved.to_owned() } else { String::new() },
        share: None,
    };
    (header, content)
}

/// Steps of a path that are named.
const STEPS: usize = 5;

fn row(scene: &Scene<'_>, saved: &Sheet, tried: &Sheet, question: &Question, selected: bool) -> Line<'static> {
    let theme = scene.theme;
    let (pointer, style) = scene.pointer(selected);
    let (before, after) = (saved.choice(&question.id), tried.choice(&question.id));
    let tone = after.map(|choice| choice.tone);
    let widest = tried.set.choices.iter().map(|choice| width(&choice.label)).max().unwrap_or_default();
    let topic_cells = scene.cells.saturating_sub(widest + 9).clamp(8, 22);
    let left = vec![
        Span::styled(format!("{pointer} {:>2}  ", question.number), style),
        Span::styled(format!("{} ", scene.glyphs.mark(tone)), theme.tone(tone)),
        Span::styled(pad(&clean(&question.topic), topic_cells, scene.glyphs.ellipsis), style),
    ];
    let changed = before.map(|choice| &choice.id) != after.map(|choice| &choice.id);
    let right = if changed {
        let gain = after.map_or(0, |choice| choice.points) - before.map_or(0, |choice| choice.points);
        format!("{} {} {}  {gain:+}", mark(scene, before), scene.glyphs.arrow, mark(scene, after))
    } else {
        after.map(|choice| clean(&choice.label).into_owned()).unwrap_or_default()
    };
    let style = if changed { theme.accent().patch(theme.strong()) } else { theme.faint() };
    both_ends(left, vec![Span::styled(right, style)], scene.cells.min(70))
}

fn mark(scene: &Scene<'_>, choice: Option<&crate::core::question_set::Choice>) -> &'static str {
    scene.glyphs.mark(choice.map(|choice| choice.tone))
}
