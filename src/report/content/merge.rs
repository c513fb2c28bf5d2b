//! What a report says about a merge.

use super::cleaning::line;
use super::{ReportDisagreement, ReportMerge};
use crate::core::assessment::Assessment;
use crate::core::merge_record::Disagreement;
use crate::core::question_set::Kind;
use crate::messages::Messages;

/// How the assessment was merged, in words; `None` where it was not.
pub(super) fn report_merge(assessment: &Assessment, words: &Messages) -> Option<ReportMerge> {
    let record = assessment.merge.as_ref()?;
    Some(ReportMerge {
        sources: record.sources.iter().map(|source| line(source)).collect(),
        rule: (words.report_file.rule_name)(record.rule),
        disagreements: record
            .disagreements
            .iter()
            .map(|disagreement| report_disagreement(assessment, &record.sources, disagreement, words))
            .collect(),
    })
}

fn report_disagreement(
    assessment: &Assessment,
    sources: &[String],
    disagreement: &Disagreement,
    words: &Messages,
) -> ReportDisagreement {
    let kind = if disagreement.in_checklist { Kind::Checklist } else { Kind::Diagnosis };
    let set = &assessment.sheet(kind).set;
    let label = |choice: Option<&str>| match choice {
        None | Some("") => words.common.unanswered.to_owned(),
        Some(id) => line(set.choice(id).map_or(id, |choice| if choice.label.is_empty() { id } else { &choice.label })),
    };
    ReportDisagreement {
        question: line(&format!("{} {}", set.short_title, disagreement.number)),
        topic: set.question(&disagreement.question).map(|question| line(&question.topic)).unwrap_or_default(),
        said: sources
            .iter()
            .map(|source| (line(source), label(disagreement.answers.get(source).map(String::as_str))))
            .collect(),
        taken: label(Some(&disagreement.chosen)),
        settled: if disagreement.by_hand {
            (words.report_file.by_hand)(&line(&disagreement.reason))
        } else {
            words.report_file.by_rule.to_owned()
        },
    }
}
