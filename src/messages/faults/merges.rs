//! Assessments that cannot be merged.

use crate::core::merge::{MergeFault, SetName};

pub(super) fn ja(fault: &MergeFault) -> String {
    match fault {
        MergeFault::TooFew => "統合には診断が2件以上必要です。もう1件指定してください。".to_owned(),
        MergeFault::NamedTwice { id } => {
            format!("診断「{id}」が2回以上指定されています。1回だけ指定してください。")
        }
        MergeFault::OtherSet { id, set, first, first_set } => format!(
            "診断「{id}」の設問集は{}で、診断「{first}」の{}と異なります。同じ設問集と版の診断だけを統合してください。",
            name(set),
            name(first_set)
        ),
        MergeFault::OtherContents { id, first, set } => format!(
            "診断「{id}」の設問集{}は、名前と版が診断「{first}」と同じでも内容が異なります。同じ設問ファイルで回答し直してください。",
            name(set)
        ),
        MergeFault::UnknownQuestion { id, set, question } => format!(
            "診断「{id}」に、設問集{set}にない設問「{question}」への回答があります。その回答を取り除いてください。"
        ),
        MergeFault::UnknownChoice { id, set, question, choice } => format!(
            "診断「{id}」の設問「{question}」の回答「{choice}」は、設問集{set}の選択肢にありません。ある選択肢に直してください。"
        ),
    }
}

pub(super) fn en(fault: &MergeFault) -> String {
    match fault {
        MergeFault::TooFew => "A merge needs at least two assessments. Name another one.".to_owned(),
        MergeFault::NamedTwice { id } => format!("Assessment {id} is named more than once. Name it once."),
        MergeFault::OtherSet { id, set, first, first_set } => format!(
            "Assessment {id} uses {}, but {first} uses {}. Merge only assessments of the same set and edition.",
            name(set),
            name(first_set)
        ),
        MergeFault::OtherContents { id, first, set } => format!(
            "Assessments {id} and {first} both name {}, but with other questions or points. Answer both with the same question file.",
            name(set)
        ),
        MergeFault::UnknownQuestion { id, set, question } => {
            format!("Assessment {id} answers \"{question}\", which {set} does not ask. Remove that answer.")
        }
        MergeFault::UnknownChoice { id, set, question, choice } => format!(
            "Assessment {id} answers \"{question}\" with \"{choice}\", which {set} does not offer. Use a choice that it has."
        ),
    }
}

fn name(set: &SetName) -> String {
    format!("{} ({})", set.id, set.edition)
}
