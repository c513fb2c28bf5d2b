//! The organisation of a new assessment. The one form that is left without being kept, and begins something by its button.

use std::fmt;
use std::num::ParseIntError;

use super::{Refusal, write_page};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::form::{Field, Form, Outcome};
use crate::app::key::Key;
use crate::app::key_table::{self, Binding, CANCEL, MOVE_WHILE_TYPING, NEXT, NEXT_FIELD, PREVIOUS_FIELD};
use crate::app::model::{Model, NewAssessment};
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::app::screens::Screen;
use crate::core::organization::{FieldValue, FieldValueMut, Organization, OrganizationField};
use crate::core::sheet::Sheet;
use crate::input::fold::half_width;
use crate::messages::Messages;
use crate::messages::profile::is_employee_unit;

/// The field of the checklist, below those of the organisation.
const CHECKLIST: usize = OrganizationField::ALL.len();

/// State of the form about a new assessment's organisation.
#[derive(Clone, Debug)]
pub struct State {
    /// Its fields.
    pub form: Form,
}

const BEGIN: Binding = key_table::any(&[Key::Control('s')], Command::Submit, |m| m.profile.begin, 1);

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[CANCEL, BEGIN, NEXT, MOVE_WHILE_TYPING, NEXT_FIELD, PREVIOUS_FIELD];
    const IS_TYPING: bool = true;

    fn open(model: &mut Model) -> Vec<Effect> {
        let form = form(model);
        model.enter(Screen::Profile(Self { form }));
        Vec::new()
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let Screen::Profile(state) = &mut model.screen else { return Vec::new() };
        if state.form.on_command(command) == Outcome::Editing {
            return Vec::new();
        }
        begin(model).unwrap_or_else(|(field, why)| {
            if let Some(form) = model.screen.form_mut() {
                form.refuse(field, why);
            }
            Vec::new()
        })
    }

    fn on_key(model: &mut Model, key: Key) {
        super::on_key(model, key);
    }

    fn on_paste(model: &mut Model, text: &str) {
        super::on_paste(model, text);
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        write_page(&self.form, model.messages().profile.title, model, out)
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.line_mode.form_hint
    }

    fn numbers(&self, _model: &Model) -> usize {
        self.form.options()
    }
}

fn form(model: &Model) -> Form {
    let checklists = model.catalog.checklists(model.language);
    let NewAssessment { organization, checklist, .. } = &model.new_assessment;
    let selected = checklist
        .clone()
        .or_else(|| model.catalog.default_checklist(model.language))
        .and_then(|wanted| checklists.iter().position(|set| (&set.id, &set.edition) == (&wanted.id, &wanted.edition)))
        .unwrap_or_default();
    let mut fields: Vec<Field> = OrganizationField::ALL
        .into_iter()
        .map(|field| {
            let line = match organization.get(field) {
                FieldValue::Text(text) => Field::of_organization(field, text),
                FieldValue::Count(count) => {
                    Field::of_organization(field, &count.map(|count| count.to_string()).unwrap_or_default())
                }
            };
            if field == OrganizationField::Name { line.with_hint(|m| m.profile.required) } else { line }
        })
        .collect();
    let checklists = checklists.iter().map(|set| set.title.clone()).collect();
    fields.push(Field::choice(|m| m.profile.checklist, checklists, selected));
    fields.push(Field::button(|m| m.profile.begin));
    Form::new(fields)
}

/// Begins the assessment, if at least the name is there.
fn begin(model: &mut Model) -> Result<Vec<Effect>, Refusal> {
    let Some(form) = model.screen.form() else { return Ok(Vec::new()) };
    let messages = &model.messages().profile;
    let mut organization = Organization::default();
    for (index, field) in OrganizationField::ALL.into_iter().enumerate() {
        let typed = form.text(index);
        match organization.get_mut(field) {
            FieldValueMut::Text(_) if typed.is_empty() && field == OrganizationField::Name => {
                return Err((index, messages.name_missing));
            }
            FieldValueMut::Text(text) => typed.clone_into(text),
            FieldValueMut::Count(number) => {
                *number = count(typed).map_err(|_| (index, messages.employees_not_a_number))?;
            }
        }
    }
    let checklist = model.catalog.checklists(model.language).into_iter().nth(form.selected(CHECKLIST));
    // The language may have been switched since it was chosen.
    let wanted = model.new_assessment.diagnosis.as_ref();
    let diagnosis = wanted
        .and_then(|set| model.catalog.find(set.kind, &set.id, &set.edition, model.language))
        .or_else(|| model.catalog.default_diagnosis(model.language));
    Ok(match (checklist, diagnosis) {
        (Some(checklist), Some(diagnosis)) => model.begin(organization, Sheet::new(checklist), Sheet::new(diagnosis)),
        _ => Vec::new(),
    })
}

/// A number of employees as people type it: full-width digits, separators and words for people are allowed; empty is
/// none.
fn count(text: &str) -> Result<Option<u32>, ParseIntError> {
    let is_decoration = |character: &char| matches!(character, ',' | ' ') || is_employee_unit(*character);
    let digits: String = text.chars().map(half_width).filter(|character| !is_decoration(character)).collect();
    if digits.is_empty() { Ok(None) } else { digits.parse().map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn employees_are_read_as_people_type_them() {
        assert_eq!(count(""), Ok(None));
        assert_eq!(count("１２名"), Ok(Some(12)));
        assert_eq!(count("1,200 人"), Ok(Some(1200)));
        assert!(count("十人").is_err());
        assert!(count("-3").is_err());
        assert!(count("99999999999").is_err());
    }
}
