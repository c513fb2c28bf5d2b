//! A principle or a question: one thing at a time.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::question::State;
use crate::core::question_set::{Kind, Question};
use crate::core::sheet::{Answer, Sheet};
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
    let (mut content, room) = question_and_choices(scene, sheet, question, state.cursor);
    let map = match state.kind {
        Kind::Diagnosis => answer_map::lines(sheet, Some(state.number), scene.cells, scene.glyphs, scene.theme),
        Kind::Checklist => Vec::new(),
    };
    let [why, examples] = asides(scene, question);
    // The examples follow the reason without an empty line.
    add_what_fits(&mut content, [(why, true), (examples, false), (map, true)], room);
    (header(scene, sheet, question, state.number), content)
}

fn header(scene: &Scene<'_>, sheet: &Sheet, question: &Question, number: usize) -> Header {
    let category = sheet.set.category(&question.category).map_or("", |category| category.title.as_str());
    let title = if category.is_empty() || scene.cells < 60 {
        clean(&sheet.set.short_title).into_owned()
    } else {
        format!("{}  {}", clean(&sheet.set.short_title), clean(category))
    };
    Header { title, progress: format!("{number}/{}", sheet.total()), share: Some((number, sheet.total())) }
}

/// The question with its choices, and how many lines are left below them.
fn question_and_choices(scene: &Scene<'_>, sheet: &Sheet, question: &Question, cursor: usize) -> (Content, usize) {
    let answer = sheet.answer(&question.id);
    let asked = if question.title.is_empty() { &question.text } else { &question.title };
    let asked = paragraph(asked, scene.cells, scene.theme.strong());
    let choices = choices::lines(&sheet.set, answer, cursor, scene.cells, scene.messages, scene.glyphs, scene.theme);
    let choice_lines: usize = choices.iter().map(Vec::len).sum();
    let needed = asked.len() + choice_lines;
    let mut content = Content { needed, ..Content::default() };
    if scene.height > needed {
        content.push(heading(scene, question, answer));
    }
    // Of a set whose texts are missing the topic is all there is, and it stands in the heading already.
    if content.lines.is_empty() || question.text != question.topic || !question.title.is_empty() {
        content.extend(asked);
    }
    let mut room = scene.height.saturating_sub(content.lines.len() + choice_lines);
    // What a principle means is part of the question; it comes before anything optional.
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
        content.item(index, index == cursor, lines);
    }
    // Scroll to the highlighted choice only where not everything fits.
    if content.lines.len() <= scene.height {
        content.focus = None;
    }
    (content, room)
}

/// Why the question matters, or that its texts are missing, and examples.
fn asides(scene: &Scene<'_>, question: &Question) -> [Vec<Line<'static>>; 2] {
    let words = &scene.messages.question;
    let label_cells = width(words.why).max(width(words.examples)) + 3;
    let aside = |label: &str, text: &str| {
        if text.is_empty() {
            return Vec::new();
        }
        labelled(label, label_cells, text, scene.cells, scene.theme.faint(), scene.theme.plain())
    };
    let why = if question.why.is_empty() && question.first_step.is_empty() {
        paragraph(words.texts_missing, scene.cells, scene.theme.faint())
    } else {
        aside(words.why, &question.why)
    };
    [why, aside(words.examples, &question.examples.join(words.example_separator))]
}

/// Adds parts, each with whether an empty line stands above it, up to the first for which there is no room. So a small
/// window drops the last part first.
fn add_what_fits<const N: usize>(content: &mut Content, parts: [(Vec<Line<'static>>, bool); N], mut room: usize) {
    for (lines, has_gap) in parts.into_iter().filter(|(lines, _)| !lines.is_empty()) {
        let needed = lines.len() + usize::from(has_gap);
        if room < needed {
            break;
        }
        room -= needed;
        if has_gap {
            content.space();
        }
        content.extend(lines);
    }
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
