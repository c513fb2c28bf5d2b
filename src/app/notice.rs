//! What is shown above the footer until the next key. It is kept as a type and worded when it is shown, so that it follows
//! the language of the interface.

use std::path::PathBuf;

use super::effect::EffectError;
use crate::core::benchmark::BenchmarkRefusal;
use crate::core::language::Language;
use crate::core::merge::DecisionFault;
use crate::core::policy_document::MissingData;
use crate::messages::messages;
use crate::store::failure::{StoreError, shown};

/// Something to be said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// What was asked for could not be done.
    Failed(EffectError),
    /// These files could not be read, so that what is shown may lack something.
    Unreadable(Vec<StoreError>),
    /// Another program had changed the file; its version was kept aside here.
    KeptAside(PathBuf),
    /// Documents were written here.
    Written(Vec<PathBuf>),
    /// The assessment with this id was deleted.
    Deleted(String),
    /// The answers were moved to the edition with this title.
    EditionMoved(String),
    /// The edition with this title has no place for the answers on these topics, so nothing was moved.
    EditionLoses(String, Vec<String>),
    /// No report format is chosen.
    NothingChosen,
    /// An assessment is marked to be compared with another.
    Marked,
    /// The basic policy lacks data.
    MissingData(Vec<MissingData>),
    /// The assessment and the statistics cannot be compared.
    NotComparable(BenchmarkRefusal),
    /// A disagreement cannot be decided or left to the rule.
    Undecided(DecisionFault),
}

impl Notice {
    /// The sentence.
    pub fn sentence(&self, language: Language) -> String {
        let words = messages(language);
        match self {
            Self::Failed(error) => error.sentence(language),
            Self::Unreadable(errors) => unreadable(errors, language),
            Self::KeptAside(path) => (words.common.kept_aside)(&shown(path)),
            Self::Written(paths) => {
                let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
                (words.policy.written)(&paths.join(", "))
            }
            Self::Deleted(id) => (words.saved.deleted)(id),
            Self::EditionMoved(title) => (words.progress.edition_moved)(title),
            Self::EditionLoses(title, topics) => (words.progress.edition_loses)(title, &topics.join(" / ")),
            Self::NothingChosen => words.export.nothing_chosen.to_owned(),
            Self::Marked => words.saved.marked.to_owned(),
            Self::MissingData(missing) => {
                let names: Vec<&str> = missing.iter().copied().map(words.policy.missing_name).collect();
                (words.policy.data_missing)(&names.join(words.common.list_separator))
            }
            Self::NotComparable(refusal) => (words.benchmark.refusal)(refusal),
            Self::Undecided(fault) => (words.disagreements.undecided)(*fault).to_owned(),
        }
    }
}

impl EffectError {
    /// What failed and what to do.
    pub fn sentence(&self, language: Language) -> String {
        let words = messages(language);
        match self {
            Self::Store(error) => error.sentence(language),
            Self::Document(error) => (words.export.document_failed)(&error.0),
            Self::NoPrevious(errors) if errors.is_empty() => words.compare.no_previous.to_owned(),
            Self::NoPrevious(errors) => format!("{} {}", words.compare.no_previous, unreadable(errors, language)),
        }
    }
}

fn unreadable(errors: &[StoreError], language: Language) -> String {
    let first = errors.first().map(|error| error.sentence(language)).unwrap_or_default();
    (messages(language).saved.left_out)(errors.len(), &first)
}
