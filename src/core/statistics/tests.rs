use proptest::prelude::*;

use super::*;
use crate::core::question_set::{QuestionSet, Tone};
use crate::core::score::score;
use crate::core::test_sets::{diagnosis, four_choices, full_diagnosis, sheet};

fn record<'a>(answers: &'a [Option<u8>], industry: &'a str, employees: Option<u32>) -> Record<'a> {
    Record { complete: true, merged: false, industry, region: "東京", employees, answers }
}

fn answers(word: &str) -> Vec<Option<u8>> {
    word.chars().map(|letter| "ipnu".find(letter).map(|index| index as u8)).collect()
}

#[test]
fn figures_of_four_small_assessments() {
    let bands = [("high", 8, 12), ("low", -3, 7)];
    let mut aggregate = Aggregate::new(diagnosis(&[1, 2], &four_choices(), &bands));
    // Totals 12, 6, 3, −3; first part 4, 2, 0, −1; second part 8, 4, 3, −2.
    for word in ["iii", "ppp", "niu", "uuu"] {
        aggregate.add(&record(&answers(word), "製造業", Some(3))).expect("it fits");
    }
    let begun = answers("i--");
    let unfinished = Record { complete: false, ..record(&begun, "製造業", None) };
    aggregate.add(&unfinished).expect("it is counted only");
    let figures = aggregate.figures();
    assert_eq!((figures.assessments, figures.complete), (5, 4));
    let points = |mean, median, q1, q3, min, max| Some(Distribution { mean, median, q1, q3, min, max });
    assert_eq!(figures.points, points(4.5, 4.5, 1.5, 7.5, -3, 12));
    assert_eq!(figures.categories[0].points, points(1.25, 1.0, -0.25, 2.5, -1, 4));
    assert_eq!(figures.categories[1].points, points(3.25, 3.5, 1.75, 5.0, -2, 8));
    let bands: Vec<_> = figures.bands.iter().map(|one| (one.band.id.as_str(), one.count)).collect();
    assert_eq!(bands, [("high", 1), ("low", 3)]);
    let second: Vec<_> = figures.questions[1].shares().map(|(choice, share)| (choice.id.as_str(), share)).collect();
    assert_eq!(second, [("i", 0.5), ("p", 0.25), ("n", 0.0), ("u", 0.25)]);
    // Means 1.25, 2.25, 1.
    let weakest: Vec<_> = figures.weakest(2).iter().map(|one| (one.question.number, one.mean)).collect();
    assert_eq!(weakest, [(3, Some(1.0)), (1, Some(1.25))]);
}

#[test]
fn nothing_counted_gives_no_figures() {
    let aggregate = Aggregate::new(full_diagnosis());
    let figures = aggregate.figures();
    assert_eq!((figures.points, figures.weakest(3).len(), figures.questions[0].mean), (None, 0, None));
    assert_eq!(figures.questions[0].shares().count(), 0);
    assert_eq!(aggregate.groups(&GroupBy::ALL, 1), GroupsShown::default());
}

#[test]
fn records_that_do_not_fit_are_refused_whole() {
    let mut aggregate = Aggregate::new(diagnosis(&[3], &four_choices(), &[]));
    let before = aggregate.clone();
    let refused = |aggregate: &mut Aggregate, answers: &[Option<u8>]| aggregate.add(&record(answers, "", None));
    assert_eq!(refused(&mut aggregate, &[Some(0); 2]), Err(RecordFault::Length { expected: 3, found: 2 }));
    assert_eq!(refused(&mut aggregate, &[Some(0), Some(4), Some(0)]), Err(RecordFault::Choice(2)));
    assert_eq!(refused(&mut aggregate, &[Some(0), Some(0), None]), Err(RecordFault::Missing(3)));
    assert_eq!(aggregate, before);
}

#[test]
fn small_groups_are_hidden_unless_asked_for() {
    let mut aggregate = Aggregate::new(diagnosis(&[1], &four_choices(), &[]));
    for (industry, count, word) in
        [("卸売業", 4, "u"), ("製造業", 5, "i"), (" 製造業 ", 1, "u"), ("", 6, "n"), ("IT", 6, "p")]
    {
        for _ in 0..count {
            aggregate.add(&record(&answers(word), industry, Some(6 + count))).expect("it fits");
        }
    }
    let summary = |shown: &GroupsShown<'_>| -> Vec<_> {
        shown.groups.iter().map(|one| (format!("{:?}", one.value), one.assessments, one.mean)).collect()
    };
    let shown = aggregate.groups(&[GroupBy::Industry], MIN_GROUP_SIZE);
    assert_eq!(
        summary(&shown),
        [("Named(\"IT\")".to_owned(), 6, 2.0), ("Named(\"製造業\")".to_owned(), 6, 19.0 / 6.0),],
        "the four wholesalers are hidden together with others"
    );
    assert_eq!((shown.too_small, shown.protective), (1, 1));
    let all = aggregate.groups(&GroupBy::ALL, 1);
    assert_eq!((all.groups.len(), all.hidden()), (6, 0));
    assert_eq!(all.groups[5].value, GroupValue::Size(SizeClass::of(10)));
}

