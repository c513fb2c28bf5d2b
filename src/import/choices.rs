//! Finds the choice that a file means: by its id, its label in either language, or its digit.

use crate::appearance::{ASCII, UNICODE};
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::question_set::{QuestionSet, Tone};
use crate::input::fold::half_width;
use crate::messages::messages;

/// The names under which the choices of a set may stand in a file.
pub(super) struct Choices {
    /// Normalised name and id.
    names: Vec<(String, String)>,
    /// Ids in the order of their digits.
    ids: Vec<String>,
}

/// What stands in the cell or field of an answer.
pub(super) enum AnswerCell {
    /// Nothing, or a word for no answer.
    Unanswered,
    /// A choice, by its id.
    Choice(String),
    /// Something that is no choice of the set.
    Unknown,
}

impl Choices {
    /// The choices of a set in all its languages.
    pub(super) fn of(set: &QuestionSet, catalog: &Catalog) -> Self {
        let mut names = Vec::new();
        let mut add = |version: &QuestionSet| {
            names.extend(version.choices.iter().map(|choice| (normalized(&choice.id), choice.id.clone())));
            names.extend(version.choices.iter().map(|choice| (normalized(&choice.label), choice.id.clone())));
        };
        add(set);
        for language in Language::ALL {
            if let Some(version) = catalog.find(set.kind, &set.id, &set.edition, language) {
                add(&version);
            }
        }
        Self { names, ids: set.choices.iter().map(|choice| choice.id.clone()).collect() }
    }

    /// What a field says. Digits count from 1, as the screens and sheets show the choices.
    pub(super) fn find(&self, field: &str) -> AnswerCell {
        let name = normalized(field);
        if name.is_empty() || is_unanswered(&name) {
            return AnswerCell::Unanswered;
        }
        if let Some((_, id)) = self.names.iter().find(|(known, _)| *known == name) {
            return AnswerCell::Choice(id.clone());
        }
        let digit = name.strip_suffix(".0").unwrap_or(&name).parse::<usize>().ok();
        match digit.and_then(|digit| self.ids.get(digit.checked_sub(1)?)) {
            Some(id) => AnswerCell::Choice(id.clone()),
            None => AnswerCell::Unknown,
        }
    }
}

fn is_unanswered(name: &str) -> bool {
    Language::ALL.into_iter().any(|language| {
        let words = &messages(language).common;
        [words.unanswered, words.unconfirmed].into_iter().any(|word| normalized(word) == name)
    })
}

/// A text without blanks around it, in small half-width letters, without the mark that reports put before an answer.
pub(super) fn normalized(text: &str) -> String {
    // Spreadsheets like to put a no-break space where a space was.
    let folded: String = text.chars().map(half_width).map(|c| if c == '\u{a0}' { ' ' } else { c }).collect();
    let text = folded.trim();
    let mut marks =
        Tone::ALL.map(Some).into_iter().chain([None]).flat_map(|tone| [UNICODE.mark(tone), ASCII.mark(tone)]);
    let text = marks.find_map(|mark| text.strip_prefix(mark)?.strip_prefix(' ')).unwrap_or(text);
    text.trim().to_lowercase()
}
