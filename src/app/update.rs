//! What a message does to the model. Pure: what is to happen outside is returned as effects.

use super::command::Command;
use super::effect::Effect;
use super::forms;
use super::key::Key;
use super::key_table;
use super::message::Message;
use super::model::Model;
use super::screen::Screen;
use super::screens::{
    checklist_result, compare, confirm_delete, confirm_leaving, details, disagreements, export, guide, help, home,
    plan, policy, policy_preview, procedure, question, result, review, saved, settings, stages, trend, what_if,
};
use crate::core::assessment::Organization;
use crate::core::sheet::Timestamp;
use crate::store::settings::Settings;

/// Takes a message that arrived at `now`.
pub fn update(model: &mut Model, message: Message, now: Timestamp) -> Vec<Effect> {
    model.now = now;
    match message {
        Message::Key(key) => on_key(model, key),
        Message::Paste(text) => {
            match &mut model.screen {
                Screen::Form(state) => state.form.on_paste(&text),
                Screen::Saved(state) => saved::on_paste(state, &text, model.summaries.as_deref().unwrap_or_default()),
                _ => {}
            }
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
        Message::SaveFailed(reason) => {
            model.saving.failure = Some(reason);
            Vec::new()
        }
        Message::KeptAside(name) => {
            model.notice = Some((model.messages().common.kept_aside)(&name));
            Vec::new()
        }
        Message::Opened(Ok(assessment)) => {
            let effects = model.close();
            model.resume(*assessment);
            effects
        }
        Message::Listed(summaries) => {
            let newest = summaries.iter().find(|summary| summary.status.is_some()).map(|summary| summary.id.clone());
            model.summaries = Some(summaries);
            match (newest, &model.screen) {
                (Some(id), Screen::Home(_)) => vec![Effect::LookAt(id)],
                _ => Vec::new(),
            }
        }
        Message::Written(outcome) => {
            model.notice = Some(match outcome {
                Ok(path) => (model.messages().policy.written)(&path),
                Err(reason) => reason,
            });
            Vec::new()
        }
        Message::Compared(Ok(pair)) => {
            model.enter(Screen::Compare(compare::State { pair: pair.into(), scroll: 0 }));
            Vec::new()
        }
        Message::TrendRead(organization, Ok(assessments)) => {
            model.enter(Screen::Trend(trend::State { organization, assessments: assessments.into(), scroll: 0 }));
            Vec::new()
        }
        Message::ReadToCarryOver(Ok(old)) => model.begin_from(&old, &Organization::default(), None, None),
        Message::LookedAt(newest) => {
            model.newest = Some(newest);
            Vec::new()
        }
        Message::Opened(Err(reason))
        | Message::Compared(Err(reason))
        | Message::TrendRead(_, Err(reason))
        | Message::ReadToCarryOver(Err(reason)) => {
            model.notice = Some(reason);
            Vec::new()
        }
        Message::Deleted(outcome) => {
            model.notice = Some(match outcome {
                Ok(name) => (model.messages().saved.deleted)(&name),
                Err(reason) => reason,
            });
            vec![Effect::List]
        }
    }
}

/// The number of the signal that a vanished terminal stands for.
const HANGUP: i32 = 1;

fn on_key(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    let Some(command) = key_table::command(model.screen.kind(), key) else {
        match &mut model.screen {
            Screen::Form(state) => state.form.on_key(key),
            Screen::Saved(state) => saved::on_key(state, key, model.summaries.as_deref().unwrap_or_default()),
            _ => {}
        }
        return Vec::new();
    };
    perform(model, command)
}

/// Pointing highlights; pointing at what is highlighted takes it.
fn on_point(model: &mut Model, index: usize, again: bool) -> Vec<Effect> {
    model.notice = None;
    if again {
        return perform(model, Command::Accept);
    }
    if let Screen::Form(state) = &mut model.screen {
        state.form.focus = index.min(state.form.fields.len().saturating_sub(1));
        return Vec::new();
    }
    let mut effects = perform(model, Command::First);
    for _ in 0..index {
        effects.extend(perform(model, Command::Down));
    }
    effects
}

/// Does what a command asks for on the screen that is shown.
pub fn perform(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Quit
            if model.settings.confirm_on_leaving.unwrap_or_default()
                && !matches!(model.screen, Screen::ConfirmLeaving(_)) =>
        {
            model.enter(Screen::ConfirmLeaving(confirm_leaving::State::default()));
            Vec::new()
        }
        Command::Quit | Command::QuitAtOnce => leave(model, None),
        Command::Settings => {
            model.enter(Screen::Settings(settings::State::default()));
            Vec::new()
        }
        Command::Suspend => vec![Effect::Suspend],
        Command::SwitchLanguage => switch_language(model),
        Command::Stages => {
            model.enter(Screen::Stages(stages::State::default()));
            Vec::new()
        }
        Command::Help => {
            if !matches!(model.screen, Screen::Help(_)) {
                let of = model.screen.kind();
                model.enter(Screen::Help(help::State { of, scroll: 0 }));
            }
            Vec::new()
        }
        Command::Escape if !matches!(model.screen, Screen::Form(_)) => model.go_back(),
        other => on_command(model, other),
    }
}

fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
    match model.screen.clone() {
        Screen::Home(state) => home::on_command(model, state, command),
        Screen::Form(state) => forms::on_command(model, state, command),
        Screen::Question(state) => question::on_command(model, state, command),
        Screen::Details(state) => details::on_command(model, state, command),
        Screen::ChecklistResult => checklist_result::on_command(model, command),
        Screen::Review(state) => review::on_command(model, state, command),
        Screen::Result(state) => result::on_command(model, state, command),
        Screen::Saved(state) => saved::on_command(model, state, command),
        Screen::ConfirmDelete(state) => confirm_delete::on_command(model, state, command),
        Screen::ConfirmLeaving(state) => confirm_leaving::on_command(model, state, command),
        Screen::Settings(state) => settings::on_command(model, state, command),
        Screen::Plan(state) => plan::on_command(model, state, command),
        Screen::WhatIf(state) => what_if::on_command(model, state, command),
        Screen::Disagreements(state) => disagreements::on_command(model, state, command),
        Screen::Compare(state) => compare::on_command(model, state, command),
        Screen::Trend(state) => trend::on_command(model, state, command),
        Screen::Export(state) => export::on_command(model, state, command),
        Screen::Stages(state) => stages::on_command(model, state, command),
        Screen::Guide(state) => guide::on_command(model, state, command),
        Screen::Policy(state) => policy::on_command(model, state, command),
        Screen::PolicyPreview(state) => policy_preview::on_command(model, state, command),
        Screen::Procedure(state) => procedure::on_command(model, state, command),
        Screen::Help(state) => help::on_command(model, state, command),
    }
}

/// Speaks the other language from now on and remembers it.
pub fn switch_language(model: &mut Model) -> Vec<Effect> {
    let language = model.language.other();
    model.speak(language);
    model.settings.language = Some(language);
    vec![Effect::Remember(Settings { language: Some(language), ..Settings::default() })]
}

/// Leaves the program with everything saved, a half-filled form included as far as it can be taken.
pub fn leave(model: &mut Model, signal: Option<i32>) -> Vec<Effect> {
    let mut effects = match model.screen.clone() {
        Screen::Form(state) => forms::keep(model, &state).unwrap_or_default(),
        _ => Vec::new(),
    };
    effects.extend(model.save_place());
    effects.push(Effect::Leave(signal));
    effects
}
