//! What a message does to the model. Pure: what is to happen outside is returned as effects.

use super::command::Command;
use super::effect::Effect;
use super::forms;
use super::key::Key;
use super::key_table;
use super::message::Message;
use super::model::{Model, SavedList};
use super::notice::Notice;
use super::screens::{self, Screen, benchmark, compare, confirm_leaving, help, trend};
use crate::core::assessment::Organization;
use crate::core::sheet::Timestamp;
use crate::store::settings::Settings;

/// Takes a message that arrived at `now`.
pub fn update(model: &mut Model, message: Message, now: Timestamp) -> Vec<Effect> {
    model.now = now;
    match message {
        Message::Key(key) => on_key(model, key),
        Message::Paste(text) => {
            model.screen.kind().on_paste(model, &text);
            Vec::new()
        }
        Message::Resize { width, height } => {
            model.size = (width, height);
            Vec::new()
        }
        Message::Point { index, again } => on_point(model, index, again),
        Message::Click { .. } | Message::Resumed => Vec::new(),
        Message::Suspend => vec![Effect::Suspend],
        Message::Terminate(signal) => leave(model, Some(signal)),
        Message::Hangup => leave(model, Some(HANGUP)),
        Message::Saved(revision) => {
            model.saving.durable = revision;
            model.saving.failure = None;
            Vec::new()
        }
        Message::SaveFailed(error) => {
            model.saving.failure = Some(error);
            Vec::new()
        }
        Message::KeptAside(path) => notify(model, Notice::KeptAside(path)),
        Message::Unreadable(errors) => notify(model, Notice::Unreadable(errors)),
        Message::Opened(Ok(assessment)) => {
            let effects = model.close();
            model.resume(*assessment);
            effects
        }
        Message::Listed(Err(error)) => {
            model.summaries = SavedList::Failed(error);
            model.newest = None;
            Vec::new()
        }
        Message::Listed(Ok(summaries)) => {
            let newest = summaries.iter().find(|summary| summary.status.is_some()).map(|summary| summary.id.clone());
            model.summaries = SavedList::Read(summaries);
            match (newest, &model.screen) {
                (Some(id), Screen::Home(_)) => vec![Effect::LookAt(id)],
                _ => Vec::new(),
            }
        }
        Message::Written(Ok(paths)) => notify(model, Notice::Written(paths)),
        Message::Compared(Ok(pair)) => {
            model.enter(Screen::Compare(compare::State { pair: pair.into(), scroll: 0 }));
            Vec::new()
        }
        Message::TrendRead(organization, Ok(assessments)) => {
            model.enter(Screen::Trend(trend::State { organization, assessments: assessments.into(), scroll: 0 }));
            Vec::new()
        }
        Message::StatisticsRead(path, Ok(statistics)) => benchmark::compare(model, path, statistics),
        Message::ReadToCarryOver(Ok(old)) => model.begin_from(&old, &Organization::default(), None, None),
        Message::LookedAt(Ok(newest)) => {
            model.newest = Some(newest);
            Vec::new()
        }
        Message::Deleted(outcome) => {
            notify(model, outcome.map_or_else(|error| Notice::Failed(error.into()), Notice::Deleted));
            vec![Effect::List]
        }
        Message::Compared(Err(error)) | Message::Written(Err(error)) => notify(model, Notice::Failed(error)),
        Message::Opened(Err(error))
        | Message::TrendRead(_, Err(error))
        | Message::StatisticsRead(_, Err(error))
        | Message::ReadToCarryOver(Err(error))
        | Message::LookedAt(Err(error))
        | Message::SettingsNotSaved(error) => notify(model, Notice::Failed(error.into())),
    }
}

fn notify(model: &mut Model, notice: Notice) -> Vec<Effect> {
    model.notice = Some(notice);
    Vec::new()
}

/// The number of the signal that a vanished terminal stands for.
const HANGUP: i32 = 1;

fn on_key(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    let kind = model.screen.kind();
    if let Some(command) = key_table::command(kind, key) {
        return perform(model, command);
    }
    kind.on_key(model, key);
    Vec::new()
}

/// Pointing highlights; pointing at what is highlighted takes it.
fn on_point(model: &mut Model, index: usize, again: bool) -> Vec<Effect> {
    model.notice = None;
    if again {
        return perform(model, Command::Accept);
    }
    if let Some(form) = model.screen.form_mut() {
        form.focus = index.min(form.fields.len().saturating_sub(1));
        return Vec::new();
    }
    highlight(model, index)
}

fn highlight(model: &mut Model, line: usize) -> Vec<Effect> {
    let mut effects = perform(model, Command::First);
    for _ in 0..line {
        effects.extend(perform(model, Command::Down));
    }
    effects
}

/// Highlights a line, from 0, and does what a command asks for there.
pub(crate) fn perform_on_line(model: &mut Model, line: usize, command: Command) -> Vec<Effect> {
    let mut effects = highlight(model, line);
    effects.extend(perform(model, command));
    effects
}

/// Does what a command asks for on the screen that is shown.
pub(crate) fn perform(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Quit
            if model.settings.confirm_on_leaving.unwrap_or_default()
                && !matches!(model.screen, Screen::ConfirmLeaving(_)) =>
        {
            model.enter(Screen::ConfirmLeaving(confirm_leaving::State::default()));
            Vec::new()
        }
        Command::Quit | Command::QuitAtOnce => leave(model, None),
        Command::Suspend => vec![Effect::Suspend],
        Command::SwitchLanguage => switch_language(model),
        Command::Open(kind) => kind.open(model),
        Command::Help => {
            if !matches!(model.screen, Screen::Help(_)) {
                let of = model.screen.kind();
                model.enter(Screen::Help(help::State { of, scroll: 0 }));
            }
            Vec::new()
        }
        Command::Escape if !matches!(model.screen, Screen::Form(_)) => model.go_back(),
        other => screens::on_command(model, other),
    }
}

/// Switches to the next language and remembers it.
pub(crate) fn switch_language(model: &mut Model) -> Vec<Effect> {
    let language = model.language.next();
    model.speak(language);
    model.settings.language = Some(language);
    vec![Effect::Remember(Settings { language: Some(language), ..Settings::default() })]
}

/// Leaves the program with everything saved, a half-filled form included as far as it can be taken.
pub(crate) fn leave(model: &mut Model, signal: Option<i32>) -> Vec<Effect> {
    let mut effects = forms::keep(model).unwrap_or_default();
    effects.extend(model.save_place());
    effects.push(Effect::Leave(signal));
    effects
}
