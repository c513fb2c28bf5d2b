//! The JSON document of an assessment, as `show --json` and `export --format json` write it. Fields that are not known are
//! passed over; what follows from the answers is derived again, not believed.

mod answers;
mod declaration;
mod fields;
mod node;

use fields::{Faults, Object};
use node::{DUPLICATE, Node};

use super::{Given, ImportFault, Spot, nameless};
use crate::core::assessment::{Assessment, Organization};
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::organization::{FieldValueMut, OrganizationField};
use crate::core::place::Place;
use crate::core::question_set::Kind;
use crate::report::json::SCHEMA;

/// Reads a document.
pub(super) fn read(bytes: &[u8], catalog: &Catalog, given: &Given) -> Result<Assessment, Vec<ImportFault>> {
    let root = parsed(bytes).map_err(|fault| vec![fault])?;
    let faults = Faults::default();
    let assessment = Object::new(&root, String::new(), &faults).and_then(|root| assessment(&root, catalog, given));
    let faults = faults.into_inner();
    match assessment {
        Some(assessment) if faults.is_empty() => Ok(assessment),
        _ => Err(faults),
    }
}

fn parsed(bytes: &[u8]) -> Result<Node, ImportFault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if std::str::from_utf8(bytes).is_err() {
        return Err(ImportFault::of_file(
            "文字コードがUTF-8ではありません。UTF-8で保存し直してください。",
            "the encoding is not UTF-8; save the file as UTF-8.",
        ));
    }
    serde_json::from_slice(bytes).map_err(|error| {
        let spot = Spot::Line { line: error.line() as u64, column: Some(error.column().to_string()) };
        if error.to_string().starts_with(DUPLICATE) {
            ImportFault::new(
                spot,
                "同じ名前の項目が2回あります。1つにしてください。",
                "an object has the same key twice; keep one.",
            )
        } else {
            ImportFault::new(
                spot,
                "JSONとして読めません。書き出したままのファイルを使ってください。",
                "this cannot be read as JSON; use the file as it was exported.",
            )
        }
    })
}

fn assessment(root: &Object<'_>, catalog: &Catalog, given: &Given) -> Option<Assessment> {
    if root.count("schema") != Some(SCHEMA) {
        root.fault(
            "schema",
            format!("この版のhoshitoriが読めるのは\"schema\": {SCHEMA}の文書だけです。"),
            format!("this hoshitori reads documents with \"schema\": {SCHEMA} only."),
        );
        return None;
    }
    let language = root.parsed("language", Language::from_code, "ja, en");
    let who = root.object("organization").map(|object| who(&object)).unwrap_or_default();
    let organization = who.with(&given.organization);
    if organization.name.trim().is_empty() {
        let fault = nameless();
        root.fault("organization.name", fault.ja, fault.en);
    }
    let checklist = answers::sheet(root, Kind::Checklist, catalog, given);
    let diagnosis = answers::sheet(root, Kind::Diagnosis, catalog, given);
    let (checklist, diagnosis) = (checklist?, diagnosis?);
    let created_at = root.moment("created_at").unwrap_or(given.now);
    let language = language.unwrap_or(given.language);
    let mut assessment = Assessment::new(given.id.clone(), organization, checklist, diagnosis, language, created_at);
    assessment.updated_at = root.moment("updated_at").unwrap_or(created_at);
    if let Some(place) = root.parsed("place", |text| text.parse().ok(), "diagnosis/1, result") {
        assessment.place = Place::within(Some(place), &assessment.checklist, &assessment.diagnosis);
    }
    assessment.carried_from = root.optional_text("carried_from").map(str::to_owned);
    declaration::read(root, &mut assessment);
    Some(assessment)
}

fn who(object: &Object<'_>) -> Organization {
    let mut organization = Organization::default();
    for field in OrganizationField::ALL {
        match organization.get_mut(field) {
            FieldValueMut::Text(text) => *text = object.text(field.key()),
            FieldValueMut::Count(count) => *count = object.count(field.key()),
        }
    }
    organization
}
