//! Home: continue, begin, look at what is saved.

use std::fmt;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::key_table::{self, Binding, ENDS, MOVE, OPEN};
use crate::app::list;
use crate::app::model::Model;
use crate::app::page::{PageStyle, numbered};
use crate::app::screen_state::ScreenState;
use crate::app::update;
use crate::core::assessment::Status;
use crate::store::summary::Summary;
use crate::text::clean;

use super::{Screen, ScreenKind, guide};

/// State of the home screen.
#[derive(Clone, Copy, Debug, Default)]
pub struct State {
    /// The highlighted line; `None` until a key moves it: then it is the first useful one.
    pub cursor: Option<usize>,
}

enum_with_all! {
    /// A line of the home screen.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Item {
        /// Continue the newest unfinished assessment.
        Resume,
        /// Begin a new one.
        New,
        /// Look at the saved ones.
        Saved,
        /// What the scheme is.
        Guide,
        /// Switch the language.
        Language,
        /// Settings that are kept from one start to the next.
        Settings,
        /// Leave.
        Quit,
    }
}

impl State {
    /// The highlighted line: where keys moved it, else "continue" if there is something to continue, else "new".
    pub fn highlighted(&self, model: &Model) -> usize {
        self.cursor.unwrap_or(usize::from(unfinished(model).is_none()))
    }
}

/// The newest unfinished assessment.
pub fn unfinished(model: &Model) -> Option<&Summary> {
    model.summaries.as_slice().iter().find(|summary| summary.status == Some(Status::InProgress))
}

const SETTINGS: Binding =
    key_table::any(&[Key::Char('s'), Key::Function(2)], Command::Open(ScreenKind::Settings), |m| m.keys.settings, 5);

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[MOVE, OPEN, ENDS, SETTINGS];

    fn lines(&self, _model: &Model) -> usize {
        Item::ALL.len()
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let Screen::Home(state) = &model.screen else { return Vec::new() };
        let mut cursor = state.highlighted(model);
        if list::moved(&mut cursor, Item::ALL.len(), command) {
            model.screen = Screen::Home(Self { cursor: Some(cursor) });
            return Vec::new();
        }
        if command != Command::Accept {
            return Vec::new();
        }
        match Item::ALL[cursor] {
            Item::Resume => unfinished(model).map(|summary| Effect::Open(summary.id.clone())).into_iter().collect(),
            Item::New => ScreenKind::Profile.open(model),
            Item::Saved => ScreenKind::Saved.open(model),
            Item::Guide => {
                model.enter(Screen::Guide(guide::State::default()));
                Vec::new()
            }
            Item::Language => update::switch_language(model),
            Item::Settings => ScreenKind::Settings.open(model),
            Item::Quit => update::leave(model, None),
        }
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let words = &model.messages().home;
        let line = |item| match item {
            Item::Resume => match unfinished(model) {
                Some(summary) => format!("{}: {}", words.resume, clean(&summary.organization)),
                None if model.summaries.failure().is_some() => {
                    format!("{}: {}", words.resume, model.messages().saved.broken)
                }
                None => format!("{}: {}", words.resume, words.nothing_to_resume),
            },
            Item::New => words.new.to_owned(),
            Item::Saved => words.saved.to_owned(),
            Item::Guide => model.messages().progress.guide.to_owned(),
            Item::Language => model.messages().next_language().home.language_detail.to_owned(),
            Item::Settings => model.messages().settings.title.to_owned(),
            Item::Quit => words.quit.to_owned(),
        };
        numbered(Item::ALL.map(line), out)
    }
}
