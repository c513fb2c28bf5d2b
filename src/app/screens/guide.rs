//! The guide: what the scheme is, section by section.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key_table::{BACK_KEYS, Binding, DIGITS, ENDS, FORWARD_KEYS, GO_ON, Keys, MOVE, PAGE, RETURN};
use crate::app::model::Model;
use crate::app::page::{PageStyle, numbered};
use crate::app::screen_state::ScreenState;
use crate::core::content::guide;
use crate::messages::Messages;

use super::Screen;

/// State of the guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The section, from 0.
    pub section: usize,
    /// Lines scrolled past.
    pub scroll: usize,
}

const SECTION: Binding = Binding {
    keys: Keys::Pair(BACK_KEYS, Command::Back, FORWARD_KEYS, Command::Forward),
    label: |m| m.keys.section,
    footer: 2,
};

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[GO_ON, SECTION, MOVE, PAGE, ENDS, DIGITS, RETURN];

    fn scroll(&mut self) -> Option<&mut usize> {
        Some(&mut self.scroll)
    }

    fn digits(&self, model: &Model) -> usize {
        sections(model)
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let sections = sections(model);
        let last = sections.saturating_sub(1);
        let Screen::Guide(state) = &mut model.screen else { return Vec::new() };
        let section = match command {
            Command::Choose(number) if number <= sections => number - 1,
            Command::Accept | Command::Forward if state.section < last => state.section + 1,
            Command::Back if state.section > 0 => state.section - 1,
            Command::Accept | Command::Back => return model.go_back(),
            _ => return Vec::new(),
        };
        *state = Self { section, scroll: 0 };
        Vec::new()
    }

    /// A section of the guide, and which there are.
    fn write_page(&self, model: &Model, style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let Some(guide) = guide(model.language) else { return Ok(()) };
        let Some(section) = guide.sections.get(self.section) else { return Ok(()) };
        writeln!(out, "{}/{}  {}", self.section + 1, guide.sections.len(), section.title)?;
        for paragraph in &section.paragraphs {
            writeln!(out, "{paragraph}")?;
        }
        for point in &section.points {
            writeln!(out, "{} {point}", style.glyphs.bullet)?;
        }
        for link in &section.links {
            writeln!(out, "{}: {}", link.label, link.url)?;
        }
        if section.check {
            writeln!(out, "{}", model.messages().progress.check_official)?;
        }
        writeln!(out)?;
        numbered(guide.sections.iter().map(|section| section.title.clone()), out)?;
        writeln!(out, "{}", model.messages().line_mode.guide_words)
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.line_mode.guide_words
    }
}

fn sections(model: &Model) -> usize {
    guide(model.language).map_or(0, |guide| guide.sections.len())
}
