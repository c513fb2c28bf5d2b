//! The JSON documents of `plan`, `compare` and `trend`.

use serde::Serialize;

use super::SCHEMA;
use crate::core::assessment::Assessment;
use crate::core::compare::{SheetComparison, Side, compare};
use crate::core::plan::{items, path};
use crate::core::score::score;
use crate::core::sheet::rfc3339;
use crate::core::trend::trend;
use crate::text::escaped_json;

/// The remediation plan as JSON.
#[derive(Debug, Serialize)]
pub struct PlanDocument<'a> {
    schema: u32,
    id: &'a str,
    points: i32,
    band: Option<&'a str>,
    target: i32,
    items: Vec<ItemDocument<'a>>,
    path: Vec<StepDocument<'a>>,
    path_points: i32,
}

#[derive(Debug, Serialize)]
struct ItemDocument<'a> {
    number: usize,
    id: &'a str,
    category: &'a str,
    topic: &'a str,
    answer: Option<&'a str>,
    points_lost: i32,
    owner: &'a str,
    due: Option<chrono::NaiveDate>,
    state: &'static str,
    reason: &'a str,
    note: &'a str,
    first_step: &'a str,
    fuller_measure: &'a str,
}

#[derive(Debug, Serialize)]
struct StepDocument<'a> {
    number: usize,
    id: &'a str,
    from: Option<&'a str>,
    to: &'a str,
    gain: i32,
}

impl<'a> PlanDocument<'a> {
    /// The plan of an assessment and the fewest changes to a target in points.
    pub fn of(assessment: &'a Assessment, target: i32) -> Self {
        let sheet = &assessment.diagnosis;
        let score = score(sheet);
        let path = path(sheet, target);
        Self {
            schema: SCHEMA,
            id: &assessment.id,
            points: score.points,
            band: score.band.map(|band| band.id.as_str()),
            target,
            items: items(sheet, &assessment.plan)
                .into_iter()
                .map(|item| ItemDocument {
                    number: item.question.number,
                    id: &item.question.id,
                    category: &item.question.category,
                    topic: &item.question.topic,
                    answer: item.choice.map(|choice| choice.id.as_str()),
                    points_lost: item.points_lost,
                    owner: &item.entry.owner,
                    due: item.entry.due,
                    state: item.entry.state.name(),
                    reason: &item.entry.reason,
                    note: &item.entry.note,
                    first_step: &item.question.first_step,
                    fuller_measure: &item.question.fuller_measure,
                })
                .collect(),
            path_points: path.points,
            path: path
                .steps
                .iter()
                .map(|step| StepDocument {
                    number: step.question.number,
                    id: &step.question.id,
                    from: step.from.map(|choice| choice.id.as_str()),
                    to: &step.to.id,
                    gain: step.gain,
                })
                .collect(),
        }
    }
}

/// A comparison as JSON: b minus a.
#[derive(Debug, Serialize)]
struct ComparisonDocument<'a> {
    schema: u32,
    a: SideDocument<'a>,
    b: SideDocument<'a>,
    points: i32,
    categories: Vec<CategoryChangeDocument<'a>>,
    changed: Vec<ChangeDocument<'a>>,
    unmatched: Vec<UnmatchedDocument<'a>>,
    checklist: ChecklistChangesDocument<'a>,
}

#[derive(Debug, Serialize)]
struct SideDocument<'a> {
    id: &'a str,
    created_at: String,
    points: i32,
    band: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct CategoryChangeDocument<'a> {
    id: &'a str,
    a: Option<i32>,
    b: Option<i32>,
    change: Option<i32>,
}

#[derive(Debug, Serialize)]
struct ChangeDocument<'a> {
    number: usize,
    id: &'a str,
    a: Option<&'a str>,
    b: Option<&'a str>,
    change: i32,
}

#[derive(Debug, Serialize)]
struct UnmatchedDocument<'a> {
    number: usize,
    id: &'a str,
    only_in: &'static str,
}

#[derive(Debug, Serialize)]
struct ChecklistChangesDocument<'a> {
    changed: Vec<ChangeDocument<'a>>,
    unmatched: Vec<UnmatchedDocument<'a>>,
}

