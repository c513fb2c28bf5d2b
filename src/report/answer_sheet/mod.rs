//! The blank answer sheet to hand out: a workbook, a table, or a page to print. An import reads the first two back.

mod csv;
mod html;
mod xlsx;

use std::borrow::Cow;

use crate::core::language::Language;
use crate::core::organization::OrganizationField;
use crate::core::question_set::{Question, QuestionSet};
use crate::messages::messages;
use crate::text::clean;

pub use csv::csv;
pub use html::html;
pub use xlsx::xlsx;

/// Names of the fields about who answers, in the order in which they stand on the sheet: those of the organisation, then
/// the date.
fn field_names(language: Language) -> impl Iterator<Item = &'static str> {
    let words = messages(language);
    OrganizationField::ALL.map(|field| words.profile.label(field)).into_iter().chain([words.report_file.sheet.date])
}

/// A set whose texts are cleaned: one from a saved file could hold anything.
fn cleaned(set: &QuestionSet) -> QuestionSet {
    let mut set = set.clone();
    let texts = [&mut set.title, &mut set.source]
        .into_iter()
        .chain(set.categories.iter_mut().map(|category| &mut category.title))
        .chain(set.choices.iter_mut().map(|choice| &mut choice.label))
        .chain(set.questions.iter_mut().flat_map(|it| [&mut it.id, &mut it.topic, &mut it.title, &mut it.text]));
    for text in texts {
        if let Cow::Owned(cleaned) = clean(text) {
            *text = cleaned;
        }
    }
    set
}

/// What is asked: the title of a principle, else the question.
fn asked(question: &Question) -> &str {
    if question.title.is_empty() { &question.text } else { &question.title }
}

/// The heading above a question where a part of the set begins: the part, or the set itself where it has no parts.
fn headings(set: &QuestionSet) -> impl Iterator<Item = (Option<&str>, &Question)> {
    let mut shown = None;
    set.questions.iter().map(move |question| {
        let is_new = shown != Some(&question.category);
        shown = Some(&question.category);
        let title = set.category(&question.category).map_or(set.title.as_str(), |category| &category.title);
        (is_new.then_some(title), question)
    })
}
