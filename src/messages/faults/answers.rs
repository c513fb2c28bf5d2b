//! Answers and sheets that do not fit the question sets that are available.

use super::{list, place_en, place_ja};
use crate::input::{AnswerFault, Quoted};

pub(super) fn ja(fault: &AnswerFault) -> String {
    match fault {
        AnswerFault::UnknownSet { name, known } if known.is_empty() => {
            format!("「{name}」という設問集がありません。--questionsで指定してください。")
        }
        AnswerFault::UnknownSet { name, known } => format!(
            "「{name}」という設問集はありません。{}のどれかにするか、--questionsで指定してください。",
            names(known, "、")
        ),
        AnswerFault::UnknownQuestion { set, id } if id.is_empty() => {
            format!("「{set}」の設問のidがありません。書き足してください。")
        }
        AnswerFault::UnknownQuestion { set, id } => {
            format!("「{set}」に「{id}」という設問はありません。idを確かめてください。")
        }
        AnswerFault::UnknownNumber { set, number, last } => {
            format!("「{set}」に「{number}」という番号の設問はありません。1から{last}までにしてください。")
        }
        AnswerFault::OtherNumber { id, number, found } => {
            format!("「{id}」の番号は{number}ですが、「{found}」と書かれています。どちらかを直してください。")
        }
        AnswerFault::UnknownChoice { found, choices } => {
            format!("「{found}」という回答はありません。{}のどれかにしてください。", names(choices, "、"))
        }
        AnswerFault::AnsweredTwice { id, first: Some(first) } => {
            format!("「{id}」の回答が2回あります（1回目は{}）。1つにしてください。", place_ja(first))
        }
        AnswerFault::AnsweredTwice { id, first: None } => {
            format!("「{id}」の回答が2回あります。1つにしてください。")
        }
    }
}

pub(super) fn en(fault: &AnswerFault) -> String {
    match fault {
        AnswerFault::UnknownSet { name, known } if known.is_empty() => {
            format!("There is no question set \"{name}\". Name its file with --questions.")
        }
        AnswerFault::UnknownSet { name, known } => format!(
            "There is no question set \"{name}\". Use one of: {}; or name its file with --questions.",
            names(known, ", ")
        ),
        AnswerFault::UnknownQuestion { set, id } if id.is_empty() => {
            format!("The id of a question of \"{set}\" is missing. Add it.")
        }
        AnswerFault::UnknownQuestion { set, id } => {
            format!("\"{set}\" has no question \"{id}\". Check the id.")
        }
        AnswerFault::UnknownNumber { set, number, last } => {
            format!("\"{set}\" has no question number \"{number}\". Use 1 to {last}.")
        }
        AnswerFault::OtherNumber { id, number, found } => {
            format!("\"{id}\" is question {number}, but the number here is \"{found}\". Correct one of them.")
        }
        AnswerFault::UnknownChoice { found, choices } => {
            format!("There is no answer \"{found}\". Use one of: {}.", names(choices, ", "))
        }
        AnswerFault::AnsweredTwice { id, first: Some(first) } => {
            format!("\"{id}\" is answered twice (first: {}). Keep one.", place_en(first))
        }
        AnswerFault::AnsweredTwice { id, first: None } => format!("\"{id}\" is answered twice. Keep one."),
    }
}

fn names(names: &[Quoted], separator: &str) -> String {
    list(names.iter().map(Quoted::as_str), separator)
}
