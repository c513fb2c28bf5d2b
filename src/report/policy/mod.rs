//! The basic policy as a company publishes it: Markdown, a page for its website, a Word document.

mod docx;
mod html;
mod markdown;

use crate::core::language::Language;
use crate::core::policy_document::{DocumentClause, PolicyDocument};
use crate::messages::messages;
use crate::text::{clean, clean_lines};

pub use docx::docx;
pub use html::html;
pub use markdown::markdown;

/// A policy with cleaned texts in the order in which every format and both previews show it: title, opening, clauses,
/// signature, contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Language of the policy.
    pub language: Language,
    /// Title.
    pub title: String,
    /// Paragraphs before the clauses: the opening, and to what the policy applies.
    pub opening: Vec<String>,
    /// Clauses; they are numbered from 1.
    pub clauses: Vec<Clause>,
    /// Dates with their labels, the first lines of the signature.
    pub dates: Vec<String>,
    /// Company and representative, the other lines of the signature; only those that are known.
    pub names: Vec<String>,
    /// Whom to ask about the policy, if that is said; stands below the signature.
    pub contact: Option<String>,
    company: String,
}

/// A clause of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Title.
    pub title: String,
    /// Paragraphs of its text.
    pub paragraphs: Vec<String>,
    /// The sentence before the measures.
    pub measures_intro: String,
    /// Measures that the company wants listed; usually none.
    pub measures: Vec<String>,
}

impl Page {
    /// The page of a policy.
    pub fn new(document: &PolicyDocument) -> Self {
        let words = messages(document.language);
        let space = words.common.document_space;
        let dates = [(words.policy.set_on, document.set_on), (words.policy.revised_on, document.revised_on)];
        let date = |date| (words.common.date)(date, document.japanese_era);
        let dates = dates
            .into_iter()
            .filter_map(|(label, day)| day.map(|day| format!("{label}{space}{}", date(day))))
            .collect();
        let company = line(&document.company);
        let person = [line(&document.representative_title), line(&document.representative_name)];
        let names = [company.clone(), person.join(space).trim().to_owned()];
        let names = names.into_iter().filter(|name| !name.is_empty()).collect();
        let mut opening = paragraphs(&document.preamble);
        opening.extend(document.scope.as_deref().map(paragraphs).unwrap_or_default());
        Self {
            language: document.language,
            title: line(&document.title),
            opening,
            clauses: document.clauses.iter().map(Clause::new).collect(),
            dates,
            names,
            contact: document.contact.as_deref().map(line),
            company,
        }
    }
}

impl Clause {
    fn new(clause: &DocumentClause) -> Self {
        Self {
            title: line(&clause.title),
            paragraphs: paragraphs(&clause.text),
            measures_intro: line(&clause.measures_intro),
            measures: clause.measures.iter().map(|measure| line(measure)).collect(),
        }
    }
}

fn line(text: &str) -> String {
    clean(text).trim().to_owned()
}

fn paragraphs(text: &str) -> Vec<String> {
    clean_lines(text).lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
