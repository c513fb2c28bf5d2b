//! What every screen has to say about itself.

use std::fmt;

use super::command::Command;
use super::effect::Effect;
use super::key::Key;
use super::key_table::Binding;
use super::list;
use super::model::Model;
use super::page::PageStyle;
use super::update;
use crate::messages::Messages;

/// A screen without its view: its keys and what they do, what can be chosen on it, and its page in line mode. Implemented by
/// the state of each screen; [`Screen`](super::screens::Screen) finds the implementation of the one that is shown.
///
/// Functions that change the model take no `self`: the state is part of the model, and is found in `model.screen`.
pub(crate) trait ScreenState {
    /// Its own keys. Those that work everywhere come on top.
    const BINDINGS: &'static [Binding];

    /// Whether printable characters go into a text field.
    const IS_TYPING: bool = false;

    /// Shows this screen over the present one, when [`Command::Open`] asks for it.
    fn open(_model: &mut Model) -> Vec<Effect> {
        Vec::new()
    }

    /// The highlighted line, from 0, of a list.
    fn cursor(&mut self) -> Option<&mut usize> {
        None
    }

    /// How many lines the highlight moves over.
    fn lines(&self, _model: &Model) -> usize {
        0
    }

    /// How many lines of a text are scrolled past.
    fn scroll(&mut self) -> Option<&mut usize> {
        None
    }

    /// More lines than the text has; the view stops at the last.
    fn max_scroll(&self) -> usize {
        list::MAX_SCROLL
    }

    /// What a command does; those that only move highlight or text are done already.
    fn on_command(model: &mut Model, command: Command) -> Vec<Effect>;

    /// What a key does that is no command: it is typed into a field.
    fn on_key(_model: &mut Model, _key: Key) {}

    /// Pasted text goes into a field.
    fn on_paste(_model: &mut Model, _text: &str) {}

    /// How many choices have a digit, from 1.
    fn digits(&self, _model: &Model) -> usize {
        0
    }

    /// Writes the page that line mode shows.
    ///
    /// # Errors
    ///
    /// Only those of writing into a `String`, which do not happen.
    fn write_page(&self, model: &Model, style: &PageStyle<'_>, out: &mut String) -> fmt::Result;

    /// What can be typed on the page, for the help of line mode; empty where numbers are all.
    fn page_hint(&self, _messages: &'static Messages) -> &'static str {
        ""
    }

    /// The highest number that means something on the page.
    fn numbers(&self, model: &Model) -> usize {
        self.lines(model).max(self.digits(model))
    }

    /// The line, from 0, that a number on the page stands for.
    fn line_of(&self, model: &Model, number: usize) -> Option<usize> {
        (1..=self.numbers(model)).contains(&number).then(|| number - 1)
    }

    /// What a number does that is typed in line mode: what its digit does, else what Enter does on its line. `None` where it
    /// means nothing.
    fn on_number(model: &mut Model, number: usize) -> Option<Vec<Effect>> {
        let line = model.screen.line_of(model, number)?;
        Some(if number <= model.screen.digits(model) {
            update::perform(model, Command::Choose(number))
        } else {
            update::perform_on_line(model, line, Command::Accept)
        })
    }
}
