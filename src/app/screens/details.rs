//! Why a question matters, examples, what to do.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::question_set::Kind;

/// More lines than any explanation has; the view stops at the last.
const LINES: usize = 200;

/// What only the explanation knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Which sheet.
    pub kind: Kind,
    /// Which question, from 1.
    pub number: usize,
    /// Lines scrolled past.
    pub scroll: usize,
}

/// What a command does on the explanation.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    if list::moved(&mut state.scroll, LINES, command) {
        model.screen = Screen::Details(state);
        return Vec::new();
    }
    match command {
        Command::Back | Command::Accept => model.go_back(),
        _ => Vec::new(),
    }
}
