//! The list of saved assessments, searched as one types.

use std::borrow::Cow;

use memchr::memmem::Finder;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::app::text_field::TextField;
use crate::store::summary::Summary;

use super::confirm_delete;

/// What only the list knows.
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

/// What a search found, so that ten thousand are looked through once for each change of the search and not for each frame.
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
        let search = self.search.trimmed().to_lowercase();
        let places = if search.is_empty() {
            None
        } else if self.found.search == search && self.found.among == summaries.len() {
            Some(Cow::Borrowed(&self.found.places[..]))
        } else {
            Some(Cow::Owned(places(&search, summaries, 0..summaries.len())))
        };
        Matching { summaries, places }
    }

    /// Looks through the summaries for what is searched for now. A longer search is looked for in what the shorter one
    /// found.
    fn find(&mut self, summaries: &[Summary]) {
        let search = self.search.trimmed().to_lowercase();
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

/// Assessments that match a search, without a list of their own.
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

    /// Them, from a certain one on, each with its index.
    pub fn starting_at(&self, first: usize) -> impl Iterator<Item = (usize, &'a Summary)> {
        (first..self.len()).filter_map(|index| Some((index, self.get(index)?)))
    }

    /// One of them, from 0.
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

/// What a command does on the list.
pub fn on_command(model: &mut Model, mut state: Box<State>, command: Command) -> Vec<Effect> {
    let summaries = model.summaries.as_deref().unwrap_or_default();
    let count = state.matching(summaries).len();
    if list::moved(&mut state.cursor, count, command) {
        model.screen = Screen::Saved(state);
        return Vec::new();
    }
    let Some(summary) = state.matching(summaries).get(state.cursor) else { return Vec::new() };
    match command {
        Command::Accept => vec![Effect::Open(summary.id.clone())],
        Command::Delete => {
            let screen = confirm_delete::State::new(summary);
            model.enter(Screen::ConfirmDelete(screen));
            Vec::new()
        }
        Command::CarryOver => vec![Effect::ReadToCarryOver(summary.id.clone())],
        Command::Trend => vec![Effect::ReadTrend(summary.organization.clone())],
        Command::Compare => {
            let id = summary.id.clone();
            let effects = match state.marked.take() {
                Some(marked) if marked != id => vec![Effect::Compare(marked, id)],
                Some(_) => Vec::new(),
                None => {
                    state.marked = Some(id);
                    model.notice = Some(model.messages().saved.marked.to_owned());
                    Vec::new()
                }
            };
            model.screen = Screen::Saved(state);
            effects
        }
        _ => Vec::new(),
    }
}

/// A key that is not a command edits the search; the highlight goes to the first match.
pub fn on_key(state: &mut State, key: Key, summaries: &[Summary]) {
    if state.search.key(key) {
        state.find(summaries);
    }
}

/// Pasted text goes into the search.
pub fn on_paste(state: &mut State, text: &str, summaries: &[Summary]) {
    state.search.insert(text);
    state.find(summaries);
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
                on_key(&mut typed, Key::Char(letter), &summaries);
            }
            let mut pasted = State::default();
            on_paste(&mut pasted, search, &summaries);
            let ids = |state: &State| {
                state.matching(&summaries).starting_at(0).map(|(_, one)| one.id.clone()).collect::<String>()
            };
            assert_eq!(ids(&typed), ids(&pasted), "{search}");
            // What is taken away is found again, and other summaries are looked through anew.
            on_key(&mut typed, Key::Backspace, &summaries);
            assert!(typed.matching(&summaries).len() >= pasted.matching(&summaries).len(), "{search}");
            assert!(pasted.matching(&summaries[..1]).len() <= 1);
        }
        let mut state = State::default();
        on_paste(&mut state, "works", &summaries);
        assert_eq!(state.matching(&summaries).len(), 2);
        assert_eq!(State::default().matching(&summaries).len(), 4);
    }
}
