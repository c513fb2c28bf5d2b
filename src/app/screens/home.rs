//! Home: continue, begin, look at what is saved.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::app::update;
use crate::core::assessment::Status;
use crate::store::summary::Summary;

use super::guide;

/// What only the home screen knows.
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
        /// What is remembered from one time to the next.
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
    model.summaries.as_ref()?.iter().find(|summary| summary.status == Some(Status::InProgress))
}

/// What a command does on the home screen.
pub fn on_command(model: &mut Model, state: State, command: Command) -> Vec<Effect> {
    let mut cursor = state.highlighted(model);
    if list::moved(&mut cursor, Item::ALL.len(), command) {
        model.screen = Screen::Home(State { cursor: Some(cursor) });
        return Vec::new();
    }
    if command != Command::Accept {
        return Vec::new();
    }
    match Item::ALL[cursor] {
        Item::Resume => unfinished(model).map(|summary| Effect::Open(summary.id.clone())).into_iter().collect(),
        Item::New => {
            forms::open(model, Subject::Profile);
            Vec::new()
        }
        Item::Saved => {
            model.enter(Screen::Saved(Box::default()));
            vec![Effect::List]
        }
        Item::Guide => {
            model.enter(Screen::Guide(guide::State::default()));
            Vec::new()
        }
        Item::Language => update::switch_language(model),
        Item::Settings => update::perform(model, Command::Settings),
        Item::Quit => update::leave(model, None),
    }
}
