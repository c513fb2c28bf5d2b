//! Answers that move to another sheet: from an old assessment into a new one, and to another edition of the principles.

use std::collections::BTreeMap;

use super::question_set::SharedSet;
use super::sheet::{Answer, EarlierAnswer, Sheet, Timestamp};

/// A new sheet of a set, which may be another edition, from an old sheet.
///
/// An old answer whose question and choice exist in the set becomes [`Answer::previous`]: it counts as unanswered until it is
/// confirmed or given anew. Where the old answer itself was never confirmed, the one that it came from is taken. Note,
/// evidence and flag are carried wherever the question exists; the history stays with the old sheet. `undated` stands for
/// the time of an answer that has none, such as one from an imported table.
pub fn carried_over(old: &Sheet, set: SharedSet, undated: Timestamp) -> Sheet {
    let mut sheet = Sheet::new(set);
    for (question, answer) in &old.answers {
        if sheet.set.question(question).is_none() {
            continue;
        }
        let given = match &answer.choice {
            Some(choice) => {
                Some(EarlierAnswer { choice: choice.clone(), answered_at: answer.answered_at.unwrap_or(undated) })
            }
            None => answer.previous.clone(),
        };
        let carried = Answer {
            choice: None,
            answered_at: None,
            note: answer.note.clone(),
            evidence: answer.evidence.clone(),
            flagged: answer.flagged,
            previous: given.filter(|given| sheet.set.choice(&given.choice).is_some()),
            history: Vec::new(),
        };
        if !carried.is_empty() {
            sheet.answers.insert(question.clone(), carried);
        }
    }
    sheet
}

/// A sheet moved to another edition of its set within one assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The sheet of the other edition.
    pub sheet: Sheet,
    /// What found no place in it, by question id: answers to questions that it does not ask, and choices that it does not
    /// offer. To be shown before the move is made for good.
    pub left_behind: BTreeMap<String, Answer>,
}

/// Moves a sheet to another edition, say from five principles to six. Answers given stay answers, with their times, notes,
/// evidence, flags and histories. An answer whose choice the edition does not offer leaves only its note, evidence and flag.
pub fn moved_to(sheet: &Sheet, set: SharedSet) -> Moved {
    let mut moved = Moved { sheet: Sheet::new(set), left_behind: BTreeMap::new() };
    let set = moved.sheet.set.clone();
    for (question, answer) in &sheet.answers {
        if set.question(question).is_none() {
            moved.left_behind.insert(question.clone(), answer.clone());
            continue;
        }
        let mut kept = answer.clone();
        kept.history.retain(|earlier| set.choice(&earlier.choice).is_some());
        kept.previous = kept.previous.filter(|earlier| set.choice(&earlier.choice).is_some());
        if kept.choice.as_deref().is_some_and(|choice| set.choice(choice).is_none()) {
            kept.choice = None;
            kept.answered_at = None;
        }
        if kept.choice != answer.choice || kept.previous != answer.previous {
            moved.left_behind.insert(question.clone(), answer.clone());
        }
        if !kept.is_empty() {
            moved.sheet.answers.insert(question.clone(), kept);
        }
    }
    moved
}

#[cfg(test)]
mod tests;
