//! Saved assessments as text: what is written is read again, and what is not whole is refused.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod assessments;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use hoshitori::core::assessment::Assessment;
use hoshitori::core::declaration::{ClauseChange, Declaration, Policy, Publication};
use hoshitori::core::language::Language;
use hoshitori::core::merge_record::{Disagreement, MergeRecord, MergeRule};
use hoshitori::core::organization::{FieldValueMut, OrganizationField};
use hoshitori::core::place::Place;
use hoshitori::core::plan_entry::{PlanEntry, PlanState};
use hoshitori::core::question_set::{Kind, SharedSet};
use hoshitori::core::sheet::{Answer, EarlierAnswer, Sheet, Timestamp};
use hoshitori::core::star::Star;
use hoshitori::input::encoding::decode;
use hoshitori::input::{Fault, FaultKind, SavedFileFault};
use hoshitori::messages::messages;
use hoshitori::store::saved_file::{parse, write};
use proptest::prelude::*;

use assessments::{diagnosis, finished, nothing_at_hand, unanswered};

fn read(text: &str) -> Result<Assessment, Vec<Fault>> {
    parse(text, &nothing_at_hand)
}

/// The faults of a text as `line:column: sentence`.
fn faults(text: &str) -> Vec<String> {
    read(text).unwrap_err().iter().map(|fault| messages(Language::En).faults.with_place(fault)).collect()
}

/// The only fault of a text.
fn fault(text: &str) -> String {
    let mut faults = faults(text);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults.remove(0)
}

fn any_moment() -> impl Strategy<Value = Timestamp> {
    (-2_000_000_000_000i64..100_000_000_000_000, -14i32 * 60..14 * 60).prop_map(|(milliseconds, minutes)| {
        let offset = chrono::FixedOffset::east_opt(minutes * 60).unwrap();
        DateTime::from_timestamp_millis(milliseconds).unwrap().with_timezone(&offset)
    })
}

fn any_date() -> impl Strategy<Value = Option<NaiveDate>> {
    proptest::option::of((1900i32..2200, 1u32..366).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap()))
}

/// Any text at all: controls, quotation marks, newlines, what cannot be seen.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "\\PC{0,12}",
        proptest::collection::vec(any::<char>(), 0..12).prop_map(String::from_iter),
        proptest::collection::vec(
            proptest::sample::select(vec![
                '"', '\\', '\n', '\r', '\t', '\0', '#', '[', ']', '=', '\u{202e}', '\u{feff}', '\u{7f}', '\u{9b}', 'あ'
            ]),
            0..8
        )
        .prop_map(String::from_iter),
    ]
}

fn any_earlier() -> impl Strategy<Value = EarlierAnswer> {
    (any_text(), any_moment()).prop_map(|(choice, answered_at)| EarlierAnswer { choice, answered_at })
}

fn any_answer(choices: Vec<&'static str>) -> impl Strategy<Value = Answer> {
    let choice = proptest::option::of((proptest::sample::select(choices), any_moment()));
    let rest = (any_text(), any_text(), any::<bool>(), proptest::option::of(any_earlier()));
    (choice, rest, proptest::collection::vec(any_earlier(), 0..3)).prop_map(
        |(choice, (note, evidence, flagged, previous), history)| Answer {
            choice: choice.map(|(choice, _)| choice.to_owned()),
            answered_at: choice.map(|(_, answered_at)| answered_at),
            note,
            evidence,
            flagged,
            previous,
            history,
        },
    )
}

fn any_sheet(set: SharedSet, choices: Vec<&'static str>) -> impl Strategy<Value = Sheet> {
    let ids: Vec<String> = set.questions.iter().map(|question| question.id.clone()).collect();
    proptest::collection::btree_map(proptest::sample::select(ids), any_answer(choices), 0..5).prop_map(
        move |mut answers| {
            answers.retain(|_, answer| !answer.is_empty());
            Sheet { set: set.clone(), answers }
        },
    )
}

fn any_policy() -> impl Strategy<Value = Policy> {
    let change = (proptest::option::of(any::<bool>()), proptest::option::of(any_text()), any::<bool>())
        .prop_map(|(included, text, lists_measures)| ClauseChange { included, text, lists_measures });
    let texts = (any_text(), any_text(), any_text(), any_text(), any_text());
    (texts, any_date(), any_date(), any::<bool>(), proptest::collection::btree_map(any_text(), change, 0..3)).prop_map(
        |(
            (company, representative_title, representative_name, contact, scope),
            set_on,
            revised_on,
            japanese_era,
            clauses,
        )| Policy {
            company,
            representative_title,
            representative_name,
            set_on,
            revised_on,
            contact,
            scope,
            japanese_era,
            clauses,
        },
    )
}

