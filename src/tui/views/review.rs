//! All answers.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::review::{State, lines};
use crate::core::question_set::Question;
use crate::core::sheet::Sheet;
use crate::text::{clean, cut, pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let Some(assessment) = &scene.model.assessment else { return (Header::default(), Content::default()) };
    let theme = scene.theme;
    let mut content = Content::default();
    // Flagged questions come first.
    let flagged: Vec<String> = lines(assessment)
        .filter(|(kind, question)| assessment.sheet(*kind).answer(&question.id).is_some_and(|answer| answer.flagged))
        .map(|(_, question)| format!("{} {} {}", scene.glyphs.flag, question.number, clean(&question.topic)))
        .collect();
    if !flagged.is_empty() {
        content.push(Line::styled((scene.messages.review.flagged)(flagged.len()), theme.accent()));
        content.extend(paragraph(&flagged.join("  "), scene.cells, theme.plain()));
        content.space();
    }
    let mut part = None;
    for (index, (kind, question)) in lines(assessment).enumerate() {
        let sheet = assessment.sheet(kind);
        if part != Some((kind, question.category.as_str())) {
            part = Some((kind, question.category.as_str()));
            content.space();
            content.push(Line::styled(part_title(sheet, question), theme.strong()));
        }
        let selected = index == state.cursor;
        let mut rows = vec![row(scene, sheet, question, selected)];
        rows.extend(note_row(scene, sheet, question));
        content.item(index, selected, rows);
    }
    let answered = assessment.answered();
    let total = assessment.checklist.total() + assessment.diagnosis.total();
    let header = Header {
        title: scene.messages.review.title.to_owned(),
        progress: format!("{answered}/{total}"),
        share: Some((answered, total)),
    };
    (header, content)
}

/// Fewest cells of a topic, so that both sheets align.
const TOPIC_CELLS: usize = 20;

fn part_title(sheet: &Sheet, question: &Question) -> String {
    let category = sheet.set.category(&question.category).map(|category| category.title.as_str());
    clean(category.unwrap_or(&sheet.set.title)).into_owned()
}

fn row(scene: &Scene<'_>, sheet: &Sheet, question: &Question, selected: bool) -> Line<'static> {
    let theme = scene.theme;
    let answer = sheet.answer(&question.id);
    let choice = sheet.choice(&question.id);
    let tone = choice.map(|choice| choice.tone);
    let word = match (choice, answer) {
        (Some(choice), _) => clean(&choice.label).into_owned(),
        (None, Some(answer)) if answer.is_unconfirmed() => scene.messages.common.unconfirmed.to_owned(),
        _ => scene.messages.common.unanswered.to_owned(),
    };
    let word_cells = sheet.set.choices.iter().map(|choice| width(&choice.label)).max().unwrap_or_default().max(14);
    let widest = sheet.set.questions.iter().map(|question| width(&question.topic)).max().unwrap_or_default();
    let topic_cells = (widest.max(TOPIC_CELLS) + 2).min(scene.cells.saturating_sub(word_cells + 11)).max(8);
    let gap = if scene.cells >= 60 { " " } else { "" };
    let (pointer, style) = scene.pointer(selected);
    let mark = |is_set, glyph: &'static str| if is_set { glyph } else { " " };
    Line::from(vec![
        Span::styled(format!("{pointer} {:>2}  ", question.number), style),
        Span::styled(format!("{} ", scene.glyphs.mark(tone)), theme.tone(tone)),
        Span::styled(
            pad(&cut(&clean(&question.topic), topic_cells - 1, scene.glyphs.ellipsis), topic_cells, ""),
            style,
        ),
        Span::styled(pad(&cut(&word, word_cells, scene.glyphs.ellipsis), word_cells, ""), style),
        Span::styled(
            format!(
                " {}{gap}{}",
                mark(answer.is_some_and(|answer| answer.flagged), scene.glyphs.flag),
                mark(answer.is_some_and(|answer| !answer.note.is_empty()), scene.glyphs.note)
            ),
            theme.accent(),
        ),
    ])
}

/// The first line of a note, where there is room for it.
fn note_row(scene: &Scene<'_>, sheet: &Sheet, question: &Question) -> Option<Line<'static>> {
    let note = sheet.answer(&question.id)?.note.lines().next()?.to_owned();
    if note.is_empty() || scene.height < 12 {
        return None;
    }
    let text = cut(&clean(&note), scene.cells.saturating_sub(6), scene.glyphs.ellipsis).into_owned();
    Some(Line::styled(format!("      {text}"), scene.theme.faint()))
}
