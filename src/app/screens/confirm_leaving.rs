//! Whether to leave the program, for those who want to be asked.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key_table::{self, Binding};
use crate::app::model::Model;
use crate::app::page::{PageStyle, numbered};
use crate::app::screen_state::ScreenState;
use crate::app::update;

use super::Screen;

/// Stay or leave.
const ANSWERS: usize = 2;

/// State of the confirmation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// 0 stays, 1 leaves.
    pub cursor: usize,
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
        let Screen::ConfirmLeaving(state) = &model.screen else { return Vec::new() };
        let leaves = match command {
            Command::Choose(number @ 1..=ANSWERS) => number == 2,
            Command::Accept => state.cursor == 1,
            Command::Back => false,
            _ => return Vec::new(),
        };
        // Leaving saves the place, and the place is the screen behind this one.
        let back = model.go_back();
        if leaves { update::leave(model, None) } else { back }
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let words = &model.messages().settings;
        writeln!(out, "{}", words.leave_question)?;
        numbered([words.stay, words.leave].map(str::to_owned), out)
    }
}
