//! Note and evidence of an answer.

use crate::app::form::{Field, Form};
use crate::app::model::Model;
use crate::core::question_set::Kind;

const NOTE: usize = 0;
const EVIDENCE: usize = 1;

fn question(model: &Model, kind: Kind, number: usize) -> Option<String> {
    let sheet = model.assessment.as_ref()?.sheet(kind);
    sheet.set.questions.get(number.checked_sub(1)?).map(|question| question.id.clone())
}

pub fn form(model: &Model, kind: Kind, number: usize) -> Form {
    let answer = question(model, kind, number)
        .and_then(|id| model.assessment.as_ref().and_then(|assessment| assessment.sheet(kind).answer(&id).cloned()))
        .unwrap_or_default();
    Form::new(vec![
        Field::lines(|m| m.note.note, &answer.note),
        Field::line(|m| m.note.evidence, &answer.evidence).with_hint(|m| m.note.evidence_hint),
    ])
}

pub fn keep(model: &mut Model, form: &Form, kind: Kind, number: usize) {
    if let Some(id) = question(model, kind, number)
        && let Some(assessment) = &mut model.assessment
    {
        let (note, evidence) = (form.text(NOTE).to_owned(), form.text(EVIDENCE).to_owned());
        assessment.sheet_mut(kind).annotate(&id, note, evidence);
    }
}
