//! Which answer a merged assessment takes where its sources differ, and why.

use super::Refusal;
use crate::app::form::{Field, Form};
use crate::app::model::Model;
use crate::app::screens::disagreements::{disagreements, kind};
use crate::core::assessment::Assessment;
use crate::core::merge::decide;
use crate::core::merge_record::Disagreement;
use crate::core::question_set::Kind;

const CHOICE: usize = 0;
const REASON: usize = 1;

pub fn form(model: &Model, sheet: Kind, question: &str) -> Form {
    let assessment = model.assessment.as_ref();
    let one = assessment.and_then(|assessment| find(assessment, sheet, question));
    let choices = assessment.map_or(&[][..], |assessment| assessment.sheet(sheet).set.choices.as_slice());
    let chosen = one.and_then(|one| choices.iter().position(|choice| choice.id == one.chosen));
    Form::new(vec![
        Field::choice(
            |m| m.disagreements.chosen,
            choices.iter().map(|choice| choice.label.clone()).collect(),
            chosen.unwrap_or_default(),
        ),
        Field::line(|m| m.disagreements.reason, one.map_or("", |one| one.reason.as_str()))
            .with_hint(|m| m.disagreements.reason_hint),
    ])
}

pub fn keep(
    assessment: &mut Assessment,
    form: &Form,
    model: &Model,
    sheet: Kind,
    question: &str,
) -> Result<(), Refusal> {
    let Some(choice) = assessment.sheet(sheet).set.choices.get(form.selected(CHOICE)).map(|choice| choice.id.clone())
    else {
        return Ok(());
    };
    let reason = form.text(REASON);
    // Looking at what the rule chose decides nothing.
    let is_untouched =
        find(assessment, sheet, question).is_some_and(|one| one.chosen == choice && one.reason == reason);
    if is_untouched {
        return Ok(());
    }
    if reason.is_empty() {
        return Err((REASON, model.messages().disagreements.reason_missing));
    }
    // Cannot fail here: the choice is one of the set, the reason is there, and the form is about a disagreement.
    let _ = decide(assessment, sheet, question, &choice, reason, model.now);
    Ok(())
}

fn find<'a>(assessment: &'a Assessment, sheet: Kind, question: &str) -> Option<&'a Disagreement> {
    disagreements(assessment).iter().find(|one| kind(one) == sheet && one.question == question)
}
