//! Several sites' or departments' assessments brought together into one for the company.
//!
//! Where the sources agree there is nothing to settle. Every other question is listed in the [`MergeRecord`] with who said
//! what, and is settled by the rule until a person decides it. An answer that a source lacks is taken from the others, and
//! listed too.
//!
//! "Don't know" is an answer like any other, with its points: in the shipped diagnosis it has the fewest, so it is the
//! worst one, it counts with its points in the average, and it wins a majority where most sources said it.

mod fault;
mod rule;
mod sources;

use std::collections::BTreeMap;

use super::assessment::Assessment;
use super::merge_record::{Disagreement, MergeRecord, MergeRule};
use super::question_set::{Kind, Question};
use super::sheet::{Answer, Sheet, Timestamp};

pub use fault::{DecisionFault, MergeFault, SetName};
pub use rule::settle;
pub use sources::faults;

/// The result of a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The principles.
    pub checklist: Sheet,
    /// The self-diagnosis.
    pub diagnosis: Sheet,
    /// Where the answers come from.
    pub record: MergeRecord,
    /// Decisions of the earlier merge that no longer apply, in its order.
    pub dropped: Vec<DroppedDecision>,
}

/// A decision of an earlier merge that no longer applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DroppedDecision {
    /// The disagreement as it was decided.
    pub earlier: Disagreement,
    /// Why the decision no longer applies.
    pub cause: DropCause,
}

/// Why a decision no longer applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DropCause {
    /// The sources now agree, or none of them answers, or the question is gone.
    NothingToDecide,
    /// The sources now say something else.
    AnswersChanged,
    /// The choice decided on is no longer offered.
    ChoiceGone,
}

/// Merges assessments of the same sets and editions by a rule.
///
/// An answer's time is the latest at which a source gave it; an answer that no source gave, as an average can be, has the
/// latest time of them all. Notes and evidence of the sources are joined, each with its site's name where they differ. A
/// flag of one source flags the answer.
///
/// # Errors
///
/// All faults at once, see [`faults`].
pub fn merge(sources: &[&Assessment], rule: MergeRule) -> Result<Merged, Vec<MergeFault>> {
    let faults = faults(sources);
    let Some(first) = sources.first().filter(|_| faults.is_empty()) else { return Err(faults) };
    let mut record = MergeRecord {
        rule,
        sources: sources.iter().map(|source| source.id.clone()).collect(),
        disagreements: Vec::new(),
    };
    let mut sheet = |kind| {
        let mut sheet = Sheet::new(first.sheet(kind).set.clone());
        for question in &sheet.set.clone().questions {
            let given: Vec<SourceAnswer<'_>> = given(sources, kind, &question.id);
            merge_question(&mut sheet, kind, question, &given, sources.len(), &mut record);
        }
        sheet
    };
    let (checklist, diagnosis) = (sheet(Kind::Checklist), sheet(Kind::Diagnosis));
    Ok(Merged { checklist, diagnosis, record, dropped: Vec::new() })
}

/// Merges again after a source changed, by the rule of the earlier merge. Its decisions are kept where they still apply:
/// sources that took part in both merges say the same, or lack the answer, as before; and what the others say is, taken
/// together, the same as before, so that a site may send its answers again as another assessment. All other decisions are
/// dropped and named.
///
/// # Errors
///
/// All faults at once, see [`faults`].
pub fn merge_again(sources: &[&Assessment], earlier: &MergeRecord) -> Result<Merged, Vec<MergeFault>> {
    let mut merged = merge(sources, earlier.rule)?;
    let Merged { checklist, diagnosis, record, dropped } = &mut merged;
    for decided in earlier.disagreements.iter().filter(|one| one.by_hand) {
        let sheet = if decided.in_checklist { &mut *checklist } else { &mut *diagnosis };
        let now = record
            .disagreements
            .iter_mut()
            .find(|one| one.in_checklist == decided.in_checklist && one.question == decided.question);
        let cause = match now {
            None => DropCause::NothingToDecide,
            Some(_) if sheet.set.choice(&decided.chosen).is_none() => DropCause::ChoiceGone,
            Some(now) if !same_answers(&decided.answers, &earlier.sources, &now.answers, &record.sources) => {
                DropCause::AnswersChanged
            }
            Some(now) => {
                now.chosen.clone_from(&decided.chosen);
                now.reason.clone_from(&decided.reason);
                now.by_hand = true;
                if let Some(answer) = sheet.answers.get_mut(&now.question) {
                    answer.choice = Some(now.chosen.clone());
                }
                continue;
            }
        };
        dropped.push(DroppedDecision { earlier: decided.clone(), cause });
    }
    Ok(merged)
}

/// Decides a disagreement of a merged assessment by hand. Any choice of the set can be taken, also one that no source gave.
///
/// # Errors
///
/// A fault, and nothing is changed, where the sources do not disagree on that question, the set has no such choice, or the
/// reason is blank.
pub fn decide(
    assessment: &mut Assessment,
    kind: Kind,
    question: &str,
    choice: &str,
    reason: &str,
    now: Timestamp,
) -> Result<(), DecisionFault> {
    if assessment.sheet(kind).set.choice(choice).is_none() {
        return Err(DecisionFault::UnknownChoice);
    }
    if reason.trim().is_empty() {
        return Err(DecisionFault::NoReason);
    }
    let disagreement = disagreement(assessment, kind, question)?;
    choice.clone_into(&mut disagreement.chosen);
    reason.trim().clone_into(&mut disagreement.reason);
    disagreement.by_hand = true;
    assessment.sheet_mut(kind).choose(question, choice, now);
    Ok(())
}

