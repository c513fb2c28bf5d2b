//! Whether assessments can be merged at all.

use std::collections::BTreeSet;

use super::fault::{MergeFault, SetName};
use crate::core::assessment::Assessment;
use crate::core::question_set::{Kind, QuestionSet};

/// Everything that speaks against merging these assessments, all at once: fewer than two of them, one named twice, another
/// set, edition or shape than the first one has, answers to questions or with choices that the set does not have.
pub fn faults(sources: &[&Assessment]) -> Vec<MergeFault> {
    let mut faults = Vec::new();
    if sources.len() < 2 {
        faults.push(MergeFault::TooFew);
    }
    let (mut seen, mut reported) = (BTreeSet::new(), BTreeSet::new());
    for source in sources {
        let id = &source.id;
        if !seen.insert(id) && reported.insert(id) {
            faults.push(MergeFault::NamedTwice { id: id.clone() });
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

fn other_set(first: &Assessment, other: &Assessment, kind: Kind) -> Option<MergeFault> {
    let (wanted, found) = (&first.sheet(kind).set, &other.sheet(kind).set);
    let (id, first) = (other.id.clone(), first.id.clone());
    if (&wanted.id, &wanted.edition) != (&found.id, &found.edition) {
        return Some(MergeFault::OtherSet { id, set: name(found), first, first_set: name(wanted) });
    }
    if !wanted.agrees_with(&found.outline()) {
        return Some(MergeFault::OtherContents { id, first, set: name(wanted) });
    }
    None
}

fn name(set: &QuestionSet) -> SetName {
    SetName { id: set.id.clone(), edition: set.edition.clone() }
}

fn foreign_answers(source: &Assessment, kind: Kind) -> Vec<MergeFault> {
    let sheet = source.sheet(kind);
    let mut faults = Vec::new();
    for (question, answer) in &sheet.answers {
        let (id, set, question) = (source.id.clone(), sheet.set.id.clone(), question.clone());
        if sheet.set.question(&question).is_none() {
            faults.push(MergeFault::UnknownQuestion { id, set, question });
        } else if let Some(choice) = answer.choice.clone().filter(|choice| sheet.set.choice(choice).is_none()) {
            faults.push(MergeFault::UnknownChoice { id, set, question, choice });
        }
    }
    faults
}
