//! An assessment beside statistics of many: the object `against` of `show --json`.

use serde::Serialize;

use crate::core::benchmark::{Behind, Benchmark, Standing};

/// The comparison as JSON.
#[derive(Debug, Serialize)]
pub(super) struct AgainstDocument<'a> {
    complete: u64,
    points: StandingDocument,
    categories: Vec<CategoryDocument<'a>>,
    behind: Vec<BehindDocument<'a>>,
}

#[derive(Debug, Serialize)]
struct StandingDocument {
    own: i32,
    median: f64,
    q1: f64,
    q3: f64,
    difference: f64,
    position: &'static str,
}

#[derive(Debug, Serialize)]
struct CategoryDocument<'a> {
    id: &'a str,
    #[serde(flatten)]
    standing: StandingDocument,
}

#[derive(Debug, Serialize)]
struct BehindDocument<'a> {
    number: usize,
    id: &'a str,
    category: &'a str,
    answer: &'a str,
    own: i32,
    mean: f64,
    difference: f64,
}

pub(super) fn against<'a>(benchmark: &Benchmark<'a>) -> AgainstDocument<'a> {
    AgainstDocument {
        complete: benchmark.complete,
        points: standing(benchmark.points),
        categories: benchmark
            .categories
            .iter()
            .map(|(category, one)| CategoryDocument { id: &category.id, standing: standing(*one) })
            .collect(),
        behind: benchmark.behind.iter().map(behind).collect(),
    }
}

fn standing(one: Standing) -> StandingDocument {
    StandingDocument {
        own: one.own,
        median: one.others.median,
        q1: one.others.q1,
        q3: one.others.q3,
        difference: one.difference(),
        position: one.position().name(),
    }
}

fn behind<'a>(one: &Behind<'a>) -> BehindDocument<'a> {
    BehindDocument {
        number: one.question.number,
        id: &one.question.id,
        category: &one.question.category,
        answer: &one.choice.id,
        own: one.choice.points,
        mean: one.mean,
        difference: one.difference(),
    }
}
