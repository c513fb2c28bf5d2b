//! The review of all answers.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::assessment::Assessment;
use crate::core::place::Place;
use crate::core::question_set::{Kind, Question};

use super::details;

/// What only the review knows.
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

/// What a command does on the review.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    let Some(assessment) = &mut model.assessment else { return Vec::new() };
    let length = assessment.checklist.total() + assessment.diagnosis.total();
    if list::moved(&mut state.cursor, length, command) {
        model.screen = Screen::Review(state);
        return Vec::new();
    }
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
