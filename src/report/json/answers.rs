//! The answers of a sheet as JSON: the given ones, and apart from them what is noted where there is none.

use serde::Serialize;

use crate::core::question_set::{Choice, Kind, Question};
use crate::core::sheet::{Answer, EarlierAnswer, Sheet, rfc3339};

/// A question with its answer, or with what is noted of it without one.
#[derive(Debug, Serialize)]
pub(super) struct AnswerDocument<'a> {
    number: usize,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<i32>,
    note: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    evidence: &'a str,
    flagged: bool,
    answered_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<EarlierDocument<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<EarlierDocument<'a>>,
}

#[derive(Debug, Serialize)]
struct EarlierDocument<'a> {
    answer: &'a str,
    answered_at: String,
}

/// The questions that are answered.
pub(super) fn answers(sheet: &Sheet) -> Vec<AnswerDocument<'_>> {
    let empty: &'static Answer = {
        static EMPTY: std::sync::OnceLock<Answer> = std::sync::OnceLock::new();
        EMPTY.get_or_init(Answer::default)
    };
    sheet
        .chosen()
        .filter_map(|(question, choice)| Some((question, choice?)))
        .map(|(question, choice)| document(sheet, question, Some(choice), sheet.answer(&question.id).unwrap_or(empty)))
        .collect()
}

/// The questions that are not answered but have a note, a flag, or an answer to be confirmed.
pub(super) fn unanswered(sheet: &Sheet) -> Vec<AnswerDocument<'_>> {
    sheet
        .chosen()
        .filter(|(_, choice)| choice.is_none())
        .filter_map(|(question, _)| Some((question, sheet.answer(&question.id)?)))
        .filter(|(_, answer)| !answer.is_empty())
        .map(|(question, answer)| document(sheet, question, None, answer))
        .collect()
}

fn document<'a>(
    sheet: &Sheet,
    question: &'a Question,
    choice: Option<&'a Choice>,
    answer: &'a Answer,
) -> AnswerDocument<'a> {
    AnswerDocument {
        number: question.number,
        id: &question.id,
        answer: choice.map(|choice| choice.id.as_str()),
        points: choice.filter(|_| sheet.set.kind == Kind::Diagnosis).map(|choice| choice.points),
        note: &answer.note,
        evidence: &answer.evidence,
        flagged: answer.flagged,
        answered_at: answer.answered_at.filter(|_| choice.is_some()).map(rfc3339),
        previous: answer.previous.as_ref().map(earlier),
        history: answer.history.iter().map(earlier).collect(),
    }
}

fn earlier(answer: &EarlierAnswer) -> EarlierDocument<'_> {
    EarlierDocument { answer: &answer.choice, answered_at: rfc3339(answer.answered_at) }
}
