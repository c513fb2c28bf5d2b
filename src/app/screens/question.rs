//! A principle or a question.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::place::Place;
use crate::core::question_set::Kind;
use crate::core::sheet::Sheet;

use super::{details, review};

/// What only a question screen knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Which sheet.
    pub kind: Kind,
    /// Which question, from 1.
    pub number: usize,
    /// The highlighted choice, from 0.
    pub cursor: usize,
}

impl State {
    /// A question with its present answer highlighted, else the carried-over one, else the first. A number beyond
    /// the sheet becomes the nearest.
    pub fn new(sheet: &Sheet, kind: Kind, number: usize) -> Self {
        let number = number.clamp(1, sheet.total().max(1));
        let cursor = sheet
            .set
            .questions
            .get(number - 1)
            .and_then(|question| sheet.answer(&question.id))
            .and_then(|answer| {
                answer.choice.as_deref().or(answer.previous.as_ref().map(|previous| previous.choice.as_str()))
            })
            .and_then(|id| sheet.set.choices.iter().position(|choice| choice.id == id))
            .unwrap_or_default();
        Self { kind, number, cursor }
    }
}

/// What a command does on a question.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    let Some(sheet) = model.assessment.as_ref().map(|assessment| assessment.sheet(state.kind)) else {
        return Vec::new();
    };
    let choices = sheet.set.choices.len();
    if list::moved(&mut state.cursor, choices, command) {
        model.screen = Screen::Question(state);
        return Vec::new();
    }
    let Some(question) = sheet.set.questions.get(state.number - 1).map(|question| question.id.clone()) else {
        return Vec::new();
    };
    match command {
        Command::Choose(number) if number <= choices => choose(model, state, &question, number - 1),
        Command::Accept => choose(model, state, &question, state.cursor),
        Command::Confirm => {
            let now = model.now;
            let confirmed = model
                .assessment
                .as_mut()
                .is_some_and(|assessment| assessment.sheet_mut(state.kind).confirm(&question, now));
            if !confirmed {
                return Vec::new();
            }
            show_next(model, state);
            model.save()
        }
        Command::Flag => {
            if let Some(assessment) = &mut model.assessment {
                assessment.sheet_mut(state.kind).toggle_flag(&question);
            }
            model.save()
        }
        Command::Back => {
            show_previous(model, state);
            Vec::new()
        }
        Command::Forward => {
            show_next(model, state);
            Vec::new()
        }
        Command::Note => {
            forms::open(model, Subject::Note(state.kind, state.number));
            Vec::new()
        }
        Command::Details => {
            model.enter(Screen::Details(details::State { kind: state.kind, number: state.number, scroll: 0 }));
            Vec::new()
        }
        Command::Review => {
            let screen = review::State::at(model, state.kind, state.number);
            model.enter(Screen::Review(screen));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn choose(model: &mut Model, state: State, question: &str, choice: usize) -> Vec<Effect> {
    let now = model.now;
    let Some(assessment) = &mut model.assessment else { return Vec::new() };
    let sheet = assessment.sheet_mut(state.kind);
    let Some(choice) = sheet.set.choices.get(choice).map(|choice| choice.id.clone()) else { return Vec::new() };
    sheet.choose(question, &choice, now);
    show_next(model, state);
    model.save()
}

/// The question after this one; after the last, the result of the sheet.
fn show_next(model: &mut Model, state: State) {
    let Some(assessment) = &model.assessment else { return };
    let place = if state.number < assessment.sheet(state.kind).total() {
        Place::Question(state.kind, state.number + 1)
    } else {
        match state.kind {
            Kind::Checklist => Place::ChecklistResult,
            Kind::Diagnosis => Place::Result,
        }
    };
    model.show_place(place);
}

/// The question before this one; before the first of the diagnosis, the result of the checklist.
fn show_previous(model: &mut Model, state: State) {
    if state.number > 1 {
        model.show_place(Place::Question(state.kind, state.number - 1));
    } else if state.kind == Kind::Diagnosis {
        model.show_place(Place::ChecklistResult);
    }
}
