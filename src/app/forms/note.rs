//! Note and evidence of an answer.

use crate::app::form::{Field, Form};
use crate::app::model::Model;
use crate::core::assessment::Assessment;
use crate::core::question_set::{Kind, Question};

const NOTE: usize = 0;
const EVIDENCE: usize = 1;

fn question(assessment: &Assessment, kind: Kind, number: usize) -> Option<&Question> {
    assessment.sheet(kind).set.questions.get(number.checked_sub(1)?)
}

pub fn form(model: &Model, kind: Kind, number: usize) -> Form {
    let answer = model.assessment.as_ref().and_then(|assessment| {
        let question = question(assessment, kind, number)?;
        assessment.sheet(kind).answer(&question.id).cloned()
    });
    let answer = answer.unwrap_or_default();
    Form::new(vec![
        Field::lines(|m| m.note.note, &answer.note),
        Field::line(|m| m.note.evidence, &answer.evidence).with_hint(|m| m.note.evidence_hint),
    ])
}

pub fn keep(assessment: &mut Assessment, form: &Form, kind: Kind, number: usize) {
    if let Some(id) = question(assessment, kind, number).map(|question| question.id.clone()) {
        let (note, evidence) = (form.text(NOTE).to_owned(), form.text(EVIDENCE).to_owned());
        assessment.sheet_mut(kind).annotate(&id, note, evidence);
    }
}
