//! The procedure of declaring: one is picked, its steps are ticked, ID and logo are noted.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::key_table::{ACCEPT, Binding, ENDS, LEFT, MOVE, RETURN, TOGGLE};
use crate::app::model::Model;
use crate::app::page::{PageStyle, numbered};
use crate::app::screen_state::ScreenState;
use crate::core::content::{Procedure, Procedures, procedures};
use crate::core::declaration::Declaration;
use crate::messages::Messages;
use crate::text::clean;

use super::Screen;

/// State of the procedure screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted line, from 0.
    pub cursor: usize,
}

/// A line of the procedure screen.
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

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[ACCEPT, TOGGLE, MOVE, ENDS, RETURN, LEFT];

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, model: &Model) -> usize {
        match (&model.assessment, procedures(model.language)) {
            (Some(assessment), Some(all)) => items(all, &assessment.declaration).len(),
            _ => 0,
        }
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let (Screen::Procedure(state), Some(all), Some(assessment)) =
            (&model.screen, procedures(model.language), &mut model.assessment)
        else {
            return model.go_back();
        };
        let items = items(all, &assessment.declaration);
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

    /// The procedures, and the steps of the one that is followed.
    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let (Some(assessment), Some(all)) = (&model.assessment, procedures(model.language)) else { return Ok(()) };
        let declaration = &assessment.declaration;
        let words = &model.messages().policy;
        let picked = picked(all, declaration);
        if let Some(picked) = picked {
            writeln!(out, "{}\n{}\n{}", picked.title, picked.description, picked.url)?;
        }
        let lines = items(all, declaration).into_iter().filter_map(|item| match item {
            Item::Procedure(index) => Some(format!("{}: {}", words.choose_procedure, all.procedures[index].title)),
            Item::Step(step) => {
                let picked = picked?;
                let done = declaration.steps.get(&step_name(picked, step));
                let done =
                    done.map(|date| format!("  ({} {date})", model.messages().progress.done)).unwrap_or_default();
                let step = &picked.steps[step];
                Some(format!("{}{done}  {}", step.title, step.text))
            }
            Item::Data => {
                Some(format!("{} {}", words.declaration_data, clean(&declaration.declaration_id)).trim_end().to_owned())
            }
        });
        numbered(lines, out)?;
        writeln!(out, "{}", all.hint)
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.line_mode.tick_words
    }
}
