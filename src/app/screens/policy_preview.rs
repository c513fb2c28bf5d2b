//! The whole text of the basic policy.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;

/// More lines than a policy has; the view stops at the last.
const LINES: usize = 500;

/// What only the preview knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Lines scrolled past.
    pub scroll: usize,
}

/// What a command does on the preview.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    if list::moved(&mut state.scroll, LINES, command) {
        model.screen = Screen::PolicyPreview(state);
        return Vec::new();
    }
    match command {
        Command::Back | Command::Accept => model.go_back(),
        _ => Vec::new(),
    }
}
