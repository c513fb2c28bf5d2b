//! The JSON document of an assessment: `show --json`, `export --format json`, and without its answers `list --json`.

mod against;
pub mod analyses;
mod answers;
pub mod statistics;

use chrono::NaiveDate;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::core::assessment::{Assessment, Organization};
use crate::core::benchmark::Benchmark;
use crate::core::declaration::{Declaration, Policy, Publication};
use crate::core::merge_record::MergeRecord;
use crate::core::organization::{FieldValue, OrganizationField};
use crate::core::plan_entry::PlanEntry;
use crate::core::score::score;
use crate::core::sheet::{Sheet, rfc3339};
use crate::core::star::Star;
use crate::core::stars::{Stars, stars};

use against::AgainstDocument;
use answers::{AnswerDocument, answers, unanswered};

/// Version of the JSON documents; grows when a field is renamed or goes.
pub const SCHEMA: u32 = 1;

/// An assessment as JSON.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    schema: u32,
    id: &'a str,
    created_at: String,
    updated_at: String,
    language: &'static str,
    status: &'static str,
    place: String,
    organization: OrganizationDocument<'a>,
    checklist: ChecklistDocument<'a>,
    diagnosis: DiagnosisDocument<'a>,
    policy: PolicyDocument<'a>,
    stars: StarsDocument,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    plan: Vec<PlanDocument<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    declaration: Option<DeclarationDocument<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    carried_from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    merge: Option<MergeDocument<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<AgainstDocument<'a>>,
}

/// Who is assessed, as documents write it.
#[derive(Debug)]
pub(in crate::report) struct OrganizationDocument<'a>(pub &'a Organization);

impl Serialize for OrganizationDocument<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(OrganizationField::ALL.len()))?;
        for field in OrganizationField::ALL {
            match self.0.get(field) {
                FieldValue::Text(text) => map.serialize_entry(field.key(), text)?,
                FieldValue::Count(count) => map.serialize_entry(field.key(), &count)?,
            }
        }
        map.end()
    }
}

#[derive(Debug, Serialize)]
struct ChecklistDocument<'a> {
    set: &'a str,
    edition: &'a str,
    answered: usize,
    total: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Vec<AnswerDocument<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unanswered: Vec<AnswerDocument<'a>>,
}

#[derive(Debug, Serialize)]
struct DiagnosisDocument<'a> {
    set: &'a str,
    edition: &'a str,
    answered: usize,
    total: usize,
    points: i32,
    min: i32,
    max: i32,
    band: Option<&'a str>,
    categories: Vec<CategoryDocument<'a>>,
    unknown: Vec<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Vec<AnswerDocument<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unanswered: Vec<AnswerDocument<'a>>,
}

#[derive(Debug, Serialize)]
struct CategoryDocument<'a> {
    id: &'a str,
    title: &'a str,
    points: i32,
    min: i32,
    max: i32,
    answered: usize,
    total: usize,
}

#[derive(Debug, Serialize)]
struct PolicyDocument<'a> {
    set_on: Option<NaiveDate>,
    published_at: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revised_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "str::is_empty")]
    published_where: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    company: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    representative_title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    representative_name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    contact: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    scope: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    japanese_era: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    clauses: Vec<ClauseDocument<'a>>,
}

#[derive(Debug, Serialize)]
struct ClauseDocument<'a> {
    id: &'a str,
    included: Option<bool>,
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "is_false")]
    lists_measures: bool,
}

#[derive(Debug, Serialize)]
struct StarsDocument {
    one: StarDocument<usize>,
    two: StarDocument<&'static str>,
}

#[derive(Debug, Serialize)]
struct StarDocument<Missing> {
    ready: bool,
    missing: Vec<Missing>,
    declared_on: Option<NaiveDate>,
    state: &'static str,
}

#[derive(Debug, Serialize)]
struct PlanDocument<'a> {
    id: &'a str,
    owner: &'a str,
    due: Option<NaiveDate>,
    state: &'static str,
    reason: &'a str,
    note: &'a str,
}

#[derive(Debug, Serialize)]
struct DeclarationDocument<'a> {
    star: Option<u32>,
    declared_on: Option<NaiveDate>,
    procedure: &'a str,
    steps: Vec<StepDocument<'a>>,
    id: &'a str,
    logo_downloaded_on: Option<NaiveDate>,
}

#[derive(Debug, Serialize)]
struct StepDocument<'a> {
    step: &'a str,
    done_on: NaiveDate,
}

#[derive(Debug, Serialize)]
struct MergeDocument<'a> {
    rule: &'static str,
    sources: &'a [String],
    disagreements: Vec<DisagreementDocument<'a>>,
}

#[derive(Debug, Serialize)]
struct DisagreementDocument<'a> {
    number: usize,
    id: &'a str,
    set: &'static str,
    answers: &'a std::collections::BTreeMap<String, String>,
    chosen: &'a str,
    by: &'static str,
    reason: &'a str,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_false(value: &bool) -> bool {
    !value
}

impl<'a> Document<'a> {
    /// The whole document.
    pub fn of(assessment: &'a Assessment) -> Self {
        Self::build(assessment, true)
    }

