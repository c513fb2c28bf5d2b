//! The guide: what the scheme is, section by section.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::content::guide;

/// More lines than any section has; the view stops at the last.
const LINES: usize = 200;

/// What only the guide knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The section, from 0.
    pub section: usize,
    /// Lines scrolled past.
    pub scroll: usize,
}

/// What a command does in the guide.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    let sections = guide(model.language).map_or(0, |guide| guide.sections.len());
    let last = sections.saturating_sub(1);
    if list::moved(&mut state.scroll, LINES, command) {
        model.screen = Screen::Guide(state);
        return Vec::new();
    }
    let section = match command {
        Command::Choose(number) if number <= sections => number - 1,
        Command::Accept | Command::Forward if state.section < last => state.section + 1,
        Command::Back if state.section > 0 => state.section - 1,
        Command::Accept | Command::Back => return model.go_back(),
        _ => return Vec::new(),
    };
    model.screen = Screen::Guide(State { section, scroll: 0 });
    Vec::new()
}
