//! The result of the diagnosis.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::place::Place;
use crate::core::question_set::{Kind, Question};
use crate::core::score::score;
use crate::core::sheet::Sheet;

use super::{disagreements, export, plan, question, review, what_if};

/// What only the result knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted line, from 0: what is unanswered, then unknown, then lost.
    pub cursor: usize,
}

/// The questions that the result lists: unanswered ones, then unknown ones, then the rest that misses points, most
/// first.
pub fn lines(sheet: &Sheet) -> Vec<&Question> {
    let score = score(sheet);
    let mut lines: Vec<&Question> =
        sheet.chosen().filter(|(_, choice)| choice.is_none()).map(|(question, _)| question).collect();
    lines.extend(&score.unknown);
    let mut lost = score.lost;
    lost.sort_by_key(|(question, points)| (-points, question.number));
    lines.extend(lost.into_iter().map(|(question, _)| question).filter(|question| !score.unknown.contains(question)));
    lines
}

/// What a command does on the result.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    let Some(sheet) = model.assessment.as_ref().map(|assessment| &assessment.diagnosis) else { return Vec::new() };
    let numbers: Vec<usize> = lines(sheet).iter().map(|question| question.number).collect();
    let last = sheet.total();
    if list::moved(&mut state.cursor, numbers.len(), command) {
        model.screen = Screen::Result(state);
        return Vec::new();
    }
    match command {
        Command::Accept => {
            if let Some(number) = numbers.get(state.cursor) {
                let screen = question::State::new(sheet, Kind::Diagnosis, *number);
                model.enter(Screen::Question(screen));
            }
        }
        Command::Back => model.show_place(Place::Question(Kind::Diagnosis, last)),
        Command::Review => {
            let screen = review::State::at(model, Kind::Diagnosis, 1);
            model.enter(Screen::Review(screen));
        }
        Command::Disagreements => return disagreements::open(model),
        Command::Plan => model.enter(Screen::Plan(plan::State::default())),
        Command::WhatIf => {
            let screen = what_if::State::new(sheet);
            model.enter(Screen::WhatIf(Box::new(screen)));
        }
        Command::Export => model.enter(Screen::Export(export::State::default())),
        Command::Compare => {
            return model.assessment.iter().map(|open| Effect::CompareWithPrevious(Box::new(open.clone()))).collect();
        }
        Command::Trend => {
            return model.assessment.iter().map(|open| Effect::ReadTrend(open.organization.name.clone())).collect();
        }
        _ => {}
    }
    Vec::new()
}
