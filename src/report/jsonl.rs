//! One flat line of JSON per assessment, for databases and clusters.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value;

use crate::core::assessment::Assessment;
use crate::core::score::score;
use crate::core::sheet::{Sheet, rfc3339};
use crate::text::escaped_json;

/// Writes an assessment as one line of JSON with its line break. Fields come in this order: who and when, status, points
/// and band, the points of each part, then the choices of both sheets as `p1`… and `q1`…, `null` where one is missing;
/// where it was merged, from how many assessments.
/// A part whose id is already the name of another field has `_points` after it.
pub fn json_line(assessment: &Assessment) -> String {
    // Names are text and values are JSON already, so writing them to memory cannot fail.
    let line = serde_json::to_string(&Line(fields(assessment))).unwrap_or_default();
    let mut line = escaped_json(&line).into_owned();
    line.push('\n');
    line
}

/// Names and values in order.
struct Line(Vec<(String, Value)>);

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

fn fields(assessment: &Assessment) -> Vec<(String, Value)> {
    let organization = &assessment.organization;
    let score = score(&assessment.diagnosis);
    let band = score.band.map(|band| band.id.clone());
    let mut fields: Vec<(String, Value)> = [
        ("id", Value::from(assessment.id.clone())),
        ("created_at", Value::from(rfc3339(assessment.created_at))),
        ("organization", Value::from(organization.name.clone())),
        ("site", Value::from(organization.site.clone())),
        ("industry", Value::from(organization.industry.clone())),
        ("region", Value::from(organization.region.clone())),
        ("employees", Value::from(organization.employees)),
        ("status", Value::from(assessment.status().name())),
        ("points", Value::from(score.points)),
        ("band", Value::from(band)),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect();
    for part in &score.categories {
        let mut name = part.category.id.clone();
        if fields.iter().any(|(taken, _)| *taken == name) {
            name.push_str("_points");
        }
        fields.push((name, Value::from(part.points)));
    }
    fields.extend(choices('p', &assessment.checklist));
    fields.extend(choices('q', &assessment.diagnosis));
    // Scripts may rely on the fields of an ordinary line.
    if let Some(merge) = &assessment.merge {
        fields.push(("merged_from".to_owned(), Value::from(merge.sources.len())));
    }
    fields
}

fn choices(letter: char, sheet: &Sheet) -> impl Iterator<Item = (String, Value)> {
    sheet.chosen().map(move |(question, choice)| {
        (format!("{letter}{}", question.number), Value::from(choice.map(|choice| choice.id.clone())))
    })
}
