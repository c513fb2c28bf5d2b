//! The JSON document of `aggregate --json`, read back to compare an assessment with it.

use std::collections::BTreeSet;

use super::{MAX_FILE_SIZE, too_large};
use crate::core::benchmark::{BenchmarkStatistics, MIN_COMPLETE, Quartiles};
use crate::input::json::{Object, parse};
use crate::input::{EncodingFault, Fault, Faults, ImportFault};
use crate::report::json::SCHEMA;

/// No total of any question set is further from 0: 500 questions of 1,000 points each.
const MAX_POINTS: i32 = 500_000;

/// Reads statistics. Fields that a comparison does not need are ignored.
///
/// # Errors
///
/// Every fault of the document with its field.
pub fn read(bytes: &[u8]) -> Result<BenchmarkStatistics, Vec<Fault>> {
    if bytes.len() > MAX_FILE_SIZE {
        return Err(vec![too_large()]);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(vec![Fault::of_file(EncodingFault::Empty)]);
    }
    let root = parse(bytes).map_err(|fault| vec![fault])?;
    let faults = Faults::of_document();
    let statistics = Object::root(&root, &faults).and_then(|root| statistics(&root));
    faults.into_result(statistics)
}

fn statistics(root: &Object<'_>) -> Option<BenchmarkStatistics> {
    if root.count("schema") != Some(SCHEMA) {
        root.fault("schema", ImportFault::OtherSchema { schema: SCHEMA });
        return None;
    }
    // An exported assessment has the same schema and none of this.
    let Some(complete) = root.count("complete") else {
        root.fault("complete", ImportFault::NotStatistics);
        return None;
    };
    let mut statistics = BenchmarkStatistics {
        set: root.optional_text("set").map(str::to_owned),
        edition: root.optional_text("edition").map(str::to_owned),
        complete: complete.into(),
        points: Quartiles::default(),
        categories: Vec::new(),
        questions: Vec::new(),
    };
    if statistics.complete < MIN_COMPLETE {
        // With so few they are refused whatever else they say; over none at all, nothing else is there.
        return Some(statistics);
    }
    let points = root.needed("points", Object::object).and_then(|points| quartiles(&points));
    statistics.categories = by_id(root, "categories", quartiles);
    statistics.questions = by_id(root, "questions", |question| question.needed("mean", number));
    statistics.points = points?;
    Some(statistics)
}

fn number(object: &Object<'_>, key: &str) -> Option<f64> {
    object.number(key, -MAX_POINTS, MAX_POINTS)
}

fn quartiles(object: &Object<'_>) -> Option<Quartiles> {
    let [q1, median, q3] = ["q1", "median", "q3"].map(|key| object.needed(key, number));
    let quartiles = Quartiles { q1: q1?, median: median?, q3: q3? };
    if quartiles.q1 > quartiles.median || quartiles.median > quartiles.q3 {
        object.fault("median", ImportFault::UnorderedQuartiles);
    }
    Some(quartiles)
}

/// The entries of a list by their ids, each of which is there once.
fn by_id<Found>(root: &Object<'_>, key: &str, read: impl Fn(&Object<'_>) -> Option<Found>) -> Vec<(String, Found)> {
    let mut seen = BTreeSet::new();
    let entry = |object: Object<'_>| {
        let id = object.needed("id", Object::optional_text)?.to_owned();
        if !seen.insert(id.clone()) {
            object.fault("id", ImportFault::Twice { name: id.as_str().into() });
            return None;
        }
        Some((id, read(&object)?))
    };
    root.objects(key).into_iter().filter_map(entry).collect()
}
