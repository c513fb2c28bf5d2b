//! The procedure of declaring: one is picked, its steps are ticked, ID and logo are noted.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::content::{Procedure, Procedures, procedures};
use crate::core::declaration::Declaration;

/// What only the procedure's screen knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted line, from 0.
    pub cursor: usize,
}

/// A line of the procedure's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A procedure to pick, from 0.
    Procedure(usize),
    /// A step of the picked one, from 0.
    Step(usize),
    /// Declaration ID and logo.
    Data,
}

/// The procedure that a company follows; the first while none is picked.
pub fn picked<'a>(all: &'a Procedures, declaration: &Declaration) -> Option<&'a Procedure> {
    all.procedures.iter().find(|procedure| procedure.id == declaration.procedure).or(all.procedures.first())
}

/// The name under which a step is recorded.
pub fn step_name(procedure: &Procedure, step: usize) -> String {
    format!("{}/{}", procedure.id, procedure.steps[step].id)
}

/// The lines in order.
pub fn items(all: &Procedures, declaration: &Declaration) -> Vec<Item> {
    let mut items: Vec<Item> = (0..all.procedures.len()).map(Item::Procedure).collect();
    items.extend((0..picked(all, declaration).map_or(0, |procedure| procedure.steps.len())).map(Item::Step));
    items.push(Item::Data);
    items
}

/// What a command does on the procedure's screen.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    let (Some(all), Some(assessment)) = (procedures(model.language), &mut model.assessment) else {
        return model.go_back();
    };
    let items = items(all, &assessment.declaration);
    if list::moved(&mut state.cursor, items.len(), command) {
        model.screen = Screen::Procedure(state);
        return Vec::new();
    }
    let Some(item) = items.get(state.cursor) else { return Vec::new() };
    match (command, item) {
        (Command::Back, _) => model.go_back(),
        (Command::Accept | Command::Toggle, Item::Procedure(index)) => {
            all.procedures[*index].id.clone_into(&mut assessment.declaration.procedure);
            model.save()
        }
        (Command::Accept | Command::Toggle, Item::Step(step)) => {
            if let Some(procedure) = picked(all, &assessment.declaration) {
                let name = step_name(procedure, *step);
                procedure.id.clone_into(&mut assessment.declaration.procedure);
                let steps = &mut assessment.declaration.steps;
                if steps.remove(&name).is_none() {
                    steps.insert(name, model.now.date_naive());
                }
            }
            model.save()
        }
        (Command::Accept, Item::Data) => {
            forms::open(model, Subject::Declaration);
            Vec::new()
        }
        _ => Vec::new(),
    }
}
