//! The text of a clause of the basic policy.

use crate::app::form::{Field, Form};
use crate::app::model::Model;
use crate::core::assessment::Assessment;
use crate::core::content::policy_text;
use crate::core::declaration::ClauseChange;
use crate::core::policy_document::clause_text;

const TEXT: usize = 0;

pub fn form(model: &Model, id: &str) -> Form {
    let text = policy_text(model.language)
        .and_then(|text| text.clauses.iter().find(|clause| clause.id == id))
        .zip(model.assessment.as_ref())
        .map_or("", |(clause, assessment)| clause_text(assessment, clause));
    Form::new(vec![Field::lines(|m| m.policy.clause_text, text)])
}

/// Keeps the company's own text. An empty one, or the one of the file, is no change.
pub fn keep(assessment: &mut Assessment, form: &Form, model: &Model, id: &str) {
    let shipped = policy_text(model.language)
        .and_then(|text| text.clauses.iter().find(|clause| clause.id == id))
        .map(|clause| clause.text.as_str());
    let typed = form.text(TEXT);
    let own = (!typed.is_empty() && Some(typed) != shipped).then(|| typed.to_owned());
    let change = assessment.policy.clauses.entry(id.to_owned()).or_default();
    change.text = own;
    if *change == ClauseChange::default() {
        assessment.policy.clauses.remove(id);
    }
}
