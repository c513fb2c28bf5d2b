//! Each kind of fault is told with line and column, in both languages.

use hoshitori::core::question_set::parse;

use super::{CHECKLIST, DIAGNOSIS, english, japanese};

/// Name, what is replaced (first occurrence), by what, where the fault is, and part of the English sentence.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const IN_DIAGNOSIS: &[Case] = &[
    ("schema missing", "schema = 1\n", "", "1:1", "\"schema\" is missing"),
    ("schema as text", "schema = 1", "schema = \"1\"", "1:10", "whole number from 1 to 1"),
    ("schema negative", "schema = 1", "schema = -1", "1:10", "whole number from 1 to 1"),
    ("schema zero", "schema = 1", "schema = 0", "1:10", "whole number from 1 to 1"),
    ("schema newer", "schema = 1", "schema = 2", "1:10", "too new"),
    ("kind missing", "kind = \"diagnosis\"\n", "", "1:1", "\"kind\" is missing"),
    ("kind unknown", "\"diagnosis\"", "\"diagnose\"", "2:8", "Did you mean \"diagnosis\""),
    ("language unknown", "\"en\"", "\"fr\"", "5:12", "Use one of: ja, en"),
    ("tone unknown", "tone = \"good\"", "tone = \"god\"", "28:8", "Did you mean \"good\""),
    ("unknown key", "title = \"Part one\"", "titel = \"Part one\"\ntitle = \"x\"", "12:1", "no key \"titel\" here. Remove"),
    ("mistyped key", "title = \"A small set\"", "titel = \"A small set\"", "6:1", "Did you mean \"title\""),
    ("unknown table", "[[groups]]", "[[circles]]\n[[groups]]", "20:3", "no key \"circles\""),
    ("text missing", "why = \"Somebody must begin.\"\n", "", "50:1", "\"why\" is missing"),
    ("text empty", "\"Somebody must begin.\"", "\"\"", "56:7", "\"why\" is empty"),
    ("text blank", "\"Somebody must begin.\"", "\" \\t\"", "56:7", "\"why\" is empty"),
    ("text of wrong type", "\"Somebody must begin.\"", "3", "56:7", "must be text in quotation marks, but is a whole number"),
    ("points of wrong type", "points = 2", "points = \"2\"", "27:10", "must be a whole number, but is text"),
    ("points as a fraction", "points = 2", "points = 2.5", "27:10", "but is a fraction"),
    ("points out of range", "points = 2", "points = 1001", "27:10", "from -1000 to 1000"),
    ("points beyond any number", "points = 2", "points = 99999999999999999999", "27:10", "from -1000 to 1000"),
    ("points missing", "points = 2\n", "", "24:1", "\"points\" is missing"),
    ("examples of wrong type", "[\"Begin\", \"Go on\"]", "\"Begin\"", "57:12", "must be an array"),
    ("example of wrong type", "\"Go on\"]", "5]", "57:22", "must be text"),
    ("example empty", "\"Go on\"]", "\"\"]", "57:22", "is empty"),
    ("too many examples", "\"Go on\"]", "\"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"]", "57:12", "too many \"examples\" (9)"),
    ("table of wrong type", "[[groups]]\nid = \"all\"\ntitle = \"Everything\"", "[groups]\nid = \"all\"\ntitle = \"Everything\"", "20:1", "\"[[groups]]\""),
    ("id with capitals", "id = \"small\"", "id = \"Small\"", "3:6", "Use only the letters a-z"),
    ("id with a space", "id = \"small\"", "id = \"very small\"", "3:6", "Use only the letters a-z"),
    ("id in Japanese", "id = \"first\"", "id = \"最初\"", "51:6", "Use only the letters a-z"),
    ("id too long", "id = \"small\"", "id = \"a234567890123456789012345678901234567890123456789012345678901234567890\"", "3:6", "too long"),
    ("question twice", "id = \"second\"", "id = \"first\"", "62:6", "already used at 51:6"),
    ("category twice", "[[groups]]", "[[categories]]\nid = \"one\"\ntitle = \"T\"\ndescription = \"D\"\n[[groups]]", "21:6", "already used at 11:6"),
    ("choice twice", "id = \"no\"", "id = \"yes\"", "31:6", "already used at 25:6"),
    ("label twice", "label = \"No\"", "label = \"Yes\"", "32:9", "already used at 26:9"),
    ("band twice", "id = \"low\"", "id = \"high\"", "44:6", "already used at 37:6"),
    ("category unknown", "category = \"one\"", "category = \"three\"", "52:12", "no id under [[categories]]"),
    ("group unknown", "group = \"all\"", "group = \"none\"", "53:9", "no id under [[groups]]"),
    ("group missing", "group = \"all\"\n", "", "50:1", "\"group\" is missing"),
    ("category without question", "[[groups]]", "[[categories]]\nid = \"three\"\ntitle = \"T\"\ndescription = \"D\"\n[[groups]]", "21:6", "No question belongs to \"three\""),
    ("group without question", "[[choices]]", "[[groups]]\nid = \"few\"\ntitle = \"F\"\n[[choices]]", "25:6", "No question belongs to \"few\""),
    ("bands with a hole", "max = 2", "max = 1", "38:7", "No band holds 2 to 2 points"),
    ("bands that overlap", "min = 3", "min = 2", "38:7", "overlaps the one at 45:7"),
    ("bands that end too low", "max = 6", "max = 5", "39:7", "Set it to 6"),
    ("bands that end too high", "max = 6", "max = 7", "39:7", "Set it to 6"),
    ("bands that begin too low", "min = -3", "min = -4", "45:7", "Set it to -3"),
    ("bands that begin too high", "min = -3", "min = -1", "45:7", "Set it to -3"),
    ("band upside down", "min = 3", "min = 7", "38:7", "\"min\" (7) is above \"max\" (6)"),
    ("choices worth the same", "points = -1", "points = 2", "27:10", "Every choice is worth the same"),
    ("key of a checklist", "points = 2", "counts = true\npoints = 2", "27:1", "files of kind \"checklist\" only"),
    ("title of a principle", "topic = \"First\"", "title = \"T\"\ntopic = \"First\"", "54:1", "files of kind \"checklist\" only"),
    ("control character", "\"Go on.\"", "\"Go \\u001b[31mon.\"", "41:10", "(U+001B)"),
    ("line break in a text", "\"Go on.\"", "\"Go\\non.\"", "41:10", "(U+000A)"),
    ("bidirectional control", "\"Go on.\"", "\"Go \u{202e}on.\"", "41:14", "(U+202E)"),
    ("character without width", "\"Go on.\"", "\"Go\u{200b} on.\"", "41:13", "(U+200B)"),
    ("duplicate key", "edition = \"1\"", "edition = \"1\"\nedition = \"2\"", "5:1", "written twice"),
    ("text without quotation marks", "\"A small set\"", "A small set", "6:9", "quotation marks"),
    ("text not closed", "\"A small set\"", "\"A small set", "6:21", "quotation mark"),
    ("number not readable", "points = 2", "points = +-2", "27:11", "a sign too many"),
    ("array not closed", "\"Go on\"]", "\"Go on\"", "57:12", "never closed"),
    ("value missing", "points = 2", "points = ", "27:10", "No value follows"),
    ("equals sign missing", "points = 2", "points 2", "27:8", "value"),
    ("heading not closed", "[[groups]]", "[[groups", "20:9", "\"]]\""),
    ("two on one line", "points = 2\n", "points = 2 ", "27:17", "Write one \"key = value\" per line"),
    ("bad escape", "\"Go on.\"", "\"Go \\q on.\"", "41:15", "backslash"),
    ("NUL", "\"Go on.\"", "\"Go\0 on.\"", "41:13", "NUL"),
    ("bare carriage return", "\"Go on.\"", "\"Go\r on.\"", "41:13", "carriage return"),
];

