//! Whether assessments can be merged at all.

use std::collections::BTreeSet;

use crate::core::assessment::Assessment;
use crate::core::fault::Fault;
use crate::core::question_set::Kind;

/// Everything that speaks against merging these assessments, all at once: fewer than two of them, one named twice, another
/// set, edition or shape than the first one has, answers to questions or with choices that the set does not have.
pub fn faults(sources: &[&Assessment]) -> Vec<Fault> {
    let mut faults = Vec::new();
    if sources.len() < 2 {
        faults.push(Fault::of_file(
            "統合には診断が2件以上必要です。もう1件指定してください",
            "a merge needs at least two assessments; name another one",
        ));
    }
    let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
    for source in sources {
        let id = &source.id;
        if !seen.insert(id) && told.insert(id) {
            faults.push(Fault::of_file(
                format!("診断 {id} が2回以上指定されています。1回だけ指定してください"),
                format!("assessment {id} is named more than once; name it once"),
            ));
        }
    }
    for kind in [Kind::Checklist, Kind::Diagnosis] {
        let Some((first, others)) = sources.split_first() else { continue };
        for other in others {
            faults.extend(other_set(first, other, kind));
        }
        for source in sources {
            faults.extend(foreign_answers(source, kind));
        }
    }
    faults
}

fn other_set(first: &Assessment, other: &Assessment, kind: Kind) -> Option<Fault> {
    let (wanted, found) = (&first.sheet(kind).set, &other.sheet(kind).set);
    let (id, first) = (&other.id, &first.id);
    if (&wanted.id, &wanted.edition) != (&found.id, &found.edition) {
        let (wanted, found) =
            (format!("{} ({})", wanted.id, wanted.edition), format!("{} ({})", found.id, found.edition));
        return Some(Fault::of_file(
            format!(
                "診断 {id} の設問集は {found} で、診断 {first} の {wanted} と異なります。同じ設問集と版の診断だけを統合してください"
            ),
            format!("assessment {id} uses {found}, but {first} uses {wanted}; merge only the same set and edition"),
        ));
    }
    if !wanted.agrees_with(&found.outline()) {
        let set = format!("{} ({})", wanted.id, wanted.edition);
        return Some(Fault::of_file(
            format!(
                "診断 {id} の設問集 {set} は、名前と版が診断 {first} と同じでも内容が異なります。同じ設問ファイルで回答し直してください"
            ),
            format!(
                "assessment {id} and {first} both name {set}, but with other questions or points; answer both with the same question file"
            ),
        ));
    }
    None
}

fn foreign_answers(source: &Assessment, kind: Kind) -> Vec<Fault> {
    let sheet = source.sheet(kind);
    let (id, set) = (&source.id, &sheet.set.id);
    let mut faults = Vec::new();
    for (question, answer) in &sheet.answers {
        if sheet.set.question(question).is_none() {
            faults.push(Fault::of_file(
                format!("診断 {id} に、設問集 {set} にない設問「{question}」への回答があります。その回答を取り除いてください"),
                format!("assessment {id} answers `{question}`, which {set} does not ask; remove that answer"),
            ));
        } else if let Some(choice) = answer.choice.as_deref().filter(|choice| sheet.set.choice(choice).is_none()) {
            faults.push(Fault::of_file(
                format!("診断 {id} の設問「{question}」の回答「{choice}」は設問集 {set} の選択肢にありません。ある選択肢に直してください"),
                format!("assessment {id} answers `{question}` with `{choice}`, which {set} does not offer; take a choice that it has"),
            ));
        }
    }
    faults
}
