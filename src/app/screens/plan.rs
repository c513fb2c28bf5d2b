//! The remediation plan: what to do in which order, by whom and when.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::plan::items;
use crate::core::plan_entry::PlanState;
use crate::core::question_set::Kind;

use super::details;

/// What only the plan knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted item, from 0.
    pub cursor: usize,
}

/// What a command does on the plan.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    let Some(assessment) = &mut model.assessment else { return model.go_back() };
    let items = items(&assessment.diagnosis, &assessment.plan);
    if list::moved(&mut state.cursor, items.len(), command) {
        model.screen = Screen::Plan(state);
        return Vec::new();
    }
    if command == Command::Back {
        return model.go_back();
    }
    let Some((number, id)) = items.get(state.cursor).map(|item| (item.question.number, item.question.id.clone()))
    else {
        return Vec::new();
    };
    match command {
        Command::Accept => {
            forms::open(model, Subject::PlanItem(id));
            Vec::new()
        }
        Command::Toggle => {
            let entry = assessment.plan.entry(id).or_default();
            // Accepting a gap needs a reason, which the form asks for; this key goes round the other three.
            entry.state = match entry.state {
                PlanState::Open => PlanState::Doing,
                PlanState::Doing => PlanState::Done,
                PlanState::Done | PlanState::Accepted => PlanState::Open,
            };
            model.save()
        }
        Command::Details => {
            model.enter(Screen::Details(details::State { kind: Kind::Diagnosis, number, scroll: 0 }));
            Vec::new()
        }
        _ => Vec::new(),
    }
}
