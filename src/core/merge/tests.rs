use super::*;
use crate::core::question_set::QuestionSet;
use crate::core::test_sets::{assessment, checklist, diagnosis, four_choices, moment, sheet, spelled};

/// Sites `a`, `b` … with these answers, begun on the same day.
fn sites(words: &[&str]) -> Vec<Assessment> {
    let set = diagnosis(&[words[0].len()], &four_choices(), &[]);
    ["a", "b", "c", "d"]
        .into_iter()
        .zip(words)
        .map(|(id, word)| {
            let mut one = assessment(id, "2026-11-22", spelled(&set, word));
            one.organization.site = format!("site {id}");
            one
        })
        .collect()
}

fn all(sites: &[Assessment]) -> Vec<&Assessment> {
    sites.iter().collect()
}

fn word(sheet: &Sheet) -> String {
    sheet.chosen().map(|(_, choice)| choice.map_or("-", |choice| choice.id.as_str())).collect()
}

/// The merged assessment of some sites, as it would be saved.
fn company(merged: &Merged) -> Assessment {
    let mut company = assessment("all", "2026-11-23", merged.diagnosis.clone());
    company.checklist = merged.checklist.clone();
    company.merge = Some(merged.record.clone());
    company
}

#[test]
fn three_sites_by_each_rule() {
    let sites = sites(&["iip-u", "ipp-i", "inpnu"]);
    for (rule, expected) in [(MergeRule::Worst, "inpnu"), (MergeRule::Average, "ippnn"), (MergeRule::Majority, "inpnu")]
    {
        let merged = merge(&all(&sites), rule).expect("they fit");
        assert_eq!(word(&merged.diagnosis), expected, "{rule:?}");
        assert_eq!(merged.record.sources, ["a", "b", "c"]);
        let listed: Vec<_> = merged.record.disagreements.iter().map(|one| (one.number, one.answers.len())).collect();
        assert_eq!(listed, [(2, 3), (4, 1), (5, 3)], "the lacking answer is listed too");
        assert!(merged.record.disagreements.iter().all(|one| !one.by_hand && !one.in_checklist));
        assert_eq!(word(&merged.checklist), "doing");
    }
}

#[test]
fn what_nobody_answered_stays_unanswered_and_unlisted() {
    let merged = merge(&all(&sites(&["-i", "-i"])), MergeRule::Worst).expect("they fit");
    assert_eq!(word(&merged.diagnosis), "-i");
    assert!(merged.record.disagreements.is_empty());
    assert!(merged.diagnosis.answer("q1").is_none());
}

#[test]
fn principles_are_merged_by_position_and_listed_first() {
    let mut sites = sites(&["i", "n"]);
    let set = checklist("1", &["p1", "p2"]);
    for (site, answers) in sites.iter_mut().zip([[Some(0), Some(2)], [Some(1), Some(2)]]) {
        site.checklist = sheet(&set, &answers);
    }
    let record = merge(&all(&sites), MergeRule::Worst).expect("they fit").record;
    let listed: Vec<_> =
        record.disagreements.iter().map(|one| (one.in_checklist, one.question.as_str(), one.chosen.as_str())).collect();
    assert_eq!(listed, [(true, "p1", "will-do"), (false, "q1", "n")]);
}

#[test]
fn times_notes_evidence_and_flags_come_from_the_sources() {
    let mut sites = sites(&["in", "pn", "pn"]);
    sites[1].diagnosis.choose("q1", "p", moment("2026-12-01"));
    sites[0].diagnosis.annotate("q1", "all PCs\n".to_owned(), "binder".to_owned());
    sites[2].diagnosis.annotate("q1", "only some".to_owned(), "binder".to_owned());
    sites[2].diagnosis.toggle_flag("q2");
    let merged = merge(&all(&sites), MergeRule::Worst).expect("they fit");
    let first = merged.diagnosis.answer("q1").expect("an answer");
    assert_eq!(first.answered_at, Some(moment("2026-12-01")));
    assert_eq!(first.note, "site a: all PCs\nsite c: only some");
    assert_eq!(first.evidence, "binder");
    assert!(merged.diagnosis.answer("q2").is_some_and(|answer| answer.flagged));
}

