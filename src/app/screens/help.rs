//! The keys of the screen from which help was asked.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key_table;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::{Screen, ScreenKind};

/// What only the help knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The screen that is explained.
    pub of: ScreenKind,
    /// Lines scrolled past.
    pub scroll: usize,
}

/// What a command does on the help.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    if list::moved(&mut state.scroll, key_table::bindings(state.of).count(), command) {
        model.screen = Screen::Help(state);
        return Vec::new();
    }
    match command {
        Command::Back | Command::Accept => model.go_back(),
        _ => Vec::new(),
    }
}
