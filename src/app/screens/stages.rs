//! How far the company is on the way to two stars; each line leads to where it is done.

use std::fmt;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::key_table::{Binding, DIGITS, ENDS, LEFT, MOVE, OPEN, RETURN};
use crate::app::model::Model;
use crate::app::page::{PageStyle, numbered};
use crate::app::progress::{label, progress};
use crate::app::screen_state::ScreenState;
use crate::core::place::Place;
use crate::core::question_set::{Kind, SharedSet};
use crate::core::stars::stars;

use super::{Screen, guide, policy, procedure};

/// State of the stage view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted line, from 0.
    pub cursor: usize,
}

enum_with_all! {
    /// A line of the stage view.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Step {
        /// The principles, for one star.
        Principles,
        /// The self-diagnosis, for two stars.
        Diagnosis,
        /// The basic policy, for two stars.
        Policy,
        /// Its publication, for two stars.
        Publication,
        /// The procedure of declaring and the logo.
        Procedure,
        /// Another edition of the principles, where there is one.
        Edition,
        /// What all this is.
        Guide,
    }
}

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[OPEN, DIGITS, MOVE, ENDS, RETURN, LEFT];

    fn open(model: &mut Model) -> Vec<Effect> {
        model.enter(Screen::Stages(Self::default()));
        Vec::new()
    }

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, _model: &Model) -> usize {
        Step::ALL.len()
    }

    fn digits(&self, _model: &Model) -> usize {
        Step::ALL.len()
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let Screen::Stages(state) = &mut model.screen else { return Vec::new() };
        match command {
            Command::Choose(number) if number <= Step::ALL.len() => state.cursor = number - 1,
            Command::Accept => {}
            Command::Back => return model.go_back(),
            _ => return Vec::new(),
        }
        let step = Step::ALL[state.cursor];
        if step == Step::Edition {
            return next_edition(model);
        }
        open(model, step);
        Vec::new()
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let Some(assessment) = &model.assessment else { return Ok(()) };
        let line = |step| format!("{}: {}", label(model.messages(), step), progress(model, assessment, step).1);
        numbered(Step::ALL.map(line), out)
    }
}

/// Moves the answers to the next available checklist, from five principles to six, say.
fn next_edition(model: &mut Model) -> Vec<Effect> {
    let Some(next) = other_checklist(model) else { return Vec::new() };
    model.move_checklist(next)
}

/// The checklist to which the answers would be moved: the one after the present one among those available.
pub fn other_checklist(model: &Model) -> Option<SharedSet> {
    let present = &model.assessment.as_ref()?.checklist.set.id;
    let all = model.catalog.checklists(model.language);
    let next = all.iter().position(|set| set.id == *present).map_or(0, |index| index + 1);
    all.get(next % all.len().max(1)).filter(|set| set.id != *present).cloned()
}

fn open(model: &mut Model, step: Step) {
    let Some(assessment) = &model.assessment else { return };
    match step {
        Step::Principles => {
            let place = match stars(assessment).one_missing.first() {
                Some(number) => Place::Question(Kind::Checklist, *number),
                None => Place::ChecklistResult,
            };
            model.show_place(place);
        }
        Step::Diagnosis => {
            let place = match assessment.diagnosis.first_unanswered() {
                Some(number) => Place::Question(Kind::Diagnosis, number),
                None => Place::Result,
            };
            model.show_place(place);
        }
        Step::Policy => model.enter(Screen::Policy(policy::State::default())),
        Step::Publication => forms::open(model, Subject::Publication),
        Step::Procedure => model.enter(Screen::Procedure(procedure::State::default())),
        // Changes the assessment instead of leading somewhere.
        Step::Edition => {}
        Step::Guide => model.enter(Screen::Guide(guide::State::default())),
    }
}
