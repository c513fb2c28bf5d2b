//! The policy as Markdown.

use std::fmt::Write as _;

use super::Page;
use crate::core::policy_document::PolicyDocument;
use crate::report::markdown::escaped;

/// Writes a policy as Markdown.
pub fn markdown(document: &PolicyDocument) -> String {
    let page = Page::new(document);
    let mut text = String::new();
    let _ = writeln!(text, "# {}", escaped(&page.title));
    for paragraph in &page.opening {
        let _ = writeln!(text, "\n{}", escaped(paragraph));
    }
    for (index, clause) in page.clauses.iter().enumerate() {
        let _ = writeln!(text, "\n## {}. {}", index + 1, escaped(&clause.title));
        for paragraph in &clause.paragraphs {
            let _ = writeln!(text, "\n{}", escaped(paragraph));
        }
        if !clause.measures.is_empty() {
            let _ = writeln!(text, "\n{}\n", escaped(&clause.measures_intro));
            for measure in &clause.measures {
                let _ = writeln!(text, "- {}", escaped(measure));
            }
        }
    }
    // Two blanks at the end of a line break it.
    let signature: Vec<String> = page.dates.iter().chain(&page.signatories).map(|line| escaped(line)).collect();
    if !signature.is_empty() {
        let _ = writeln!(text, "\n{}", signature.join("  \n"));
    }
    if let Some(contact) = &page.contact {
        let _ = writeln!(text, "\n{}", escaped(contact));
    }
    text
}
