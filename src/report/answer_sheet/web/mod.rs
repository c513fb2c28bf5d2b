//! The sheet as one page for a browser: filled in there, or printed and filled in by hand.
//!
//! The form is written here, in both languages; each text stands twice and the style shows one of them. The script
//! (`answers.js` and `sheet.js`) only fills it, keeps it in the browser and hands it back as a file that an import reads. It
//! finds what it needs to know in a block of JSON.

mod data;
mod form;
mod pair;
mod security_policy;

use maud::{PreEscaped, html as markup};

use super::{cleaned, cleaned_organization};
use crate::core::language::Language;
use crate::core::organization::Organization;
use crate::core::question_set::SharedSet;
use crate::messages::messages;
use crate::report::error::DocumentError;
use crate::report::html::{page_with_policy, whole_style};

use security_policy::security_policy;

const STYLE: &str = include_str!("sheet.css");

/// The scripts in the order in which they run.
const SCRIPTS: [&str; 2] = [include_str!("answers.js"), include_str!("sheet.js")];

/// A question set in each language, in the order of [`Language::ALL`]. A set that exists in one language stands here twice.
pub type Versions = [SharedSet; 2];

/// What a web sheet asks, and what it has on it when it is handed out.
#[derive(Clone, Debug)]
pub struct WebSheet {
    /// The checklist.
    pub checklist: Versions,
    /// The diagnosis.
    pub diagnosis: Versions,
    /// The language in which it opens.
    pub language: Language,
    /// The fields about who answers that are filled in already.
    pub organization: Organization,
    /// Identifier by which what comes back is matched with what was handed out.
    pub id: String,
    /// The campaign in which it is handed out.
    pub campaign: Option<String>,
    /// Whether it shows points while it is filled in. Without, they are nowhere in the file.
    pub with_points: bool,
}

/// Writes a sheet as one page of HTML that needs nothing else.
///
/// # Errors
///
/// The data block could not be written; this does not depend on the texts.
pub fn html(sheet: &WebSheet) -> Result<String, DocumentError> {
    let sets = [&sheet.checklist, &sheet.diagnosis].map(|versions| versions.each_ref().map(|set| cleaned(set)));
    let organization = cleaned_organization(&sheet.organization);
    let style = with_plain_line_ends(&whole_style(STYLE));
    let scripts = SCRIPTS.map(with_plain_line_ends);
    let body = markup! {
        (form::form(sheet, &organization, &sets))
        script type="application/json" id="sheet" { (PreEscaped(data::data(sheet, &organization, &sets)?)) }
        @for script in &scripts { script { (PreEscaped(script)) } }
    };
    let title = messages(sheet.language).web_sheet.script.title;
    Ok(page_with_policy(sheet.language, title, &security_policy(&style, &scripts), &style, &body))
}

/// A text as a browser reads it. Where the sources were checked out with CRLF, the hash of anything else would not fit.
fn with_plain_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n")
}
