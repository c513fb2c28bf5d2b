use super::*;
use crate::core::test_sets::{assessment, full_diagnosis, spelled};

fn statistics(complete: u64) -> BenchmarkStatistics {
    let quartiles = Quartiles { q1: 40.0, median: 50.0, q3: 60.0 };
    let category = |id: &str| (id.to_owned(), Quartiles { q1: 5.0, median: 10.0, q3: 15.0 });
    BenchmarkStatistics {
        set: None,
        edition: None,
        complete,
        points: quartiles,
        categories: ["c1", "c2", "c3"].map(category).to_vec(),
        questions: (1..=25).map(|number| (format!("q{number}"), 2.5)).collect(),
    }
}

fn own(letters: &str) -> Assessment {
    assessment("a", "2026-11-22", spelled(&full_diagnosis(), letters))
}

#[test]
fn position_among_the_quartiles() {
    let others = Quartiles { q1: 40.0, median: 50.0, q3: 60.0 };
    let position = |own| Standing { own, others }.position();
    assert_eq!(position(39), Position::LowestQuarter);
    assert_eq!(position(40), Position::BelowMedian);
    assert_eq!(position(49), Position::BelowMedian);
    assert_eq!(position(50), Position::AtMedian);
    assert_eq!(position(60), Position::AboveMedian);
    assert_eq!(position(61), Position::HighestQuarter);
    // Where all are equal, nobody is in a quarter of their own.
    let equal = Quartiles { q1: 50.0, median: 50.0, q3: 50.0 };
    assert_eq!(Standing { own: 50, others: equal }.position(), Position::AtMedian);
}

#[test]
fn five_questions_furthest_behind_by_difference_then_number() {
    let assessment = own("ippnuiiiiiiiiiiiiiiiunppp");
    let benchmark = benchmark(&assessment, &statistics(5)).expect("a benchmark");
    let numbers: Vec<usize> = benchmark.behind.iter().map(|behind| behind.question.number).collect();
    assert_eq!(numbers, [5, 21, 4, 22, 2]);
    assert!((benchmark.behind[0].difference() + 3.5).abs() < 1e-9);
}

#[test]
fn nobody_is_behind_who_has_everything() {
    let assessment = own(&"i".repeat(25));
    let benchmark = benchmark(&assessment, &statistics(5)).expect("a benchmark");
    assert!(benchmark.behind.is_empty());
    assert_eq!(benchmark.points.own, 100);
    assert_eq!(benchmark.categories.iter().map(|(_, one)| one.own).collect::<Vec<_>>(), [20, 52, 28]);
}

#[test]
fn too_few_others_are_refused() {
    let assessment = own(&"i".repeat(25));
    assert_eq!(benchmark(&assessment, &statistics(4)), Err(BenchmarkRefusal::TooFew(4)));
    assert!(benchmark(&assessment, &statistics(5)).is_ok());
}

#[test]
fn other_sets_and_unfinished_assessments_are_refused() {
    let whole = own(&"i".repeat(25));
    let mut other = statistics(9);
    other.set = Some("shop-opening".to_owned());
    let refusal = BenchmarkRefusal::OtherSet("shop-opening".to_owned(), "1".to_owned());
    assert_eq!(benchmark(&whole, &other), Err(refusal));
    other.set = Some("diagnosis".to_owned());
    other.edition = Some("2".to_owned());
    let refusal = BenchmarkRefusal::OtherSet("diagnosis".to_owned(), "2".to_owned());
    assert_eq!(benchmark(&whole, &other), Err(refusal));
    assert_eq!(benchmark(&own("iii"), &statistics(9)), Err(BenchmarkRefusal::Unfinished(3, 25)));
    let mut lacking = statistics(9);
    lacking.categories.pop();
    assert_eq!(benchmark(&whole, &lacking), Err(BenchmarkRefusal::NoCategory("c3".to_owned())));
}
