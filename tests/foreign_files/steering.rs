//! Texts that would steer a terminal.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

use hoshitori::core::assessment::Assessment;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::question_set::{Kind, QuestionSet, SharedSet};
use hoshitori::report::json::Document;
use hoshitori::store::saved_file;
use hoshitori::text::clean;

use crate::program::Program;
use crate::spoilt::{HOSTILE, hostile};
use crate::{STEERING, all_refuse, refused};

#[test]
fn names_and_arguments_that_steer_are_not_sent_on() {
    let steering: String = STEERING.iter().collect();
    let program = Program::new("en");
    // Windows takes no control characters in names.
    let in_name: String = steering.chars().filter(|sign| cfg!(unix) || !sign.is_control()).collect();
    let file: PathBuf = program.folder().join(format!("a{in_name}{}.toml", if cfg!(unix) { "\n" } else { "" }));
    fs::write(&file, "x = ").unwrap();
    all_refuse(&program, &file);
    for arguments in [
        vec!["show", &steering],
        vec!["open", &steering, "--plain"],
        vec!["trend", "--org", &steering],
        vec!["questions", "show", &steering],
        vec!["export", &steering, "--format", "md"],
        vec![&steering],
        vec!["list", &steering],
        vec!["--lang", &steering],
        vec!["start", "--checklist", &steering, "--plain", "--org", "X"],
        vec!["doctor", &steering],
        vec!["merge", "--again", &steering],
        vec!["completions", &steering],
    ] {
        refused(&program, &arguments, &[0, 1, 2]);
    }
}

#[test]
fn texts_that_steer_are_shown_harmless_everywhere() {
    let steering: String = STEERING.iter().collect();
    let program = Program::new("en");
    let long = "長".repeat(30_000);
    let name = format!("A{steering}{}{long}", "e\u{301}".repeat(2000));
    let lines: String = (0..30).map(|_| "2\n").collect();
    let mut child = program
        .command(&["--plain", "start", "--org", &name, "--site", &steering, "--respondent", &steering])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!String::from_utf8(output.stdout).unwrap().contains(STEERING));
    for arguments in [
        vec!["list"],
        vec!["show", "latest"],
        vec!["plan", "latest"],
        vec!["compare", "latest", "latest"],
        vec!["trend", "--org", &name],
        vec!["export", "latest", "--format", "md", "--output", "-"],
        vec!["export", "latest", "--format", "html", "--output", "-"],
        vec!["open", "latest", "--plain"],
        vec!["delete", "latest"],
        vec!["doctor"],
    ] {
        refused(&program, &arguments, &[0, 1, 2]);
    }
    // JSON carries the text as it is, but written so that a terminal sees no more than letters.
    for arguments in [
        &["show", "latest", "--json"][..],
        &["list", "--json"],
        &["compare", "latest", "latest", "--json"],
        &["export", "latest", "--format", "json", "--output", "-"],
        &["export", "latest", "--format", "jsonl", "--output", "-"],
    ] {
        let printed = refused(&program, arguments, &[0]);
        if arguments[0] == "compare" {
            continue;
        }
        assert!(printed.contains("\\u001b"), "escaped");
    }
}

/// A company all of whose texts are hostile, ids of its sets, questions and choices as well.
fn all_hostile(text: &str) -> Assessment {
    let mut assessment = hostile(text);
    assessment.id = "hostile".to_owned();
    assessment.carried_from = Some(text.to_owned());
    for kind in [Kind::Checklist, Kind::Diagnosis] {
        let sheet = assessment.sheet_mut(kind);
        let mut set = QuestionSet::clone(&sheet.set);
        (set.id, set.edition) = (text.to_owned(), text.to_owned());
        let question = std::mem::replace(&mut set.questions[0].id, text.to_owned());
        let answer = sheet.answers.remove(&question).unwrap();
        sheet.answers.insert(text.to_owned(), answer);
        let choice = std::mem::replace(&mut set.choices[0].id, text.to_owned());
        for answer in sheet.answers.values_mut().filter(|answer| answer.choice.as_ref() == Some(&choice)) {
            answer.choice = Some(text.to_owned());
        }
        let part = set.categories.first_mut().map(|part| std::mem::replace(&mut part.id, text.to_owned()));
        set.questions.iter_mut().filter(|question| Some(&question.category) == part.as_ref()).for_each(|question| {
            text.clone_into(&mut question.category);
        });
        set.bands.iter_mut().for_each(|band| text.clone_into(&mut band.id));
        sheet.set = SharedSet::from(set);
    }
    assessment
}