fn any_plan() -> impl Strategy<Value = BTreeMap<String, PlanEntry>> {
    let entry = (any_text(), any_date(), proptest::sample::select(PlanState::ALL.to_vec()), any_text(), any_text())
        .prop_map(|(owner, due, state, reason, note)| PlanEntry { owner, due, state, reason, note });
    proptest::collection::btree_map(any_text(), entry, 0..3)
}

fn any_merge() -> impl Strategy<Value = MergeRecord> {
    let texts = proptest::collection::btree_map(any_text(), any_text(), 0..3);
    let disagreement = (any::<bool>(), 0usize..40, any_text(), texts, any_text(), any::<bool>(), any_text()).prop_map(
        |(in_checklist, number, question, answers, chosen, by_hand, reason)| Disagreement {
            in_checklist,
            number,
            question,
            answers,
            chosen,
            by_hand,
            reason,
        },
    );
    (
        proptest::sample::select(MergeRule::ALL.to_vec()),
        proptest::collection::vec(any_text(), 0..3),
        proptest::collection::vec(disagreement, 0..3),
    )
        .prop_map(|(rule, sources, disagreements)| MergeRecord { rule, sources, disagreements })
}

fn any_declaration() -> impl Strategy<Value = Declaration> {
    let date = (1900i32..2200, 1u32..366).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap());
    let star = proptest::option::of(proptest::sample::select(Star::ALL.to_vec()));
    let steps = proptest::collection::btree_map(any_text(), date, 0..3);
    (any_text(), star, any_date(), any_text(), any_date(), steps).prop_map(
        |(procedure, star, declared_on, declaration_id, logo_downloaded_on, steps)| Declaration {
            procedure,
            star,
            declared_on,
            steps,
            declaration_id,
            logo_downloaded_on,
        },
    )
}

fn any_place() -> impl Strategy<Value = Place> {
    prop_oneof![
        (1usize..=2).prop_map(|number| Place::Question(Kind::Checklist, number)),
        (1usize..=5).prop_map(|number| Place::Question(Kind::Diagnosis, number)),
        Just(Place::ChecklistResult),
        Just(Place::Review),
        Just(Place::Result),
    ]
}

