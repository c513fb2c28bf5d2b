use super::*;
use crate::core::question_set::Tone;
use crate::core::test_sets::{checklist, diagnosis, four_choices, moment, sheet, spelled};

#[test]
fn carried_answers_wait_for_confirmation() {
    let set = diagnosis(&[4], &four_choices(), &[]);
    let mut old = spelled(&set, "ip-n");
    old.choose("q1", "u", moment("2026-11-23"));
    old.annotate("q2", "two\nlines".to_owned(), "the binder".to_owned());
    old.toggle_flag("q3");
    // Made anew without `p`, and with one question more.
    let edition = diagnosis(&[5], &[("i", 4, Tone::Good), ("n", 0, Tone::Poor), ("u", -1, Tone::Unknown)], &[]);
    let new = carried_over(&old, edition, moment("2020-01-01"));
    assert_eq!(new.answered(), 0);
    let first = new.answer("q1").expect("carried");
    assert!(first.is_unconfirmed() && first.history.is_empty());
    assert_eq!(first.previous, Some(EarlierAnswer { choice: "u".to_owned(), answered_at: moment("2026-11-23") }));
    let second = new.answer("q2").expect("its note is carried");
    assert_eq!((second.note.as_str(), second.evidence.as_str()), ("two\nlines", "the binder"));
    assert!(!second.is_unconfirmed(), "its choice is no longer offered");
    assert!(new.answer("q3").is_some_and(|answer| answer.flagged && answer.previous.is_none()));
    assert!(new.answer("q5").is_none());

    let mut confirmed = new.clone();
    assert!(confirmed.confirm("q4", moment("2027-01-01")));
    assert_eq!(confirmed.choice("q4").map(|choice| choice.id.as_str()), Some("n"));
}

#[test]
fn unconfirmed_answers_are_carried_again_with_a_date() {
    let set = diagnosis(&[2], &four_choices(), &[]);
    let mut old = spelled(&set, "ii");
    old.answers.get_mut("q2").expect("an answer").answered_at = None;
    let once = carried_over(&old, set.clone(), moment("2020-01-01"));
    let twice = carried_over(&once, set.clone(), moment("2021-01-01"));
    assert_eq!(once, twice);
    let previous = once.answer("q2").and_then(|answer| answer.previous.as_ref()).expect("carried");
    assert_eq!(previous.answered_at, moment("2020-01-01"));
}

#[test]
fn principles_move_to_the_newer_edition_and_back() {
    let five = checklist("1", &["p1", "p2", "p3", "p4", "p5"]);
    let six = checklist("2", &["p1", "p2", "p3", "p4", "p5", "backups"]);
    let mut old = sheet(&five, &[Some(0), Some(1), None, Some(2)]);
    old.annotate("p3", "later".to_owned(), String::new());
    let moved = moved_to(&old, six.clone());
    assert_eq!((moved.sheet.answers.clone(), moved.left_behind.len()), (old.answers.clone(), 0));
    assert_eq!((moved.sheet.answered(), moved.sheet.total()), (3, 6));

    let mut newer = moved.sheet;
    newer.choose("backups", "doing", moment("2026-11-23"));
    let back = moved_to(&newer, five);
    assert_eq!(back.sheet, old);
    assert_eq!(back.left_behind.keys().collect::<Vec<_>>(), ["backups"]);
}

#[test]
fn choice_not_offered_is_dropped_but_its_note_is_kept() {
    let set = diagnosis(&[2], &four_choices(), &[]);
    let mut old = spelled(&set, "pi");
    old.choose("q2", "n", moment("2026-11-23"));
    old.annotate("q1", "half of it".to_owned(), String::new());
    let moved = moved_to(&old, diagnosis(&[2], &[("n", 0, Tone::Poor)], &[]));
    assert_eq!(
        moved.sheet.answer("q1").map(|answer| (answer.choice.clone(), answer.note.as_str())),
        Some((None, "half of it"))
    );
    assert_eq!(moved.left_behind.get("q1").and_then(|answer| answer.choice.as_deref()), Some("p"));
    let second = moved.sheet.answer("q2").expect("kept");
    assert_eq!((second.choice.as_deref(), second.history.len()), (Some("n"), 0));
}
