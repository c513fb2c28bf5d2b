//! An assessment beside statistics of many: what `aggregate --json` wrote, read back and compared.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use std::fs;
use std::path::PathBuf;

use program::Program;
use serde_json::{Value, json};

/// Answers to all questions: the principles, then the diagnosis with the same choice throughout.
fn answers(choice: usize) -> String {
    format!("{}{}", "1\n".repeat(5), format!("{choice}\n").repeat(25))
}

/// A program with `count` finished assessments and the statistics over them in a file. The first choice is worth 4 points, the
/// second 2, the third 0.
fn with_statistics(language: &'static str, count: usize) -> (Program, PathBuf) {
    let program = Program::new(language);
    for number in 0..count {
        program.assessment_of(&format!("Company {number}"), &answers(1 + number % 3));
    }
    let file = program.folder().join("statistics.json");
    fs::create_dir_all(program.assessments()).unwrap();
    let folder = program.assessments().to_string_lossy().into_owned();
    fs::write(&file, program.run(&["aggregate", &folder, "--json"]).succeeded()).unwrap();
    (program, file)
}

fn against(program: &Program, file: &std::path::Path) -> Value {
    let text = program.run(&["show", "latest", "--json", "--against", file.to_str().unwrap()]).succeeded();
    serde_json::from_str::<Value>(&text).unwrap()["against"].clone()
}

#[test]
fn total_categories_and_five_questions_behind() {
    let (program, file) = with_statistics("en", 5);
    program.assessment_of("Own", &format!("{}3\n3\n4\n3\n4\n4\n{}", "1\n".repeat(5), "1\n".repeat(19)));
    let against = against(&program, &file);
    // 100, 50, 0, 100, 50: the quartiles of five totals.
    let points =
        json!({"own": 73, "median": 50.0, "q1": 50.0, "q3": 100.0, "difference": 23.0, "position": "above-median"});
    assert_eq!(against["complete"], 5);
    assert_eq!(against["points"], points);
    let ids: Vec<&Value> = against["categories"].as_array().unwrap().iter().map(|part| &part["id"]).collect();
    assert_eq!(ids, ["basic", "employee", "organization"]);
    let basic = json!({"id": "basic", "own": -2, "median": 10.0, "q1": 10.0, "q3": 20.0, "difference": -12.0, "position": "lowest-quarter"});
    assert_eq!(against["categories"][0], basic);
    let behind: Vec<(u64, f64)> = against["behind"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["number"].as_u64().unwrap(), one["difference"].as_f64().unwrap()))
        .collect();
    let expected = [(3, -3.4), (5, -3.4), (6, -3.4), (1, -2.4), (2, -2.4)];
    assert!(
        behind
            .iter()
            .zip(expected)
            .all(|((number, found), (wanted, gap))| *number == wanted && (found - gap).abs() < 1e-9),
        "{behind:?}"
    );
}

#[test]
fn text_says_where_one_stands_in_both_languages() {
    for (language, expected) in [
        ("ja", ["ほかの会社との比較", "終わった診断6件", "中央値", "平均との差が大きい項目", "目標ではありません"]),
        ("en", ["Compared with other companies", "6 finished", "median", "Furthest behind", "not a target"]),
    ] {
        let (program, file) = with_statistics(language, 6);
        let text = program.run(&["show", "latest", "--against", file.to_str().unwrap()]).succeeded();
        for words in expected {
            assert!(text.contains(words), "{words}: {text}");
        }
        let without = program.run(&["show", "latest"]).succeeded();
        assert!(text.starts_with(&without) && !without.contains(expected[0]), "{without}");
    }
}

#[test]
fn fewer_than_five_others_are_refused_with_the_reason() {
    let (program, file) = with_statistics("en", 4);
    let told = program.run(&["show", "latest", "--against", file.to_str().unwrap()]).failed(1);
    assert!(told.contains("only 4 finished assessments") && told.contains("at least five"), "{told}");
    // Nothing finished, so there are no quartiles either.
    let (program, file) = with_statistics("en", 0);
    program.assessment_of("Own", &answers(1));
    let told = program.run(&["show", "latest", "--against", file.to_str().unwrap()]).failed(1);
    assert!(told.contains("only 0 finished assessments"), "{told}");
}

