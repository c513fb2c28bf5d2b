//! The screen of everything that is filled in: one file per form, with its fields and how they are kept.
//!
//! Leaving a form keeps what was typed, so that nothing is lost. Only the profile of a new assessment is begun by its button;
//! it is a screen of its own.

mod clause;
mod decision;
mod declaration;
mod note;
mod plan_item;
mod policy_data;
pub mod profile;
mod publication;
pub mod statistics_file;

use std::fmt::{self, Write as _};

use super::command::Command;
use super::effect::Effect;
use super::form::{Form, Input, Outcome};
use super::key::Key;
use super::key_table::{self, Binding, MOVE_WHILE_TYPING, NEXT, NEXT_FIELD, PREVIOUS_FIELD};
use super::model::Model;
use super::page::PageStyle;
use super::screen_state::ScreenState;
use super::screens::Screen;
use crate::core::calendar_date::{Expected, typed};
use crate::core::question_set::Kind;
use crate::messages::Messages;
use crate::text::clean;

/// What a form is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Note and evidence of an answer, by sheet and number.
    Note(Kind, usize),
    /// Who does an item of the plan by when, by question id.
    PlanItem(String),
    /// Which answer a merged assessment takes, by sheet and question id.
    Decision(Kind, String),
    /// The company's data in the basic policy.
    PolicyData,
    /// The text of a clause, by its id.
    Clause(String),
    /// Where the policy is public.
    Publication,
    /// Declaration ID and logo.
    Declaration,
}

/// A form being filled in.
#[derive(Clone, Debug)]
pub struct State {
    /// What it is about.
    pub subject: Subject,
    /// Its fields.
    pub form: Form,
}

/// Why a form cannot be kept: the field, from 0, and the reason.
type Refusal = (usize, &'static str);

impl Subject {
    /// The title of the form.
    pub fn title(&self, messages: &Messages) -> &'static str {
        match self {
            Self::Note(..) => messages.note.title,
            Self::PlanItem(_) => messages.plan.item,
            Self::Decision(..) => messages.disagreements.decision,
            Self::PolicyData => messages.policy.data,
            Self::Clause(_) => messages.policy.clause_text,
            Self::Publication => messages.policy.publication,
            Self::Declaration => messages.policy.declaration_data,
        }
    }
}

impl State {
    /// The form of a subject, filled with what is recorded.
    pub fn new(model: &Model, subject: Subject) -> Self {
        let form = match &subject {
            Subject::Note(kind, number) => note::form(model, *kind, *number),
            Subject::PlanItem(question) => plan_item::form(model, question),
            Subject::Decision(kind, question) => decision::form(model, *kind, question),
            Subject::PolicyData => policy_data::form(model),
            Subject::Clause(clause) => clause::form(model, clause),
            Subject::Publication => publication::form(model),
            Subject::Declaration => declaration::form(model),
        };
        Self { subject, form }
    }
}

/// Opens the form of a subject.
pub fn open(model: &mut Model, subject: Subject) {
    let state = State::new(model, subject);
    model.enter(Screen::Form(state));
}

const KEEP: Binding = key_table::any(&[Key::Escape, Key::Control('s')], Command::Escape, |m| m.keys.keep_and_return, 1);

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[KEEP, NEXT, MOVE_WHILE_TYPING, NEXT_FIELD, PREVIOUS_FIELD];
    const IS_TYPING: bool = true;

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let Screen::Form(state) = &mut model.screen else { return Vec::new() };
        let refused_before = state.form.fault;
        let is_done = command == Command::Escape || state.form.on_command(command) == Outcome::Submitted;
        if !is_done {
            return Vec::new();
        }
        match keep(model) {
            Ok(effects) => {
                model.go_back();
                effects
            }
            // A second Escape leaves without the field that cannot be taken.
            Err(refusal) if command == Command::Escape && refused_before == Some(refusal) => model.go_back(),
            Err((field, why)) => {
                if let Some(form) = model.screen.form_mut() {
                    form.refuse(field, why);
                }
                Vec::new()
            }
        }
    }

    fn on_key(model: &mut Model, key: Key) {
        on_key(model, key);
    }

    fn on_paste(model: &mut Model, text: &str) {
        on_paste(model, text);
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        write_page(&self.form, self.subject.title(model.messages()), model, out)
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.line_mode.form_hint
    }

    fn numbers(&self, _model: &Model) -> usize {
        self.form.options()
    }
}

/// A key that is no command goes into the field in focus.
fn on_key(model: &mut Model, key: Key) {
    if let Some(form) = model.screen.form_mut() {
        form.on_key(key);
    }
}

/// Pasted text goes into the field in focus.
fn on_paste(model: &mut Model, text: &str) {
    if let Some(form) = model.screen.form_mut() {
        form.on_paste(text);
    }
}

/// The field in focus, for line mode, which asks for one after the other; before the first, what the form is about.
fn write_page(form: &Form, title: &str, model: &Model, out: &mut String) -> fmt::Result {
    let messages = model.messages();
    if form.focus == 0 {
        writeln!(out, "{title}")?;
        writeln!(out, "{}", messages.line_mode.form_hint)?;
    }
    if let Some((_, why)) = form.fault {
        writeln!(out, "{why}")?;
    }
    let Some(field) = form.fields.get(form.focus) else { return Ok(()) };
    let label = field.label.text(messages);
    match &field.input {
        Input::Text(text) if text.text().is_empty() => {
            writeln!(out, "{}", format!("{label} {}", (field.hint)(messages)).trim_end())
        }
        Input::Text(text) => writeln!(out, "{label} ({})", clean(text.text())),
        Input::Choice { options, selected } => {
            writeln!(out, "{label}")?;
            for (index, option) in options.iter().enumerate() {
                let mark = if index == *selected { "*" } else { " " };
                writeln!(out, "{}. {}{mark}", index + 1, clean(option))?;
            }
            Ok(())
        }
        Input::Button => writeln!(out, "{label}"),
    }
}

/// Records what the form that is shown holds, if it changed and can be taken.
///
/// # Errors
///
/// The field that cannot be taken, and why.
pub fn keep(model: &mut Model) -> Result<Vec<Effect>, Refusal> {
    let (Screen::Form(state), Some(before)) = (&model.screen, &model.assessment) else { return Ok(Vec::new()) };
    let form = &state.form;
    let mut assessment = before.clone();
    match &state.subject {
        Subject::Note(kind, number) => note::keep(&mut assessment, form, *kind, *number),
        Subject::PlanItem(question) => plan_item::keep(&mut assessment, form, model, question)?,
        Subject::Decision(kind, question) => decision::keep(&mut assessment, form, model, *kind, question)?,
        Subject::PolicyData => policy_data::keep(&mut assessment, form, model)?,
        Subject::Clause(clause) => clause::keep(&mut assessment, form, model, clause),
        Subject::Publication => publication::keep(&mut assessment, form, model)?,
        Subject::Declaration => declaration::keep(&mut assessment, form, model)?,
    }
    if assessment == *before {
        return Ok(Vec::new());
    }
    model.assessment = Some(assessment);
    Ok(model.save())
}

/// A date field: empty is none.
fn date(model: &Model, form: &Form, field: usize, expected: Expected) -> Result<Option<chrono::NaiveDate>, Refusal> {
    match form.text(field) {
        "" => Ok(None),
        text => {
            typed(text, model.now.date_naive(), expected).map(Some).ok_or((field, model.messages().policy.date_wrong))
        }
    }
}

/// A date as a field shows it.
fn date_text(date: Option<chrono::NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
