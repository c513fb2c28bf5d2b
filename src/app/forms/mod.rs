//! Everything that is filled in: one file per form, with how it is laid out and how it is kept.
//!
//! Leaving a form keeps what was typed, so that nothing is lost; only the profile of a new assessment is begun by its
//! button.

mod clause;
mod decision;
mod declaration;
mod note;
mod plan_item;
mod policy_data;
mod profile;
mod publication;

use super::command::Command;
use super::effect::Effect;
use super::form::{Form, Outcome};
use super::model::Model;
use super::screen::Screen;
use crate::core::calendar_date::{Expected, typed};
use crate::core::question_set::Kind;
use crate::messages::Messages;

/// What a form is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The organisation of a new assessment.
    Profile,
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
            Self::Profile => messages.profile.title,
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
            Subject::Profile => profile::form(model),
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
    model.enter(Screen::Form(Box::new(state)));
}

/// What a command does in a form.
pub fn on_command(model: &mut Model, mut state: Box<State>, command: Command) -> Vec<Effect> {
    let refused_before = state.form.fault;
    let done = match command {
        Command::Escape => true,
        other => state.form.on_command(other) == Outcome::Submitted,
    };
    if !done {
        model.screen = Screen::Form(state);
        return Vec::new();
    }
    if state.subject == Subject::Profile {
        if command == Command::Escape {
            return model.go_back();
        }
        return match profile::begin(model, &state.form) {
            Ok(effects) => effects,
            Err(refusal) => refuse(model, state, refusal),
        };
    }
    match keep(model, &state) {
        Ok(effects) => {
            model.go_back();
            effects
        }
        // A second Escape leaves without the field that cannot be taken.
        Err(refusal) if command == Command::Escape && refused_before == Some(refusal) => model.go_back(),
        Err(refusal) => refuse(model, state, refusal),
    }
}

fn refuse(model: &mut Model, mut state: Box<State>, (field, why): Refusal) -> Vec<Effect> {
    state.form.refuse(field, why);
    model.screen = Screen::Form(state);
    Vec::new()
}

/// Records what a form holds, if it changed and can be taken.
///
/// # Errors
///
/// The field that cannot be taken, and why.
pub fn keep(model: &mut Model, state: &State) -> Result<Vec<Effect>, Refusal> {
    let before = model.assessment.clone();
    match &state.subject {
        Subject::Profile => {}
        Subject::Note(kind, number) => note::keep(model, &state.form, *kind, *number),
        Subject::PlanItem(question) => plan_item::keep(model, &state.form, question)?,
        Subject::Decision(kind, question) => decision::keep(model, &state.form, *kind, question)?,
        Subject::PolicyData => policy_data::keep(model, &state.form)?,
        Subject::Clause(clause) => clause::keep(model, &state.form, clause),
        Subject::Publication => publication::keep(model, &state.form)?,
        Subject::Declaration => declaration::keep(model, &state.form)?,
    }
    Ok(if model.assessment == before { Vec::new() } else { model.save() })
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
