//! What holds of every score, for the self-diagnosis and for sets of any shape.
#![allow(clippy::unwrap_used)]

use chrono::DateTime;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::question_set::{Band, Category, Choice, Kind, Question, QuestionSet, SharedSet, Tone};
use hoshitori::core::score::{next_band, score};
use hoshitori::core::sheet::{HISTORY_LIMIT, Sheet, Timestamp};
use proptest::prelude::*;

fn moment(second: i64) -> Timestamp {
    DateTime::from_timestamp(1_760_000_000 + second, 0).unwrap().fixed_offset()
}

fn self_diagnosis() -> SharedSet {
    Catalog::built_in().default_diagnosis(Language::Ja).unwrap()
}

/// A sheet with answers by position: the index of a choice, or nothing.
fn sheet(set: &SharedSet, answers: &[Option<usize>]) -> Sheet {
    let mut sheet = Sheet::new(set.clone());
    for (question, answer) in set.questions.iter().zip(answers) {
        if let Some(answer) = answer {
            sheet.choose(&question.id, &set.choices[*answer].id, moment(0));
        }
    }
    sheet
}

/// A set of any shape: points, parts and their sizes as they come.
fn set(points: &[i32], sizes: &[usize]) -> SharedSet {
    let choice = |(index, points): (usize, &i32)| Choice {
        id: format!("choice-{index}"),
        label: format!("Choice {index}"),
        points: *points,
        counts: false,
        tone: if index == 0 { Tone::Unknown } else { Tone::Fair },
    };
    let category = |index: usize| Category {
        id: format!("part-{index}"),
        title: format!("Part {index}"),
        description: String::new(),
    };
    let question = |(index, part): (usize, usize)| Question {
        number: index + 1,
        id: format!("question-{index}"),
        category: format!("part-{part}"),
        group: String::new(),
        topic: String::new(),
        title: String::new(),
        text: String::new(),
        why: String::new(),
        examples: Vec::new(),
        first_step: String::new(),
        fuller_measure: String::new(),
        not_applicable: String::new(),
        measure: String::new(),
    };
    let parts = sizes.iter().enumerate().flat_map(|(part, size)| std::iter::repeat_n(part, *size));
    let mut set = QuestionSet {
        kind: Kind::Diagnosis,
        id: "any".into(),
        edition: "1".into(),
        language: Language::En,
        title: String::new(),
        short_title: String::new(),
        counts_for: None,
        source: String::new(),
        categories: (0..sizes.len()).map(category).collect(),
        groups: Vec::new(),
        choices: points.iter().enumerate().map(choice).collect(),
        bands: Vec::new(),
        questions: parts.enumerate().map(question).collect(),
    };
    let questions = set.questions.len() as i32;
    let (lowest, highest) = (set.least_points() * questions, set.most_points() * questions);
    let middle = lowest.midpoint(highest);
    let band = |id: &str, min, max| Band { id: id.into(), min, max, verdict: String::new(), advice: String::new() };
    set.bands = vec![band("high", middle + 1, highest), band("low", lowest, middle)];
    SharedSet::from(set)
}

/// A set of any shape with answers to some of its questions.
fn set_and_answers() -> impl Strategy<Value = (SharedSet, Vec<Option<usize>>)> {
    let shape = (proptest::collection::vec(-1000..=1000, 1..=9), proptest::collection::vec(1_usize..12, 1..6));
    shape.prop_flat_map(|(points, sizes)| {
        let set = set(&points, &sizes);
        let answer = proptest::option::weighted(0.9, 0..points.len());
        (Just(set.clone()), proptest::collection::vec(answer, set.questions.len()))
    })
}

fn whole_answers() -> impl Strategy<Value = Vec<usize>> {
    // Mostly good answers too, so that the upper bands are reached.
    prop_oneof![
        proptest::collection::vec(0_usize..4, 25),
        proptest::collection::vec(prop_oneof![9 => Just(0_usize), 1 => 0_usize..4], 25),
    ]
}

