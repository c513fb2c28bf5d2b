//! The answer sheet to hand out: a workbook, a table, or a page to fill in with a browser or on paper. An import reads back
//! what is filled in.

mod csv;
mod web;
mod xlsx;

use std::borrow::Cow;

use crate::core::language::Language;
use crate::core::organization::{FieldValueMut, Organization, OrganizationField};
use crate::core::question_set::{Question, QuestionSet};
use crate::messages::messages;
use crate::text::clean;

pub use csv::csv;
pub use web::{Versions, WebSheet, html};
pub use xlsx::xlsx;

/// Names of the fields about who answers, in the order in which they stand on the sheet: those of the organisation, then
/// the date.
fn field_names(language: Language) -> impl Iterator<Item = &'static str> {
    let words = messages(language);
    OrganizationField::ALL.map(|field| words.profile.label(field)).into_iter().chain([words.report_file.sheet.date])
}

/// Who answers, with the texts cleaned.
fn cleaned_organization(organization: &Organization) -> Organization {
    let mut organization = organization.clone();
    for field in OrganizationField::ALL {
        if let FieldValueMut::Text(text) = organization.get_mut(field) {
            *text = clean(text).into_owned();
        }
    }
    organization
}

/// A set whose texts are cleaned: one from a saved file could hold anything.
fn cleaned(set: &QuestionSet) -> QuestionSet {
    let mut set = set.clone();
    let texts = [&mut set.id, &mut set.edition, &mut set.title, &mut set.source]
        .into_iter()
        .chain(set.categories.iter_mut().flat_map(|category| [&mut category.title, &mut category.description]))
        .chain(set.choices.iter_mut().flat_map(|choice| [&mut choice.id, &mut choice.label]))
        .chain(set.bands.iter_mut().map(|band| &mut band.verdict))
        .chain(set.questions.iter_mut().flat_map(|it| {
            let texts = [&mut it.id, &mut it.topic, &mut it.title, &mut it.text, &mut it.why, &mut it.not_applicable];
            texts.into_iter().chain(&mut it.examples)
        }));
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
