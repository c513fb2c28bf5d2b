//! The review of all answers.

use std::fmt;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::key_table::{Binding, DETAILS, ENDS, FLAG, LEFT, MOVE, NOTE, OPEN, PAGE, RETURN};
use crate::app::model::Model;
use crate::app::page::{PageStyle, numbered};
use crate::app::screen_state::ScreenState;
use crate::core::assessment::Assessment;
use crate::core::place::Place;
use crate::core::question_set::{Kind, Question};
use crate::text::clean;

use super::{Screen, details};

/// State of the review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted line, from 0: principles first, then questions.
    pub cursor: usize,
}

impl State {
    /// The review with the line of a question highlighted.
    pub fn at(model: &Model, kind: Kind, number: usize) -> Self {
        let before = match (kind, &model.assessment) {
            (Kind::Diagnosis, Some(assessment)) => assessment.checklist.total(),
            _ => 0,
        };
        Self { cursor: before + number.saturating_sub(1) }
    }
}

/// The lines of the review: every question of both sheets.
pub fn lines(assessment: &Assessment) -> impl Iterator<Item = (Kind, &Question)> {
    [Kind::Checklist, Kind::Diagnosis]
        .into_iter()
        .flat_map(|kind| assessment.sheet(kind).set.questions.iter().map(move |question| (kind, question)))
}

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[OPEN, MOVE, PAGE, ENDS, DETAILS, FLAG, NOTE, RETURN, LEFT];

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, model: &Model) -> usize {
        model.assessment.as_ref().map_or(0, |assessment| lines(assessment).count())
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let (Screen::Review(state), Some(assessment)) = (&model.screen, &mut model.assessment) else {
            return Vec::new();
        };
        let Some((kind, number, question)) =
            lines(assessment).nth(state.cursor).map(|(kind, question)| (kind, question.number, question.id.clone()))
        else {
            return Vec::new();
        };
        match command {
            Command::Accept => {
                model.behind.clear();
                model.show_place(Place::Question(kind, number));
                Vec::new()
            }
            Command::Flag => {
                assessment.sheet_mut(kind).toggle_flag(&question);
                model.save()
            }
            Command::Note => {
                forms::open(model, Subject::Note(kind, number));
                Vec::new()
            }
            Command::Details => {
                model.enter(Screen::Details(details::State { kind, number, scroll: 0 }));
                Vec::new()
            }
            Command::Back => model.go_back(),
            _ => Vec::new(),
        }
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let Some(assessment) = &model.assessment else { return Ok(()) };
        let lines = lines(assessment).map(|(kind, question)| {
            let sheet = assessment.sheet(kind);
            let label = sheet.choice(&question.id).map_or(model.messages().common.unanswered, |choice| &choice.label);
            format!("{}: {}", clean(&question.topic), clean(label))
        });
        numbered(lines, out)
    }
}
