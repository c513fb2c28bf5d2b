//! The result of the checklist: whether one star can be declared.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key_table::{BACK, Binding, ESCAPE, FORWARD, GO_ON, REVIEW, STAGES};
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::core::place::Place;
use crate::core::question_set::Kind;
use crate::messages::progress::one_star_sentence;

use super::{Screen, review};

/// State of the checklist's result: there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State;

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[GO_ON, BACK, FORWARD, REVIEW, STAGES, ESCAPE];

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let Some(assessment) = &model.assessment else { return Vec::new() };
        match command {
            Command::Accept | Command::Forward => {
                let number = assessment.diagnosis.first_unanswered().unwrap_or(1);
                model.show_place(Place::Question(Kind::Diagnosis, number));
            }
            Command::Back => {
                let last = assessment.checklist.total();
                model.show_place(Place::Question(Kind::Checklist, last));
            }
            Command::Review => {
                let state = review::State::at(model, Kind::Checklist, 1);
                model.enter(Screen::Review(state));
            }
            _ => {}
        }
        Vec::new()
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let Some(assessment) = &model.assessment else { return Ok(()) };
        let words = &model.messages().result;
        writeln!(out, "{}", one_star_sentence(model.messages(), assessment))?;
        writeln!(out, "{}", words.on_to_diagnosis)
    }
}
