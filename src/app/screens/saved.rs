//! The list of saved assessments, searched as one types.

use std::borrow::Cow;
use std::fmt;

use memchr::memmem::Finder;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::key_table::{self, Binding, Keys, MOVE_WHILE_TYPING, OPEN, RETURN};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::page::{PageStyle, numbered};
use crate::app::screen_state::ScreenState;
use crate::app::text_field::TextField;
use crate::store::summary::Summary;
use crate::text::{clean, composed};

use super::{Screen, confirm_delete};

/// Most saved assessments that a page of line mode names; a search finds the rest.
const MAX_LISTED: usize = 50;

/// State of the list of saved assessments.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What is searched for.
    pub search: TextField,
    /// The highlighted line among those that match, from 0.
    pub cursor: usize,
    /// Id of the assessment marked to be compared with another.
    pub marked: Option<String>,
    found: Found,
}

/// What a search found. Kept, so that thousands of summaries are searched once per change of the search and not per frame.
#[derive(Clone, Debug, Default)]
struct Found {
    /// The search, in lower case.
    search: String,
    /// Of how many summaries.
    among: usize,
    /// The places of those that match.
    places: Vec<usize>,
}

impl State {
    /// The assessments that match the search, newest first.
    pub fn matching<'a>(&'a self, summaries: &'a [Summary]) -> Matching<'a> {
        let search = composed(self.search.trimmed()).to_lowercase();
        let places = if search.is_empty() {
            None
        } else if self.found.search == search && self.found.among == summaries.len() {
            Some(Cow::Borrowed(&self.found.places[..]))
        } else {
            Some(Cow::Owned(places(&search, summaries, 0..summaries.len())))
        };
        Matching { summaries, places }
    }

    fn type_key(&mut self, key: Key, summaries: &[Summary]) {
        if self.search.key(key) {
            self.find(summaries);
        }
    }

    fn paste(&mut self, text: &str, summaries: &[Summary]) {
        self.search.insert(text);
        self.find(summaries);
    }

    /// Searches the summaries again. A search that only became longer is made among what it found before.
    fn find(&mut self, summaries: &[Summary]) {
        let search = composed(self.search.trimmed()).to_lowercase();
        let is_longer = !self.found.search.is_empty() && search.starts_with(&self.found.search);
        let places = if is_longer && self.found.among == summaries.len() {
            places(&search, summaries, self.found.places.iter().copied())
        } else {
            places(&search, summaries, 0..summaries.len())
        };
        self.found = Found { search, among: summaries.len(), places };
        self.cursor = 0;
    }
}

/// Assessments that match a search, borrowed from the list of all.
#[derive(Debug)]
pub struct Matching<'a> {
    summaries: &'a [Summary],
    /// Where they are; everywhere without a search.
    places: Option<Cow<'a, [usize]>>,
}

impl<'a> Matching<'a> {
    /// How many they are.
    pub fn len(&self) -> usize {
        self.places.as_ref().map_or(self.summaries.len(), |places| places.len())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The matches from an index on, each with its index.
    pub fn starting_at(&self, first: usize) -> impl Iterator<Item = (usize, &'a Summary)> {
        (first..self.len()).filter_map(|index| Some((index, self.get(index)?)))
    }

    /// A match by its index, from 0.
    pub fn get(&self, index: usize) -> Option<&'a Summary> {
        match &self.places {
            None => self.summaries.get(index),
            Some(places) => places.get(index).and_then(|place| self.summaries.get(*place)),
        }
    }
}

/// The places of the summaries that have every word of a search.
fn places(search: &str, summaries: &[Summary], among: impl Iterator<Item = usize>) -> Vec<usize> {
    let words: Vec<Finder<'_>> = search.split_whitespace().map(Finder::new).collect();
    let has_all = |place: &usize| {
        summaries.get(*place).is_some_and(|summary| {
            let text = summary.searchable();
            words.iter().all(|word| word.find(text.as_bytes()).is_some())
        })
    };
    among.filter(has_all).collect()
}