proptest! {
    #[test]
    fn complete_diagnoses_have_a_band_and_never_97_or_99(answers in whole_answers()) {
        let set = self_diagnosis();
        let sheet = sheet(&set, &answers.into_iter().map(Some).collect::<Vec<_>>());
        let score = score(&sheet);
        prop_assert!((-25..=100).contains(&score.points));
        prop_assert_eq!((score.min, score.max, score.answered, score.total), (-25, 100, 25, 25));
        prop_assert!(score.points != 97 && score.points != 99);
        let expected = match score.points {
            100 => "100",
            70..=99 => "70-99",
            50..=69 => "50-69",
            _ => "0-49",
        };
        prop_assert_eq!(score.band.map(|band| band.id.as_str()), Some(expected));
        let parts: Vec<(&str, i32, i32)> = score.categories.iter().map(|c| (c.category.id.as_str(), c.min, c.max)).collect();
        prop_assert_eq!(parts, vec![("basic", -5, 20), ("employee", -13, 52), ("organization", -7, 28)]);
    }

    #[test]
    fn a_score_is_the_sum_of_its_parts((set, answers) in set_and_answers()) {
        let sheet = sheet(&set, &answers);
        let score = score(&sheet);
        prop_assert_eq!(score.points, score.categories.iter().map(|part| part.points).sum::<i32>());
        prop_assert_eq!(score.min, score.categories.iter().map(|part| part.min).sum::<i32>());
        prop_assert_eq!(score.max, score.categories.iter().map(|part| part.max).sum::<i32>());
        prop_assert_eq!(score.answered, score.categories.iter().map(|part| part.answered).sum::<usize>());
        prop_assert_eq!(score.total, score.categories.iter().map(|part| part.total).sum::<usize>());
        let by_hand: i32 = answers.iter().flatten().map(|answer| set.choices[*answer].points).sum();
        prop_assert_eq!(score.points, by_hand);
        for part in &score.categories {
            let (least, most) = (set.least_points(), set.most_points());
            let answered = part.answered as i32;
            prop_assert!((least * answered..=most * answered).contains(&part.points));
        }
        if score.is_complete() {
            prop_assert!((score.min..=score.max).contains(&score.points));
        }
    }

    #[test]
    fn points_lost_and_unknown_answers_are_those_of_the_answers((set, answers) in set_and_answers()) {
        let sheet = sheet(&set, &answers);
        let score = score(&sheet);
        let lost: i32 = score.lost.iter().map(|(_, points)| points).sum();
        prop_assert_eq!(score.points + lost, set.most_points() * score.answered as i32);
        prop_assert!(score.lost.iter().all(|(_, points)| *points > 0));
        let unknown: Vec<usize> = score.unknown.iter().map(|question| question.number).collect();
        let by_hand: Vec<usize> = (1..).zip(&answers).filter(|(_, answer)| **answer == Some(0)).map(|(number, _)| number).collect();
        prop_assert_eq!(unknown, by_hand);
    }

    #[test]
    fn a_better_answer_never_lowers_a_score((set, answers) in set_and_answers(), at in any::<prop::sample::Index>()) {
        let at = at.index(answers.len());
        let points = |choice: Option<usize>| {
            let mut changed = answers.clone();
            changed[at] = choice;
            score(&sheet(&set, &changed)).points
        };
        for worse in 0..set.choices.len() {
            for better in 0..set.choices.len() {
                let gain = set.choices[better].points - set.choices[worse].points;
                prop_assert_eq!(points(Some(better)) - points(Some(worse)), gain);
            }
        }
    }

    #[test]
    fn a_better_answer_never_leads_to_a_lower_band(answers in whole_answers(), at in 0_usize..25) {
        let set = self_diagnosis();
        let mut last = i32::MIN;
        for choice in (0..4).rev() {
            let mut changed: Vec<Option<usize>> = answers.iter().copied().map(Some).collect();
            changed[at] = Some(choice);
            let sheet = sheet(&set, &changed);
            let lowest = score(&sheet).band.unwrap().min;
            prop_assert!(lowest >= last);
            last = lowest;
        }
    }

    #[test]
    fn the_order_of_answering_does_not_matter(
        (set, answers, order) in set_and_answers().prop_flat_map(|(set, answers)| {
            let order: Vec<usize> = (0..answers.len()).collect();
            (Just(set), Just(answers), Just(order).prop_shuffle())
        }),
    ) {
        let in_order = sheet(&set, &answers);
        let mut shuffled = Sheet::new(set.clone());
        for index in order {
            if let Some(answer) = answers[index] {
                shuffled.choose(&set.questions[index].id, &set.choices[answer].id, moment(0));
            }
        }
        prop_assert_eq!(score(&in_order), score(&shuffled));
        prop_assert_eq!(in_order, shuffled);
    }

    #[test]
    fn half_done_has_no_band_and_whole_has_one((set, answers) in set_and_answers()) {
        let sheet = sheet(&set, &answers);
        let score = score(&sheet);
        prop_assert_eq!(score.is_complete(), answers.iter().all(Option::is_some));
        prop_assert_eq!(score.band.is_some(), score.is_complete());
        prop_assert_eq!(sheet.first_unanswered(), answers.iter().position(Option::is_none).map(|index| index + 1));
        if let Some(band) = score.band {
            prop_assert!((band.min..=band.max).contains(&score.points));
        }
    }

    #[test]
    fn an_answer_replaced_counts_once_and_is_kept(
        (set, answers) in set_and_answers(), changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..60),
    ) {
        let mut current = answers.clone();
        let mut sheet = sheet(&set, &answers);
        for (second, (question, choice)) in (1..).zip(&changes) {
            let (question, choice) = (question.index(answers.len()), choice.index(set.choices.len()));
            let (question_id, choice_id) = (&set.questions[question].id, &set.choices[choice].id);
            let before = sheet.answer(question_id).map_or(0, |answer| answer.history.len());
            sheet.choose(question_id, choice_id, moment(second));
            let answer = sheet.answer(question_id).unwrap();
            let is_new = current[question].is_some_and(|earlier| earlier != choice);
            prop_assert_eq!(answer.history.len(), (before + usize::from(is_new)).min(HISTORY_LIMIT));
            prop_assert_eq!(answer.answered_at, Some(moment(second)));
            prop_assert!(answer.history.iter().map(|earlier| earlier.answered_at).is_sorted());
            current[question] = Some(choice);
        }
        let by_hand: i32 = current.iter().flatten().map(|answer| set.choices[*answer].points).sum();
        prop_assert_eq!(score(&sheet).points, by_hand);
    }

    #[test]
    fn the_next_band_is_the_nearest_above(points in -25..=100) {
        let set = self_diagnosis();
        let expected = match points {
            ..50 => Some("50-69"),
            50..70 => Some("70-99"),
            70..100 => Some("100"),
            _ => None,
        };
        prop_assert_eq!(next_band(&set, points).map(|band| band.id.as_str()), expected);
    }

    #[test]
    fn notes_and_flags_are_worth_nothing((set, answers) in set_and_answers(), at in any::<prop::sample::Index>()) {
        let mut changed = sheet(&set, &answers);
        let question = set.questions[at.index(answers.len())].id.clone();
        changed.toggle_flag(&question);
        changed.annotate(&question, "note".into(), "proof".into());
        let plain = sheet(&set, &answers);
        prop_assert_eq!(score(&changed), score(&plain));
        changed.toggle_flag(&question);
        changed.annotate(&question, String::new(), String::new());
        prop_assert_eq!(changed, plain);
    }
}