prop_compose! {
    fn any_assessment()(
        checklist in any_sheet(assessments::checklist(), vec!["doing", "undecided"]),
        diagnosis in any_sheet(diagnosis(), vec!["yes", "no", "unknown"]),
        texts in proptest::collection::vec(any_text(), OrganizationField::ALL.len()),
        number in proptest::option::of(any::<u32>()),
        (created_at, updated_at, place) in (any_moment(), any_moment(), any_place()),
        (plan, policy, merge) in (any_plan(), any_policy(), proptest::option::of(any_merge())),
        (published, declaration, carried_from) in ((any_text(), any_date()), any_declaration(), proptest::option::of(any_text())),
    ) -> Assessment {
        let mut assessment = unanswered("abcdefgh", 22);
        for (field, text) in OrganizationField::ALL.into_iter().zip(texts) {
            match assessment.organization.get_mut(field) {
                FieldValueMut::Text(value) => *value = text,
                FieldValueMut::Count(value) => *value = number,
            }
        }
        Assessment {
            created_at, updated_at, place, checklist, diagnosis, plan, policy, merge, declaration, carried_from,
            publication: Publication { place: published.0, published_at: published.1 },
            ..assessment
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_again(assessment in any_assessment()) {
        let text = write(&assessment);
        prop_assert_eq!(read(&text), Ok(assessment.clone()), "{}", text);
        // Nothing in the file steers the terminal on which somebody prints it.
        prop_assert!(text.chars().all(|character| character == '\n' || !character.is_control()));
        // An editor may have made it a Windows file.
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        prop_assert_eq!(read(decode(windows.as_bytes()).unwrap()), Ok(assessment));
    }

    #[test]
    fn a_file_cut_at_any_byte_is_refused(assessment in any_assessment(), place in 0.0..1.0f64) {
        let text = write(&assessment);
        let whole = text.trim_end().len();
        let mut cut = (whole as f64 * place) as usize;
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        prop_assert!(read(&text[..cut]).is_err());
    }

    #[test]
    fn random_text_never_panics(text in "\\PC{0,200}", lines in proptest::collection::vec(any::<char>(), 0..100)) {
        prop_assert!(read(&text).is_err());
        prop_assert!(read(&String::from_iter(lines)).is_err());
    }

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = decode(&bytes) {
            prop_assert!(read(text).is_err());
        }
    }

    #[test]
    fn a_changed_byte_never_panics(assessment in any_assessment(), place in 0.0..1.0f64, byte in any::<u8>()) {
        let mut bytes = write(&assessment).into_bytes();
        let place = ((bytes.len() - 1) as f64 * place) as usize;
        bytes[place] = byte;
        if let Ok(text) = decode(&bytes) {
            let _ = read(text);
        }
    }
}

#[test]
fn a_file_cut_at_any_line_end_is_refused() {
    let text = write(&finished("abcdefgh", 22));
    let end = text.trim_end().len();
    for (place, _) in text.match_indices('\n').filter(|(place, _)| *place < end) {
        let faults = read(&text[..=place]).unwrap_err();
        assert!(!faults.is_empty());
        assert!(
            place < 1200 || faults.iter().any(|fault| matches!(fault.kind, FaultKind::SavedFile(SavedFileFault::Cut))),
            "{faults:?}"
        );
    }
    // The last newline is not worth an answer.
    assert!(read(&text[..end]).is_ok());
}

#[test]
fn a_lost_answer_is_noticed() {
    let text = write(&finished("abcdefgh", 22));
    let start = text.find("[diagnosis.answers.q5]").unwrap();
    let end = text[start..].find("\n\n").unwrap() + start;
    let text = format!("{}{}", &text[..start], &text[end..]);
    let fault = fault(&text);
    assert!(fault.starts_with("10:11: The file should hold 7 answers but holds 6"), "{fault}");
}

#[test]
fn what_the_list_shows_is_at_the_top() {
    let text = write(&finished("abcdefgh", 22));
    insta::assert_snapshot!(text);
    assert!(text.find("[checklist]").unwrap() < 1500);
}

#[test]
fn a_layout_that_is_not_known_is_named_and_nothing_else() {
    let text = write(&finished("abcdefgh", 22));
    let with = |schema: &str| text.replacen("schema = 1", schema, 1).replace("choice = \"no\"", "choice = \"maybe\"");
    assert!(fault(&with("schema = 2")).contains("4:10: The layout of this file (schema 2) is too new"));
    assert!(fault(&with("schema = 99999999999999999999999")).contains("too new"));
    for wrong in
        ["schema = 0", "schema = -1", "schema = \"1\"", "schema = \"\\u001b[31m\"", "schema = 1.0", "schema = []"]
    {
        assert!(fault(&with(wrong)).contains("4:10: \"schema\" is a whole number from 1 to 1"), "{wrong}");
    }
    assert!(fault(&with("")).contains("\"schema\" is missing"));
    // What a later version writes may not even be TOML as it is known here.
    let later = format!("{}\nnew = <syntax>\n", with("schema = 7"));
    assert!(fault(&later).contains("schema 7"));
}

#[test]
fn all_faults_are_told_at_once_with_their_places() {
    let text = write(&finished("abcdefgh", 22))
        .replacen("language = \"ja\"", "language = \"fr\"", 1)
        .replacen("created_at = 2026-11-22T10:00:00.123+09:00", "created_at = \"yesterday\"", 1)
        .replacen("name = \"星取商事\"", "name = 7", 1)
        .replace("[diagnosis.answers.q2]", "[diagnosis.answers.q9]")
        .replace("choice = \"no\"", "choice = \"\\u001b[31mno\"")
        .replace(
            "choice = \"unknown\"\nanswered_at = 2026-11-22T10:00:00.123+09:00",
            "choice = \"unknown\"\nflagged = 1",
        );
    let faults = faults(&text);
    let wanted = [
        "6:14: \"created_at\" must be a date and time",
        "8:12: \"language\" cannot be \"fr\"",
        "23:8: \"name\" must be text",
        "has no question \"q9\"",
        "There is no answer",
        "\"answered_at\" is missing",
        "\"flagged\" must be true or false",
    ];
    assert_eq!(faults.len(), wanted.len(), "{faults:#?}");
    for wanted in wanted {
        assert!(faults.iter().any(|fault| fault.contains(wanted)), "{wanted}: {faults:#?}");
    }
}

#[test]
fn duplicate_keys_are_refused_with_their_place() {
    let text = write(&finished("abcdefgh", 22));
    let twice = text.replacen("answers = 7\n", "answers = 7\nanswers = 7\n", 1);
    assert_eq!(fault(&twice), "11:1: The same key is written twice in the same place. Remove one of them.");
}

#[test]
fn deep_nesting_is_refused() {
    let text = write(&finished("abcdefgh", 22));
    let deep = format!("deep = {}\n", "[".repeat(200_000));
    assert!(!faults(&deep).is_empty());
    assert!(!faults(&text.replacen("answers = 7\n", &deep, 1)).is_empty());
    assert!(!faults(&format!("[{}]\n", vec!["a"; 200_000].join("."))).is_empty());
}

#[test]
fn thousands_of_faults_are_not_all_listed() {
    let text = "= 1\n".repeat(100_000);
    let faults = faults(&text);
    assert!(faults.len() <= 101);
    assert!(faults.last().unwrap().contains("more faults"));
}

#[test]
fn keys_of_later_versions_are_ignored() {
    let assessment = finished("abcdefgh", 22);
    let text = write(&assessment).replacen("[summary]\n", "[something.new]\nkey = [1, 2]\n\n[summary]\n", 1).replacen(
        "edition = \"1\"\n",
        "edition = \"1\"\nnew = 1\n",
        1,
    );
    assert_eq!(read(&text), Ok(assessment));
}

#[test]
fn the_summary_is_not_trusted() {
    let assessment = finished("abcdefgh", 22);
    let text = write(&assessment).replacen("points = 11", "points = 9000", 1);
    assert_eq!(read(&text), Ok(assessment));
}

#[test]
fn a_set_at_hand_gives_its_texts_if_it_means_the_same() {
    let text = write(&finished("abcdefgh", 22));
    let full = |points: i32| {
        move |kind: Kind, id: &str, edition: &str| {
            if (kind, id, edition) != (Kind::Diagnosis, "diagnosis", "2026") {
                return None;
            }
            let mut set = (*diagnosis()).clone();
            set.questions[0].why = "大切だから".to_owned();
            set.choices[0].points = points;
            Some(SharedSet::from(set))
        }
    };
    assert_eq!(parse(&text, &full(4)).unwrap().diagnosis.set.questions[0].why, "大切だから");
    // Another meaning under the same name: what the company answered is what the file says.
    let read = parse(&text, &full(9)).unwrap();
    assert_eq!(read.diagnosis.set, diagnosis());
}

#[test]
fn without_an_outline_the_set_must_be_at_hand() {
    let assessment = finished("abcdefgh", 22);
    let text = write(&assessment);
    let start = text.find("[diagnosis.outline]").unwrap();
    let end = text.find("[diagnosis.answers.q1]").unwrap();
    let text = format!("{}{}", &text[..start], &text[end..]);
    assert!(fault(&text).contains("There is no question set \"diagnosis (2026)\""));
    let at_hand = |kind: Kind, _: &str, _: &str| (kind == Kind::Diagnosis).then(diagnosis);
    assert_eq!(parse(&text, &at_hand), Ok(assessment));
}

#[test]
fn an_outline_that_cannot_be_scored_is_refused() {
    let text = write(&finished("abcdefgh", 22));
    for (right, wrong) in [
        ("[\"yes\", \"はい\", \"good\", 4, false]", "[\"yes\", \"はい\", \"good\", 2000000000, false]"),
        ("[\"yes\", \"はい\", \"good\", 4, false]", "[\"yes\", \"はい\", \"great\", 4, false]"),
        ("[\"yes\", \"はい\", \"good\", 4, false]", "[\"yes\", 4]"),
        ("[\"yes\", \"はい\", \"good\", 4, false]", "[\"no\", \"はい\", \"good\", 4, false]"),
        ("[\"q2\", \"basic\"", "[\"q1\", \"basic\""),
        ("[\"q2\", \"basic\"", "[\"q2\", \"none\""),
    ] {
        assert!(text.contains(right));
        assert!(fault(&text.replacen(right, wrong, 1)).contains("The outline of the questions"), "{wrong}");
    }
}

#[test]
fn an_unknown_place_is_no_reason_not_to_open() {
    let mut assessment = finished("abcdefgh", 22);
    assessment.diagnosis.answers.remove("q3");
    let text = write(&assessment);
    for place in ["diagnosis/99", "diagnosis/0", "moon", ""] {
        let text = text.replacen("place = \"checklist/1\"", &format!("place = \"{place}\""), 1);
        assert_eq!(read(&text).unwrap().place, Place::Question(Kind::Diagnosis, 3), "{place}");
    }
}

#[test]
fn a_clock_far_off_costs_no_answer() {
    let mut assessment = finished("abcdefgh", 22);
    let far: Timestamp = DateTime::from_timestamp(400_000_000_000, 0).unwrap().fixed_offset();
    assessment.diagnosis.choose("q1", "no", far);
    assert_eq!(read(&write(&assessment)), Ok(assessment));
}

#[test]
fn an_id_cannot_lead_elsewhere() {
    let text = write(&finished("abcdefgh", 22));
    for id in ["", "../x", "/etc/passwd", "a/b", "..", "a\\\\b", "\\u0000"] {
        let text = text.replacen("id = \"abcdefgh\"", &format!("id = \"{id}\""), 1);
        assert!(fault(&text).contains("\"id\" is empty, too long, or holds"), "{id}");
    }
}