const DELETE: Binding = key_table::any(&[Key::Delete, Key::Control('d')], Command::Delete, |m| m.keys.delete, 5);
const CARRY_OVER: Binding = key_table::any(&[Key::Function(5)], Command::CarryOver, |m| m.keys.carry_over, 6);
const COMPARE: Binding = key_table::any(&[Key::Function(6)], Command::Compare, |m| m.keys.compare, 7);
const TREND: Binding = key_table::any(&[Key::Function(7)], Command::Trend, |m| m.keys.trend, 8);
const SEARCH: Binding = Binding { keys: Keys::Typing, label: |m| m.keys.search, footer: 0 };
const PAGE_WHILE_TYPING: Binding = Binding {
    keys: Keys::Pair(&[Key::PageUp], Command::PageUp, &[Key::PageDown], Command::PageDown),
    label: |m| m.keys.page,
    footer: 0,
};

impl ScreenState for State {
    const BINDINGS: &'static [Binding] =
        &[OPEN, SEARCH, MOVE_WHILE_TYPING, PAGE_WHILE_TYPING, DELETE, CARRY_OVER, COMPARE, TREND, RETURN];
    const IS_TYPING: bool = true;

    fn open(model: &mut Model) -> Vec<Effect> {
        model.enter(Screen::Saved(Self::default()));
        vec![Effect::List]
    }

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, model: &Model) -> usize {
        self.matching(model.summaries.as_slice()).len()
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let Screen::Saved(state) = &mut model.screen else { return Vec::new() };
        let Some(summary) = state.matching(model.summaries.as_slice()).get(state.cursor).cloned() else {
            return Vec::new();
        };
        match command {
            Command::Accept => vec![Effect::Open(summary.id)],
            Command::Delete => {
                model.enter(Screen::ConfirmDelete(confirm_delete::State::new(&summary)));
                Vec::new()
            }
            Command::CarryOver => vec![Effect::ReadToCarryOver(summary.id)],
            Command::Trend => vec![Effect::ReadTrend(summary.organization)],
            Command::Compare => match state.marked.take() {
                Some(marked) if marked != summary.id => vec![Effect::Compare(marked, summary.id)],
                Some(_) => Vec::new(),
                None => {
                    state.marked = Some(summary.id);
                    model.notice = Some(Notice::Marked);
                    Vec::new()
                }
            },
            _ => Vec::new(),
        }
    }

    /// A key that is not a command edits the search; the highlight goes to the first match.
    fn on_key(model: &mut Model, key: Key) {
        if let Screen::Saved(state) = &mut model.screen {
            state.type_key(key, model.summaries.as_slice());
        }
    }

    /// Pasted text goes into the search.
    fn on_paste(model: &mut Model, text: &str) {
        if let Screen::Saved(state) = &mut model.screen {
            state.paste(text, model.summaries.as_slice());
        }
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let matching = self.matching(model.summaries.as_slice());
        let lines = matching.starting_at(0).take(MAX_LISTED).map(|(_, summary)| {
            format!("{}  {}  {}", clean(&summary.organization), summary.created_at.format("%Y-%m-%d"), summary.id)
        });
        numbered(lines, out)
    }

    fn numbers(&self, model: &Model) -> usize {
        self.lines(model).min(MAX_LISTED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(organization: &str, id: &str) -> Summary {
        let summary = Summary { organization: organization.to_owned(), id: id.to_owned(), ..Summary::default() };
        summary.prepared_for_search()
    }

    #[test]
    fn a_search_that_is_typed_finds_what_one_that_is_pasted_finds() {
        let summaries: Vec<Summary> = ["Yamada Works", "yamada east", "山田製作所", "Works of art"]
            .iter()
            .zip(["a", "b", "c", "d"])
            .map(|(name, id)| summary(name, id))
            .collect();
        for search in ["WORKS", "yam", "yamada e", "山田", "works yam", "zzz", "1970-01"] {
            let mut typed = State::default();
            for letter in search.chars() {
                typed.type_key(Key::Char(letter), &summaries);
            }
            let mut pasted = State::default();
            pasted.paste(search, &summaries);
            let ids = |state: &State| {
                state.matching(&summaries).starting_at(0).map(|(_, one)| one.id.clone()).collect::<String>()
            };
            assert_eq!(ids(&typed), ids(&pasted), "{search}");
            // What is taken away is found again, and other summaries are searched again.
            typed.type_key(Key::Backspace, &summaries);
            assert!(typed.matching(&summaries).len() >= pasted.matching(&summaries).len(), "{search}");
            assert!(pasted.matching(&summaries[..1]).len() <= 1);
        }
        let mut state = State::default();
        state.paste("works", &summaries);
        assert_eq!(state.matching(&summaries).len(), 2);
        assert_eq!(State::default().matching(&summaries).len(), 4);
    }
}
