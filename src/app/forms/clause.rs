//! A clause of the basic policy: its text, and whether it lists the measures that are in place.

use crate::app::form::{Field, Form};
use crate::app::model::Model;
use crate::core::assessment::Assessment;
use crate::core::content::{Clause, policy_text};
use crate::core::declaration::ClauseChange;
use crate::core::language::Language;
use crate::core::policy_document::{clause_text, lists_measures};

const TEXT: usize = 0;
const MEASURES: usize = 1;

fn clause(language: Language, id: &str) -> Option<&'static Clause> {
    policy_text(language)?.clauses.iter().find(|clause| clause.id == id)
}

pub fn form(model: &Model, id: &str) -> Form {
    let (Some(clause), Some(assessment)) = (clause(model.language, id), &model.assessment) else {
        return Form::new(Vec::new());
    };
    let mut fields = vec![Field::lines(|m| m.policy.clause_text, clause_text(assessment, clause))];
    if !clause.measures.is_empty() {
        let words = &model.messages().policy;
        let options = vec![words.list_left_out.to_owned(), words.list_included.to_owned()];
        let chosen = usize::from(lists_measures(assessment, clause));
        let field = Field::choice(|m| m.policy.measures_list, options, chosen);
        fields.push(field.with_hint(|m| m.policy.measures_list_hint));
    }
    Form::new(fields)
}

/// Keeps the company's own text, and whether measures are listed. An empty text, or the one of the file, is no change.
pub fn keep(assessment: &mut Assessment, form: &Form, model: &Model, id: &str) {
    let shipped = clause(model.language, id).map(|clause| clause.text.as_str());
    let typed = form.text(TEXT);
    let own = (!typed.is_empty() && Some(typed) != shipped).then(|| typed.to_owned());
    let change = assessment.policy.clauses.entry(id.to_owned()).or_default();
    change.text = own;
    change.lists_measures = form.selected(MEASURES) == 1;
    if *change == ClauseChange::default() {
        assessment.policy.clauses.remove(id);
    }
}
