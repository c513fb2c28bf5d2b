//! Why a question matters, examples, what to do, and what was answered before.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::details::State;
use crate::core::sheet::Sheet;
use crate::report::survey;
use crate::text::clean;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{hanging, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let Some(sheet) = scene.model.assessment.as_ref().map(|assessment| assessment.sheet(state.kind)) else {
        return (Header::default(), Content::default());
    };
    let Some(question) = sheet.set.questions.get(state.number - 1) else {
        return (Header::default(), Content::default());
    };
    let words = &scene.messages.question;
    let theme = scene.theme;
    let mut content = Content { scroll: state.scroll, ..Content::default() };
    let topic = format!("{}  {}", question.number, clean(&question.topic));
    content.extend(paragraph(&topic, scene.cells, theme.accent().patch(theme.strong())));
    if !question.title.is_empty() {
        content.extend(paragraph(&question.title, scene.cells, theme.strong()));
    }
    if question.text != question.topic {
        content.extend(paragraph(&question.text, scene.cells, theme.strong()));
    }
    if question.why.is_empty() && question.first_step.is_empty() {
        content.space();
        content.extend(paragraph(words.texts_missing, scene.cells, theme.faint()));
    }
    section(scene, &mut content, words.why, &question.why);
    if !question.examples.is_empty() {
        content.space();
        content.push(Line::styled(words.examples, theme.strong()));
        for example in &question.examples {
            let bullet = vec![Span::styled(format!("  {} ", scene.glyphs.bullet), theme.faint())];
            content.extend(hanging(bullet, example, scene.cells, theme.plain()));
        }
    }
    for (label, text) in [
        (words.first_step, &question.first_step),
        (words.fuller_measure, &question.fuller_measure),
        (words.not_applicable, &question.not_applicable),
    ] {
        section(scene, &mut content, label, text);
    }
    others(scene, &mut content, &sheet.set.id, &question.id);
    history(scene, &mut content, sheet, &question.id);
    let progress = format!("{}/{}", state.number, sheet.total());
    (Header { title: scene.messages.keys.details.to_owned(), progress, share: None }, content)
}

fn section(scene: &Scene<'_>, content: &mut Content, label: &'static str, text: &str) {
    if text.is_empty() {
        return;
    }
    content.space();
    content.push(Line::styled(label, scene.theme.strong()));
    content.extend(hanging(vec![Span::raw("  ")], text, scene.cells, scene.theme.plain()));
}

/// How many other companies have it in place, where a figure is known.
fn others(scene: &Scene<'_>, content: &mut Content, set: &str, question: &str) {
    let language = scene.model.language;
    let (Some(share), Some([origin, note])) = (survey::share(set, question, language), survey::origin(set, language))
    else {
        return;
    };
    section(scene, content, scene.messages.benchmark.others, &share);
    for text in [note, origin] {
        content.extend(hanging(vec![Span::raw("  ")], &text, scene.cells, scene.theme.faint()));
    }
}

/// Note and evidence, and earlier answers with their time, oldest first.
fn history(scene: &Scene<'_>, content: &mut Content, sheet: &Sheet, question: &str) {
    let Some(answer) = sheet.answer(question) else { return };
    section(scene, content, scene.messages.note.note, &answer.note);
    section(scene, content, scene.messages.note.evidence, &answer.evidence);
    let earlier = answer.previous.iter().chain(&answer.history);
    let lines: Vec<Line<'static>> = earlier
        .map(|earlier| {
            let label = sheet.set.choice(&earlier.choice).map_or(earlier.choice.as_str(), |choice| &choice.label);
            let date = earlier.answered_at.format("%Y-%m-%d %H:%M");
            Line::from(vec![
                Span::styled(format!("  {date}  "), scene.theme.faint()),
                Span::raw(clean(label).into_owned()),
            ])
        })
        .collect();
    if !lines.is_empty() {
        content.space();
        content.push(Line::styled(scene.messages.question.history, scene.theme.strong()));
        content.extend(lines);
    }
}
