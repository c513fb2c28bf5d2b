//! A sheet within a saved file: its set and its answers.

use std::collections::BTreeMap;

use super::{Lookup, outline, table_of};
use crate::core::question_set::{Kind, QuestionSet, SharedSet};
use crate::core::sheet::{Answer, EarlierAnswer, HISTORY_LIMIT, Sheet, to_the_millisecond};
use crate::input::AnswerFault;
use crate::input::toml::Fields;

/// Reads the sheet of a kind. `None` after a fault was noted.
pub(super) fn read(root: Fields<'_>, kind: Kind, lookup: Lookup<'_>) -> Option<Sheet> {
    let sheet = root.needed_table(table_of(kind))?;
    let (id, edition) = (sheet.needed_text("set"), sheet.needed_text("edition"));
    let outline = outline::read(sheet, kind);
    let (id, edition, outline) = (id?, edition?, outline.ok()?);
    let available = lookup(kind, id, edition)
        .filter(|set| set.kind == kind && outline.as_ref().is_none_or(|outline| set.agrees_with(outline)));
    let set =
        available.or_else(|| outline.map(|outline| SharedSet::from(outline.into_question_set(kind, id, edition))));
    let Some(set) = set else {
        let name = (&format!("{id} ({edition})")).into();
        sheet.fault("set", AnswerFault::UnknownSet { name, known: Vec::new() });
        return None;
    };
    let answers = read_answers(sheet, &set);
    Some(Sheet { set, answers })
}

fn read_answers(sheet: Fields<'_>, set: &QuestionSet) -> BTreeMap<String, Answer> {
    let mut answers = BTreeMap::new();
    for (question, offset, fields) in sheet.tables("answers") {
        let answer = read_answer(fields, set);
        if set.question(question).is_none() {
            let fault = AnswerFault::UnknownQuestion { set: (&set.id).into(), id: question.into() };
            sheet.faults().add(offset, fault);
        } else if !answer.is_empty() {
            answers.insert(question.to_owned(), answer);
        }
    }
    answers
}

fn read_answer(fields: Fields<'_>, set: &QuestionSet) -> Answer {
    let choice = fields.text("choice");
    if let Some(unknown) = choice.filter(|choice| set.choice(choice).is_none()) {
        let choices = set.choices.iter().map(|choice| (&choice.id).into()).collect();
        fields.fault("choice", AnswerFault::UnknownChoice { found: unknown.into(), choices });
    }
    let answered_at =
        if choice.is_some() { fields.needed_date_time("answered_at") } else { fields.date_time("answered_at") };
    let mut history: Vec<EarlierAnswer> = fields.list("history").into_iter().filter_map(read_earlier).collect();
    history.drain(..history.len().saturating_sub(HISTORY_LIMIT));
    Answer {
        choice: choice.map(str::to_owned),
        answered_at: answered_at.map(to_the_millisecond),
        note: fields.text_or_empty("note"),
        evidence: fields.text_or_empty("evidence"),
        flagged: fields.boolean("flagged").unwrap_or_default(),
        previous: fields.table("previous").and_then(read_earlier),
        history,
    }
}

/// An earlier answer. Its choice may be one that the set no longer offers.
fn read_earlier(fields: Fields<'_>) -> Option<EarlierAnswer> {
    let (choice, answered_at) = (fields.needed_text("choice"), fields.needed_date_time("answered_at"));
    Some(EarlierAnswer { choice: choice?.to_owned(), answered_at: to_the_millisecond(answered_at?) })
}
