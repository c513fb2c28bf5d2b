//! Where the sites of a merged assessment differ, as lines.

use std::io::{self, Write};

use crate::app::model::Model;
use crate::app::screens::disagreements::{disagreements, kind, source_name};
use crate::core::assessment::Assessment;
use crate::text::clean;

/// Writes each disagreement under its number: what is taken, who said what, and why it was decided so.
pub fn page(model: &Model, out: &mut impl Write) -> io::Result<()> {
    let words = &model.messages().disagreements;
    let Some(assessment) = &model.assessment else { return Ok(()) };
    let Some(record) = assessment.merge.as_ref().filter(|record| !record.disagreements.is_empty()) else {
        return writeln!(out, "{}", words.empty);
    };
    writeln!(out, "{}", words.title)?;
    writeln!(out, "{}", (words.introduction)(record.rule))?;
    for (index, one) in disagreements(assessment).iter().enumerate() {
        let set = &assessment.sheet(kind(one)).set;
        let label = |id: &str| clean(set.choice(id).map_or(id, |choice| &choice.label)).into_owned();
        let topic = set.question(&one.question).map_or(one.question.as_str(), |question| &question.topic);
        let by = if one.by_hand { words.by_hand } else { words.by_rule };
        writeln!(out, "{}. {}: {} ({by})", index + 1, clean(topic), label(&one.chosen))?;
        for source in &record.sources {
            let said = one.answers.get(source).map_or_else(|| words.no_answer.to_owned(), |id| label(id));
            writeln!(out, "   {}: {said}", source_name(model, source))?;
        }
        if !one.reason.is_empty() {
            writeln!(out, "   {}: {}", words.reason, clean(&one.reason))?;
        }
    }
    writeln!(out, "{}", words.words)
}

/// How many there are, for the result; nothing of an assessment that was not merged, or whose sites all agree.
pub fn on_result(model: &Model, assessment: &Assessment) -> Option<String> {
    let all = disagreements(assessment);
    let by_hand = all.iter().filter(|one| one.by_hand).count();
    (!all.is_empty()).then(|| (model.messages().disagreements.on_result)(all.len(), by_hand, "m"))
}
