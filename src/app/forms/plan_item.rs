//! Who does an item of the remediation plan by when.

use super::{Refusal, date, date_text};
use crate::app::form::{Field, Form};
use crate::app::model::Model;
use crate::core::assessment::Assessment;
use crate::core::calendar_date::Expected;
use crate::core::plan_entry::{PlanEntry, PlanState};

const OWNER: usize = 0;
const DUE: usize = 1;
const STATE: usize = 2;
const REASON: usize = 3;
const NOTE: usize = 4;

pub fn form(model: &Model, question: &str) -> Form {
    let entry =
        model.assessment.as_ref().and_then(|assessment| assessment.plan.get(question).cloned()).unwrap_or_default();
    let state_name = model.messages().plan.state;
    Form::new(vec![
        Field::line(|m| m.plan.owner, &entry.owner),
        Field::line(|m| m.plan.due, &date_text(entry.due)).with_hint(|m| m.policy.date_hint),
        Field::choice(
            |m| m.plan.state_label,
            PlanState::ALL.into_iter().map(|state| state_name(state).to_owned()).collect(),
            PlanState::ALL.into_iter().position(|state| state == entry.state).unwrap_or_default(),
        ),
        Field::line(|m| m.plan.reason, &entry.reason).with_hint(|m| m.plan.reason_hint),
        Field::lines(|m| m.plan.note, &entry.note),
    ])
}

pub fn keep(assessment: &mut Assessment, form: &Form, model: &Model, question: &str) -> Result<(), Refusal> {
    let entry = PlanEntry {
        owner: form.text(OWNER).to_owned(),
        due: date(model, form, DUE, Expected::Upcoming)?,
        state: PlanState::ALL[form.selected(STATE).min(PlanState::ALL.len() - 1)],
        reason: form.text(REASON).to_owned(),
        note: form.text(NOTE).to_owned(),
    };
    if entry.state == PlanState::Accepted && entry.reason.is_empty() {
        return Err((REASON, model.messages().plan.reason_missing));
    }
    if entry == PlanEntry::default() {
        assessment.plan.remove(question);
    } else {
        assessment.plan.insert(question.to_owned(), entry);
    }
    Ok(())
}
