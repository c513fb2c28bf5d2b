//! All faults of a file are told at once, in the order of their places.

use std::fmt::Write as _;

use hoshitori::core::question_set::parse;
use hoshitori::input::Fault;

use super::{CHECKLIST, DIAGNOSIS, english, file, japanese};

fn told(text: &str) -> Vec<(String, String)> {
    let place = |fault: &Fault| fault.position().map(|position| position.to_string()).unwrap_or_default();
    parse(text).unwrap_err().iter().map(|fault| (place(fault), english(fault))).collect()
}

/// Compares places and parts of the sentences.
fn expect(text: &str, expected: &[(&str, &str)]) {
    let told = told(text);
    let is_same = told.len() == expected.len()
        && told.iter().zip(expected).all(|((place, sentence), (at, part))| place == at && sentence.contains(part));
    assert!(is_same, "expected {expected:#?}, found {told:#?}");
}

#[test]
fn eight_different_faults_are_all_told() {
    let text = DIAGNOSIS
        .replace("edition = \"1\"", "edition = 1")
        .replace("title = \"Part two\"", "titel = \"Part two\"")
        .replace("points = 2", "points = 9999")
        .replace("tone = \"poor\"", "tone = \"bad\"")
        .replace("why = \"Somebody must begin.\"\n", "")
        .replace("\"Go on\"]", "\"Go on\", 7]")
        .replace("id = \"second\"", "id = \"first\"")
        .replace("measure = \"being the third\"", "measure = \"\"\nweight = 3");
    expect(
        &text,
        &[
            ("4:11", "\"edition\" must be text"),
            ("17:1", "Did you mean \"title\""),
            ("27:10", "from -1000 to 1000"),
            ("34:8", "\"tone\" cannot be \"bad\""),
            ("50:1", "\"why\" is missing"),
            ("56:31", "\"examples\" must be text"),
            ("61:6", "already used at 51:6"),
            ("79:11", "\"measure\" is empty"),
            ("80:1", "no key \"weight\""),
        ],
    );
}

#[test]
fn a_broken_line_hides_no_fault_of_another() {
    let text = DIAGNOSIS
        .replace("title = \"A small set\"", "title = A small set")
        .replace("edition = \"1\"", "edition = \"1\"\nedition = \"2\"")
        .replace("points = 2", "points = true")
        .replace("category = \"two\"", "category = \"too\"");
    expect(
        &text,
        &[
            ("5:1", "written twice"),
            ("7:9", "quotation marks"),
            ("17:6", "No question belongs to \"two\""),
            ("28:10", "but is true or false"),
            ("64:12", "\"category\" is \"too\""),
        ],
    );
}

#[test]
fn broken_heading_causes_no_faults_about_missing_keys() {
    let text = DIAGNOSIS.replacen("[[questions]]", "[[questions", 1).replace("edition = \"1\"", "edition = \"\"");
    expect(&text, &[("4:11", "\"edition\" is empty"), ("50:12", "\"]]\"")]);
}

#[test]
fn an_array_without_end_is_told_where_it_begins() {
    let text = CHECKLIST.replacen("id = \"doing\"", "id = [\"doing\"", 1);
    expect(&text, &[("11:6", "never closed")]);
}

#[test]
fn a_newer_layout_is_named_and_nothing_else_guessed() {
    let text =
        DIAGNOSIS.replace("schema = 1", "schema = 2").replace("points = 2", "weight = 7").replace("\"en\"", "\"fr\"");
    expect(&text, &[("1:10", "(schema 2) is too new")]);
}

#[test]
fn a_file_of_another_kind_is_told_by_its_kind_only() {
    expect(&DIAGNOSIS.replace("\"diagnosis\"", "\"inventory\""), &[("2:8", "Use one of: checklist, diagnosis.")]);
    let guide = told(&file("questions/en/guide.toml"));
    assert!(guide.iter().any(|(place, sentence)| place == "2:8" && sentence.contains("\"guide\"")), "{guide:#?}");
}

#[test]
fn an_empty_file_is_told_as_such() {
    for text in ["", "\u{feff}", "\n\r\n", "# nothing\n"] {
        expect(text, &[("1:1", "no content")]);
    }
}

#[test]
fn counts_of_parts_are_limited() {
    let head = CHECKLIST.split("[[choices]]").next().unwrap();
    expect(head, &[("1:1", "too few \"choices\""), ("1:1", "too few \"questions\"")]);

    let (mut choices, mut questions) = (String::new(), String::new());
    for number in 0..10 {
        let _ =
            write!(choices, "[[choices]]\nid = \"c{number}\"\nlabel = \"{number}\"\ncounts = true\ntone = \"good\"\n");
    }
    for number in 0..501 {
        let _ = write!(
            questions,
            "[[questions]]\nid = \"q{number}\"\ntopic = \"t\"\ntitle = \"t\"\ntext = \"t\"\nwhy = \"w\"\n\
             first_step = \"f\"\nfuller_measure = \"f\"\n"
        );
    }
    expect(
        &format!("{head}{choices}{questions}"),
        &[("55:1", "too many \"choices\" (10)"), ("4060:1", "too many \"questions\" (501)")],
    );
}

#[test]
fn texts_are_limited() {
    let text = DIAGNOSIS.replace("\"Go on.\"", &format!("\"{}\"", "あ".repeat(5000)));
    expect(&text, &[("41:10", "too long (5000 characters)")]);
}

#[test]
fn sentences_repeat_little_and_no_control_sequence() {
    let key = "k".repeat(100_000);
    let text = format!("{key} = 1\n\"\\u001b[2J\" = 1\n{DIAGNOSIS}");
    for fault in parse(&text).unwrap_err() {
        for sentence in [japanese(&fault), english(&fault)] {
            assert!(sentence.chars().count() < 300, "{sentence}");
            assert!(!sentence.chars().any(char::is_control), "{sentence:?}");
        }
    }
}

#[test]
fn thousands_of_faults_are_cut_and_the_cut_is_told() {
    let mut text = DIAGNOSIS.to_owned();
    for number in 0..5000 {
        let _ = writeln!(text, "unknown{number} = 1");
    }
    let faults = parse(&text).unwrap_err();
    assert_eq!(faults.len(), 1001);
    assert!(faults.last().is_some_and(|fault| fault.position().is_none() && english(fault).contains("more faults")));
}
