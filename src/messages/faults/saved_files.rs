//! Saved files that are not what the program saves.

use crate::input::{OutlineFault, SavedFileFault};

pub(super) fn ja(fault: &SavedFileFault) -> String {
    match fault {
        SavedFileFault::NoSchema => {
            "「schema」がありません。hoshitoriが保存したファイルか確かめてください。".to_owned()
        }
        SavedFileFault::BadSchema { newest } => {
            format!("「schema」は1から{newest}までの整数です。hoshitoriが保存したファイルか確かめてください。")
        }
        SavedFileFault::Cut => {
            "ファイルが途中で切れています（終わりの印[end]がありません）。バックアップがあれば戻してください。"
                .to_owned()
        }
        SavedFileFault::FewAnswers { wanted, found } => format!(
            "回答が{wanted}件あるはずですが、{found}件しかありません。ファイルが欠けています。バックアップを戻すか、自分で消したのなら「answers = {found}」と直してください。"
        ),
        SavedFileFault::BadId => {
            "「id」に使えない文字があるか、空か、長すぎます。ファイル名と同じにしてください。".to_owned()
        }
        SavedFileFault::OutlineUnreadable => "設問の一覧を読めません。バックアップがあれば戻してください。".to_owned(),
        SavedFileFault::OutlineWrong(fault) => {
            let fault = match fault {
                OutlineFault::QuestionCount => "設問の数".to_owned(),
                OutlineFault::ChoiceCount => "選択肢の数".to_owned(),
                OutlineFault::Twice(id) => format!("「{id}」が二度あります"),
                OutlineFault::Choice(id) => format!("選択肢「{id}」"),
                OutlineFault::Category(id) => format!("設問「{id}」の分類"),
            };
            format!("設問の一覧に誤りがあります（{fault}）。バックアップがあれば戻してください。")
        }
    }
}

pub(super) fn en(fault: &SavedFileFault) -> String {
    match fault {
        SavedFileFault::NoSchema => "\"schema\" is missing. Check that this is a file saved by hoshitori.".to_owned(),
        SavedFileFault::BadSchema { newest } => {
            format!("\"schema\" is a whole number from 1 to {newest}. Check that this is a file saved by hoshitori.")
        }
        SavedFileFault::Cut => {
            "The file is cut short here (its closing [end] is missing). Restore a backup if there is one.".to_owned()
        }
        SavedFileFault::FewAnswers { wanted, found } => format!(
            "The file should hold {wanted} answers but holds {found}, so a part is missing. Restore a backup, or write \"answers = {found}\" if you removed them yourself."
        ),
        SavedFileFault::BadId => {
            "\"id\" is empty, too long, or holds a character that cannot stand there. Make it the name of the file."
                .to_owned()
        }
        SavedFileFault::OutlineUnreadable => {
            "The outline of the questions cannot be read. Restore a backup if there is one.".to_owned()
        }
        SavedFileFault::OutlineWrong(fault) => {
            let fault = match fault {
                OutlineFault::QuestionCount => "the number of questions".to_owned(),
                OutlineFault::ChoiceCount => "the number of choices".to_owned(),
                OutlineFault::Twice(id) => format!("\"{id}\" is there twice"),
                OutlineFault::Choice(id) => format!("choice \"{id}\""),
                OutlineFault::Category(id) => format!("the category of question \"{id}\""),
            };
            format!("The outline of the questions is wrong ({fault}). Restore a backup if there is one.")
        }
    }
}
