//! Question sets that contradict themselves or their other language version.

use crate::input::{Limit, QuestionSetFault};

pub(super) fn ja(fault: &QuestionSetFault) -> String {
    match fault {
        QuestionSetFault::OtherKind { key, owner, kind } => {
            format!("「{key}」は「kind = \"{owner}\"」のファイルだけで使います（今は\"{kind}\"）。消してください。")
        }
        QuestionSetFault::NoChoiceCounts => {
            "「counts = true」の選択肢がありません。取り組んでいるとみなす選択肢を一つ以上、trueにしてください。"
                .to_owned()
        }
        QuestionSetFault::EqualPoints => "どの選択肢も同じ点数です。点数に差をつけてください。".to_owned(),
        QuestionSetFault::UnknownPart { key, id, table } => {
            format!("「{key}」の「{id}」は[[{table}]]にありません。書き足すか、「{key}」を直してください。")
        }
        QuestionSetFault::UnusedPart { id, table } => {
            format!("「{id}」に属する設問がありません。設問を入れるか、この[[{table}]]を消してください。")
        }
        QuestionSetFault::ReversedBand { min, max } => {
            format!("「min」（{min}）が「max」（{max}）より大きくなっています。直してください。")
        }
        QuestionSetFault::OverlappingBand { other, min, max } => {
            format!("{other}の区分（{min}から{max}まで）と重なっています。「min」か「max」を直してください。")
        }
        QuestionSetFault::Gap { from, to } => format!(
            "{from}点から{to}点までがどの区分にも入っていません。「min」を{from}にするか、区分を足してください。"
        ),
        QuestionSetFault::WrongEnd { limit, found, lowest, highest } => {
            let (end, key, wanted) = match limit {
                Limit::Min => ("最も低い", "min", lowest),
                Limit::Max => ("最も高い", "max", highest),
            };
            format!(
                "合計点は{lowest}から{highest}までですが、{end}区分の「{key}」が{found}です。{wanted}にしてください。"
            )
        }
        QuestionSetFault::VersionsDiffer { key, of, versions } => {
            let of = if of.is_empty() { String::new() } else { format!("「{of}」の") };
            let [a, b] = &**versions;
            format!(
                "{of}「{key}」が、{}では「{}」、{}では「{}」です。同じにしてください。",
                a.file, a.value, b.file, b.value
            )
        }
        QuestionSetFault::MissingInVersion { table, id, has, lacks } => {
            format!("[[{table}]]の「{id}」が{has}にあり、{lacks}にありません。両方を同じにしてください。")
        }
        QuestionSetFault::OrderDiffers { table, versions } => {
            let [a, b] = &**versions;
            format!(
                "[[{table}]]の順番が違います。{}で「{}」のところが、{}では「{}」です。同じ順にしてください。",
                a.file, a.value, b.file, b.value
            )
        }
    }
}

pub(super) fn en(fault: &QuestionSetFault) -> String {
    match fault {
        QuestionSetFault::OtherKind { key, owner, kind } => {
            format!("\"{key}\" belongs to files of kind \"{owner}\" only, and this is a {kind}. Remove it.")
        }
        QuestionSetFault::NoChoiceCounts => "No choice counts. Set \"counts = true\" for at least one.".to_owned(),
        QuestionSetFault::EqualPoints => {
            "Every choice is worth the same points. Give at least two of them different points.".to_owned()
        }
        QuestionSetFault::UnknownPart { key, id, table } => {
            format!("\"{key}\" is \"{id}\", which is no id under [[{table}]]. Add it there or correct it.")
        }
        QuestionSetFault::UnusedPart { id, table } => {
            format!("No question belongs to \"{id}\". Put one into it or remove it from [[{table}]].")
        }
        QuestionSetFault::ReversedBand { min, max } => {
            format!("\"min\" ({min}) is above \"max\" ({max}). Correct them.")
        }
        QuestionSetFault::OverlappingBand { other, min, max } => {
            format!("This band overlaps the one at {other} ({min} to {max}). Correct \"min\" or \"max\".")
        }
        QuestionSetFault::Gap { from, to } => {
            format!("No band holds {from} to {to} points. Set \"min\" to {from} or add a band.")
        }
        QuestionSetFault::WrongEnd { limit, found, lowest, highest } => {
            let (end, key, wanted) = match limit {
                Limit::Min => ("lowest", "min", lowest),
                Limit::Max => ("highest", "max", highest),
            };
            format!(
                "Totals go from {lowest} to {highest}, but the {end} band has \"{key}\" {found}. Set it to {wanted}."
            )
        }
        QuestionSetFault::VersionsDiffer { key, of, versions } => {
            let of = if of.is_empty() { String::new() } else { format!(" of \"{of}\"") };
            let [a, b] = &**versions;
            format!(
                "\"{key}\"{of} is \"{}\" in {} but \"{}\" in {}. Make them the same.",
                a.value, a.file, b.value, b.file
            )
        }
        QuestionSetFault::MissingInVersion { table, id, has, lacks } => {
            format!("\"{id}\" of [[{table}]] is in {has} but not in {lacks}. Make them the same.")
        }
        QuestionSetFault::OrderDiffers { table, versions } => {
            let [a, b] = &**versions;
            format!(
                "The order of [[{table}]] differs: where {} has \"{}\", {} has \"{}\". Make it the same.",
                a.file, a.value, b.file, b.value
            )
        }
    }
}
