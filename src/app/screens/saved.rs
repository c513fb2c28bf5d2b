//! The list of saved assessments, searched as one types.

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
}

impl State {
    /// The assessments that match the search, newest first.
    pub fn matching<'a>(&self, summaries: &'a [Summary]) -> Vec<&'a Summary> {
        let search = self.search.trimmed().to_lowercase();
        let words: Vec<&str> = search.split_whitespace().collect();
        summaries.iter().filter(|summary| words.iter().all(|word| mentions(summary, word))).collect()
    }
}

fn mentions(summary: &Summary, word: &str) -> bool {
    [&summary.organization, &summary.site, &summary.id].iter().any(|text| text.to_lowercase().contains(word))
        || summary.created_at.format("%Y-%m-%d").to_string().contains(word)
}

/// What a command does on the list.
pub fn on_command(model: &mut Model, mut state: Box<State>, command: Command) -> Vec<Effect> {
    let matching = state.matching(model.summaries.as_deref().unwrap_or_default());
    if list::moved(&mut state.cursor, matching.len(), command) {
        model.screen = Screen::Saved(state);
        return Vec::new();
    }
    let Some(summary) = matching.get(state.cursor) else { return Vec::new() };
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
pub fn on_key(state: &mut State, key: Key) {
    if state.search.key(key) {
        state.cursor = 0;
    }
}

/// Pasted text goes into the search.
pub fn on_paste(state: &mut State, text: &str) {
    state.search.insert(text);
    state.cursor = 0;
}