/// Takes a decision back, so that the rule settles the disagreement again.
///
/// # Errors
///
/// A fault where the sources do not disagree on that question, or where the set no longer has the choices that they made.
pub fn leave_to_rule(
    assessment: &mut Assessment,
    kind: Kind,
    question: &str,
    now: Timestamp,
) -> Result<(), DecisionFault> {
    let set = assessment.sheet(kind).set.clone();
    let rule = assessment.merge.as_ref().map(|record| record.rule).unwrap_or_default();
    let disagreement = disagreement(assessment, kind, question)?;
    let answers: Vec<&str> = disagreement.answers.values().map(String::as_str).collect();
    let Some(chosen) = settle(&set, rule, &answers) else {
        return Err(DecisionFault::ChoicesGone);
    };
    chosen.id.clone_into(&mut disagreement.chosen);
    disagreement.reason.clear();
    disagreement.by_hand = false;
    assessment.sheet_mut(kind).choose(question, &chosen.id, now);
    Ok(())
}

fn disagreement<'a>(
    assessment: &'a mut Assessment,
    kind: Kind,
    question: &str,
) -> Result<&'a mut Disagreement, DecisionFault> {
    let in_checklist = kind == Kind::Checklist;
    assessment
        .merge
        .as_mut()
        .and_then(|record| {
            record.disagreements.iter_mut().find(|one| one.in_checklist == in_checklist && one.question == question)
        })
        .ok_or(DecisionFault::NoDisagreement)
}

/// What one source recorded for a question.
struct SourceAnswer<'a> {
    source: &'a Assessment,
    answer: &'a Answer,
}

fn given<'a>(sources: &[&'a Assessment], kind: Kind, question: &str) -> Vec<SourceAnswer<'a>> {
    sources
        .iter()
        .filter_map(|source| Some(SourceAnswer { source, answer: source.sheet(kind).answer(question)? }))
        .collect()
}

fn merge_question(
    sheet: &mut Sheet,
    kind: Kind,
    question: &Question,
    given: &[SourceAnswer<'_>],
    sources: usize,
    record: &mut MergeRecord,
) {
    let mut merged = Answer {
        note: joined(given, |answer| &answer.note, "\n"),
        evidence: joined(given, |answer| &answer.evidence, "; "),
        flagged: given.iter().any(|one| one.answer.flagged),
        ..Answer::default()
    };
    let answers: BTreeMap<String, String> =
        given.iter().filter_map(|one| Some((one.source.id.clone(), one.answer.choice.clone()?))).collect();
    let choices: Vec<&str> = answers.values().map(String::as_str).collect();
    if let Some(chosen) = settle(&sheet.set, record.rule, &choices) {
        merged.choice = Some(chosen.id.clone());
        let latest = |only_chosen: bool| {
            given
                .iter()
                .filter(|one| !only_chosen || one.answer.choice.as_ref() == Some(&chosen.id))
                .filter_map(|one| one.answer.answered_at)
                .max()
        };
        merged.answered_at = latest(true).or_else(|| latest(false));
        if answers.len() < sources || choices.iter().any(|choice| *choice != chosen.id) {
            record.disagreements.push(Disagreement {
                in_checklist: kind == Kind::Checklist,
                number: question.number,
                question: question.id.clone(),
                chosen: chosen.id.clone(),
                by_hand: false,
                reason: String::new(),
                answers,
            });
        }
    }
    if !merged.is_empty() {
        sheet.answers.insert(question.id.clone(), merged);
    }
}

/// The texts of the sources that have one; under the site's name unless they all say the same.
fn joined(given: &[SourceAnswer<'_>], text: fn(&Answer) -> &String, between: &str) -> String {
    let texts: Vec<(&Assessment, &str)> = given
        .iter()
        .map(|one| (one.source, text(one.answer).trim_end()))
        .filter(|(_, text)| !text.trim().is_empty())
        .collect();
    if let Some((_, first)) = texts.first()
        && texts.iter().all(|(_, other)| other == first)
    {
        return (*first).to_owned();
    }
    let named = |(source, text): &(&Assessment, &str)| {
        let organization = &source.organization;
        let name =
            [&organization.site, &organization.name, &source.id].into_iter().find(|name| !name.trim().is_empty());
        format!("{}: {text}", name.map_or("", |name| name.trim()))
    };
    texts.iter().map(named).collect::<Vec<_>>().join(between)
}

fn same_answers(
    before: &BTreeMap<String, String>,
    sources_before: &[String],
    now: &BTreeMap<String, String>,
    sources_now: &[String],
) -> bool {
    let (staying, gone): (Vec<&String>, Vec<&String>) =
        sources_before.iter().partition(|source| sources_now.contains(source));
    if staying.iter().any(|source| before.get(*source) != now.get(*source)) {
        return false;
    }
    let mut of_gone: Vec<&String> = gone.into_iter().filter_map(|source| before.get(source)).collect();
    let mut of_new: Vec<&String> = sources_now
        .iter()
        .filter(|source| !sources_before.contains(source))
        .filter_map(|source| now.get(source))
        .collect();
    of_gone.sort();
    of_new.sort();
    of_gone == of_new
}

#[cfg(test)]
mod tests;
