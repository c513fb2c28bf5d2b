//! The JSON document of `aggregate`.

use serde_json::{Map, Value, json};

use super::document::SCHEMA;
use crate::core::aggregate::{Aggregate, Distribution, GroupBy, GroupFigures, GroupValue};

/// How many of the weakest questions are named.
pub const WEAKEST: usize = 5;

/// The figures as JSON, with groups by these features of at least `smallest` assessments, and the broken inputs with their
/// errors.
pub fn figures_document(aggregate: &Aggregate, by: &[GroupBy], smallest: u64, broken: &[(String, String)]) -> Value {
    let figures = aggregate.figures();
    let groups = aggregate.groups(by, smallest);
    let bands: Map<String, Value> =
        figures.bands.iter().map(|one| (one.band.id.clone(), Value::from(one.count))).collect();
    let categories = figures.categories.iter().map(|one| {
        let mut category = json!({ "id": one.category.id });
        if let (Value::Object(all), Value::Object(points)) = (&mut category, distribution(one.points.as_ref())) {
            all.extend(points);
        }
        category
    });
    let questions = figures.questions.iter().map(|one| {
        let share: Map<String, Value> =
            one.shares().map(|(choice, share)| (choice.id.clone(), Value::from(share))).collect();
        json!({ "number": one.question.number, "id": one.question.id, "share": share, "mean": one.mean })
    });
    json!({
        "schema": SCHEMA,
        "assessments": figures.assessments,
        "complete": figures.complete,
        "broken": broken.iter().map(|(file, error)| json!({ "file": file, "error": error })).collect::<Vec<_>>(),
        "points": distribution(figures.points.as_ref()),
        "bands": bands,
        "categories": categories.collect::<Vec<_>>(),
        "questions": questions.collect::<Vec<_>>(),
        "weakest": figures.weakest(WEAKEST).iter().map(|one| one.question.id.clone()).collect::<Vec<_>>(),
        "groups": groups.groups.iter().map(group).collect::<Vec<_>>(),
        "hidden_groups": groups.hidden,
    })
}

fn distribution(points: Option<&Distribution>) -> Value {
    points.map_or(Value::Null, |one| {
        json!({ "mean": one.mean, "median": one.median, "q1": one.q1, "q3": one.q3, "min": one.min, "max": one.max })
    })
}

fn group(one: &GroupFigures<'_>) -> Value {
    json!({ "by": one.by.name(), "value": group_name(one), "assessments": one.assessments, "mean": one.mean })
}

/// What the assessments of a group have in common; `None` where it is not stated.
pub fn group_name(one: &GroupFigures<'_>) -> Option<String> {
    match one.value {
        GroupValue::Named(name) => Some(name.to_owned()),
        GroupValue::Size(class) => Some(class.name()),
        GroupValue::Unstated => None,
        GroupValue::Others => Some("…".to_owned()),
    }
}
