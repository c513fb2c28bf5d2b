use super::*;
use crate::core::question_set::QuestionSet;
use crate::core::question_set::SharedSet;
use crate::core::test_sets::{assessment, diagnosis, four_choices, spelled};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn finished_assessments_are_ordered_by_date() {
    let set = diagnosis(&[1, 1], &four_choices(), &[("high", 5, 8), ("low", -2, 4)]);
    let all = [
        assessment("c", "2026-11-22", spelled(&set, "ip")),
        assessment("a", "2024-11-22", spelled(&set, "nu")),
        assessment("unfinished", "2025-05-01", spelled(&set, "i-")),
        assessment("b", "2025-11-22", spelled(&set, "pp")),
    ];
    let trend = trend(&all);
    let points: Vec<_> = trend
        .assessments
        .iter()
        .map(|point| {
            let parts: Vec<_> = point.score.categories.iter().map(|part| part.points).collect();
            (point.assessment.id.as_str(), point.score.points, point.score.band.map(|band| band.id.as_str()), parts)
        })
        .collect();
    assert_eq!(
        points,
        [("a", -1, Some("low"), vec![0, -1]), ("b", 4, Some("low"), vec![2, 2]), ("c", 6, Some("high"), vec![4, 2])]
    );
}

#[test]
fn what_is_open_longest_counts_only_without_interruption() {
    let set = diagnosis(&[5], &four_choices(), &[]);
    let all = [
        assessment("a", "2023-04-01", spelled(&set, "nupin")),
        assessment("b", "2024-04-01", spelled(&set, "ppiin")),
        assessment("c", "2025-04-01", spelled(&set, "nupni")),
    ];
    let items: Vec<_> = trend(&all)
        .open_longest
        .iter()
        .map(|item| (item.question.number, item.choice.id.clone(), item.since, item.assessments))
        .collect();
    assert_eq!(
        items,
        [
            (1, "n".to_owned(), day("2023-04-01"), 3),
            (2, "u".to_owned(), day("2023-04-01"), 3),
            (3, "p".to_owned(), day("2025-04-01"), 1),
            (4, "n".to_owned(), day("2025-04-01"), 1),
        ]
    );
}

#[test]
fn an_edition_without_the_question_ends_the_row() {
    let set = diagnosis(&[2], &four_choices(), &[]);
    let mut without = QuestionSet::clone(&set);
    without.questions[0].id = "other".to_owned();
    let all = [
        assessment("a", "2023-04-01", spelled(&set, "nn")),
        assessment("b", "2024-04-01", spelled(&SharedSet::from(without), "nn")),
        assessment("c", "2025-04-01", spelled(&set, "nn")),
    ];
    let since: Vec<_> = trend(&all).open_longest.iter().map(|item| (item.question.number, item.since)).collect();
    assert_eq!(since, [(2, day("2023-04-01")), (1, day("2025-04-01"))]);
}

#[test]
fn one_assessment_shows_itself_and_none_shows_nothing() {
    let set = diagnosis(&[2], &four_choices(), &[]);
    let one = assessment("a", "2026-11-22", spelled(&set, "in"));
    let alone = trend([&one]);
    assert_eq!((alone.assessments.len(), alone.open_longest.len()), (1, 1));
    assert_eq!(trend([]), Trend::default());
}
