//! The policy as a Word document.

use super::Page;
use crate::core::policy_document::PolicyDocument;
use crate::core::sheet::Timestamp;
use crate::report::docx::{Body, Paragraph, Style, pack};
use crate::report::error::DocumentError;

/// Writes a policy as a Word document; `time` is what the document names as its date of making.
///
/// # Errors
///
/// The document could not be put together.
pub fn docx(document: &PolicyDocument, time: Timestamp) -> Result<Vec<u8>, DocumentError> {
    let page = Page::new(document);
    let mut body = Body::default();
    body.add(Style::PolicyTitle, &page.title);
    for paragraph in &page.opening {
        body.add(Style::Normal, paragraph);
    }
    for clause in &page.clauses {
        body.add(Style::Clause, &clause.title);
        for paragraph in &clause.paragraphs {
            body.add(Style::ClauseText, paragraph);
        }
        if !clause.measures.is_empty() {
            body.add(Style::ClauseText, &clause.measures_intro);
            for measure in &clause.measures {
                body.add(Style::ClauseBullet, measure);
            }
        }
    }
    body.add(Style::Normal, "");
    for date in &page.dates {
        body.add(Style::Right, date);
    }
    for line in &page.signatories {
        body.push(&Paragraph::new(Style::Right).bold(line));
    }
    if let Some(contact) = &page.contact {
        body.add(Style::Normal, "");
        body.add(Style::Normal, contact);
    }
    pack(&body, &page.title, &page.company, page.language, time)
}
