//! Content beside the questions: the guide, the clauses of the basic policy, the procedures of declaring.
//!
//! All of it is data in `questions/`, compiled in, and read when it is first needed.

mod guide;
mod policy_text;
mod procedures;

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use super::language::Language;

pub use guide::{Guide, Link, Section};
pub use policy_text::{Clause, PolicyText};
pub use procedures::{DeclarationIdForm, Procedure, Procedures, Step};

/// Content of one kind, per language, read at most once.
struct Shelf<Content> {
    ja: OnceLock<Option<Content>>,
    en: OnceLock<Option<Content>>,
    source: fn(Language) -> &'static str,
}

impl<Content: DeserializeOwned> Shelf<Content> {
    const fn new(source: fn(Language) -> &'static str) -> Self {
        Self { ja: OnceLock::new(), en: OnceLock::new(), source }
    }

    fn get(&self, language: Language) -> Option<&Content> {
        let slot = match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        };
        slot.get_or_init(|| toml::from_str((self.source)(language)).ok()).as_ref()
    }
}

static GUIDE: Shelf<Guide> = Shelf::new(|language| match language {
    Language::Ja => include_str!("../../../questions/ja/guide.toml"),
    Language::En => include_str!("../../../questions/en/guide.toml"),
});

static POLICY: Shelf<PolicyText> = Shelf::new(|language| match language {
    Language::Ja => include_str!("../../../questions/ja/policy.toml"),
    Language::En => include_str!("../../../questions/en/policy.toml"),
});

static PROCEDURES: Shelf<Procedures> = Shelf::new(|language| match language {
    Language::Ja => include_str!("../../../questions/ja/procedures.toml"),
    Language::En => include_str!("../../../questions/en/procedures.toml"),
});

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

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