#[rustfmt::skip]
const IN_CHECKLIST: &[Case] = &[
    ("counts missing", "counts = true\n", "", "10:1", "\"counts\" is missing"),
    ("counts of wrong type", "counts = true", "counts = 1", "13:10", "must be true or false"),
    ("nothing counts", "counts = true", "counts = false", "13:10", "No choice counts"),
    ("points in a checklist", "counts = true", "counts = true\npoints = 1", "14:1", "files of kind \"diagnosis\" only"),
    ("categories in a checklist", "[[choices]]", "[[categories]]\nid = \"x\"\n[[choices]]", "10:3", "files of kind \"diagnosis\" only"),
    ("groups in a checklist", "[[choices]]", "[[groups]]\nid = \"x\"\n[[choices]]", "10:3", "files of kind \"diagnosis\" only"),
    ("bands in a checklist", "[[choices]]", "[[bands]]\nid = \"x\"\n[[choices]]", "10:3", "files of kind \"diagnosis\" only"),
    ("category in a checklist", "topic = ", "category = \"x\"\ntopic = ", "24:1", "files of kind \"diagnosis\" only"),
    ("measure in a checklist", "topic = ", "measure = \"x\"\ntopic = ", "24:1", "files of kind \"diagnosis\" only"),
    ("title missing", "title = \"始めよう！\"\n", "", "22:1", "\"title\" is missing"),
    ("columns are characters", "\"誰かが始めるからです。\"", "\"誰か\u{200b}が始めるからです。\"", "27:10", "(U+200B)"),
];

fn check_cases(base: &str, cases: &[Case]) {
    let mut failures = Vec::new();
    for (name, from, to, place, part) in cases {
        assert!(base.contains(from), "{name}: the base has no {from:?}");
        let text = base.replacen(from, to, 1);
        let Err(faults) = parse(&text) else {
            failures.push(format!("{name}: no fault"));
            continue;
        };
        let is_told = faults.iter().any(|fault| {
            fault.position().is_some_and(|position| position.to_string() == *place)
                && english(fault).contains(part)
                && japanese(fault).ends_with('。')
        });
        let line = place.split_once(':').map(|(line, _)| line.to_owned());
        let is_alone = faults.iter().all(|fault| fault.position().map(|position| position.line.to_string()) == line);
        if !is_told || !is_alone {
            let told: Vec<String> = faults
                .iter()
                .map(|fault| format!("\n  {:?} {}", fault.position().map(|p| p.to_string()), english(fault)))
                .collect();
            failures.push(format!("{name}: expected {place} {part:?} alone, found {}", told.concat()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn bases_are_without_fault() {
    parse(DIAGNOSIS).unwrap();
    parse(CHECKLIST).unwrap();
}

#[test]
fn each_fault_of_a_diagnosis_is_told_at_its_place_and_alone() {
    check_cases(DIAGNOSIS, IN_DIAGNOSIS);
}

#[test]
fn each_fault_of_a_checklist_is_told_at_its_place_and_alone() {
    check_cases(CHECKLIST, IN_CHECKLIST);
}
