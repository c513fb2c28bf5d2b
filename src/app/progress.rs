//! How far the company is on the way to two stars, in words, for screens and for line mode.

use super::model::Model;
use super::screens::procedure::{picked, step_name};
use super::screens::stages::{Step, other_checklist};
use crate::core::assessment::Assessment;
use crate::core::content::procedures;
use crate::core::language::Language;
use crate::core::star::Star;
use crate::core::stars::stars;
use crate::messages::Messages;
use crate::messages::progress::star_state;

/// What a step is called.
pub fn label(messages: &Messages, step: Step) -> &'static str {
    let words = &messages.progress;
    match step {
        Step::Principles => words.principles,
        Step::Diagnosis => words.diagnosis,
        Step::Policy => words.policy,
        Step::Publication => words.publication,
        Step::Procedure => words.procedure,
        Step::Edition => words.edition,
        Step::Guide => words.guide,
    }
}

/// Whether a step is done, and what there is to say about it.
pub fn progress(model: &Model, assessment: &Assessment, step: Step) -> (bool, String) {
    let messages = model.messages();
    let words = &messages.progress;
    let done = |done: bool| (done, if done { words.done } else { words.missing }.to_owned());
    match step {
        Step::Principles if stars(assessment).is_ready(Star::One) => done(true),
        Step::Principles => (false, star_state(messages, assessment, Star::One)),
        Step::Diagnosis => {
            let (answered, total) = (assessment.diagnosis.answered(), assessment.diagnosis.total());
            (answered == total, (words.steps_done)(answered, total))
        }
        Step::Policy => done(assessment.policy.is_set()),
        Step::Publication => done(assessment.publication.is_public()),
        Step::Procedure => {
            let (steps, total) = procedure_progress(model.language, assessment);
            (total > 0 && steps == total, (words.steps_done)(steps, total))
        }
        Step::Edition => {
            let present = &assessment.checklist.set.short_title;
            let detail = other_checklist(model)
                .map_or_else(|| present.clone(), |next| (words.edition_detail)(present, &next.short_title));
            (false, detail)
        }
        Step::Guide => (false, messages.home.guide_detail.to_owned()),
    }
}

/// Steps of the procedure done, and in all.
pub fn procedure_progress(language: Language, assessment: &Assessment) -> (usize, usize) {
    let Some(procedure) = procedures(language).and_then(|all| picked(all, &assessment.declaration)) else {
        return (0, 0);
    };
    let done = (0..procedure.steps.len())
        .filter(|step| assessment.declaration.steps.contains_key(&step_name(procedure, *step)))
        .count();
    (done, procedure.steps.len())
}
