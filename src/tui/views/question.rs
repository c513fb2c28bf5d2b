//! A principle or a question: one thing at a time.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::question::State;
use crate::core::question_set::{Kind, Question};
use crate::core::sheet::Answer;
use crate::text::{clean, width};
use crate::tui::widgets::answer_map;
use crate::tui::widgets::choices;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{both_ends, labelled, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let Some(assessment) = &scene.model.assessment else { return (Header::default(), Content::default()) };
    let sheet = assessment.sheet(state.kind);
    let Some(question) = sheet.set.questions.get(state.number - 1) else {
        return (Header::default(), Content::default());
    };
    let answer = sheet.answer(&question.id);
    let category = sheet.set.category(&question.category).map_or("", |category| category.title.as_str());
    let title = if category.is_empty() || scene.cells < 60 {
        clean(&sheet.set.short_title).into_owned()
    } else {
        format!("{}  {}", clean(&sheet.set.short_title), clean(category))
    };
    let header = Header {
        title,
        progress: format!("{}/{}", state.number, sheet.total()),
        share: Some((state.number, sheet.total())),
    };

    let shown = if question.title.is_empty() { &question.text } else { &question.title };
    let shown = paragraph(shown, scene.cells, scene.theme.strong());
    let choices =
        choices::lines(&sheet.set, answer, state.cursor, scene.cells, scene.messages, scene.glyphs, scene.theme);
    let choice_lines: usize = choices.iter().map(Vec::len).sum();
    let needed = shown.len() + choice_lines;
    let mut content = Content { needed, ..Content::default() };
    if scene.height > needed {
        content.push(heading(scene, question, answer));
    }
    // Of a set that is not at hand the topic is all there is, and it stands in the heading already.
    if content.lines.is_empty() || question.text != question.topic || !question.title.is_empty() {
        content.extend(shown);
    }
    let mut room = scene.height.saturating_sub(content.lines.len() + choice_lines);
    // What a principle means belongs to the question; it goes before anything else is added.
    if !question.title.is_empty() {
        let meaning = paragraph(&question.text, scene.cells, scene.theme.plain());
        if room > meaning.len() {
            room -= meaning.len();
            content.extend(meaning);
        }
    }
    if room >= 1 {
        content.space();
        room -= 1;
    }
    for (index, lines) in choices.into_iter().enumerate() {
        content.item(index, index == state.cursor, lines);
    }
    // The highlighted choice is kept in sight only where not everything fits.
    if content.lines.len() <= scene.height {
        content.focus = None;
    }

    let label_cells = [scene.messages.question.why, scene.messages.question.examples]
        .into_iter()
        .map(width)
        .max()
        .unwrap_or_default()
        + 3;
    let why = aside(scene, scene.messages.question.why, label_cells, &question.why);
    let examples = aside(
        scene,
        scene.messages.question.examples,
        label_cells,
        &question.examples.join(scene.messages.question.example_separator),
    );
    let map = if state.kind == Kind::Diagnosis {
        answer_map::lines(sheet, Some(state.number), scene.cells, scene.glyphs, scene.theme)
    } else {
        Vec::new()
    };
    let texts_missing = if question.why.is_empty() && question.first_step.is_empty() {
        paragraph(scene.messages.question.texts_missing, scene.cells, scene.theme.faint())
    } else {
        Vec::new()
    };
    let why = if why.is_empty() { texts_missing } else { why };
    // A small window drops the map first, then the examples, then the reason.
    for (index, part) in [why, examples, map].into_iter().enumerate() {
        let gap = usize::from(index != 1);
        if part.is_empty() {
            continue;
        }
        if room < part.len() + gap {
            break;
        }
        room -= part.len() + gap;
        if gap == 1 {
            content.space();
        }
        content.extend(part);
    }
    (header, content)
}

/// Number and topic at the left; flag, note and what is to be confirmed at the right.
fn heading(scene: &Scene<'_>, question: &Question, answer: Option<&Answer>) -> Line<'static> {
    let left = vec![
        Span::styled(format!("{}  ", question.number), scene.theme.accent().patch(scene.theme.strong())),
        Span::styled(clean(&question.topic).into_owned(), scene.theme.accent()),
    ];
    let mut right = Vec::new();
    if let Some(answer) = answer {
        if answer.is_unconfirmed() {
            right.push(Span::styled(scene.messages.common.unconfirmed, scene.theme.alarm()));
        }
        for (is_set, glyph, word) in [
            (answer.flagged, scene.glyphs.flag, scene.messages.question.flagged),
            (!answer.note.is_empty() || !answer.evidence.is_empty(), scene.glyphs.note, scene.messages.note.title),
        ] {
            if is_set {
                right.push(Span::styled(format!("  {glyph} {word}"), scene.theme.accent()));
            }
        }
    }
    both_ends(left, right, scene.cells)
}

fn aside(scene: &Scene<'_>, label: &str, label_cells: usize, text: &str) -> Vec<Line<'static>> {
    if text.is_empty() {
        return Vec::new();
    }
    labelled(label, label_cells, text, scene.cells, scene.theme.faint(), scene.theme.plain())
}
