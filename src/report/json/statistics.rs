//! The JSON document of `aggregate`, and the same figures as a table.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::SCHEMA;
use crate::core::statistics::{
    Aggregate, Distribution, GroupBy, GroupStatistics, GroupValue, QuestionStatistics, Statistics,
};

/// How many of the weakest questions are named.
pub const WEAKEST: usize = 5;

/// An input that could not be counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BrokenInput {
    /// The file, with the line where it has lines.
    pub file: String,
    /// Why.
    pub error: String,
}

/// An assessment that was not counted because it was counted before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DuplicateInput {
    /// The file, with the line where it has lines.
    pub file: String,
    /// The id that it shares with an earlier one.
    pub id: String,
}

/// What there is to say about the inputs of statistics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inputs {
    /// The first inputs that could not be counted.
    pub broken: Vec<BrokenInput>,
    /// How many could not.
    pub broken_total: usize,
    /// The first assessments that were given more than once.
    pub duplicates: Vec<DuplicateInput>,
    /// How many there are beyond the first of each.
    pub duplicates_total: usize,
    /// How many assessments were counted without looking for duplicates.
    pub unchecked: u64,
}

/// The figures as JSON, their fields in the documented order.
#[derive(Debug, Serialize)]
pub struct StatisticsDocument<'a> {
    schema: u32,
    set: &'a str,
    edition: &'a str,
    assessments: u64,
    complete: u64,
    merged: u64,
    broken: &'a [BrokenInput],
    broken_total: usize,
    duplicates: &'a [DuplicateInput],
    duplicates_total: usize,
    unchecked: u64,
    points: Option<Spread>,
    bands: Pairs<'a, u64>,
    categories: Vec<Category<'a>>,
    questions: Vec<Question<'a>>,
    weakest: Vec<&'a str>,
    groups: Vec<Group>,
    hidden_groups: usize,
    protective_groups: usize,
    not_grouped_by: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Spread {
    mean: f64,
    median: f64,
    q1: f64,
    q3: f64,
    min: i32,
    max: i32,
}

#[derive(Debug, Serialize)]
struct Category<'a> {
    id: &'a str,
    #[serde(flatten)]
    points: Option<Spread>,
}

#[derive(Debug, Serialize)]
struct Question<'a> {
    number: usize,
    id: &'a str,
    share: Pairs<'a, f64>,
    mean: Option<f64>,
}

#[derive(Debug, Serialize)]
struct Group {
    by: &'static str,
    value: Option<String>,
    assessments: u64,
    mean: f64,
}

/// Names and values in order.
#[derive(Debug)]
struct Pairs<'a, Value>(Vec<(&'a str, Value)>);

impl<Value: Serialize> Serialize for Pairs<'_, Value> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'a> StatisticsDocument<'a> {
    /// The figures, with groups by these features of at least `smallest` assessments.
    pub fn of(aggregate: &'a Aggregate, by: &[GroupBy], smallest: u64, inputs: &'a Inputs) -> Self {
        let figures = aggregate.figures();
        let groups = aggregate.groups(by, smallest);
        let weakest = figures.weakest(WEAKEST).iter().map(|one| one.question.id.as_str()).collect();
        Self {
            schema: SCHEMA,
            set: &aggregate.set().id,
            edition: &aggregate.set().edition,
            assessments: figures.assessments,
            complete: figures.complete,
            merged: figures.merged,
            broken: &inputs.broken,
            broken_total: inputs.broken_total,
            duplicates: &inputs.duplicates,
            duplicates_total: inputs.duplicates_total,
            unchecked: inputs.unchecked,
            points: figures.points.as_ref().map(spread),
            bands: Pairs(figures.bands.iter().map(|one| (one.band.id.as_str(), one.count)).collect()),
            categories: figures
                .categories
                .iter()
                .map(|one| Category { id: &one.category.id, points: one.points.as_ref().map(spread) })
                .collect(),
            weakest,
            questions: figures.questions.iter().map(question).collect(),
            groups: groups.groups.iter().map(group).collect(),
            hidden_groups: groups.hidden(),
            protective_groups: groups.protective,
            not_grouped_by: groups.left_out.iter().map(|by| by.name()).collect(),
        }
    }
}

