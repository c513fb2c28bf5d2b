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
    representative: String,
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
        let words = &messages(document.language).policy;
        let space = match document.language {
            Language::Ja => "　",
            Language::En => " ",
        };
        let dates = [(words.set_on, &document.set_on), (words.revised_on, &document.revised_on)];
        let mut opening = paragraphs(&document.preamble);
        opening.extend(document.scope.as_deref().map(paragraphs).unwrap_or_default());
        Self {
            language: document.language,
            title: line(&document.title),
            opening,
            clauses: document.clauses.iter().map(Clause::new).collect(),
            dates: dates
                .into_iter()
                .filter_map(|(label, date)| date.as_ref().map(|date| format!("{label}{space}{}", line(date))))
                .collect(),
            company: line(&document.company),
            representative: line(&document.representative),
            contact: document.contact.as_deref().map(line),
        }
    }

    /// The lines of the signature: company and representative.
    fn signature(&self) -> impl Iterator<Item = &String> {
        [&self.company, &self.representative].into_iter().filter(|line| !line.is_empty())
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
