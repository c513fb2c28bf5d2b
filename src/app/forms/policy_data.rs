//! The company's data in the basic policy.

use super::{Refusal, date, date_text};
use crate::app::form::{Field, Form};
use crate::app::model::Model;
use crate::core::assessment::Assessment;
use crate::core::calendar_date::Expected;
use crate::core::declaration::Policy;

const COMPANY: usize = 0;
const TITLE: usize = 1;
const NAME: usize = 2;
const SET_ON: usize = 3;
const REVISED_ON: usize = 4;
const CONTACT: usize = 5;
const SCOPE: usize = 6;
const CALENDAR: usize = 7;

pub fn form(model: &Model) -> Form {
    let Some(assessment) = &model.assessment else { return Form::new(Vec::new()) };
    let policy = &assessment.policy;
    let company = if policy.company.is_empty() { &assessment.organization.name } else { &policy.company };
    let messages = &model.messages().policy;
    Form::new(vec![
        Field::line(|m| m.policy.company, company),
        Field::line(|m| m.policy.representative_title, &policy.representative_title)
            .with_hint(|m| m.policy.representative_title_hint),
        Field::line(|m| m.policy.representative_name, &policy.representative_name),
        Field::line(|m| m.policy.set_on, &date_text(policy.set_on)).with_hint(|m| m.policy.date_hint),
        Field::line(|m| m.policy.revised_on, &date_text(policy.revised_on)),
        Field::line(|m| m.policy.contact, &policy.contact),
        Field::line(|m| m.policy.scope, &policy.scope).with_hint(|m| m.policy.scope_hint),
        Field::choice(
            |m| m.policy.calendar,
            vec![messages.western.to_owned(), messages.era.to_owned()],
            usize::from(policy.japanese_era),
        ),
        Field::button(|m| m.policy.keep),
    ])
}

pub fn keep(assessment: &mut Assessment, form: &Form, model: &Model) -> Result<(), Refusal> {
    let (set_on, revised_on) =
        (date(model, form, SET_ON, Expected::Past)?, date(model, form, REVISED_ON, Expected::Past)?);
    let text = |field| form.text(field).to_owned();
    let company = if form.text(COMPANY) == assessment.organization.name { String::new() } else { text(COMPANY) };
    assessment.policy = Policy {
        company,
        representative_title: text(TITLE),
        representative_name: text(NAME),
        set_on,
        revised_on,
        contact: text(CONTACT),
        scope: text(SCOPE),
        japanese_era: form.selected(CALENDAR) == 1,
        clauses: std::mem::take(&mut assessment.policy.clauses),
    };
    Ok(())
}
