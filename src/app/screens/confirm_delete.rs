//! Whether to delete a saved assessment.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key_table::{self, Binding};
use crate::app::model::Model;
use crate::app::page::{PageStyle, numbered};
use crate::app::screen_state::ScreenState;
use crate::store::summary::Summary;
use crate::text::clean;

use super::Screen;

/// Keep or delete.
const ANSWERS: usize = 2;

/// State of the confirmation.
#[derive(Clone, Debug)]
pub struct State {
    /// Id of the assessment.
    pub id: String,
    /// Name of its organisation.
    pub name: String,
    /// When it was begun, as a date.
    pub date: String,
    /// 0 keeps, 1 deletes.
    pub cursor: usize,
}

impl State {
    /// Asks about one assessment; "keep" is highlighted.
    pub fn new(summary: &Summary) -> Self {
        Self {
            id: summary.id.clone(),
            name: summary.organization.clone(),
            date: summary.created_at.format("%Y-%m-%d").to_string(),
            cursor: 0,
        }
    }
}

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = key_table::CONFIRMATION;

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, _model: &Model) -> usize {
        ANSWERS
    }

    fn digits(&self, _model: &Model) -> usize {
        ANSWERS
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let Screen::ConfirmDelete(state) = &mut model.screen else { return Vec::new() };
        let deletes = match command {
            Command::Choose(number @ 1..=ANSWERS) => number == 2,
            Command::Accept => state.cursor == 1,
            _ => return Vec::new(),
        };
        let id = std::mem::take(&mut state.id);
        let mut effects = model.go_back();
        if deletes {
            effects.push(Effect::Delete(id));
        }
        effects
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let words = &model.messages().saved;
        writeln!(out, "{}", (words.confirm_delete)(&clean(&self.name), &self.date))?;
        numbered([words.keep, words.delete].map(str::to_owned), out)
    }
}
