//! The policy as a Word document.

use super::Page;
use crate::core::policy_document::PolicyDocument;
use crate::core::sheet::Timestamp;
use crate::report::docx::{Body, Footer, Paragraph, Style, pack};
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
        body.add(Style::Policy, paragraph);
    }
    for (index, clause) in page.clauses.iter().enumerate() {
        let is_last = index + 1 == page.clauses.len();
        body.add(Style::Clause, &clause.title);
        let texts = clause.paragraphs.iter().map(|text| (Style::ClauseText, text));
        let intro =
            std::iter::once((Style::ClauseText, &clause.measures_intro)).filter(|_| !clause.measures.is_empty());
        let measures = clause.measures.iter().map(|measure| (Style::ClauseBullet, measure));
        let lines: Vec<_> = texts.chain(intro).chain(measures).collect();
        for (line, (style, text)) in lines.iter().enumerate() {
            // The signature never stands alone on a page.
            let is_followed_by_signature = is_last && line + 1 == lines.len();
            let paragraph = Paragraph::of(*style, text);
            body.push(&if is_followed_by_signature { paragraph.with_next() } else { paragraph });
        }
    }
    body.add(Style::Right, "");
    for date in &page.dates {
        body.add(Style::Right, date);
    }
    for name in &page.names {
        body.push(&Paragraph::new(Style::Right).bold(name));
    }
    if let Some(contact) = &page.contact {
        body.add(Style::Contact, contact);
    }
    pack(&body, Footer::None, &page.title, &page.company, page.language, time)
}
