//! Why a question matters, examples, what to do.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key_table::{self, Binding};
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::core::question_set::Kind;
use crate::report::survey;
use crate::text::clean;

use super::return_from_text;

/// State of the explanation of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Which sheet.
    pub kind: Kind,
    /// Which question, from 1.
    pub number: usize,
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

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let Some(assessment) = &model.assessment else { return Ok(()) };
        let sheet = assessment.sheet(self.kind);
        let Some(question) = sheet.set.questions.get(self.number - 1) else { return Ok(()) };
        let words = &model.messages().question;
        for (label, text) in [
            (words.why, &question.why),
            (words.examples, &question.examples.join(words.example_separator)),
            (words.first_step, &question.first_step),
            (words.fuller_measure, &question.fuller_measure),
            (words.not_applicable, &question.not_applicable),
        ] {
            if !text.is_empty() {
                writeln!(out, "{label}: {}", clean(text))?;
            }
        }
        let (set, language) = (&sheet.set.id, model.language);
        if let (Some(share), Some([origin, note])) =
            (survey::share(set, &question.id, language), survey::origin(set, language))
        {
            let messages = model.messages();
            writeln!(out, "{}{}{share}", messages.benchmark.others, messages.common.label_separator)?;
            writeln!(out, "{note}\n{origin}")?;
        }
        writeln!(out, "{}", model.messages().line_mode.enter_returns)
    }
}
