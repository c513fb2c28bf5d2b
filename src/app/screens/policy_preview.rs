//! The whole text of the basic policy.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key_table::{self, Binding};
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::core::content::policy_text;
use crate::core::policy_document::policy_document;
use crate::report::policy::Page;

use super::return_from_text;

/// State of the preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
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
        let (Some(assessment), Some(text)) = (&model.assessment, policy_text(model.language)) else { return Ok(()) };
        let page = Page::new(&policy_document(assessment, text, model.language));
        for text in std::iter::once(&page.title).chain(&page.opening) {
            writeln!(out, "{text}")?;
        }
        for (index, clause) in page.clauses.iter().enumerate() {
            writeln!(out, "\n{}. {}", index + 1, clause.title)?;
            for text in &clause.paragraphs {
                writeln!(out, "{text}")?;
            }
            if !clause.measures.is_empty() {
                writeln!(out, "{}", clause.measures_intro)?;
            }
            for measure in &clause.measures {
                writeln!(out, "{} {measure}", style.glyphs.bullet)?;
            }
        }
        writeln!(out)?;
        for line in page.dates.iter().chain(&page.names).chain(&page.contact) {
            writeln!(out, "{line}")?;
        }
        writeln!(out, "{}", model.messages().line_mode.enter_returns)
    }
}