#[test]
fn an_unfinished_assessment_is_refused_with_the_reason() {
    let (program, file) = with_statistics("ja", 5);
    program.assessment_of("途中", &"1\n".repeat(20));
    let told = program.run(&["show", "latest", "--against", file.to_str().unwrap()]).failed(1);
    assert!(told.contains("まだ途中です（15/25）"), "{told}");
}

#[test]
fn every_fault_of_the_file_is_named_with_its_field() {
    let (program, file) = with_statistics("en", 5);
    let whole: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let told = |change: &dyn Fn(&mut Value)| {
        let mut document = whole.clone();
        change(&mut document);
        fs::write(&file, document.to_string()).unwrap();
        program.run(&["show", "latest", "--against", file.to_str().unwrap()]).failed(1)
    };
    for (change, expected) in [
        (Box::new(|d: &mut Value| d["schema"] = json!(2)) as Box<dyn Fn(&mut Value)>, "schema"),
        (Box::new(|d: &mut Value| d["complete"] = Value::Null), "aggregate --json"),
        (Box::new(|d: &mut Value| d["complete"] = json!("many")), "complete"),
        (Box::new(|d: &mut Value| d["points"] = Value::Null), "points"),
        (Box::new(|d: &mut Value| d["points"]["median"] = json!("62")), "points.median"),
        (Box::new(|d: &mut Value| d["points"]["q1"] = json!(1e300)), "points.q1"),
        (Box::new(|d: &mut Value| d["points"]["q1"] = json!(99.5)), "do not ascend"),
        (Box::new(|d: &mut Value| d["categories"][1]["q3"] = Value::Null), "categories[1].q3"),
        (Box::new(|d: &mut Value| d["categories"][1]["id"] = json!("basic")), "categories[1].id"),
        (Box::new(|d: &mut Value| d["categories"] = json!([])), "say nothing about \"basic\""),
        (Box::new(|d: &mut Value| d["questions"][4]["mean"] = json!([])), "questions[4].mean"),
        (Box::new(|d: &mut Value| d["questions"] = json!(7)), "questions"),
        (Box::new(|d: &mut Value| d["set"] = json!("shop-\u{1b}[31mopening")), "another question set"),
    ] {
        let told = told(&*change);
        assert!(told.contains(expected) && !told.contains('\u{1b}'), "{expected}: {told}");
    }
    let several = told(&|document| {
        document["points"]["q1"] = json!(true);
        document["questions"][0]["mean"] = json!("x");
    });
    assert!(several.lines().count() == 2 && several.contains("statistics.json"), "{several}");
}

#[test]
fn whatever_is_no_statistics_is_refused() {
    let (program, file) = with_statistics("en", 5);
    let own = program.run(&["show", "latest", "--json"]).succeeded();
    for (contents, expected) in [
        (own.as_bytes(), "no statistics"),
        (b"".as_slice(), "no content"),
        (b"[1, 2]", "JSON"),
        (b"{\"schema\": 1, \"schema\": 1}", "twice"),
        (b"{\"schema\": 1, \"complete\": 1e999}", "JSON"),
        (b"\xff\xfe{}", "UTF-16"),
        ("[".repeat(100_000).as_bytes(), "JSON"),
    ] {
        fs::write(&file, contents).unwrap();
        let told = program.run(&["show", "latest", "--against", file.to_str().unwrap()]).failed(1);
        assert!(told.contains(expected), "{expected}: {told}");
    }
    let told = program.run(&["show", "latest", "--against", "no-such-file.json"]).failed(1);
    assert!(told.contains("no-such-file.json"), "{told}");
    let folder = program.folder().to_string_lossy().into_owned();
    assert!(program.run(&["show", "latest", "--against", &folder]).failed(1).contains("error: "));
}
