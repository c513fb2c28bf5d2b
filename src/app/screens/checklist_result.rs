//! The result of the checklist: whether one star can be declared.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::place::Place;
use crate::core::question_set::Kind;

use super::review;

/// What a command does on the result of the checklist.
pub fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
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
            let screen = review::State::at(model, Kind::Checklist, 1);
            model.enter(Screen::Review(screen));
        }
        _ => {}
    }
    Vec::new()
}
