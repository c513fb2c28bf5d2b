//! A principle or a question.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::key::Key;
use crate::app::key_table::{self, ACCEPT, BACK, Binding, DETAILS, DIGITS, ESCAPE, FLAG, FORWARD, MOVE, NOTE, REVIEW};
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::core::place::Place;
use crate::core::question_set::Kind;
use crate::core::sheet::Sheet;
use crate::text::clean;

use super::{Screen, details, review};

/// State of the question screen.
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

const CONFIRM: Binding = key_table::any(&[Key::Char('c'), Key::Function(6)], Command::Confirm, |m| m.keys.confirm, 0);

impl ScreenState for State {
    const BINDINGS: &'static [Binding] =
        &[DIGITS, ACCEPT, BACK, FORWARD, MOVE, NOTE, FLAG, REVIEW, DETAILS, CONFIRM, ESCAPE];

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, model: &Model) -> usize {
        model.assessment.as_ref().map_or(0, |assessment| assessment.sheet(self.kind).set.choices.len())
    }

    fn digits(&self, model: &Model) -> usize {
        self.lines(model)
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let (Screen::Question(state), Some(assessment)) = (&model.screen, &mut model.assessment) else {
            return Vec::new();
        };
        let state = *state;
        let sheet = assessment.sheet_mut(state.kind);
        let Some(question) = sheet.set.questions.get(state.number - 1).map(|question| question.id.clone()) else {
            return Vec::new();
        };
        match command {
            Command::Choose(number) if number <= sheet.set.choices.len() => choose(model, state, &question, number - 1),
            Command::Accept => choose(model, state, &question, state.cursor),
            Command::Confirm => {
                if !sheet.confirm(&question, model.now) {
                    return Vec::new();
                }
                show_next(model, state);
                model.save()
            }
            Command::Flag => {
                sheet.toggle_flag(&question);
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
                let review = review::State::at(model, state.kind, state.number);
                model.enter(Screen::Review(review));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn write_page(&self, model: &Model, style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let Some(assessment) = &model.assessment else { return Ok(()) };
        let sheet = assessment.sheet(self.kind);
        let Some(question) = sheet.set.questions.get(self.number - 1) else { return Ok(()) };
        let words = model.messages();
        let part = sheet.set.category(&question.category).map_or(&sheet.set.short_title, |category| &category.title);
        writeln!(out, "{}/{}  {}  {}", self.number, sheet.total(), clean(part), clean(&question.topic))?;
        for text in [&question.title, &question.text].into_iter().filter(|text| !text.is_empty()) {
            writeln!(out, "{}", clean(text))?;
        }
        let answer = sheet.answer(&question.id);
        let chosen = answer.and_then(|answer| answer.choice.as_deref());
        let previous = answer.and_then(|answer| answer.previous.as_ref()).map(|previous| previous.choice.as_str());
        for (index, choice) in sheet.set.choices.iter().enumerate() {
            let aside = if chosen == Some(&choice.id) {
                format!("  ({} {})", style.glyphs.check, words.question.current)
            } else if chosen.is_none() && previous == Some(&choice.id) {
                format!("  ({}, {})", words.question.previous, words.common.unconfirmed)
            } else {
                String::new()
            };
            writeln!(out, "{}. {}{aside}", index + 1, clean(&choice.label))?;
        }
        if let Some(answer) = answer {
            if answer.flagged {
                writeln!(out, "{}", words.question.flagged)?;
            }
            if !answer.note.is_empty() {
                writeln!(out, "{}: {}", words.note.note, clean(&answer.note))?;
            }
        }
        Ok(())
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
