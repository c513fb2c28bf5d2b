//! The answers of a document, checked against their question sets.

use std::collections::HashSet;

use super::super::ImportOptions;
use super::super::choices::{AnswerCell, Choices};
use super::super::table::unknown_choice;
use crate::core::catalog::Catalog;
use crate::core::question_set::{Kind, QuestionSet, SharedSet};
use crate::core::sheet::{Answer, EarlierAnswer, HISTORY_LIMIT, Sheet, to_the_millisecond};
use crate::input::json::Object;
use crate::input::{AnswerFault, FieldFault};

/// A sheet of a document; the default set without answers where the document has none. `None` after a fault.
pub(super) fn sheet(root: &Object<'_>, kind: Kind, catalog: &Catalog, given: &ImportOptions) -> Option<Sheet> {
    let Some(object) = root.object(kind.name()) else {
        let default = match kind {
            Kind::Checklist => catalog.default_checklist(given.language),
            Kind::Diagnosis => catalog.default_diagnosis(given.language),
        };
        return default.map(Sheet::new);
    };
    let set = set(&object, kind, catalog, given)?;
    let choices = Choices::of(&set, catalog);
    let mut sheet = Sheet::new(set);
    let mut seen = HashSet::new();
    // Questions without an answer stand apart: they may have a note, a flag, or an answer to be confirmed.
    for (list, is_answered) in [("answers", true), ("unanswered", false)] {
        for entry in object.objects(list) {
            let Some(id) = question(&entry, &sheet.set) else { continue };
            if !seen.insert(id.clone()) {
                entry.fault("id", AnswerFault::AnsweredTwice { id: (&id).into(), first: None });
                continue;
            }
            let mut answer = answer(&entry, is_answered, &choices, &sheet.set);
            // Every saved answer has a time; without one it could not be opened again.
            if answer.choice.is_some() {
                answer.answered_at.get_or_insert(given.now);
            }
            if !answer.is_empty() {
                sheet.answers.insert(id, answer);
            }
        }
    }
    Some(sheet)
}

fn set(object: &Object<'_>, kind: Kind, catalog: &Catalog, given: &ImportOptions) -> Option<SharedSet> {
    let id = object.optional_text("set").unwrap_or_default();
    let edition = object.optional_text("edition");
    let found = match edition {
        Some(edition) => catalog.find(kind, id, edition, given.language),
        None => catalog.by_id(id, given.language).filter(|set| set.kind == kind),
    };
    if found.is_none() {
        let entries = catalog.entries(given.language).into_iter().filter(|entry| entry.kind == kind);
        let known = entries.map(|entry| (&format!("{} ({})", entry.id, entry.edition)).into()).collect();
        let name = (&format!("{id} ({})", edition.unwrap_or("?"))).into();
        object.fault("set", AnswerFault::UnknownSet { name, known });
    }
    found
}

/// The id of an entry's question; a fault where there is none.
fn question(entry: &Object<'_>, set: &QuestionSet) -> Option<String> {
    let id = entry.optional_text("id");
    let number = entry.count("number").map(|number| number as usize);
    let by_number = || set.questions.iter().find(|question| Some(question.number) == number);
    let found = match id {
        Some(id) => set.question(id),
        None => by_number(),
    };
    let Some(question) = found else {
        let set_id = (&set.id).into();
        if let (None, Some(number)) = (id, number) {
            let (number, last) = ((&number.to_string()).into(), set.questions.len());
            entry.fault("number", AnswerFault::UnknownNumber { set: set_id, number, last });
        } else {
            entry.fault("id", AnswerFault::UnknownQuestion { set: set_id, id: id.unwrap_or_default().into() });
        }
        return None;
    };
    if number.is_some_and(|number| number != question.number) {
        let found = (&number.unwrap_or_default().to_string()).into();
        let fault = AnswerFault::OtherNumber { id: (&question.id).into(), number: question.number, found };
        entry.fault("number", fault);
        return None;
    }
    Some(question.id.clone())
}

fn answer(entry: &Object<'_>, is_answered: bool, choices: &Choices, set: &QuestionSet) -> Answer {
    let chosen = |object: &Object<'_>, key: &str| {
        let given = object.optional_text(key)?;
        match choices.find(given) {
            AnswerCell::Unanswered => None,
            AnswerCell::Choice(id) => Some(id),
            AnswerCell::Unknown => {
                object.fault(key, unknown_choice(given, set));
                None
            }
        }
    };
    let earlier = |object: &Object<'_>| {
        let choice = chosen(object, "answer")?;
        let answered_at = object.date_time("answered_at").map(to_the_millisecond);
        if answered_at.is_none() {
            object.fault("answered_at", FieldFault::Missing { key: "answered_at".into() });
        }
        Some(EarlierAnswer { choice, answered_at: answered_at? })
    };
    let choice = if is_answered { chosen(entry, "answer") } else { None };
    let mut history: Vec<EarlierAnswer> = entry.objects("history").iter().filter_map(earlier).collect();
    history.drain(..history.len().saturating_sub(HISTORY_LIMIT));
    Answer {
        answered_at: entry.date_time("answered_at").map(to_the_millisecond).filter(|_| choice.is_some()),
        choice,
        note: entry.text("note"),
        evidence: entry.text("evidence"),
        flagged: entry.boolean("flagged"),
        previous: entry.object("previous").as_ref().and_then(earlier),
        history,
    }
}