    /// The document with a comparison of the assessment with statistics of many.
    #[must_use]
    pub fn with_benchmark(self, benchmark: &Benchmark<'a>) -> Self {
        Self { against: Some(against::against(benchmark)), ..self }
    }

    /// The document without its answers, as the list shows it.
    pub fn without_answers(assessment: &'a Assessment) -> Self {
        Self::build(assessment, false)
    }

    fn build(assessment: &'a Assessment, with_answers: bool) -> Self {
        let stars = stars(assessment);
        Self {
            schema: SCHEMA,
            id: &assessment.id,
            created_at: rfc3339(assessment.created_at),
            updated_at: rfc3339(assessment.updated_at),
            language: assessment.language.code(),
            status: assessment.status().name(),
            place: assessment.place.to_string(),
            organization: OrganizationDocument(&assessment.organization),
            checklist: ChecklistDocument {
                set: &assessment.checklist.set.id,
                edition: &assessment.checklist.set.edition,
                answered: assessment.checklist.answered(),
                total: assessment.checklist.total(),
                answers: with_answers.then(|| answers(&assessment.checklist)),
                unanswered: if with_answers { unanswered(&assessment.checklist) } else { Vec::new() },
            },
            diagnosis: diagnosis(&assessment.diagnosis, with_answers),
            policy: policy(&assessment.policy, &assessment.publication),
            stars: StarsDocument {
                one: star(&stars, Star::One, stars.one_missing.clone()),
                two: star(&stars, Star::Two, stars.two_missing.iter().map(|step| step.name()).collect()),
            },
            plan: assessment.plan.iter().map(|(id, entry)| plan_entry(id, entry)).collect(),
            declaration: declaration(&assessment.declaration),
            carried_from: assessment.carried_from.as_deref(),
            merge: assessment.merge.as_ref().map(merge),
            against: None,
        }
    }
}

fn star<Missing>(stars: &Stars, star: Star, missing: Vec<Missing>) -> StarDocument<Missing> {
    let state = stars.state(star);
    StarDocument { ready: stars.is_ready(star), missing, declared_on: state.declared_on(), state: state.name() }
}

fn diagnosis(sheet: &Sheet, with_answers: bool) -> DiagnosisDocument<'_> {
    let score = score(sheet);
    DiagnosisDocument {
        set: &sheet.set.id,
        edition: &sheet.set.edition,
        answered: score.answered,
        total: score.total,
        points: score.points,
        min: score.min,
        max: score.max,
        band: score.band.map(|band| band.id.as_str()),
        categories: score
            .categories
            .iter()
            .map(|part| CategoryDocument {
                id: &part.category.id,
                title: &part.category.title,
                points: part.points,
                min: part.min,
                max: part.max,
                answered: part.answered,
                total: part.total,
            })
            .collect(),
        unknown: score.unknown.iter().map(|question| question.number).collect(),
        answers: with_answers.then(|| answers(sheet)),
        unanswered: if with_answers { unanswered(sheet) } else { Vec::new() },
    }
}

fn policy<'a>(policy: &'a Policy, publication: &'a Publication) -> PolicyDocument<'a> {
    PolicyDocument {
        set_on: policy.set_on,
        published_at: publication.published_at,
        revised_on: policy.revised_on,
        published_where: &publication.place,
        company: &policy.company,
        representative_title: &policy.representative_title,
        representative_name: &policy.representative_name,
        contact: &policy.contact,
        scope: &policy.scope,
        japanese_era: policy.japanese_era,
        clauses: policy
            .clauses
            .iter()
            .map(|(id, change)| ClauseDocument {
                id,
                included: change.included,
                text: change.text.as_deref(),
                lists_measures: change.lists_measures,
            })
            .collect(),
    }
}

fn plan_entry<'a>(id: &'a str, entry: &'a PlanEntry) -> PlanDocument<'a> {
    PlanDocument {
        id,
        owner: &entry.owner,
        due: entry.due,
        state: entry.state.name(),
        reason: &entry.reason,
        note: &entry.note,
    }
}

fn declaration(declaration: &Declaration) -> Option<DeclarationDocument<'_>> {
    (*declaration != Declaration::default()).then(|| DeclarationDocument {
        star: declaration.star.map(Star::number),
        declared_on: declaration.declared_on,
        procedure: &declaration.procedure,
        steps: declaration.steps.iter().map(|(step, done_on)| StepDocument { step, done_on: *done_on }).collect(),
        id: &declaration.declaration_id,
        logo_downloaded_on: declaration.logo_downloaded_on,
    })
}

fn merge(record: &MergeRecord) -> MergeDocument<'_> {
    MergeDocument {
        rule: record.rule.name(),
        sources: &record.sources,
        disagreements: record
            .disagreements
            .iter()
            .map(|disagreement| DisagreementDocument {
                number: disagreement.number,
                id: &disagreement.question,
                set: if disagreement.in_checklist { "checklist" } else { "diagnosis" },
                answers: &disagreement.answers,
                chosen: &disagreement.chosen,
                by: if disagreement.by_hand { "hand" } else { "rule" },
                reason: &disagreement.reason,
            })
            .collect(),
    }
}
