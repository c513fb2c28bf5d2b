//! Whether to leave the program, for those who want to be asked.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::app::update;

/// What only the question knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// 0 stays, 1 leaves.
    pub cursor: usize,
}

/// What a command does here.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    if list::moved(&mut state.cursor, 2, command) {
        model.screen = Screen::ConfirmLeaving(state);
        return Vec::new();
    }
    let leaves = match command {
        Command::Choose(number @ 1..=2) => number == 2,
        Command::Accept => state.cursor == 1,
        Command::Back => false,
        _ => return Vec::new(),
    };
    // Leaving saves the place, and the place is the screen behind this one.
    let back = model.go_back();
    if leaves { update::leave(model, None) } else { back }
}
