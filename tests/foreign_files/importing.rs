//! Imports and merges: all or nothing.

use std::fs;

use crate::program::Program;
use crate::{refused, workbook};

/// The names in the folder of saved assessments.
fn saved(program: &Program) -> Vec<String> {
    let Ok(names) = fs::read_dir(program.assessments()) else { return Vec::new() };
    let mut names: Vec<String> = names.map(|name| name.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

const GOOD: &str = "set,id,answer\nself-diagnosis,backups,partial\n";

#[test]
fn faults_of_all_files_are_reported_and_none_is_imported() {
    let program = Program::new("en");
    let bad = "set,number,id,answer\nself-diagnosis,,none,partial\nself-diagnosis,99,,partial\n\
               self-diagnosis,,backups,9\nself-diagnosis,1,,partial\nself-diagnosis,1,,partial\nother,1,,1\n";
    let document = r#"{"schema": 1, "organization": {"name": 5}, "diagnosis": {"set": "x"}, "plan": 7}"#;
    let files = [("a-good.csv", GOOD), ("bad.csv", bad), ("bad.json", document), ("z-good.csv", GOOD)];
    for (name, text) in files {
        fs::write(program.folder().join(name), text).unwrap();
    }
    let arguments = ["import", "a-good.csv", "bad.csv", "bad.json", "none.csv", "z-good.csv", "--org", "A"];
    let told = refused(&program, &arguments, &[1]);
    for part in [
        "bad.csv: line 2, column id: ",
        "bad.csv: line 3, column number: ",
        "bad.csv: line 4, column answer: ",
        "bad.csv: line 6: ",
        "bad.csv: line 7, column set: ",
        "bad.json: organization.name: ",
        "bad.json: diagnosis.set: ",
        "none.csv: ",
    ] {
        assert!(told.contains(part), "{part} of\n{told}");
    }
    assert!(!told.contains("good.csv"), "{told}");
    assert_eq!(saved(&program), Vec::<String>::new());
    for (name, text) in files {
        assert_eq!(fs::read_to_string(program.folder().join(name)).unwrap(), text, "{name} is untouched");
    }
}

#[test]
fn an_import_of_which_one_part_cannot_be_saved_leaves_nothing() {
    let program = Program::new("en");
    fs::write(program.folder().join("good.csv"), GOOD).unwrap();
    let long = format!("set,id,answer,note\nself-diagnosis,backups,partial,{}\n", "x".repeat(2 << 20));
    fs::write(program.folder().join("long.csv"), long).unwrap();
    let told = refused(&program, &["import", "good.csv", "long.csv", "good.csv", "--org", "A"], &[1]);
    assert!(told.contains("1 MiB"), "{told}");
    assert_eq!(saved(&program), Vec::<String>::new());
    refused(&program, &["import", "good.csv", "good.csv", "--org", "A"], &[0]);
    assert_eq!(saved(&program).len(), 2);
}

#[test]
fn document_left_at_an_unknown_question_resumes_elsewhere() {
    let program = Program::new("en");
    for place in ["diagnosis/0", "diagnosis/26", "checklist/18446744073709551615"] {
        let document = format!(r#"{{"schema": 1, "organization": {{"name": "A"}}, "place": "{place}"}}"#);
        fs::write(program.folder().join("left.json"), document).unwrap();
        refused(&program, &["import", "left.json"], &[0]);
        let only = saved(&program).pop().unwrap();
        let text = fs::read_to_string(program.assessments().join(&only)).unwrap();
        assert!(text.contains("place = \"checklist/1\""), "{place}: {text}");
        let out = program.lines(&["--plain", "open", "latest"], "").succeeded();
        assert!(out.contains("1/5"), "{out}");
        fs::remove_file(program.assessments().join(only)).unwrap();
    }
}

#[test]
fn unmergeable_sites_are_all_named_and_unchanged() {
    let program = Program::new("en");
    let id = program.assessment_of("A", "1\n");
    let questions = format!("{}/examples/question-sets/shop-opening.en.toml", env!("CARGO_MANIFEST_DIR"));
    program.lines(&["--questions", &questions, "--plain", "start", "--org", "Shop"], "1\n").succeeded();
    let shop = program.document("latest")["id"].as_str().unwrap().to_owned();
    fs::write(program.assessments().join("broken.toml"), "schema = 1").unwrap();
    let all = || -> Vec<(String, Vec<u8>)> {
        let bytes = |name: &String| fs::read(program.assessments().join(name)).unwrap();
        saved(&program).into_iter().map(|name| (name.clone(), bytes(&name))).collect()
    };
    let before = all();
    let told = refused(&program, &["merge", &id, "broken", "nobody", "--org", "A"], &[1]);
    assert!(told.contains("broken.toml") && told.contains("nobody"), "{told}");
    let told = refused(&program, &["merge", &id, &shop, "--org", "A"], &[1]);
    assert!(told.contains(&shop) || told.contains("Shop") || told.contains("shop-opening"), "{told}");
    assert_eq!(all(), before);
}

#[test]
fn unreadable_workbook_is_reported_without_panicking() {
    let program = Program::new("en");
    let usual = workbook::PARTS[0].1;
    let cells = usual.replace("r=\"A2\"", "r=\"AAAAAAAAAAAAAA2\"").replace("r=\"B2\"", "r=\"B99999999999999\"");
    assert_ne!(cells, usual);
    fs::write(program.folder().join("good.xlsx"), workbook::with_part(format!("a{usual}").as_bytes())).unwrap();
    fs::write(program.folder().join("bad.xlsx"), workbook::with_part(format!("a{cells}").as_bytes())).unwrap();
    refused(&program, &["import", "good.xlsx"], &[0]);
    let told = refused(&program, &["import", "bad.xlsx"], &[1]);
    assert!(told.lines().all(|line| line.starts_with("error: bad.xlsx: ")), "{told}");
}

#[test]
fn workbook_with_inflated_counts_allocates_no_memory() {
    let program = Program::new("en");
    let usual = workbook::PARTS[1].1;
    for announced in ["4294967295", "18446744073709551615", "100000000", "00009999999", "99999999999999999999999"] {
        for written in [
            format!("uniqueCount=\"{announced}\""),
            format!("uniqueCount = '{announced}'"),
            format!("uniqueCount\n=\t\"{announced}\""),
        ] {
            let strings = usual.replace("uniqueCount=\"8\"", &written);
            assert_ne!(strings, usual);
            fs::write(program.folder().join("bad.xlsx"), workbook::with_part(format!("b{strings}").as_bytes()))
                .unwrap();
            let told = refused(&program, &["import", "bad.xlsx"], &[1]);
            assert!(told.starts_with("error: bad.xlsx: This cannot be read as an Excel workbook"), "{told}");
        }
    }
    let utf_16: Vec<u8> = format!("\u{feff}{}", usual.replace("\"8\"", "\"4294967295\""))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    fs::write(program.folder().join("bad.xlsx"), workbook::with_part(&[b"b", &utf_16[..]].concat())).unwrap();
    refused(&program, &["import", "bad.xlsx"], &[1]);
}
