//! Whether to delete a saved assessment.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::store::summary::Summary;

/// What only the confirmation knows.
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

/// What a command does on the confirmation.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    if list::moved(&mut state.cursor, 2, command) {
        model.screen = Screen::ConfirmDelete(state);
        return Vec::new();
    }
    let delete = match command {
        Command::Choose(number @ 1..=2) => number == 2,
        Command::Accept => state.cursor == 1,
        _ => return Vec::new(),
    };
    let mut effects = model.go_back();
    if delete {
        effects.push(Effect::Delete(state.id));
    }
    effects
}
