//! Everything that is filled in.

use super::Scene;
use crate::app::forms::{State, Subject};
use crate::core::question_set::Question;
use crate::text::{clean, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::form;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{labelled, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: &State) -> (Header, Content) {
    let mut content = Content::default();
    match &state.subject {
        Subject::Note(kind, number) => {
            let question = scene
                .model
                .assessment
                .as_ref()
                .and_then(|assessment| assessment.sheet(*kind).set.questions.get(number.saturating_sub(1)));
            if let Some(question) = question {
                let text = format!("{number}  {}", clean(&question.topic));
                content.extend(paragraph(&text, scene.cells, scene.theme.strong()));
            }
        }
        Subject::PlanItem(id) => {
            let question = scene.model.assessment.as_ref().and_then(|assessment| assessment.diagnosis.set.question(id));
            if let Some(question) = question {
                content.extend(paragraph(
                    &format!("{}  {}", question.number, clean(&question.topic)),
                    scene.cells,
                    scene.theme.strong(),
                ));
                if scene.height >= 14 {
                    measures(scene, question, &mut content);
                }
            }
        }
        _ => {}
    }
    content.space();
    form::add(&mut content, &state.form, scene.cells, scene.messages, scene.glyphs, scene.theme);
    (Header::titled(state.subject.title(scene.messages)), content)
}

fn measures(scene: &Scene<'_>, question: &Question, content: &mut Content) {
    let words = &scene.messages.question;
    let label_cells = width(words.first_step).max(width(words.fuller_measure)) + 2;
    for (label, text) in [(words.first_step, &question.first_step), (words.fuller_measure, &question.fuller_measure)] {
        if !text.is_empty() {
            let theme = scene.theme;
            content.extend(labelled(label, label_cells, text, scene.cells, theme.faint(), theme.plain()));
        }
    }
}
