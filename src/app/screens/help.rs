//! The keys of the screen from which help was asked.

use std::fmt;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key_table::{self, Binding};
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;

use super::{ScreenKind, return_from_text};

/// State of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The screen that is explained.
    pub of: ScreenKind,
    /// Lines scrolled past.
    pub scroll: usize,
}

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = key_table::TEXT;

    fn scroll(&mut self) -> Option<&mut usize> {
        Some(&mut self.scroll)
    }

    fn max_scroll(&self) -> usize {
        key_table::bindings(self.of).count()
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        return_from_text(model, command)
    }

    /// Line mode has a help of its own.
    fn write_page(&self, _model: &Model, _style: &PageStyle<'_>, _out: &mut String) -> fmt::Result {
        Ok(())
    }
}