#[test]
fn every_total_but_97_and_99_can_occur() {
    let mut reachable = vec![0_i32];
    for _ in 0..25 {
        reachable = reachable.iter().flat_map(|total| [4, 2, 0, -1].map(|points| total + points)).collect();
        reachable.sort_unstable();
        reachable.dedup();
    }
    let missing: Vec<i32> = (-25..=100).filter(|total| !reachable.contains(total)).collect();
    assert_eq!(missing, [97, 99]);
}

#[test]
fn an_empty_sheet_has_no_points_and_no_band() {
    let sheet = Sheet::new(self_diagnosis());
    let score = score(&sheet);
    assert_eq!((score.points, score.min, score.max, score.answered, score.total), (0, -25, 100, 0, 25));
    assert_eq!(score.band, None);
    assert!(score.lost.is_empty() && score.unknown.is_empty());
}

#[test]
fn a_choice_that_the_set_does_not_have_counts_as_no_answer() {
    let mut sheet = Sheet::new(self_diagnosis());
    sheet.choose("backups", "certainly", moment(0));
    sheet.choose("no-such-question", "implemented", moment(0));
    assert_eq!(score(&sheet).answered, 0);
}

#[test]
fn a_carried_over_answer_counts_only_when_confirmed() {
    use hoshitori::core::sheet::{Answer, EarlierAnswer};
    let mut sheet = Sheet::new(self_diagnosis());
    let earlier = EarlierAnswer { choice: "implemented".into(), answered_at: moment(0) };
    sheet.answers.insert("backups".into(), Answer { previous: Some(earlier), ..Answer::default() });
    assert_eq!(score(&sheet).points, 0);
    assert!(sheet.confirm("backups", moment(1)));
    assert!(!sheet.confirm("backups", moment(2)));
    assert_eq!(score(&sheet).points, 4);
}
