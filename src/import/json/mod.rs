//! The JSON document of an assessment, as `show --json` and `export --format json` write it. Fields that are not known are
//! ignored; what follows from the answers is derived again, not believed.

mod answers;
mod declaration;

use super::ImportOptions;
use crate::core::assessment::{Assessment, Organization};
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::organization::{FieldValueMut, OrganizationField};
use crate::core::place::Place;
use crate::core::question_set::Kind;
use crate::core::sheet::to_the_millisecond;
use crate::input::json::{Object, parse};
use crate::input::{Fault, Faults, ImportFault, ValueType};
use crate::report::json::SCHEMA;

/// Reads a document.
pub(super) fn read(bytes: &[u8], catalog: &Catalog, given: &ImportOptions) -> Result<Assessment, Vec<Fault>> {
    let root = parse(bytes).map_err(|fault| vec![fault])?;
    let faults = Faults::of_document();
    let assessment = Object::root(&root, &faults).and_then(|root| assessment(&root, catalog, given));
    faults.into_result(assessment)
}

fn assessment(root: &Object<'_>, catalog: &Catalog, given: &ImportOptions) -> Option<Assessment> {
    if root.count("schema") != Some(SCHEMA) {
        root.fault("schema", ImportFault::OtherSchema { schema: SCHEMA });
        return None;
    }
    let language = root.one_of("language", &Language::ALL.map(|language| (language.code(), language)));
    let who = root.object("organization").map(|object| who(&object)).unwrap_or_default();
    let organization = who.with(&given.organization);
    if organization.name.trim().is_empty() {
        root.fault("organization.name", ImportFault::NoOrganization);
    }
    let checklist = answers::sheet(root, Kind::Checklist, catalog, given);
    let diagnosis = answers::sheet(root, Kind::Diagnosis, catalog, given);
    let (checklist, diagnosis) = (checklist?, diagnosis?);
    let created_at = root.date_time("created_at").map_or(given.now, to_the_millisecond);
    let language = language.unwrap_or(given.language);
    let mut assessment = Assessment::new(given.id.clone(), organization, checklist, diagnosis, language, created_at);
    assessment.updated_at = root.date_time("updated_at").map_or(created_at, to_the_millisecond);
    if let Some(place) = root.parsed("place", ValueType::Place) {
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
