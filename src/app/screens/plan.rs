//! The remediation plan: what to do in which order, by whom and when.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::key_table::{Binding, DETAILS, ENDS, LEFT, MOVE, OPEN, RETURN, TOGGLE};
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::core::plan::{PlanItem, items, next_target};
use crate::core::plan_entry::PlanState;
use crate::core::question_set::Kind;
use crate::core::score::score;
use crate::messages::Messages;

use super::{Screen, details};

/// State of the plan screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted item, from 0.
    pub cursor: usize,
}

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[OPEN, TOGGLE, DETAILS, MOVE, ENDS, RETURN, LEFT];

    fn open(model: &mut Model) -> Vec<Effect> {
        model.enter(Screen::Plan(Self::default()));
        Vec::new()
    }

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, model: &Model) -> usize {
        open_items(model).len()
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let (Screen::Plan(state), Some(assessment)) = (&model.screen, &mut model.assessment) else {
            return model.go_back();
        };
        if command == Command::Back {
            return model.go_back();
        }
        let items = items(&assessment.diagnosis, &assessment.plan);
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

    fn write_page(&self, model: &Model, style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let Some(assessment) = &model.assessment else { return Ok(()) };
        let points = score(&assessment.diagnosis).points;
        let target = next_target(&assessment.diagnosis.set, points);
        write!(out, "{}", style.report.plan(assessment, target, model.now.date_naive()))?;
        writeln!(out, "\n{}", model.messages().line_mode.plan_words)
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.line_mode.plan_words
    }

    fn numbers(&self, model: &Model) -> usize {
        model.assessment.as_ref().map_or(0, |assessment| assessment.diagnosis.total())
    }

    /// The page names items by the numbers of their questions.
    fn line_of(&self, model: &Model, number: usize) -> Option<usize> {
        open_items(model).iter().position(|item| item.question.number == number)
    }
}

fn open_items(model: &Model) -> Vec<PlanItem<'_>> {
    model.assessment.as_ref().map_or_else(Vec::new, |assessment| items(&assessment.diagnosis, &assessment.plan))
}
