//! Settings that are kept from one start to the next. A change takes effect and is written immediately.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::key_table::{self, BACK, Binding, DIGITS, ENDS, MOVE, RETURN};
use crate::app::model::Model;
use crate::app::page::{PageStyle, numbered};
use crate::app::screen_state::ScreenState;
use crate::app::update;
use crate::appearance::ColorChoice;
use crate::store::settings::Settings;

use super::Screen;

/// State of the settings screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted line, from 0.
    pub cursor: usize,
}

enum_with_all! {
    /// A line of the settings screen.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Item {
        /// Language of the interface.
        Language,
        /// When to use colours.
        Color,
        /// Only symbols of ASCII.
        Ascii,
        /// Listen to the mouse.
        Mouse,
        /// Ask before leaving.
        ConfirmOnLeaving,
    }
}

const CHANGE: Binding = key_table::any(&[Key::Enter], Command::Accept, |m| m.keys.change, 1);
const CHANGE_BY_SPACE: Binding =
    key_table::any(&[Key::Char(' '), Key::Function(8)], Command::Toggle, |m| m.keys.change, 0);

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[CHANGE, CHANGE_BY_SPACE, DIGITS, MOVE, ENDS, RETURN, BACK];

    fn open(model: &mut Model) -> Vec<Effect> {
        model.enter(Screen::Settings(Self::default()));
        Vec::new()
    }

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, _model: &Model) -> usize {
        Item::ALL.len()
    }

    fn digits(&self, _model: &Model) -> usize {
        Item::ALL.len()
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let Screen::Settings(state) = &mut model.screen else { return Vec::new() };
        match command {
            Command::Choose(number) if number <= Item::ALL.len() => state.cursor = number - 1,
            Command::Accept | Command::Toggle => {}
            Command::Back => return model.go_back(),
            _ => return Vec::new(),
        }
        let item = Item::ALL[state.cursor];
        change(model, item)
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        writeln!(out, "{}", model.messages().settings.introduction)?;
        numbered(Item::ALL.map(|item| format!("{}: {}", label(model, item), value(model, item))), out)
    }
}

/// The next value of a setting.
fn change(model: &mut Model, item: Item) -> Vec<Effect> {
    let settings = &mut model.settings;
    let switched = |setting: Option<bool>| Some(!setting.unwrap_or_default());
    let mut changed = Settings::default();
    match item {
        Item::Language => return update::switch_language(model),
        Item::Color => {
            settings.color = Some(match settings.color.unwrap_or_default() {
                ColorChoice::Auto => ColorChoice::Always,
                ColorChoice::Always => ColorChoice::Never,
                ColorChoice::Never => ColorChoice::Auto,
            });
            changed.color = settings.color;
        }
        Item::Ascii => {
            settings.ascii = switched(settings.ascii);
            changed.ascii = settings.ascii;
        }
        Item::Mouse => {
            settings.mouse = switched(settings.mouse);
            changed.mouse = settings.mouse;
        }
        Item::ConfirmOnLeaving => {
            settings.confirm_on_leaving = switched(settings.confirm_on_leaving);
            changed.confirm_on_leaving = settings.confirm_on_leaving;
        }
    }
    vec![Effect::Remember(changed)]
}

/// What a setting is called.
pub fn label(model: &Model, item: Item) -> &'static str {
    let words = &model.messages().settings;
    match item {
        Item::Language => words.language,
        Item::Color => words.color,
        Item::Ascii => words.ascii,
        Item::Mouse => words.mouse,
        Item::ConfirmOnLeaving => words.confirm_on_leaving,
    }
}

/// What a setting is.
pub fn value(model: &Model, item: Item) -> &'static str {
    let words = &model.messages().settings;
    let truth = |setting: Option<bool>| if setting.unwrap_or_default() { words.on } else { words.off };
    match item {
        Item::Language => words.this_language,
        Item::Color => (words.color_choice)(model.settings.color.unwrap_or_default()),
        Item::Ascii => truth(model.settings.ascii),
        Item::Mouse => truth(model.settings.mouse),
        Item::ConfirmOnLeaving => truth(model.settings.confirm_on_leaving),
    }
}
