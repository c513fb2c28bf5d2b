//! The form about the organisation.

use std::sync::Arc;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::app::text_field::TextField;
use crate::core::assessment::Organization;
use crate::core::question_set::QuestionSet;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Name of the company.
    Name,
    /// Site or department.
    Site,
    /// Who answers.
    Respondent,
    /// Industry.
    Industry,
    /// Region.
    Region,
    /// Number of employees.
    Employees,
}

impl Field {
    /// The fields in order.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Site, Self::Respondent, Self::Industry, Self::Region, Self::Employees];
}

/// What has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// A text field.
    Field(Field),
    /// The choice among checklists, where there are several.
    Checklist,
    /// The button that begins.
    Begin,
}

/// What only the form knows.
#[derive(Clone, Debug)]
pub struct State {
    fields: [TextField; 6],
    /// What has the focus.
    pub focus: Focus,
    /// The checklists to choose from.
    pub checklists: Vec<Arc<QuestionSet>>,
    /// The chosen one.
    pub checklist: usize,
    /// Why the form cannot be taken yet.
    pub fault: Option<&'static str>,
}

impl State {
    /// An empty form.
    pub fn new(model: &Model) -> Self {
        let checklists = model.catalog.checklists(model.language);
        let checklist = model
            .catalog
            .default_checklist(model.language)
            .and_then(|default| checklists.iter().position(|set| set.id == default.id))
            .unwrap_or_default();
        Self { fields: Default::default(), focus: Focus::Field(Field::Name), checklists, checklist, fault: None }
    }

    /// The text of a field.
    pub fn field(&self, field: Field) -> &TextField {
        &self.fields[field as usize]
    }

    /// All that can have the focus, in order.
    pub fn focusable(&self) -> Vec<Focus> {
        let mut all: Vec<Focus> = Field::ALL.into_iter().map(Focus::Field).collect();
        if self.checklists.len() > 1 {
            all.push(Focus::Checklist);
        }
        all.push(Focus::Begin);
        all
    }

    fn move_focus(&mut self, forward: bool) {
        let all = self.focusable();
        let here = all.iter().position(|focus| *focus == self.focus).unwrap_or_default();
        let there = if forward { (here + 1).min(all.len() - 1) } else { here.saturating_sub(1) };
        self.focus = all[there];
    }

    fn organization(&self, model: &Model) -> Result<Organization, (Field, &'static str)> {
        let messages = &model.messages().profile;
        let text = |field: Field| self.field(field).trimmed().to_owned();
        if text(Field::Name).is_empty() {
            return Err((Field::Name, messages.name_missing));
        }
        let digits: String = text(Field::Employees)
            .chars()
            .map(|character| match Key::Char(character).folded() {
                Key::Char(folded) => folded,
                _ => character,
            })
            .filter(|character| !matches!(character, ',' | '名' | '人' | ' '))
            .collect();
        let employees = match digits.as_str() {
            "" => None,
            digits => Some(digits.parse().map_err(|_| (Field::Employees, messages.employees_not_a_number))?),
        };
        Ok(Organization {
            name: text(Field::Name),
            site: text(Field::Site),
            respondent: text(Field::Respondent),
            industry: text(Field::Industry),
            region: text(Field::Region),
            employees,
        })
    }
}

/// What a command does in the form.
pub fn on_command(model: &mut Model, mut state: Box<State>, command: Command) -> Vec<Effect> {
    state.fault = None;
    match command {
        Command::Accept if state.focus == Focus::Begin => match state.organization(model) {
            Ok(organization) => {
                let checklist = state.checklists.get(state.checklist).cloned();
                if let (Some(checklist), Some(diagnosis)) = (checklist, model.catalog.default_diagnosis(model.language))
                {
                    return model.begin(organization, checklist, diagnosis);
                }
            }
            Err((field, fault)) => {
                state.focus = Focus::Field(field);
                state.fault = Some(fault);
            }
        },
        Command::Accept | Command::NextField => state.move_focus(true),
        Command::PreviousField => state.move_focus(false),
        _ => {}
    }
    model.screen = Screen::Profile(state);
    Vec::new()
}

/// What a key that is not a command does in the form.
pub fn on_key(state: &mut State, key: Key) {
    state.fault = None;
    match state.focus {
        Focus::Field(field) => {
            state.fields[field as usize].key(key);
        }
        Focus::Checklist => match key.folded() {
            Key::Right | Key::Char(' ') => state.checklist = (state.checklist + 1) % state.checklists.len(),
            Key::Left => state.checklist = (state.checklist + state.checklists.len() - 1) % state.checklists.len(),
            _ => {}
        },
        Focus::Begin => {}
    }
}

/// Pasted text goes into the field that has the focus.
pub fn on_paste(state: &mut State, text: &str) {
    if let Focus::Field(field) = state.focus {
        state.fields[field as usize].insert(text);
    }
}
