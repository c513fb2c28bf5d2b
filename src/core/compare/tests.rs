use proptest::prelude::*;

use super::*;
use crate::core::question_set::SharedSet;
use crate::core::question_set::{QuestionSet, Tone};
use crate::core::test_sets::{assessment, checklist, diagnosis, four_choices, sheet, spelled};

#[test]
fn totals_categories_and_changed_answers_are_b_minus_a() {
    let set = diagnosis(&[2, 3], &four_choices(), &[]);
    let (a, b) =
        (assessment("a", "2025-11-22", spelled(&set, "pnu-i")), assessment("b", "2026-11-22", spelled(&set, "ipunu")));
    let diagnosis = compare(&a, &b).diagnosis;
    // a: 2 + 0, −1 + 4; b: 4 + 2, −1 + 0 − 1
    assert_eq!((diagnosis.a.points, diagnosis.b.points, diagnosis.change()), (5, 4, -1));
    let categories: Vec<_> =
        diagnosis.categories.iter().map(|c| (c.category.id.as_str(), c.a, c.b, c.change())).collect();
    assert_eq!(categories, [("c1", Some(2), Some(6), Some(4)), ("c2", Some(3), Some(-2), Some(-5))]);
    let changed: Vec<_> = diagnosis
        .changed
        .iter()
        .map(|c| (c.question.number, c.a.map(|a| a.id.as_str()), c.b.map(|b| b.id.as_str()), c.change, c.direction))
        .collect();
    assert_eq!(
        changed,
        [
            (1, Some("p"), Some("i"), 2, Direction::Better),
            (2, Some("n"), Some("p"), 2, Direction::Better),
            (4, None, Some("n"), 0, Direction::Neither),
            (5, Some("i"), Some("u"), -5, Direction::Worse),
        ]
    );
    assert!(diagnosis.unmatched.is_empty());
    assert!(compare(&a, &a).diagnosis.changed.is_empty());
}

#[test]
fn editions_of_different_shape_are_matched_by_id() {
    let older = diagnosis(&[3], &[("i", 5, Tone::Good), ("n", 0, Tone::Poor)], &[]);
    let mut newer = QuestionSet::clone(&diagnosis(&[1, 2], &[("i", 4, Tone::Good), ("n", 0, Tone::Poor)], &[]));
    // q1 moves to the end, q3 gives way to another question.
    for (question, id) in newer.questions.iter_mut().zip(["q2", "other", "q1"]) {
        question.id = id.to_owned();
    }
    let (a, b) = (spelled(&older, "iin"), spelled(&SharedSet::from(newer), "ini"));
    let comparison = compare_sheets(&a, &b);
    assert_eq!(comparison.change(), -2);
    // The same answer is worth less in the other edition, and that shows.
    let changed: Vec<_> = comparison
        .changed
        .iter()
        .map(|c| (c.question.id.as_str(), c.number_in_a, c.question.number, c.change))
        .collect();
    assert_eq!(changed, [("q2", 2, 1, -1), ("q1", 1, 3, -1)]);
    let unmatched: Vec<_> = comparison.unmatched.iter().map(|u| (u.side, u.question.id.as_str())).collect();
    assert_eq!(unmatched, [(Side::A, "q3"), (Side::B, "other")]);
    let categories: Vec<_> = comparison.categories.iter().map(|c| (c.category.id.as_str(), c.a, c.b)).collect();
    assert_eq!(categories, [("c1", Some(10), Some(4)), ("c2", None, Some(4))]);
}

#[test]
fn principles_go_by_the_position_of_the_choice() {
    let (five, six) = (checklist("1", &["p1", "p2", "p3"]), checklist("2", &["p1", "p2", "p3", "p4"]));
    let (a, b) = (sheet(&five, &[Some(2), Some(0), None]), sheet(&six, &[Some(1), Some(2), Some(0), Some(0)]));
    let comparison = compare_sheets(&a, &b);
    let directions: Vec<_> = comparison.changed.iter().map(|c| (c.direction, c.change)).collect();
    assert_eq!(directions, [(Direction::Better, 0), (Direction::Worse, 0), (Direction::Neither, 0)]);
    assert_eq!(comparison.unmatched.len(), 1);
}

proptest! {
    #[test]
    fn the_changes_add_up_to_the_change_of_the_total(
        (in_a, in_b) in (0..6_usize, 0..6_usize),
        renamed in 0..6_usize,
        answers_a in proptest::collection::vec(proptest::option::of(0..4_usize), 6),
        answers_b in proptest::collection::vec(proptest::option::of(0..4_usize), 6),
    ) {
        let set_a = diagnosis(&[in_a, 1], &four_choices(), &[]);
        let mut set_b = QuestionSet::clone(&diagnosis(&[1, in_b], &four_choices(), &[]));
        for question in set_b.questions.iter_mut().skip(renamed) {
            question.id.push_str("-new");
        }
        let (a, b) = (sheet(&set_a, &answers_a), sheet(&SharedSet::from(set_b), &answers_b));
        let comparison = compare_sheets(&a, &b);
        let changes: i32 = comparison.changed.iter().map(|change| change.change).sum();
        let unmatched: i32 = comparison
            .unmatched
            .iter()
            .map(|one| match one.side {
                Side::A => -points(one.choice),
                Side::B => points(one.choice),
            })
            .sum();
        prop_assert_eq!(comparison.change(), changes + unmatched);
        // Seen from the other side, everything is the opposite.
        let back = compare_sheets(&b, &a);
        prop_assert_eq!(back.change(), -comparison.change());
        prop_assert_eq!(back.changed.len(), comparison.changed.len());
        prop_assert_eq!(back.unmatched.len(), comparison.unmatched.len());
    }
}
