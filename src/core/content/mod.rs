//! Content beside the questions: the guide, the clauses of the basic policy, the procedures of declaring, how others answered.
//!
//! All of it is data in `questions/`, compiled in, and read when it is first needed.

mod guide;
mod policy_text;
mod procedures;
mod survey;

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use super::language::Language;
use super::shipped::{Shipped, shipped};

pub use guide::{Guide, Link, Section};
pub use policy_text::{Clause, PolicyText};
pub use procedures::{DeclarationIdForm, Procedure, Procedures, Step};
pub use survey::{Share, Survey};

/// Content of one kind, per language, read at most once.
struct Shelf<Content> {
    texts: [OnceLock<Option<Content>>; Language::COUNT],
    source: Shipped,
}

impl<Content: DeserializeOwned> Shelf<Content> {
    const fn new(source: Shipped) -> Self {
        Self { texts: [const { OnceLock::new() }; Language::COUNT], source }
    }

    fn get(&self, language: Language) -> Option<&Content> {
        // A file that cannot be read would be a fault of the program; the tests read all of them.
        let read = || toml::from_str((self.source)(language)).ok();
        self.texts.get(language as usize)?.get_or_init(read).as_ref()
    }
}

static GUIDE: Shelf<Guide> = Shelf::new(shipped!("guide.toml"));

static POLICY: Shelf<PolicyText> = Shelf::new(shipped!("policy.toml"));

static PROCEDURES: Shelf<Procedures> = Shelf::new(shipped!("procedures.toml"));

static SURVEY: Shelf<Survey> = Shelf::new(shipped!("survey.toml"));

/// The guide in a language. `None` cannot happen with the shipped files, which tests read.
pub fn guide(language: Language) -> Option<&'static Guide> {
    GUIDE.get(language)
}

/// The clauses of the basic policy in a language.
pub fn policy_text(language: Language) -> Option<&'static PolicyText> {
    POLICY.get(language)
}

/// The procedures of declaring in a language.
pub fn procedures(language: Language) -> Option<&'static Procedures> {
    PROCEDURES.get(language)
}

/// How others answered, in a language.
pub fn survey(language: Language) -> Option<&'static Survey> {
    SURVEY.get(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::catalog::Catalog;

    #[test]
    fn shipped_content_has_the_same_ids_in_both_languages() {
        let sections = |language| -> Vec<&str> {
            guide(language).expect("a guide").sections.iter().map(|section| section.id.as_str()).collect()
        };
        assert_eq!(sections(Language::Ja), sections(Language::En));
        let clauses = |language| -> Vec<(&str, bool, &[String])> {
            let text = policy_text(language).expect("clauses");
            text.clauses.iter().map(|c| (c.id.as_str(), c.default, c.measures.as_slice())).collect()
        };
        assert_eq!(clauses(Language::Ja), clauses(Language::En));
        let steps = |language| -> Vec<(&str, &str)> {
            let all = procedures(language).expect("procedures");
            all.procedures.iter().flat_map(|p| p.steps.iter().map(|s| (p.id.as_str(), s.id.as_str()))).collect()
        };
        assert_eq!(steps(Language::Ja), steps(Language::En));
        let shares = |language| {
            let survey = survey(language).expect("a survey");
            (survey.n, survey.published_on, survey.set.clone(), survey.shares.clone())
        };
        assert_eq!(shares(Language::Ja), shares(Language::En));
    }

    #[test]
    fn survey_names_questions_of_its_set_and_leaves_the_rest_out() {
        let survey = survey(Language::Ja).expect("a survey");
        let catalog = Catalog::built_in();
        let set = catalog.by_id(&survey.set, Language::Ja).expect("its set");
        assert!(survey.shares.iter().all(|share| (0.0..=100.0).contains(&share.percent)));
        assert!(survey.shares.iter().all(|share| set.question(&share.id).is_some()));
        assert_eq!(survey.percent("self-diagnosis", "software-updates"), Some(73.0));
        assert_eq!(survey.percent("self-diagnosis", "backups"), None);
        // A set of one's own may use the same id for another question.
        assert_eq!(survey.percent("shop-opening", "software-updates"), None);
    }
}
