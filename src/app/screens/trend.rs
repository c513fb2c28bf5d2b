//! What became of an organisation over the years.

use std::sync::Arc;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::assessment::Assessment;

/// More lines than a trend has; the view stops at the last.
const LINES: usize = 500;

/// What only the trend knows.
#[derive(Clone, Debug)]
pub struct State {
    /// Name of the organisation.
    pub organization: String,
    /// Its finished assessments, oldest first.
    pub assessments: Arc<Vec<Assessment>>,
    /// Lines scrolled past.
    pub scroll: usize,
}

/// What a command does on the trend.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    if list::moved(&mut state.scroll, LINES, command) {
        model.screen = Screen::Trend(state);
        return Vec::new();
    }
    match command {
        Command::Back | Command::Accept => model.go_back(),
        _ => Vec::new(),
    }
}
