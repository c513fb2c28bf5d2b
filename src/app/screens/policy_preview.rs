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
use crate::messages::policy::Signature;
use crate::text::{clean, clean_lines};

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
        let document = policy_document(assessment, text, model.language);
        for text in [Some(&document.title), Some(&document.preamble), document.scope.as_ref()].into_iter().flatten() {
            writeln!(out, "{}", clean_lines(text))?;
        }
        for (index, clause) in document.clauses.iter().enumerate() {
            writeln!(out, "\n{}. {}\n{}", index + 1, clean(&clause.title), clean_lines(&clause.text))?;
            if !clause.measures.is_empty() {
                writeln!(out, "{}", clean_lines(&clause.measures_intro))?;
            }
            for measure in &clause.measures {
                writeln!(out, "{} {}", style.glyphs.bullet, clean(measure))?;
            }
        }
        writeln!(out)?;
        let signature = Signature::of(&document);
        let dates = signature.dates.into_iter().map(|(label, date)| format!("{label} {date}"));
        for line in document.contact.iter().cloned().chain(dates).chain(signature.signatories) {
            writeln!(out, "{}", clean_lines(&line))?;
        }
        writeln!(out, "{}", model.messages().line_mode.enter_returns)
    }
}