#[test]
fn hostile_saved_file_is_shown_clean_by_every_command() {
    let heap = format!("e{}\u{200b}\u{1b}]8;;x\u{7}", "\u{301}".repeat(500));
    for (number, text) in HOSTILE.into_iter().chain([heap.as_str()]).enumerate() {
        let program = Program::new(if number % 2 == 0 { "ja" } else { "en" });
        fs::create_dir_all(program.assessments()).unwrap();
        let file = program.assessments().join("hostile.toml");
        fs::write(&file, saved_file::write(&all_hostile(text))).unwrap();
        fs::copy(&file, program.assessments().join("second.toml")).unwrap();
        fs::copy(&file, program.assessments().join("name\u{202e}\u{200b}lot.toml")).unwrap();
        let elsewhere = program.folder().join("elsewhere.toml");
        fs::copy(&file, &elsewhere).unwrap();
        let elsewhere = elsewhere.to_string_lossy();
        for arguments in [
            &["list"][..],
            &["show", "hostile"],
            &["show", &elsewhere],
            &["show", "name"],
            &["plan", "hostile"],
            &["plan", "hostile", "--target", "90"],
            &["compare", "hostile", "second"],
            &["compare", "hostile", "name"],
            &["export", "hostile", "--format", "md", "--output", "-"],
            &["export", "hostile", "--format", "html", "--output", "-"],
            &["policy", "hostile", "--format", "md", "--output", "-"],
            &["policy", "hostile", "--format", "html", "--output", "-"],
            &["list", "--json"],
            &["show", "name", "--json"],
            &["plan", "hostile", "--json"],
            &["compare", "hostile", "second", "--json"],
            &["export", "hostile", "--format", "json", "--output", "-"],
            &["export", "hostile", "--format", "jsonl", "--output", "-"],
            &["aggregate", &elsewhere],
            &["aggregate", &elsewhere, "--json", "--all-groups"],
            &["aggregate", &elsewhere, "--csv", "--all-groups"],
            &["merge", "hostile", "second", "--org", "A", "--json"],
            &["doctor"],
            &["doctor", "--json"],
            &["import", &elsewhere],
            &["delete", "name"],
        ] {
            refused(&program, arguments, &[0, 1, 2]);
        }
        let shown = refused(&program, &["show", "hostile"], &[0]);
        assert!(shown.lines().count() > 10, "it is shown, not refused: {shown}");
        if !text.contains('\0') {
            let organization = format!("--org={}", text.trim());
            refused(&program, &["trend", &organization], &[0, 1]);
            refused(&program, &["trend", &organization, "--json"], &[0, 1]);
        }
        let digits = "1\n2\n?\n3\n4\n5\n6\n7\n8\n9\n".repeat(6);
        let lines = format!("{digits}plan\nroad\n3\n1\n?\nn x\nb\nq\n");
        for arguments in [&["--plain"][..], &["--plain", "open", "hostile"], &["--plain", "start", "--from", "second"]]
        {
            for lines in [&lines, "3\n?\n1\nroad\n", "\n\n\n\n\n\n\n\n\n\n"] {
                let (out, err) = program.lines(arguments, lines).printed();
                for line in out.lines().chain(err.lines()) {
                    assert_eq!(clean(line), line, "{arguments:?}");
                }
            }
        }
    }
}

#[test]
fn hostile_document_is_reported_and_imported_clean() {
    for text in HOSTILE {
        let program = Program::new("en");
        let mut assessment = hostile(text);
        let catalog = Catalog::built_in();
        for kind in [Kind::Checklist, Kind::Diagnosis] {
            let sheet = assessment.sheet_mut(kind);
            sheet.set = catalog.find(kind, &sheet.set.id, &sheet.set.edition, sheet.set.language).unwrap();
        }
        let good = serde_json::to_string(&Document::of(&assessment)).unwrap();
        let bad = serde_json::to_string(&Document::of(&all_hostile(text))).unwrap();
        fs::write(program.folder().join("good.json"), good).unwrap();
        fs::write(program.folder().join("bad.json"), bad).unwrap();
        refused(&program, &["import", "bad.json"], &[1]);
        refused(&program, &["import", "good.json"], &[0]);
        refused(&program, &["list"], &[0]);
        refused(&program, &["show", "latest"], &[0]);
    }
}

#[test]
fn a_question_file_whose_texts_steer_is_refused_with_each_place() {
    let text = include_str!("../../examples/question-sets/shop-opening.en.toml");
    for (number, steering) in STEERING.into_iter().enumerate() {
        let program = Program::new(if number % 2 == 0 { "en" } else { "ja" });
        let file = program.folder().join("set.toml");
        let escaped = format!("= \"\\U{:08x}", u32::from(steering));
        fs::write(&file, text.replace("= \"", &escaped)).unwrap();
        let name = file.to_string_lossy();
        let told = refused(&program, &["questions", "check", &name], &[1]);
        assert!(told.lines().filter(|line| line.contains("set.toml:")).count() > 10, "{told}");
        for arguments in [
            &["--questions", &name, "questions", "list"][..],
            &["--questions", &name, "questions", "show", "shop-opening"],
            &["--questions", &name, "--plain", "start", "--org", "X"],
        ] {
            refused(&program, arguments, &[1]);
        }
        // Raw, where TOML lets it stand at all.
        fs::write(&file, text.replace("= \"", &format!("= \"{steering}"))).unwrap();
        refused(&program, &["questions", "check", &name], &[1]);
        fs::write(&file, text.replace("= ", &format!("{steering} = "))).unwrap();
        refused(&program, &["questions", "check", &name], &[1]);
    }
}
