//! The block of JSON in which the page's script finds the sets, what is filled in already, and its sentences.

use std::collections::BTreeMap;

use serde::Serialize;

use super::WebSheet;
use crate::core::language::Language;
use crate::core::organization::Organization;
use crate::core::question_set::{self, Kind, QuestionSet};
use crate::messages::messages;
use crate::messages::web_sheet::ScriptWords;
use crate::report::error::DocumentError;
use crate::report::json::{OrganizationDocument, SCHEMA};
use crate::text::escaped_json;

#[derive(Serialize)]
struct Data<'a> {
    schema: u32,
    sheet: Identity<'a>,
    organization: OrganizationDocument<'a>,
    sets: Sets<'a>,
    words: BTreeMap<&'static str, &'static ScriptWords>,
}

/// By what a sheet is known when it comes back; the answer file carries it unchanged.
#[derive(Serialize)]
struct Identity<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    campaign: Option<&'a str>,
}

#[derive(Serialize)]
struct Sets<'a> {
    checklist: Set<'a>,
    diagnosis: Set<'a>,
}

#[derive(Serialize)]
struct Set<'a> {
    #[serde(rename = "set")]
    id: &'a str,
    edition: &'a str,
    questions: Vec<Question<'a>>,
    choices: Vec<&'a str>,
    /// Points by choice; absent where no points are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<BTreeMap<&'a str, i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bands: Option<Vec<Band<'a>>>,
}

#[derive(Serialize)]
struct Question<'a> {
    number: usize,
    id: &'a str,
}

#[derive(Serialize)]
struct Band<'a> {
    min: i32,
    max: i32,
    verdict: BTreeMap<&'static str, &'a str>,
}

/// The text of the block. Nothing in it ends the element or starts a comment.
pub(super) fn data(
    sheet: &WebSheet,
    about: &Organization,
    [checklist, diagnosis]: &[[QuestionSet; 2]; 2],
) -> Result<String, DocumentError> {
    let data = Data {
        schema: SCHEMA,
        sheet: Identity { id: &sheet.id, campaign: sheet.campaign.as_deref() },
        organization: OrganizationDocument(about),
        sets: Sets { checklist: set(checklist, false), diagnosis: set(diagnosis, sheet.with_points) },
        words: Language::ALL.map(|language| (language.code(), &messages(language).web_sheet.script)).into(),
    };
    let json = serde_json::to_string(&data).map_err(|error| DocumentError(error.to_string()))?;
    // In JSON the sign is inside of strings only.
    Ok(escaped_json(&json).replace('<', "\\u003c"))
}

fn set(versions: &[QuestionSet; 2], with_points: bool) -> Set<'_> {
    let [set, in_english] = versions;
    let with_points = with_points && set.kind == Kind::Diagnosis;
    let points = || set.choices.iter().map(|choice| (choice.id.as_str(), choice.points)).collect();
    let bands = || set.bands.iter().zip(&in_english.bands).map(|(ja, en)| band(ja, en)).collect();
    Set {
        id: &set.id,
        edition: &set.edition,
        questions: set.questions.iter().map(|it| Question { number: it.number, id: &it.id }).collect(),
        choices: set.choices.iter().map(|choice| choice.id.as_str()).collect(),
        points: with_points.then(points),
        bands: with_points.then(bands),
    }
}

fn band<'a>(ja: &'a question_set::Band, en: &'a question_set::Band) -> Band<'a> {
    let [code_ja, code_en] = Language::ALL.map(Language::code);
    Band { min: ja.min, max: ja.max, verdict: [(code_ja, ja.verdict.as_str()), (code_en, en.verdict.as_str())].into() }
}
