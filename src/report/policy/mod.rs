//! The basic policy as a company publishes it: Markdown, a page for its website, a Word document.

mod docx;
mod html;
mod markdown;

use crate::core::language::Language;
use crate::core::policy_document::{DocumentClause, PolicyDocument};
use crate::messages::messages;
use crate::messages::policy::Signature;
use crate::text::{clean, clean_lines};

pub use docx::docx;
pub use html::html;
pub use markdown::markdown;

/// A policy with cleaned texts, as every format sets it.
struct Page {
    language: Language,
    title: String,
    /// Paragraphs before the clauses: the opening, and to what the policy applies.
    opening: Vec<String>,
    clauses: Vec<Clause>,
    /// Dates with their labels.
    dates: Vec<String>,
    company: String,
    /// Company and representative, for the signature.
    signatories: Vec<String>,
    contact: Option<String>,
}

struct Clause {
    title: String,
    paragraphs: Vec<String>,
    measures_intro: String,
    measures: Vec<String>,
}

impl Page {
    fn new(document: &PolicyDocument) -> Self {
        let space = messages(document.language).common.document_space;
        let signature = Signature::of(document);
        let dates = signature.dates.into_iter().map(|(label, date)| format!("{label}{space}{date}"));
        let mut opening = paragraphs(&document.preamble);
        opening.extend(document.scope.as_deref().map(paragraphs).unwrap_or_default());
        Self {
            language: document.language,
            title: line(&document.title),
            opening,
            clauses: document.clauses.iter().map(Clause::new).collect(),
            dates: dates.collect(),
            company: line(&document.company),
            signatories: signature.signatories.iter().map(|one| line(one)).filter(|one| !one.is_empty()).collect(),
            contact: document.contact.as_deref().map(line),
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
