//! How one answer is made of several.

use std::cmp::Reverse;

use crate::core::merge_record::MergeRule;
use crate::core::question_set::{Choice, Kind, QuestionSet};

/// The answer that a rule makes of the sources' answers to one question, by choice id. Ids that the set does not have are
/// ignored; `None` where nothing is left.
///
/// - `worst`: the answer with the fewest points; of two with the same points the later in the set's order.
/// - `average`: the mean of the points, rounded down to the nearest choice, that is the best choice with no more points than
///   the mean. Of choices with the same points one that a source gave goes before others, then the later in the set's order.
/// - `majority`: the most frequent answer; ties go to the worse.
///
/// In a checklist, where no answer has points, the position counts instead: the last choice is the worst, and an average is
/// rounded towards the worse.
pub fn settle<'set>(set: &'set QuestionSet, rule: MergeRule, answers: &[&str]) -> Option<&'set Choice> {
    let given: Vec<usize> =
        answers.iter().filter_map(|id| set.choices.iter().position(|choice| choice.id == *id)).collect();
    let first = *given.first()?;
    let worth = |position: usize| match set.kind {
        Kind::Checklist => -(position as i64),
        Kind::Diagnosis => i64::from(set.choices[position].points),
    };
    // The worse, the smaller.
    let rank = |position: usize| (worth(position), Reverse(position));
    let position = match rule {
        _ if given.iter().all(|position| *position == first) => first,
        MergeRule::Worst => given.iter().copied().min_by_key(|position| rank(*position))?,
        MergeRule::Average => {
            let sum: i64 = given.iter().map(|position| worth(*position)).sum();
            (0..set.choices.len())
                .filter(|position| worth(*position) * given.len() as i64 <= sum)
                .max_by_key(|position| (worth(*position), given.contains(position), *position))?
        }
        MergeRule::Majority => {
            let votes = |position: usize| given.iter().filter(|other| **other == position).count();
            given.iter().copied().max_by_key(|position| (votes(*position), Reverse(rank(*position))))?
        }
    };
    set.choices.get(position)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::question_set::Tone;
    use crate::core::test_sets::{checklist, diagnosis, four_choices};

    fn settled(rule: MergeRule, answers: &[&str]) -> String {
        let set = diagnosis(&[1], &four_choices(), &[]);
        settle(&set, rule, answers).map(|choice| choice.id.clone()).unwrap_or_default()
    }

    #[test]
    fn the_rules_on_the_shipped_choices() {
        use MergeRule::{Average, Majority, Worst};
        for (rule, answers, expected) in [
            (Worst, &["i", "p", "n"][..], "n"),
            (Worst, &["i", "u", "n"], "u"),
            (Worst, &["i"], "i"),
            (Average, &["i", "p"], "p"),           // 3 → 2
            (Average, &["i", "n"], "p"),           // 2
            (Average, &["i", "i", "n"], "p"),      // 2.67 → 2
            (Average, &["p", "n"], "n"),           // 1 → 0
            (Average, &["n", "u"], "u"),           // −0.5 → −1
            (Average, &["i", "u"], "n"),           // 1.5 → 0
            (Average, &["i", "u", "u", "u"], "n"), // 0.25 → 0
            (Majority, &["i", "i", "n"], "i"),
            (Majority, &["i", "i", "n", "n"], "n"),
            (Majority, &["u", "u", "i"], "u"),
            (Majority, &["i", "p", "n", "u"], "u"),
        ] {
            assert_eq!(settled(rule, answers), expected, "{rule:?} {answers:?}");
        }
        assert_eq!(settled(Worst, &[]), "");
        assert_eq!(settled(Worst, &["unheard-of", "p"]), "p");
    }

    #[test]
    fn a_checklist_goes_by_position() {
        use MergeRule::{Average, Majority, Worst};
        let set = checklist("1", &["p1"]);
        for (rule, answers, expected) in [
            (Worst, &["doing", "undecided"][..], "undecided"),
            (Average, &["doing", "undecided"], "will-do"),
            (Average, &["doing", "will-do"], "will-do"),
            (Average, &["doing", "doing", "doing", "undecided"], "will-do"),
            (Majority, &["doing", "doing", "undecided"], "doing"),
            (Majority, &["doing", "will-do"], "will-do"),
        ] {
            assert_eq!(settle(&set, rule, answers).map(|choice| choice.id.as_str()), Some(expected), "{answers:?}");
        }
    }

    #[test]
    fn choices_of_the_same_points() {
        let choices = [("i", 4, Tone::Good), ("none", 4, Tone::Good), ("n", 0, Tone::Poor)];
        let set = diagnosis(&[1], &choices, &[]);
        let settled = |rule, answers: &[&str]| settle(&set, rule, answers).map(|choice| choice.id.clone());
        for rule in MergeRule::ALL {
            assert_eq!(settled(rule, &["i", "i"]).as_deref(), Some("i"));
            assert_eq!(settled(rule, &["i", "none"]).as_deref(), Some("none"), "{rule:?}");
        }
    }

    proptest! {
        #[test]
        fn merge_rules_stay_in_bounds_and_ignore_the_order(
            points in proptest::collection::vec(-9..=9_i32, 1..=5),
            answers in proptest::collection::vec(0..5_usize, 1..8),
            seed in any::<usize>(),
        ) {
            let ids = ["a", "b", "c", "d", "e"];
            let choices: Vec<_> = ids.into_iter().zip(&points).map(|(id, p)| (id, *p, Tone::Poor)).collect();
            let set = diagnosis(&[1], &choices, &[]);
            let given: Vec<&str> = answers.iter().map(|answer| ids[answer % points.len()]).collect();
            let worth: Vec<i32> = given.iter().map(|id| set.choice(id).map(|c| c.points).expect("points")).collect();
            let (least, most) = (*worth.iter().min().expect("some"), *worth.iter().max().expect("some"));
            let mean = f64::from(worth.iter().sum::<i32>()) / worth.len() as f64;
            let mut turned = given.clone();
            turned.rotate_left(seed % given.len());
            for rule in MergeRule::ALL {
                let chosen = settle(&set, rule, &given).expect("an answer");
                prop_assert_eq!(chosen, settle(&set, rule, &turned).expect("an answer"));
                prop_assert!((least..=most).contains(&chosen.points));
                match rule {
                    MergeRule::Worst => prop_assert_eq!(chosen.points, least),
                    MergeRule::Average => {
                        let below = points.iter().copied().filter(|p| f64::from(*p) <= mean + 1e-9).max();
                        prop_assert_eq!(Some(chosen.points), below);
                    }
                    MergeRule::Majority => {
                        let votes = |id: &str| given.iter().filter(|other| **other == id).count();
                        let top = given.iter().map(|id| votes(id)).max();
                        prop_assert_eq!(Some(votes(&chosen.id)), top);
                        let fewest = given.iter().filter(|id| Some(votes(id)) == top).filter_map(|id| set.choice(id));
                        prop_assert_eq!(Some(chosen.points), fewest.map(|choice| choice.points).min());
                    }
                }
            }
        }
    }
}