#[test]
fn aggregates_of_different_sets_stay_apart() {
    let mut aggregate = Aggregate::new(full_diagnosis());
    let mut newer = QuestionSet::clone(&full_diagnosis());
    newer.edition = "2".to_owned();
    assert_eq!(aggregate.absorb(&Aggregate::new(newer.into())), Err(DifferentSets));
    assert_eq!(aggregate.absorb(&Aggregate::new(diagnosis(&[25], &four_choices(), &[]))), Err(DifferentSets));
    assert_eq!(aggregate.absorb(&Aggregate::new(full_diagnosis())), Ok(()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn it_agrees_with_counting_everything_again(
        companies in proptest::collection::vec(
            (proptest::collection::vec(0..4_u8, 6), 0..4_usize, proptest::option::of(0..400_u32), any::<bool>()),
            0..40,
        ),
        cut in any::<usize>(),
    ) {
        let set = diagnosis(&[2, 3, 1], &[("i", 4, Tone::Good), ("p", 2, Tone::Fair), ("n", 0, Tone::Poor), ("u", -1, Tone::Unknown)],
            &[("high", 12, 24), ("low", -6, 11)]);
        let industries = ["製造業", "卸売業", "", "IT"];
        let cut = if companies.is_empty() { 0 } else { cut % companies.len() };
        let (mut left, mut right) = (Aggregate::new(set.clone()), Aggregate::new(set.clone()));
        let mut sheets = Vec::new();
        for (index, (answers, industry, employees, complete)) in companies.iter().enumerate() {
            let answers: Vec<Option<u8>> = answers.iter().copied().map(Some).collect();
            let one = Record { complete: *complete, ..record(&answers, industries[*industry], *employees) };
            (if index < cut { &mut left } else { &mut right }).add(&one).expect("it fits");
            if *complete {
                let positions: Vec<_> = answers.iter().map(|answer| answer.map(usize::from)).collect();
                sheets.push((sheet(&set, &positions), *industry));
            }
        }
        left.absorb(&right).expect("the same set");
        let figures = left.figures();
        prop_assert_eq!((figures.assessments, figures.complete), (companies.len() as u64, sheets.len() as u64));

        let scores: Vec<_> = sheets.iter().map(|(sheet, _)| score(sheet)).collect();
        let naive = |points: Vec<i32>| {
            let mut histogram = Histogram::default();
            for one in points {
                histogram.add(one, 1);
            }
            histogram.distribution()
        };
        prop_assert_eq!(figures.points, naive(scores.iter().map(|one| one.points).collect()));
        for (index, part) in figures.categories.iter().enumerate() {
            prop_assert_eq!(part.points, naive(scores.iter().map(|one| one.categories[index].points).collect()));
        }
        for one in &figures.bands {
            let counted = scores.iter().filter(|score| score.band == Some(one.band)).count();
            prop_assert_eq!(one.count, counted as u64);
        }
        for one in &figures.questions {
            for (choice, count) in &one.counts {
                let counted = sheets.iter().filter(|(sheet, _)| sheet.choice(&one.question.id) == Some(choice)).count();
                prop_assert_eq!(*count, counted as u64);
            }
        }
        let means: Vec<_> = figures.weakest(9).iter().map(|one| (one.mean, one.question.number)).collect();
        prop_assert!(means.is_sorted());
        for group in left.groups(&[GroupBy::Industry], 1).groups {
            let name = match group.value { GroupValue::Named(name) => name, _ => "" };
            let points: Vec<i32> = sheets
                .iter()
                .zip(&scores)
                .filter(|((_, industry), _)| industries[*industry] == name)
                .map(|(_, score)| score.points)
                .collect();
            prop_assert_eq!(group.assessments, points.len() as u64);
            let mean = f64::from(points.iter().sum::<i32>()) / points.len() as f64;
            prop_assert!((group.mean - mean).abs() < 1e-9);
        }
    }
}
