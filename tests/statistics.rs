//! Statistics over many assessments: the same from files, lines and tables, in little memory, with what is broken named.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

#[path = "../examples/generate.rs"]
#[allow(dead_code, reason = "the example has a main function of its own")]
mod generate;
#[cfg(unix)]
mod harness;
mod program;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use program::Program;
use serde_json::Value;

fn lines(count: u64, seed: u64) -> String {
    let mut out = Vec::new();
    generate::write(count, seed, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn figures(program: &Program, arguments: &[&str]) -> Value {
    let arguments = [&["aggregate", "--json"], arguments].concat();
    serde_json::from_str(&program.run(&arguments).succeeded()).unwrap()
}

/// The lines as a table with the same columns.
fn table(lines: &str) -> String {
    let parsed: Vec<serde_json::Map<String, Value>> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    // A merged one has a field more than the others.
    let head: Vec<&String> = parsed.iter().max_by_key(|fields| fields.len()).unwrap().keys().collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&head).unwrap();
    for fields in &parsed {
        let text = |name: &&String| match fields.get(*name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        writer.write_record(head.iter().map(text)).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn files_lines_tables_and_streams_give_the_same_figures() {
    for seed in 1..=4 {
        let program = Program::new("en");
        let at = |name: &str| program.folder().join(name).to_string_lossy().into_owned();
        let lines = lines(700, seed);
        fs::write(at("all.jsonl"), &lines).unwrap();
        fs::write(at("all.csv"), table(&lines)).unwrap();
        generate::write_files(700, seed, &program.folder().join("saved")).unwrap();
        let expected = figures(&program, &[&at("all.jsonl")]);
        assert_eq!(expected["assessments"], 700);
        assert_eq!(figures(&program, &[&at("all.csv")]), expected, "table");
        assert_eq!(figures(&program, &[&at("saved")]), expected, "saved files");
        let piped = program.lines(&["aggregate", "-", "--json"], &lines).succeeded();
        assert_eq!(serde_json::from_str::<Value>(&piped).unwrap(), expected, "stream");
        // Blanks in the lines are not as the program writes them, which must not matter.
        let spaced: String = lines.lines().map(|line| line.replace("\":", "\": ") + "\n").collect();
        fs::write(at("spaced.jsonl"), spaced).unwrap();
        assert_eq!(figures(&program, &[&at("spaced.jsonl")]), expected, "spaced lines");
        // Neither must it in files that somebody edited.
        for file in fs::read_dir(at("saved")).unwrap() {
            let file = file.unwrap().path();
            let text = fs::read_to_string(&file).unwrap();
            fs::write(&file, text.replace("choice = ", "choice  =  ").replace("industry = ", "industry  =  ")).unwrap();
        }
        assert_eq!(figures(&program, &[&at("saved")]), expected, "edited files");
        assert!(!program.folder().join("data").exists(), "counting needs no folder of its own");
    }
}

#[test]
fn fields_of_the_figures_stand_in_the_documented_order() {
    let program = Program::new("en");
    let printed = program.lines(&["aggregate", "-", "--json"], lines(20, 1)).succeeded();
    let places: Vec<usize> = [
        "\"schema\"",
        "\"set\"",
        "\"edition\"",
        "\"assessments\"",
        "\"complete\"",
        "\"merged\"",
        "\"broken\"",
        "\"broken_total\"",
        "\"duplicates\"",
        "\"duplicates_total\"",
        "\"unchecked\"",
        "\"points\"",
        "\"mean\"",
        "\"median\"",
        "\"bands\"",
        "\"100\"",
        "\"70-99\"",
        "\"categories\"",
        "\"questions\"",
        "\"share\"",
        "\"weakest\"",
        "\"groups\"",
        "\"hidden_groups\"",
        "\"protective_groups\"",
        "\"not_grouped_by\"",
    ]
    .iter()
    .map(|key| printed.find(key).unwrap_or_else(|| panic!("{key} is missing")))
    .collect();
    assert!(places.is_sorted(), "{printed}");
}

#[test]
fn broken_lines_are_named_in_order_on_any_threads() {
    let program = Program::new("en");
    let mut input = String::new();
    for (index, line) in lines(6000, 3).lines().enumerate() {
        let broken = if index % 7 == 3 { "{\"status\":\"complete\",\"q1\":\"\u{1b}[31mnonsense\"}" } else { line };
        writeln!(input, "{broken}").unwrap();
    }
    let path = program.folder().join("some.jsonl");
    fs::write(&path, input).unwrap();
    let path = path.to_string_lossy();
    let found = figures(&program, &[&path]);
    assert_eq!((&found["assessments"], &found["broken_total"]), (&Value::from(5143), &Value::from(857)));
    let named = found["broken"].as_array().unwrap();
    let expected: Vec<String> = (0..857).map(|number| format!("{path}:{}", number * 7 + 4)).collect();
    let files: Vec<&str> = named.iter().map(|one| one["file"].as_str().unwrap()).collect();
    assert_eq!(files, expected);
    let text = program.run(&["aggregate", &path]).succeeded();
    assert!(text.contains("broken: 857") && text.contains(&expected[0]), "{text}");
    assert!(!text.contains('\u{1b}'), "{text:?}");
}

#[test]
fn a_line_without_end_is_passed_over() {
    let program = Program::new("en");
    let good = lines(3, 1);
    let mut input = good.clone();
    input.push_str(&"x".repeat(3 << 20));
    input.push('\n');
    input.push_str(&good.replace("\"id\":\"g", "\"id\":\"h"));
    input.push_str(&"y".repeat(5 << 20));
    let found: Value = serde_json::from_str(&program.lines(&["aggregate", "-", "--json"], input).succeeded()).unwrap();
    assert_eq!((&found["assessments"], &found["broken_total"]), (&Value::from(6), &Value::from(2)));
    assert_eq!(found["broken"][0]["file"], "-:4");
    assert_eq!(found["broken"][1]["file"], "-:8");
}

#[test]
fn nobody_is_told_by_a_small_group_unless_it_is_asked_for() {
    let program = Program::new("en");
    let mut input = String::new();
    for (index, line) in lines(40, 5).lines().enumerate() {
        let mut fields: Value = serde_json::from_str(line).unwrap();
        fields["industry"] = Value::from(if index < 4 { "few" } else { "many" });
        if fields["status"] == "complete" {
            writeln!(input, "{fields}").unwrap();
        }
    }
    let path = program.folder().join("some.jsonl");
    fs::write(&path, input).unwrap();
    let path = path.to_string_lossy();
    let names = |found: &Value| -> Vec<String> {
        found["groups"].as_array().unwrap().iter().map(|one| one["value"].as_str().unwrap().to_owned()).collect()
    };
    let usual = figures(&program, &["--by", "industry", &path]);
    // All minus the many would be the few.
    assert_eq!((names(&usual), &usual["hidden_groups"]), (Vec::new(), &Value::from(2)));
    assert_eq!(usual["protective_groups"], 1);
    let text = program.run(&["aggregate", "--by", "industry", &path]).succeeded();
    assert!(text.contains("Hidden groups: 2"), "{text}");
    let all = figures(&program, &["--by", "industry", "--all-groups", &path]);
    assert_eq!((names(&all), &all["hidden_groups"]), (vec!["many".to_owned(), "few".to_owned()], &Value::from(0)));
    let by_size = figures(&program, &["--by", "size", "--all-groups", &path]);
    assert!(by_size["groups"].as_array().unwrap().iter().all(|one| one["by"] == "size"), "{by_size}");
}

/// Lines of finished assessments with all answers the same: how many, of which industry, region and size.
fn companies(some: &[(usize, &str, &str, u32, &str)]) -> String {
    let mut out = String::new();
    let mut number = 0;
    for (count, industry, region, employees, choice) in some {
        for _ in 0..*count {
            number += 1;
            let mut fields = serde_json::json!({
                "id": format!("c{number}"), "status": "complete",
                "industry": industry, "region": region, "employees": employees,
            });
            for question in 1..=25 {
                fields[format!("q{question}")] = Value::from(*choice);
            }
            writeln!(out, "{fields}").unwrap();
        }
    }
    out
}

#[test]
fn an_assessment_given_in_four_forms_counts_once() {
    let program = Program::new("en");
    let folder = saved(&program, 6, "saved");
    let at = |name: &str| program.folder().join(name);
    let lines = lines(6, 1);
    fs::write(at("all.jsonl"), &lines).unwrap();
    fs::write(at("all.csv"), table(&lines)).unwrap();
    let first = folder.join("g0000000.toml");
    program.run(&["export", &first.to_string_lossy(), "--format", "json", "--output", "one.json"]).succeeded();
    let alone = figures(&program, &["saved"]);
    let all = figures(&program, &["saved", "all.jsonl", "all.csv", "one.json"]);
    assert_eq!((&all["assessments"], &all["points"]), (&alone["assessments"], &alone["points"]));
    assert_eq!((&all["duplicates_total"], &all["unchecked"]), (&Value::from(13), &Value::from(0)));
    assert_eq!(all["duplicates"][0], serde_json::json!({"file": "all.jsonl:1", "id": "g0000000"}));
    assert_eq!(all["duplicates"][6]["file"], "all.csv:2");
    assert_eq!(all["duplicates"][12]["file"], "one.json");
    let text = program.run(&["aggregate", "saved", "all.jsonl"]).succeeded();
    assert!(text.contains("counted once: 6") && text.contains("all.jsonl:6: counted before (id g0000005)"), "{text}");
    let rows = program.run(&["aggregate", "--csv", "saved", "all.jsonl"]).succeeded();
    assert!(rows.contains("all,,,duplicates_total,6"), "{rows}");
    // What cannot be counted leaves its id to what can.
    let broken = lines.lines().next().unwrap().replace("\"q25\":", "\"q26\":").replace("in-progress", "complete");
    fs::write(at("broken.jsonl"), broken + "\n" + &lines).unwrap();
    let found = figures(&program, &["broken.jsonl"]);
    assert_eq!((&found["assessments"], &found["broken_total"]), (&Value::from(6), &Value::from(1)));
    assert_eq!(found["duplicates_total"], 0);
}

#[test]
fn copies_beside_their_originals_are_named_and_not_counted() {
    let program = Program::new("en");
    let folder = saved(&program, 3, "saved");
    let text = fs::read_to_string(folder.join("g0000001.toml")).unwrap();
    for name in [
        "g0000001 (1).toml",
        "g0000001 (B's conflicted copy).toml",
        "g0000001-PC.toml",
        "g0000001.sync-conflict-1.toml",
    ] {
        fs::write(folder.join(name), text.replace("choice = \"implemented\"", "choice = \"partial\"")).unwrap();
    }
    fs::write(folder.join("._g0000001.toml"), "\0\x05").unwrap();
    let found = figures(&program, &["saved"]);
    let names = |list: &str| -> Vec<String> {
        let list = found[list].as_array().unwrap();
        list.iter().map(|one| one["file"].as_str().unwrap().replace('\\', "/")).collect()
    };
    assert_eq!(found["assessments"], 3);
    assert_eq!(
        names("duplicates"),
        [
            "saved/g0000001 (1).toml",
            "saved/g0000001 (B's conflicted copy).toml",
            "saved/g0000001-PC.toml",
            "saved/g0000001.sync-conflict-1.toml"
        ]
    );
    assert_eq!(names("broken"), ["saved/._g0000001.toml"]);
    // The original counts, whatever its copies say.
    let alone = figures(&program, &["saved/g0000000.toml", "saved/g0000001.toml", "saved/g0000002.toml"]);
    assert_eq!(found["points"], alone["points"]);
}

#[test]
fn a_path_that_cannot_be_read_fails_after_all_else_is_counted() {
    let program = Program::new("en");
    saved(&program, 2, "saved");
    fs::write(program.folder().join("saved/broken.toml"), "x").unwrap();
    fs::write(program.folder().join("some.jsonl"), lines(3, 2) + "broken\n").unwrap();
    // What a folder lists, and a line, may be broken.
    assert_eq!(figures(&program, &["saved", "some.jsonl"])["broken_total"], 2);
    for path in ["missing.jsonl", "missing", "saved/broken.toml", "notes.txt", "missing.json"] {
        let run = program.run(&["aggregate", "--json", "saved", path]);
        let (out, err) = (run.out(), run.failed(1));
        assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["assessments"], 2, "{path}");
        assert!(err.contains("not everything could be read"), "{err}");
    }
}

#[test]
fn industries_are_grouped_however_they_are_typed() {
    let program = Program::new("ja");
    let spellings = [
        (5, "製造業"),
        (4, " 製造業\u{3000}"),
        (5, "ｻｰﾋﾞｽ業"),
        (6, "サービス業"),
        (5, "ＩＴ"),
        (6, "IT"),
        (5, "it"),
        (5, "製造"),
        (5, ""),
    ];
    let some: Vec<_> = spellings.iter().map(|(count, name)| (*count, *name, "東京", 10, "partial")).collect();
    let found: Value =
        serde_json::from_str(&program.lines(&["aggregate", "-", "--json"], companies(&some)).succeeded()).unwrap();
    let groups: Vec<(Option<&str>, u64)> = found["groups"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["by"] == "industry")
        .map(|one| (one["value"].as_str(), one["assessments"].as_u64().unwrap()))
        .collect();
    let expected = [(Some("IT"), 16), (Some("サービス業"), 11), (Some("製造業"), 9), (Some("製造"), 5), (None, 5)];
    assert_eq!(groups, expected);
}

#[test]
fn one_shop_among_makers_is_not_given_away_by_subtraction() {
    let program = Program::new("ja");
    let input = companies(&[(5, "製造業", "東京", 10, "implemented"), (1, "小売業", "東京", 10, "unknown")]);
    let found: Value = serde_json::from_str(&program.lines(&["aggregate", "-", "--json"], &input).succeeded()).unwrap();
    let groups: Vec<&str> = found["groups"].as_array().unwrap().iter().map(|one| one["by"].as_str().unwrap()).collect();
    assert_eq!(groups, ["region", "size"], "six times 100 minus five times 100 would be the shop");
    assert_eq!((&found["hidden_groups"], &found["protective_groups"]), (&Value::from(2), &Value::from(1)));
    let text = program.lines(&["aggregate", "-"], &input).succeeded();
    assert!(text.contains("表示しないグループ: 2"), "{text}");
}

#[test]
fn groups_of_two_features_do_not_give_a_company_away() {
    let program = Program::new("en");
    // All carers but one are in Nara, and all of Nara are carers.
    let input = companies(&[
        (20, "trade", "Osaka", 10, "partial"),
        (6, "care", "Nara", 10, "implemented"),
        (1, "care", "Osaka", 10, "unknown"),
    ]);
    let found: Value = serde_json::from_str(&program.lines(&["aggregate", "-", "--json"], &input).succeeded()).unwrap();
    let by = |name: &str| found["groups"].as_array().unwrap().iter().filter(|one| one["by"] == name).count();
    assert!(by("industry") == 0 || by("region") == 0, "{found}");
    assert_eq!(by("industry") + by("region") + by("size"), 3);
}

#[test]
fn too_many_groups_to_check_are_shown_by_one_feature() {
    let program = Program::new("en");
    let some: Vec<(String, String)> =
        (0..11_000).map(|number| (format!("i{}", number / 100), format!("r{}", number % 100))).collect();
    let some: Vec<_> = some.iter().map(|(a, b)| (1, a.as_str(), b.as_str(), 3, "partial")).collect();
    let input = companies(&some);
    fs::write(program.folder().join("all.jsonl"), input).unwrap();
    let found = figures(&program, &["--by", "region", "--by", "industry", "all.jsonl"]);
    assert_eq!(found["not_grouped_by"], serde_json::json!(["industry"]));
    let groups = found["groups"].as_array().unwrap();
    assert!(groups.len() == 100 && groups.iter().all(|one| one["by"] == "region"), "{found}");
    let text = program.run(&["aggregate", "--by", "region", "--by", "industry", "all.jsonl"]).succeeded();
    assert!(text.contains("Not grouped by industry"), "{text}");
    assert_eq!(figures(&program, &["--all-groups", "all.jsonl"])["groups"].as_array().unwrap().len(), 211);
}

#[test]
fn the_table_says_what_the_document_says() {
    let program = Program::new("en");
    let input = lines(300, 9);
    let document: Value =
        serde_json::from_str(&program.lines(&["aggregate", "-", "--json"], &input).succeeded()).unwrap();
    let printed = program.lines(&["aggregate", "-", "--csv"], &input).succeeded();
    let mut reader = csv::Reader::from_reader(printed.as_bytes());
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let value = |kind: &str, id: &str, measure: &str| -> Value {
        let row = rows.iter().find(|row| row[0] == kind && row[1] == id && row[3] == measure);
        serde_json::from_str(&row.unwrap_or_else(|| panic!("{kind} {id} {measure}"))[4]).unwrap()
    };
    let same = |written: Value, told: &Value| assert_eq!(written.as_f64(), told.as_f64());
    same(value("all", "", "assessments"), &document["assessments"]);
    same(value("all", "", "median"), &document["points"]["median"]);
    same(value("all", "", "merged"), &document["merged"]);
    same(value("all", "", "broken_total"), &document["broken_total"]);
    same(value("all", "", "hidden_groups"), &document["hidden_groups"]);
    same(value("all", "", "protective_groups"), &document["protective_groups"]);
    same(value("band", "50-69", "count"), &document["bands"]["50-69"]);
    same(value("category", "employee", "q3"), &document["categories"][1]["q3"]);
    let question = &document["questions"][10];
    let id = question["id"].as_str().unwrap();
    assert!(rows.iter().filter(|row| row[0] == "question" && row[1] == id).all(|row| row[2] == "11"), "its number");
    same(value("question", id, "share partial"), &question["share"]["partial"]);
    let group = &document["groups"][0];
    same(value("industry", group["value"].as_str().unwrap(), "mean"), &group["mean"]);
}

/// Saves the assessments as files, named so that their order is known.
fn saved(program: &Program, count: u64, folder: &str) -> std::path::PathBuf {
    let folder = program.folder().join(folder);
    generate::write_files(count, 1, &folder).unwrap();
    folder
}

#[test]
fn broken_files_are_named_in_order_however_they_are_given() {
    let program = Program::new("en");
    let folder = saved(&program, 2400, "saved");
    let mut all: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort_unstable();
    let mut expected = Vec::new();
    for (index, path) in all.iter().enumerate() {
        if index % 2 == 1 {
            let text = fs::read_to_string(path).unwrap();
            fs::write(path, text.replace("[end]", "language = \"\u{1b}]0;x\u{7}\"")).unwrap();
            expected.push(path.to_string_lossy().into_owned());
        }
    }
    let listed = figures(&program, &[&folder.to_string_lossy()]);
    assert_eq!((&listed["assessments"], &listed["broken_total"]), (&Value::from(1200), &Value::from(1200)));
    let named: Vec<&str> =
        listed["broken"].as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap()).collect();
    assert_eq!(named, expected[..1000]);
    let paths: Vec<&str> = all.iter().map(|path| path.to_str().unwrap()).collect();
    // Of paths that were asked for, some cannot be read. The command line of Windows ends at 32,767 characters.
    if cfg!(unix) {
        let one_by_one = program.run(&[&["aggregate", "--json"][..], &paths].concat());
        assert_eq!(one_by_one.code(), Some(1));
        assert_eq!(serde_json::from_str::<Value>(&one_by_one.out()).unwrap(), listed, "one by one");
    }
    for arguments in [&["aggregate"][..], &["aggregate", "--json"], &["aggregate", "--csv"]] {
        let printed = program.run(&[arguments, &[&folder.to_string_lossy()]].concat()).succeeded();
        assert!(!printed.contains(['\u{1b}', '\u{7}', '\u{9b}']), "{printed:?}");
    }
}

#[test]
fn nothing_of_a_broken_line_or_a_group_steers_the_terminal() {
    let program = Program::new("ja");
    let mut input = "{\"status\":\"complete\",\"q1\":\"\u{9b}31m\u{202e}\"}\n".repeat(3);
    for line in lines(60, 2).lines() {
        let mut fields: Value = serde_json::from_str(line).unwrap();
        fields["industry"] = Value::from("=1+1\u{1b}[2J\u{9b}2J\u{202e}");
        writeln!(input, "{fields}").unwrap();
    }
    for option in ["--json", "--csv", "--all-groups"] {
        let printed = program.lines(&["aggregate", "-", option], &input).succeeded();
        assert!(printed.contains("=1+1"), "{printed}");
        assert!(!printed.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{option}: {printed:?}");
        assert!(option != "--csv" || printed.contains("'=1+1"), "a spreadsheet takes it for a formula");
    }
}

#[test]
fn merged_assessments_count_and_are_told() {
    let program = Program::new("en");
    let answers = "1\n".repeat(30);
    for site in ["tokyo", "osaka"] {
        program.lines(&["start", "--org", "A", "--site", site, "--plain"], &answers).succeeded();
    }
    let list: Value = serde_json::from_str(&program.run(&["list", "--json"]).succeeded()).unwrap();
    let ids: Vec<&str> = list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    program.run(&["merge", ids[0], ids[1], "--org", "A"]).succeeded();
    let folder = program.assessments();
    let from_files = figures(&program, &[&folder.to_string_lossy()]);
    assert_eq!((&from_files["assessments"], &from_files["merged"]), (&Value::from(3), &Value::from(1)));
    let mut exported = String::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let path = path.to_string_lossy();
        exported += &program.run(&["export", &path, "--format", "jsonl", "--output", "-"]).succeeded();
    }
    for (name, contents) in [("all.jsonl", exported.clone()), ("all.csv", table(&exported))] {
        fs::write(program.folder().join(name), contents).unwrap();
        assert_eq!(figures(&program, &[name]), from_files, "{name}");
    }
    let text = program.run(&["aggregate", "all.jsonl"]).succeeded();
    assert!(text.contains("Merged from others: 1"), "{text}");
    assert!(
        !program
            .run(&["aggregate", &folder.join(format!("{}.toml", ids[0])).to_string_lossy()])
            .succeeded()
            .contains("Merged")
    );
}

#[test]
fn a_table_that_japanese_excel_saved_gives_the_same_figures() {
    let program = Program::new("en");
    let rows = table(&lines(200, 1)).replace("建設業", "建設業・表示ソ");
    fs::write(program.folder().join("utf-8.csv"), &rows).unwrap();
    let (encoded, _, has_unmappable) = encoding_rs::SHIFT_JIS.encode(&rows);
    assert!(!has_unmappable && encoded != rows.as_bytes());
    fs::write(program.folder().join("shift-jis.csv"), &encoded).unwrap();
    let found = figures(&program, &["shift-jis.csv"]);
    assert_eq!(found, figures(&program, &["utf-8.csv"]));
    assert_eq!((&found["assessments"], &found["broken_total"]), (&Value::from(200), &Value::from(0)));
    // What is neither is named.
    let neither = [&encoded[..], b"complete,\xff\xff\xa0\n"].concat();
    fs::write(program.folder().join("neither.csv"), neither).unwrap();
    let found = figures(&program, &["neither.csv"]);
    assert_eq!((&found["assessments"], &found["broken_total"]), (&Value::from(200), &Value::from(1)));
}

#[test]
fn a_row_without_end_ends_the_table_and_names_its_line() {
    let program = Program::new("en");
    let mut rows = table(&lines(5, 1));
    rows.push_str("\"x");
    rows.push_str(&"y,\n".repeat(1 << 20));
    fs::write(program.folder().join("all.csv"), rows).unwrap();
    let found = figures(&program, &["all.csv"]);
    assert_eq!((&found["assessments"], &found["broken_total"]), (&Value::from(5), &Value::from(1)));
    assert_eq!(found["broken"][0]["file"], "all.csv:7");
}

#[test]
fn rows_that_are_broken_are_named_by_their_lines() {
    let program = Program::new("en");
    let rows = "status,industry,q1\nin-progress,\"two\nlines\",\ncomplete,,nonsense\nin-progress\n,,\n";
    fs::write(program.folder().join("all.csv"), rows).unwrap();
    let found = figures(&program, &["all.csv"]);
    assert_eq!(found["assessments"], 2);
    let named: Vec<&str> =
        found["broken"].as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap()).collect();
    assert_eq!(named, ["all.csv:4", "all.csv:6"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_not_waited_for() {
    let program = Program::new("en");
    let folder = saved(&program, 3, "saved");
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    for name in ["a.jsonl", "b.toml", "c.csv"] {
        assert!(std::process::Command::new("mkfifo").arg(at(name)).status().unwrap().success());
    }
    std::os::unix::fs::symlink(".", at("round")).unwrap();
    std::os::unix::fs::symlink("nowhere", at("d.jsonl")).unwrap();
    let found = figures(&program, &[&folder.to_string_lossy()]);
    assert_eq!(found["assessments"], 3);
    let named: Vec<&str> =
        found["broken"].as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap()).collect();
    assert_eq!(named, [at("a.jsonl"), at("b.toml"), at("c.csv"), at("d.jsonl")]);
}

/// The most memory that counting took, in KiB: a path first, then so many times the lines.
#[cfg(target_os = "linux")]
fn memory(program: &Program, path: &[&str], some: &str, times: usize) -> u64 {
    let arguments = [&["aggregate", "--json"], path, &["-"]].concat();
    let mut child = program.command(&arguments).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    for round in 0..times {
        // Each with ids of its own.
        input.write_all(some.replace("\"id\":\"g", &format!("\"id\":\"{round}-g")).as_bytes()).unwrap();
    }
    // All but what fits into the pipe was read, and the program still waits for more.
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    drop(input);
    assert!(child.wait().unwrap().success());
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn memory_grows_by_an_id_for_each_line_and_no_more() {
    let is_storm = std::env::var_os("HOSHITORI_STORM").is_some_and(|storm| storm != "0");
    let program = Program::new("en");
    let some = lines(10_000, 1);
    let few = memory(&program, &[], &some, 2);
    let times = if is_storm { 100 } else { 10 };
    let many = memory(&program, &[], &some, times);
    println!("{few} KiB for 20000 lines, {many} KiB for {} lines", times * 10_000);
    // A set of hashes grows by doubling: at worst it needs about 40 bytes an id while it moves.
    let ids = 40 * times as u64 * 10_000 / 1024;
    assert!(many * 5 <= few * 6 + 5 * ids, "{few} KiB grew to {many} KiB");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_number_of_files() {
    let program = Program::new("en");
    let some = lines(1000, 1);
    let folder = saved(&program, 200, "few");
    let many = program.folder().join("many");
    fs::create_dir(&many).unwrap();
    for entry in fs::read_dir(&folder).unwrap() {
        let entry = entry.unwrap();
        for copy in 0..60 {
            let name = format!("{copy:02}-{}", entry.file_name().to_string_lossy());
            fs::hard_link(entry.path(), many.join(name)).unwrap();
        }
    }
    let of = |folder: &std::path::Path| memory(&program, &[&folder.to_string_lossy()], &some, 1);
    let (few, many) = (of(&folder), of(&many));
    println!("{few} KiB for 200 files, {many} KiB for 12000");
    assert!(many * 5 <= few * 6, "{few} KiB grew to {many} KiB");
}

#[cfg(unix)]
#[test]
fn progress_is_shown_after_a_second_and_then_erased() {
    let home = harness::Home::new();
    let file = home.folder().join("some.jsonl");
    fs::write(&file, lines(2000, 1)).unwrap();
    fs::write(home.folder().join("more.jsonl"), lines(2000, 1).replace("\"id\":\"g", "\"id\":\"h")).unwrap();
    let program = env!("CARGO_BIN_EXE_hoshitori");
    let line =
        format!("(cat some.jsonl; sleep 1.3; cat more.jsonl; sleep 0.3) | '{program}' aggregate - --json > out.json");
    let mut terminal = harness::Launch::new(std::path::Path::new("/bin/sh"), &["-c", &line], 80, 24).home(home).start();
    terminal.wait_for("件");
    assert_eq!(terminal.exit_code(), Ok(0));
    assert_eq!(terminal.screen().trim(), "");
    let out = fs::read_to_string(terminal.home().folder().join("out.json")).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["assessments"], 4000);
}
