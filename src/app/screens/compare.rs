//! Two assessments side by side.

use std::fmt::{self, Write as _};
use std::sync::Arc;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key_table::{self, Binding};
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::core::assessment::Assessment;

use super::return_from_text;

/// State of the comparison.
#[derive(Clone, Debug)]
pub struct State {
    /// The older assessment and the newer one.
    pub pair: Arc<(Assessment, Assessment)>,
    /// Lines scrolled past.
    pub scroll: usize,
}

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = key_table::TEXT;

    fn scroll(&mut self) -> Option<&mut usize> {
        Some(&mut self.scroll)
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        return_from_text(model, command)
    }

    fn write_page(&self, model: &Model, style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        write!(out, "{}", style.report.comparison(&self.pair.0, &self.pair.1))?;
        writeln!(out, "{}", model.messages().line_mode.enter_returns)
    }
}