#[test]
fn all_faults_are_found_at_once() {
    let mut sites = sites(&["ii", "ii", "ii", "ii"]);
    let mut newer = QuestionSet::clone(&sites[1].diagnosis.set);
    newer.edition = "2".to_owned();
    sites[1].diagnosis.set = newer.into();
    let mut other_points = QuestionSet::clone(&sites[2].diagnosis.set);
    other_points.choices[0].points = 5;
    sites[2].diagnosis.set = other_points.into();
    sites[3].diagnosis.answers.insert("q9".to_owned(), Answer::default());
    sites[3].diagnosis.choose("q1", "x", moment("2026-11-22"));
    sites[3].checklist.set = checklist("6", &["p1"]);
    let mut sources = all(&sites);
    sources.push(&sites[0]);
    let faults = merge(&sources, MergeRule::Worst).expect_err("nothing fits");
    let name = |id: &str, edition: &str| SetName { id: id.to_owned(), edition: edition.to_owned() };
    let text = str::to_owned;
    let (checklist, diagnosis) = (name("checklist", "1"), name("diagnosis", "1"));
    let wanted = vec![
        MergeFault::NamedTwice { id: text("a") },
        MergeFault::OtherSet { id: text("d"), set: name("checklist", "6"), first: text("a"), first_set: checklist },
        MergeFault::OtherSet {
            id: text("b"),
            set: name("diagnosis", "2"),
            first: text("a"),
            first_set: diagnosis.clone(),
        },
        MergeFault::OtherContents { id: text("c"), first: text("a"), set: diagnosis },
        MergeFault::UnknownChoice { id: text("d"), set: text("diagnosis"), question: text("q1"), choice: text("x") },
        MergeFault::UnknownQuestion { id: text("d"), set: text("diagnosis"), question: text("q9") },
    ];
    assert_eq!(faults, wanted);
    assert_eq!(merge(&[], MergeRule::Worst).expect_err("nothing to merge").len(), 1);
    assert_eq!(merge(&[&sites[0]], MergeRule::Worst).expect_err("alone").len(), 1);
}

#[test]
fn a_person_decides_and_takes_it_back() {
    let sites = sites(&["ii", "in"]);
    let mut company = company(&merge(&all(&sites), MergeRule::Worst).expect("they fit"));
    let now = moment("2026-12-24");
    let before = company.clone();
    for (question, choice, reason) in [("q1", "i", "no dispute"), ("q2", "x", "no choice"), ("q2", "i", " ")] {
        assert!(decide(&mut company, Kind::Diagnosis, question, choice, reason, now).is_err());
        assert_eq!(company, before, "nothing is changed");
    }
    decide(&mut company, Kind::Diagnosis, "q2", "p", " seen on the spot ", now).expect("it can be decided");
    assert_eq!(word(&company.diagnosis), "ip");
    let decided = &company.merge.as_ref().expect("a record").disagreements[0];
    assert_eq!((decided.chosen.as_str(), decided.by_hand, decided.reason.as_str()), ("p", true, "seen on the spot"));
    leave_to_rule(&mut company, Kind::Diagnosis, "q2", now).expect("it can be taken back");
    assert_eq!(word(&company.diagnosis), "in");
    assert_eq!(company.merge, before.merge);
    assert!(leave_to_rule(&mut company, Kind::Diagnosis, "q1", now).is_err());
}

#[test]
fn merging_again_keeps_the_decisions_that_still_apply() {
    let mut sites = sites(&["iiii-", "nnnnn", "iiii-"]);
    let mut company = company(&merge(&all(&sites), MergeRule::Majority).expect("they fit"));
    for question in ["q1", "q2", "q3", "q5"] {
        decide(&mut company, Kind::Diagnosis, question, "p", question, moment("2026-12-24")).expect("decided");
    }
    let earlier = company.merge.expect("a record");

    // b answers q2 otherwise and agrees on q3; c sends the same answers as another assessment, and d joins without q1.
    sites[1].diagnosis.choose("q2", "u", moment("2027-01-01"));
    sites[1].diagnosis.choose("q3", "i", moment("2027-01-01"));
    sites[2].id = "c2".to_owned();
    let again = merge_again(&all(&sites), &earlier).expect("they fit");
    assert_eq!(word(&again.diagnosis), "piiip");
    let by_hand: Vec<_> = again
        .record
        .disagreements
        .iter()
        .filter(|one| one.by_hand)
        .map(|one| (one.number, one.reason.as_str(), one.answers.contains_key("c2")))
        .collect();
    assert_eq!(by_hand, [(1, "q1", true), (5, "q5", false)]);
    let dropped: Vec<_> = again.dropped.iter().map(|one| (one.earlier.number, one.cause)).collect();
    assert_eq!(dropped, [(2, DropCause::AnswersChanged), (3, DropCause::NothingToDecide)]);

    // Nothing changed: everything is kept, and merging once more changes nothing.
    let once_more = merge_again(&all(&sites), &again.record).expect("they fit");
    assert_eq!((once_more.record, once_more.dropped.len()), (again.record, 0));
}

#[test]
fn answers_swapped_between_sites_are_another_disagreement() {
    let (one, other) = (sites(&["i", "n"]), sites(&["n", "i"]));
    let mut company = company(&merge(&all(&one), MergeRule::Worst).expect("they fit"));
    decide(&mut company, Kind::Diagnosis, "q1", "i", "a is the head office", moment("2026-12-24")).expect("decided");
    let again = merge_again(&all(&other), &company.merge.expect("a record")).expect("they fit");
    assert_eq!((word(&again.diagnosis).as_str(), again.dropped.len()), ("n", 1));
}
