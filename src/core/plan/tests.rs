use proptest::prelude::*;

use super::*;
use crate::core::score::score;
use crate::core::test_sets::{diagnosis, four_choices, full_diagnosis, sheet, spelled};

fn numbers(items: &[PlanItem<'_>]) -> Vec<usize> {
    items.iter().map(|item| item.question.number).collect()
}

#[test]
fn plan_is_ordered_by_category_unknown_points_and_number() {
    let set = diagnosis(&[3, 4], &four_choices(), &[]);
    //            c1: 1 partial, 2 not, 3 unknown; c2: 4 implemented, 5 unanswered, 6 partial, 7 unknown
    let sheet = spelled(&set, "pnui-pu");
    let entries = BTreeMap::new();
    let items = items(&sheet, &entries);
    assert_eq!(numbers(&items), [3, 2, 1, 7, 5, 6]);
    assert_eq!(items.iter().map(|item| item.points_lost).collect::<Vec<_>>(), [5, 4, 2, 5, 4, 2]);
    assert!(items[4].is_unknown() && items[4].choice.is_none());
}

#[test]
fn only_pending_items_become_overdue_and_not_on_the_day_itself() {
    let set = diagnosis(&[1], &four_choices(), &[]);
    let sheet = spelled(&set, "n");
    let due = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
    for (state, late) in
        [(PlanState::Open, true), (PlanState::Doing, true), (PlanState::Done, false), (PlanState::Accepted, false)]
    {
        let entry = PlanEntry { due: Some(due), state, ..PlanEntry::default() };
        let entries = BTreeMap::from([("q1".to_owned(), entry)]);
        let item = items(&sheet, &entries)[0];
        assert!(!item.is_overdue(due));
        assert_eq!(item.is_overdue(due.succ_opt().expect("a day")), late, "{state:?}");
    }
    assert_eq!(items(&sheet, &BTreeMap::new())[0].entry, &PlanEntry::default());
}

#[test]
fn targets_are_the_limits_of_the_bands_and_the_maximum() {
    let set = full_diagnosis();
    for (points, target) in [(-25, 50), (49, 50), (50, 70), (69, 70), (70, 100), (99, 100), (100, 100)] {
        assert_eq!(next_target(&set, points), target, "{points}");
    }
    assert_eq!(next_target(&diagnosis(&[2], &four_choices(), &[]), 3), 8);
}

#[test]
fn the_path_takes_the_largest_gains_first() {
    let set = full_diagnosis();
    // 5 partial, then 10 implemented, 1 unknown, 2 partial, 5 implemented, 1 unknown, 1 not: 10 + 40 − 1 + 4 + 20 − 1 = 72
    let sheet = spelled(&set, "pppppiiiiiiiiiiuppiiiiiun");
    assert_eq!(score(&sheet).points, 72);
    let to_80 = path(&sheet, 80);
    let steps: Vec<_> = to_80.steps.iter().map(|step| (step.question.number, step.gain)).collect();
    assert_eq!(steps, [(16, 5), (24, 5)]);
    assert_eq!((to_80.start, to_80.points, to_80.reaches()), (72, 82, true));
    assert_eq!(to_80.totals().collect::<Vec<_>>(), [77, 82]);
    assert_eq!(to_80.steps[0].to.id, "i");
    // Equal gains follow the plan: the first category's partial ones come before the others.
    let to_87: Vec<_> = path(&sheet, 87).steps.iter().map(|step| step.question.number).collect();
    assert_eq!(to_87, [16, 24, 25, 1]);
    assert!(path(&sheet, 72).steps.is_empty());
    let beyond = path(&sheet, 101);
    assert_eq!((beyond.points, beyond.reaches(), beyond.steps.len()), (100, false, 10));
}

/// The fewest questions among all subsets that reach the target when they take the best answer.
fn fewest_by_brute_force(sheet: &Sheet, target: i32) -> Option<usize> {
    let best = sheet.set.best_choice().expect("a choice").id.clone();
    (0_u32..1 << sheet.total())
        .filter(|subset| {
            let mut tried = sheet.clone();
            for (index, question) in sheet.set.questions.iter().enumerate() {
                if subset & (1 << index) != 0 {
                    tried.answers.entry(question.id.clone()).or_default().choice = Some(best.clone());
                }
            }
            score(&tried).points >= target
        })
        .map(|subset| subset.count_ones() as usize)
        .min()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_path_is_as_short_as_any(
        points in proptest::collection::vec(-5..=9_i32, 1..=5),
        sizes in (0..=4_usize, 1..=4_usize),
        answers in proptest::collection::vec(proptest::option::of(0..5_usize), 8),
        target in -45..=80_i32,
    ) {
        let choices: Vec<_> = ["a", "b", "c", "d", "e"].into_iter().zip(&points).map(|(id, p)| (id, *p, Tone::Poor)).collect();
        let set = diagnosis(&[sizes.0, sizes.1], &choices, &[]);
        let answers: Vec<_> = answers.into_iter().map(|answer| answer.map(|index| index % points.len())).collect();
        let sheet = sheet(&set, &answers);
        let path = path(&sheet, target);
        prop_assert_eq!(path.totals().last().unwrap_or(path.start), path.points);
        prop_assert!(path.steps.is_sorted_by_key(|step| Reverse(step.gain)));
        match fewest_by_brute_force(&sheet, target) {
            Some(fewest) => {
                prop_assert!(path.reaches());
                prop_assert_eq!(path.steps.len(), fewest);
            }
            None => prop_assert!(!path.reaches()),
        }
        // What the path promises is what the score then says.
        let mut after = sheet.clone();
        for step in &path.steps {
            after.answers.entry(step.question.id.clone()).or_default().choice = Some(step.to.id.clone());
        }
        prop_assert_eq!(score(&after).points, path.points);
    }
}