fn spread(one: &Distribution) -> Spread {
    Spread { mean: one.mean, median: one.median, q1: one.q1, q3: one.q3, min: one.min, max: one.max }
}

fn question<'a>(one: &QuestionStatistics<'a>) -> Question<'a> {
    let total: u64 = one.counts.iter().map(|(_, count)| count).sum();
    let share = |count: u64| count as f64 / total as f64;
    let shares =
        one.counts.iter().filter(|_| total > 0).map(|(choice, count)| (choice.id.as_str(), share(*count))).collect();
    Question { number: one.question.number, id: &one.question.id, share: Pairs(shares), mean: one.mean }
}

fn group(one: &GroupStatistics<'_>) -> Group {
    Group { by: one.by.name(), value: group_name(one), assessments: one.assessments, mean: one.mean }
}

/// What the assessments of a group have in common; `None` where it is not stated.
pub fn group_name(one: &GroupStatistics<'_>) -> Option<String> {
    match one.value {
        GroupValue::Named(name) => Some(name.to_owned()),
        GroupValue::Size(class) => Some(class.name()),
        GroupValue::Unstated => None,
        GroupValue::Others => Some("…".to_owned()),
    }
}

/// The figures as rows of `kind, id, number, measure, value`, the first of them a head: one value a row, as spreadsheets and
/// statistics programs like it best. Only questions have a number.
pub fn statistics_rows(aggregate: &Aggregate, by: &[GroupBy], smallest: u64, inputs: &Inputs) -> Vec<[String; 5]> {
    let figures = aggregate.figures();
    let groups = aggregate.groups(by, smallest);
    let mut rows = Rows(vec![["kind", "id", "number", "measure", "value"].map(str::to_owned)]);
    rows.push("all", "", "assessments", &figures.assessments);
    rows.push("all", "", "complete", &figures.complete);
    rows.push("all", "", "merged", &figures.merged);
    rows.push("all", "", "broken_total", &inputs.broken_total);
    rows.push("all", "", "duplicates_total", &inputs.duplicates_total);
    rows.push("all", "", "unchecked", &inputs.unchecked);
    rows.push("all", "", "hidden_groups", &groups.hidden());
    rows.push("all", "", "protective_groups", &groups.protective);
    for by in &groups.left_out {
        rows.push(by.name(), "", "left_out", &true);
    }
    rows.spread("all", "", figures.points.as_ref());
    for one in &figures.bands {
        rows.push("band", &one.band.id, "count", &one.count);
    }
    for one in &figures.categories {
        rows.spread("category", &one.category.id, one.points.as_ref());
    }
    rows.questions(&figures);
    for one in &groups.groups {
        let name = group_name(one).unwrap_or_default();
        rows.push(one.by.name(), &name, "assessments", &one.assessments);
        rows.push(one.by.name(), &name, "mean", &one.mean);
    }
    rows.0
}

struct Rows(Vec<[String; 5]>);

impl Rows {
    fn push(&mut self, kind: &str, id: &str, measure: &str, value: &dyn ToString) {
        self.0.push([kind.to_owned(), id.to_owned(), String::new(), measure.to_owned(), value.to_string()]);
    }

    fn push_question(&mut self, one: &QuestionStatistics<'_>, measure: String, value: f64) {
        let (id, number) = (one.question.id.clone(), one.question.number.to_string());
        self.0.push(["question".to_owned(), id, number, measure, value.to_string()]);
    }

    fn spread(&mut self, kind: &str, id: &str, points: Option<&Distribution>) {
        let Some(points) = points else { return };
        for (measure, value) in [("mean", points.mean), ("median", points.median), ("q1", points.q1), ("q3", points.q3)]
        {
            self.push(kind, id, measure, &value);
        }
        self.push(kind, id, "min", &points.min);
        self.push(kind, id, "max", &points.max);
    }

    fn questions(&mut self, figures: &Statistics<'_>) {
        for one in &figures.questions {
            if let Some(mean) = one.mean {
                self.push_question(one, "mean".to_owned(), mean);
            }
            for (choice, share) in one.shares() {
                self.push_question(one, format!("share {}", choice.id), share);
            }
        }
    }
}
