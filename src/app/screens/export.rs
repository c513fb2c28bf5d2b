//! Which reports to write.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::key_table::{self, Binding, DIGITS, ENDS, LEFT, MOVE, RETURN, TOGGLE};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::page::{PageStyle, numbered};
use crate::app::screen_state::ScreenState;
use crate::messages::Messages;
use crate::report::format::ReportFormat;

use super::Screen;

/// How many formats there are; also the line below them, which writes.
const FORMATS: usize = ReportFormat::ALL.len();

/// State of the export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The highlighted line, from 0: the formats, then the line that writes.
    pub cursor: usize,
    /// Which formats are chosen.
    pub chosen: [bool; FORMATS],
}

impl Default for State {
    fn default() -> Self {
        let mut chosen = [false; FORMATS];
        chosen[0] = true;
        Self { cursor: FORMATS, chosen }
    }
}

const WRITE: Binding = key_table::any(&[Key::Enter], Command::Accept, |m| m.keys.accept, 1);

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[WRITE, TOGGLE, DIGITS, MOVE, ENDS, RETURN, LEFT];

    fn open(model: &mut Model) -> Vec<Effect> {
        model.enter(Screen::Export(Self::default()));
        Vec::new()
    }

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, _model: &Model) -> usize {
        FORMATS + 1
    }

    fn digits(&self, _model: &Model) -> usize {
        FORMATS
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let Screen::Export(state) = &mut model.screen else { return Vec::new() };
        match command {
            Command::Choose(number @ 1..=FORMATS) => state.chosen[number - 1] = !state.chosen[number - 1],
            Command::Toggle | Command::Accept if state.cursor < FORMATS => {
                state.chosen[state.cursor] = !state.chosen[state.cursor];
            }
            Command::Accept => return export(model),
            Command::Back => return model.go_back(),
            _ => {}
        }
        Vec::new()
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let words = &model.messages().export;
        writeln!(out, "{}", words.title)?;
        writeln!(out, "{}", words.introduction)?;
        let formats = ReportFormat::ALL.into_iter().zip(self.chosen).map(|(format, is_chosen)| {
            let mark = if is_chosen { model.messages().line_mode.chosen } else { "" };
            format!("{}{mark}", format.title())
        });
        numbered(formats.chain([words.write.to_owned()]), out)?;
        writeln!(out, "{}", model.messages().line_mode.export_words)
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.line_mode.export_words
    }
}

fn export(model: &mut Model) -> Vec<Effect> {
    let Screen::Export(state) = &model.screen else { return Vec::new() };
    let formats: Vec<ReportFormat> = ReportFormat::ALL
        .into_iter()
        .zip(state.chosen)
        .filter(|(_, chosen)| *chosen)
        .map(|(format, _)| format)
        .collect();
    match &model.assessment {
        Some(assessment) if !formats.is_empty() => {
            vec![Effect::Export(formats, Box::new(assessment.clone()), model.language)]
        }
        _ => {
            model.notice = Some(Notice::NothingChosen);
            Vec::new()
        }
    }
}
