//! Two assessments side by side.

use std::sync::Arc;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::assessment::Assessment;

/// More lines than a comparison has; the view stops at the last.
const LINES: usize = 500;

/// What only the comparison knows.
#[derive(Clone, Debug)]
pub struct State {
    /// The older assessment and the newer one.
    pub pair: Arc<(Assessment, Assessment)>,
    /// Lines scrolled past.
    pub scroll: usize,
}

/// What a command does on the comparison.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    if list::moved(&mut state.scroll, LINES, command) {
        model.screen = Screen::Compare(state);
        return Vec::new();
    }
    match command {
        Command::Back | Command::Accept => model.go_back(),
        _ => Vec::new(),
    }
}
