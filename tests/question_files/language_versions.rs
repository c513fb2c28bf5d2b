//! Language versions of one set that are not the same set are told, every difference.

use hoshitori::core::question_set::{QuestionSet, check_versions, parse};

use super::{CHECKLIST, DIAGNOSIS, english, japanese};

fn differences(a: &QuestionSet, b: &QuestionSet) -> Vec<String> {
    let faults = check_versions(&[("a.toml", a), ("b.toml", b)]);
    assert!(faults.iter().all(|fault| fault.position().is_none() && japanese(fault).contains("b.toml")));
    faults.iter().map(english).collect()
}

fn expect(change: impl Fn(&mut QuestionSet), parts: &[&str]) {
    let a = parse(DIAGNOSIS).unwrap();
    let mut b = a.clone();
    change(&mut b);
    let told = differences(&a, &b);
    let is_same = told.len() == parts.len() && told.iter().zip(parts).all(|(told, part)| told.contains(part));
    assert!(is_same, "expected {parts:#?}, found {told:#?}");
}

#[test]
fn texts_may_differ() {
    expect(|set| set.title = "別の題".into(), &[]);
    expect(|set| set.questions[0].text = "別の文".into(), &[]);
    expect(|set| set.choices[0].label = "はい".into(), &[]);
}

#[test]
fn other_sets_and_editions_are_not_compared() {
    expect(|set| *set = parse(CHECKLIST).unwrap(), &[]);
    expect(
        |set| {
            set.edition = "2".into();
            set.questions.clear();
        },
        &[],
    );
}

#[test]
fn each_difference_is_told() {
    expect(|set| set.choices[0].points = 3, &["\"points\" of \"yes\" is \"2\" in a.toml but \"3\" in b.toml"]);
    expect(|set| set.choices[1].counts = true, &["\"counts\" of \"no\""]);
    expect(|set| set.choices[1].tone = set.choices[0].tone, &["\"tone\" of \"no\" is \"poor\" in a.toml but \"good\""]);
    expect(|set| set.bands[0].min = 4, &["\"min\" of \"high\""]);
    expect(|set| set.bands[0].max = 7, &["\"max\" of \"high\""]);
    expect(|set| set.questions[2].category = "two".into(), &["\"category\" of \"third\" is \"one\""]);
    expect(|set| set.questions[2].group = "few".into(), &["\"group\" of \"third\""]);
    expect(
        |set| set.questions.swap(1, 2),
        &["order of [[questions]] differs: where a.toml has \"second\", b.toml has \"third\""],
    );
    expect(|set| set.categories.swap(0, 1), &["order of [[categories]]"]);
    expect(|set| drop(set.questions.pop()), &["\"third\" of [[questions]] is in a.toml but not in b.toml"]);
    expect(
        |set| set.groups[0].id = "none".into(),
        &["\"all\" of [[groups]] is in a.toml", "\"none\" of [[groups]] is in b.toml but not in a.toml"],
    );
    expect(|set| set.kind = hoshitori::core::question_set::Kind::Checklist, &["\"kind\" is \"diagnosis\""]);
}

#[test]
fn several_differences_are_all_told() {
    expect(
        |set| {
            set.choices[0].points = 3;
            set.bands[0].id = "top".into();
            set.questions[0].category = "two".into();
        },
        &["\"high\" of [[bands]]", "\"top\" of [[bands]]", "\"points\" of \"yes\"", "\"category\" of \"first\""],
    );
}
