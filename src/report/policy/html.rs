//! The policy as a page for a company's website.

use maud::html as markup;

use super::Page;
use crate::core::policy_document::PolicyDocument;
use crate::report::html::page as whole_page;

const STYLE: &str = include_str!("policy.css");

/// Writes a policy as one page of HTML without script and without anything from elsewhere.
pub fn html(document: &PolicyDocument) -> String {
    let page = Page::new(document);
    let body = markup! {
        main {
            h1 { (page.title) }
            @for paragraph in &page.opening { p { (paragraph) } }
            @for (index, clause) in page.clauses.iter().enumerate() {
                section {
                    h2 { span.number { (index + 1) ". " } (clause.title) }
                    @for paragraph in &clause.paragraphs { p { (paragraph) } }
                    @if !clause.measures.is_empty() {
                        p { (clause.measures_intro) }
                        ul { @for measure in &clause.measures { li { (measure) } } }
                    }
                }
            }
            div.signature {
                @for date in &page.dates { p { (date) } }
                @for line in &page.signatories { p.who { (line) } }
            }
            @if let Some(contact) = &page.contact { p.contact { (contact) } }
        }
    };
    whole_page(page.language, &page.title, STYLE, &body)
}
