//! Documents of one assessment, as `export --format json` writes them.

use std::borrow::Cow;
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::InputError;
use super::counted::Counted;
use super::flat::{choice, unknown_choice};
use super::ids::Ids;
use crate::core::assessment::Status;
use crate::core::question_set::SharedSet;
use crate::core::statistics::Record;
use crate::import::MAX_FILE_SIZE;
use crate::input::encoding::without_mark;
use crate::input::{FaultKind, ImportFault};
use crate::report::json::SCHEMA;
use crate::store::read::read_up_to;

/// As much of a document as statistics need.
#[derive(Deserialize)]
struct Document<'a> {
    schema: u32,
    #[serde(borrow, default)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    status: Cow<'a, str>,
    #[serde(borrow, default)]
    organization: Organization<'a>,
    #[serde(borrow)]
    diagnosis: Diagnosis<'a>,
    merge: Option<IgnoredAny>,
}

#[derive(Default, Deserialize)]
struct Organization<'a> {
    #[serde(borrow)]
    industry: Option<Cow<'a, str>>,
    #[serde(borrow)]
    region: Option<Cow<'a, str>>,
    employees: Option<u32>,
}

#[derive(Deserialize)]
struct Diagnosis<'a> {
    #[serde(borrow)]
    set: Cow<'a, str>,
    #[serde(borrow)]
    answers: Vec<Answer<'a>>,
}

#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    answer: Option<Cow<'a, str>>,
}

/// Counts the assessment of a document. Answers to other editions of the diagnosis count where the ids are the same.
///
/// # Errors
///
/// The file cannot be read, or is no document of an assessment.
pub(super) fn count(path: &Path, set: &SharedSet, ids: &mut Ids) -> Result<Counted, InputError> {
    let bytes = read_up_to(path, MAX_FILE_SIZE as u64).map_err(InputError::Saved)?;
    let document: Document<'_> =
        serde_json::from_slice(without_mark(&bytes)).map_err(|_| InputError::Line(ImportFault::NotJson.into()))?;
    if document.schema != SCHEMA {
        return Err(InputError::Line(ImportFault::OtherSchema { schema: SCHEMA }.into()));
    }
    if document.diagnosis.set != set.id {
        return Err(InputError::OtherSet);
    }
    let answers = answers(&document, set).map_err(InputError::Line)?;
    let Document { id, status, organization, merge, .. } = document;
    let record = Record {
        complete: status == Status::Complete.name(),
        merged: merge.is_some(),
        industry: organization.industry.as_deref().unwrap_or_default(),
        region: organization.region.as_deref().unwrap_or_default(),
        employees: organization.employees,
        answers: &answers,
    };
    let mut counted = Counted::new(set);
    if counted.aggregate.check(&record).is_err() {
        return Err(InputError::OtherSet);
    }
    counted.count(0, &record, &id, ids.is_new(&id));
    Ok(counted)
}

fn answers(document: &Document<'_>, set: &SharedSet) -> Result<Vec<Option<u8>>, FaultKind> {
    let mut answers = vec![None; set.questions.len()];
    for Answer { id, answer } in &document.diagnosis.answers {
        let question = set.questions.iter().position(|question| question.id == *id);
        if let (Some(question), Some(answer)) = (question, answer) {
            answers[question] = Some(choice(answer, set).ok_or_else(|| unknown_choice(answer, set))?);
        }
    }
    Ok(answers)
}
