//! The outline of a question set within a saved file.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::de::ValueDeserializer;

use crate::core::question_set::{Kind, Outline, Tone};
use crate::input::toml::Fields;
use crate::input::{OutlineFault, Quoted, SavedFileFault};

/// The most questions of a set.
const MAX_QUESTIONS: usize = 1000;
/// The most choices of a set.
const MAX_CHOICES: usize = 100;
/// The largest number of points of a choice, also below zero, so that sums stay within bounds.
const MAX_POINTS: i32 = 10_000;

/// Reads the outline of a sheet, if it has one; `Err` after a fault was noted.
pub(super) fn read(sheet: Fields<'_>, kind: Kind) -> Result<Option<Outline>, ()> {
    let Some(value) = sheet.value("outline") else { return Ok(None) };
    let offset = value.span().start;
    let outline = Outline::deserialize(ValueDeserializer::from(value.clone())).map_err(|error| {
        let offset = error.span().map_or(offset, |span| span.start);
        sheet.faults().add(offset, SavedFileFault::OutlineUnreadable);
    })?;
    match contradiction(&outline, kind) {
        None => Ok(Some(outline)),
        Some(fault) => {
            sheet.faults().add(offset, SavedFileFault::OutlineWrong(fault));
            Err(())
        }
    }
}

/// What makes an outline unfit to be answered and scored.
fn contradiction(outline: &Outline, kind: Kind) -> Option<OutlineFault> {
    if outline.questions.is_empty() || outline.questions.len() > MAX_QUESTIONS {
        return Some(OutlineFault::QuestionCount);
    }
    if outline.choices.is_empty() || outline.choices.len() > MAX_CHOICES {
        return Some(OutlineFault::ChoiceCount);
    }
    let twice = |ids: Vec<&str>| {
        let mut seen = BTreeSet::new();
        ids.into_iter().find(|id| !seen.insert(*id)).map(Quoted::new)
    };
    let questions = twice(outline.questions.iter().map(|(id, ..)| id.as_str()).collect());
    let choices = twice(outline.choices.iter().map(|(id, ..)| id.as_str()).collect());
    let categories = twice(outline.categories.iter().map(|(id, _)| id.as_str()).collect());
    if let Some(id) = questions.or(choices).or(categories) {
        return Some(OutlineFault::Twice(id));
    }
    for (id, _, tone, points, _) in &outline.choices {
        if Tone::from_name(tone).is_none() || !(-MAX_POINTS..=MAX_POINTS).contains(points) {
            return Some(OutlineFault::Choice(id.into()));
        }
    }
    let has_category = |id: &str| outline.categories.iter().any(|(known, _)| known == id);
    let stray = |category: &str| kind == Kind::Diagnosis && !outline.categories.is_empty() && !has_category(category);
    if let Some((id, ..)) = outline.questions.iter().find(|(_, category, ..)| stray(category)) {
        return Some(OutlineFault::Category(id.into()));
    }
    None
}
