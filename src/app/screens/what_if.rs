//! What-if: other answers tried out on a copy. The saved ones are never touched.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::plan::{next_target, path};
use crate::core::score::score;
use crate::core::sheet::Sheet;

/// What only the what-if knows.
#[derive(Clone, Debug)]
pub struct State {
    /// The copy on which answers are tried out.
    pub sheet: Sheet,
    /// The highlighted question, from 0.
    pub cursor: usize,
}

impl State {
    /// The answers as they are, with the first question that misses points highlighted.
    pub fn new(sheet: &Sheet) -> Self {
        let cursor = score(sheet).lost.first().map_or(0, |(question, _)| question.number - 1);
        Self { sheet: sheet.clone(), cursor }
    }
}

/// What a command does on the what-if. Escape leaves it, and the saved answers are as they were.
pub fn on_command(model: &mut Model, mut state: Box<State>, command: Command) -> Vec<Effect> {
    let Some(saved) = model.assessment.as_ref().map(|assessment| &assessment.diagnosis) else {
        return model.go_back();
    };
    let total = state.sheet.total();
    if list::moved(&mut state.cursor, total, command) {
        model.screen = Screen::WhatIf(state);
        return Vec::new();
    }
    let set = &state.sheet.set;
    let (Some(question), Some(best)) = (set.questions.get(state.cursor), set.best_choice()) else {
        return Vec::new();
    };
    let id = question.id.clone();
    let now = model.now;
    match command {
        Command::Choose(number) => {
            if let Some(choice) = set.choices.get(number - 1).map(|choice| choice.id.clone()) {
                state.sheet.choose(&id, &choice, now);
            }
        }
        Command::Accept | Command::Toggle => {
            let best = best.id.clone();
            let changed = state.sheet.choice(&id) != saved.choice(&id);
            if changed {
                restore(&mut state.sheet, saved, &id);
            } else {
                state.sheet.choose(&id, &best, now);
            }
        }
        Command::ApplyPath => {
            let target = next_target(set, score(&state.sheet).points);
            let steps: Vec<(String, String)> = path(&state.sheet, target)
                .steps
                .iter()
                .map(|step| (step.question.id.clone(), step.to.id.clone()))
                .collect();
            for (question, choice) in steps {
                state.sheet.choose(&question, &choice, now);
            }
        }
        Command::Restore => state.sheet = saved.clone(),
        Command::Back => return model.go_back(),
        _ => {}
    }
    model.screen = Screen::WhatIf(state);
    Vec::new()
}

fn restore(sheet: &mut Sheet, saved: &Sheet, question: &str) {
    match saved.answer(question) {
        Some(answer) => sheet.answers.insert(question.to_owned(), answer.clone()),
        None => sheet.answers.remove(question),
    };
}