/// The comparison of two assessments as a JSON value, `b` minus `a`.
///
/// # Errors
///
/// Only what serde says, which does not happen with these types.
pub fn comparison<'a>(a: &'a Assessment, b: &'a Assessment) -> Result<String, serde_json::Error> {
    let comparison = compare(a, b);
    let side = |assessment: &'a Assessment| {
        let score = score(&assessment.diagnosis);
        SideDocument {
            id: &assessment.id,
            created_at: rfc3339(assessment.created_at),
            points: score.points,
            band: score.band.map(|band| band.id.as_str()),
        }
    };
    let document = ComparisonDocument {
        schema: SCHEMA,
        a: side(a),
        b: side(b),
        points: comparison.diagnosis.change(),
        categories: comparison
            .diagnosis
            .categories
            .iter()
            .map(|part| CategoryChangeDocument { id: &part.category.id, a: part.a, b: part.b, change: part.change() })
            .collect(),
        changed: changes(&comparison.diagnosis),
        unmatched: unmatched(&comparison.diagnosis),
        checklist: ChecklistChangesDocument {
            changed: changes(&comparison.checklist),
            unmatched: unmatched(&comparison.checklist),
        },
    };
    shown(&document)
}

/// The document as text. It goes to terminals, and what JSON leaves as it is could steer one.
fn shown(document: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(document).map(|text| escaped_json(&text).into_owned())
}

fn changes<'a>(comparison: &SheetComparison<'a>) -> Vec<ChangeDocument<'a>> {
    comparison
        .changed
        .iter()
        .map(|change| ChangeDocument {
            number: change.question.number,
            id: &change.question.id,
            a: change.a.map(|choice| choice.id.as_str()),
            b: change.b.map(|choice| choice.id.as_str()),
            change: change.change,
        })
        .collect()
}

fn unmatched<'a>(comparison: &SheetComparison<'a>) -> Vec<UnmatchedDocument<'a>> {
    comparison
        .unmatched
        .iter()
        .map(|unmatched| UnmatchedDocument {
            number: unmatched.question.number,
            id: &unmatched.question.id,
            only_in: match unmatched.side {
                Side::A => "a",
                Side::B => "b",
            },
        })
        .collect()
}

/// A trend as JSON.
#[derive(Debug, Serialize)]
struct TrendDocument<'a> {
    schema: u32,
    organization: &'a str,
    assessments: Vec<PointDocument<'a>>,
    open_longest: Vec<OpenDocument<'a>>,
}

#[derive(Debug, Serialize)]
struct PointDocument<'a> {
    id: &'a str,
    created_at: String,
    points: i32,
    band: Option<&'a str>,
    categories: Vec<CategoryPointsDocument<'a>>,
}

#[derive(Debug, Serialize)]
struct CategoryPointsDocument<'a> {
    id: &'a str,
    points: i32,
}

#[derive(Debug, Serialize)]
struct OpenDocument<'a> {
    number: usize,
    id: &'a str,
    since: String,
}

/// The trend over the finished assessments of an organisation as JSON, oldest first.
///
/// # Errors
///
/// Only what serde says, which does not happen with these types.
pub fn trend_document(organization: &str, finished: &[Assessment]) -> Result<String, serde_json::Error> {
    let trend = trend(finished);
    let document = TrendDocument {
        schema: SCHEMA,
        organization,
        assessments: trend
            .assessments
            .iter()
            .map(|point| PointDocument {
                id: &point.assessment.id,
                created_at: rfc3339(point.assessment.created_at),
                points: point.score.points,
                band: point.score.band.map(|band| band.id.as_str()),
                categories: point
                    .score
                    .categories
                    .iter()
                    .map(|part| CategoryPointsDocument { id: &part.category.id, points: part.points })
                    .collect(),
            })
            .collect(),
        open_longest: trend
            .open_longest
            .iter()
            .map(|item| OpenDocument {
                number: item.question.number,
                id: &item.question.id,
                since: item.since.format("%Y-%m-%d").to_string(),
            })
            .collect(),
    };
    shown(&document)
}
