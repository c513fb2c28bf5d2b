//! Commands from outside: what they print, where errors go, and the exit codes.

#![allow(clippy::unwrap_used, reason = "a test may stop at what should not be")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

mod program;

use std::path::Path;

use program::Program;

const ALL_IN_PLACE: &str = "1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n";

#[test]
fn nothing_saved_is_said_and_is_no_error() {
    let program = Program::new("en");
    assert_eq!(program.run(&["list"]).succeeded(), "Nothing is saved yet.\n");
    assert_eq!(program.run(&["list", "--json"]).succeeded(), "[]\n");
    assert!(program.run(&["show", "latest"]).failed(1).starts_with("error: "));
    assert!(!program.assessments().exists(), "looking alone leaves nothing behind");
}

#[test]
fn the_list_is_newest_first_and_of_one_company_on_request() {
    let program = Program::new("en");
    let ids = ["Acme", "Hoshino Works", "Acme"].map(|name| program.assessment_of(name, "1\n"));
    let listed = |arguments: &[&str]| -> Vec<String> {
        let out = program.run(arguments).succeeded();
        out.lines().map(|line| line.split_whitespace().next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(listed(&["list"]), [&ids[2][..], &ids[1], &ids[0]]);
    assert_eq!(listed(&["list", "--org", " Acme "]), [&ids[2][..], &ids[0]]);
    assert_eq!(program.run(&["list", "--org", "Acm"]).succeeded(), "No assessment of Acm is saved.\n");
    assert_eq!(program.run(&["list", "--org", "Acm", "--json"]).succeeded(), "[]\n");
}

#[test]
fn names_with_marks_of_their_own_mean_the_same_company() {
    let program = Program::new("ja");
    let id = program.assessment_of("がばいポンプ", "1\n");
    let listed = program.run(&["list", "--org", "か\u{3099}は\u{3099}いホ\u{309a}ンフ\u{309a}"]).succeeded();
    assert!(listed.starts_with(&id), "{listed}");
}

#[test]
fn the_result_goes_into_a_file_whatever_a_shell_makes_of_pipes() {
    let program = Program::new("ja");
    program.assessment_of("山田製作所", ALL_IN_PLACE);
    let file = program.folder().join("result.txt");
    let show = ["--color", "always", "show", "latest", "--output", "result.txt"];
    assert_eq!(program.run(&show).succeeded(), "result.txt\n");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("山田製作所") && !text.contains('\u{1b}'), "{text}");
    assert!(program.run(&show).failed(1).contains("--force"), "what is there stays");
    program.run(&[&show[..], &["--json", "--force"]].concat()).succeeded();
    let document: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(document, program.document("latest"));
    assert!(program.run(&["show", "latest", "--output", "-"]).succeeded().contains("山田製作所"));
}

#[test]
fn the_list_as_json_is_the_document_without_answers() {
    let program = Program::new("ja");
    program.assessment_of("星野製作所", ALL_IN_PLACE);
    let listed: serde_json::Value = serde_json::from_str(&program.run(&["list", "--json"]).succeeded()).unwrap();
    let mut shown = program.document("latest");
    for sheet in ["checklist", "diagnosis"] {
        assert!(shown[sheet].as_object_mut().unwrap().remove("answers").is_some());
    }
    assert_eq!(listed, serde_json::json!([shown]));
}

#[test]
fn the_document_has_every_field_that_scripts_rely_on() {
    let program = Program::new("ja");
    let id = program.assessment_of("星野製作所", ALL_IN_PLACE);
    let mut document = program.document("latest");
    let moment = |value: &serde_json::Value| chrono::DateTime::parse_from_rfc3339(value.as_str().unwrap()).unwrap();
    assert!(moment(&document["created_at"]) <= moment(&document["updated_at"]));
    let answers = document["diagnosis"]["answers"].as_array().unwrap();
    assert_eq!(answers.len(), 25);
    moment(&answers[0]["answered_at"]);
    let part = |id: &str, points: i32, min: i32, total: usize, title: &str| {
        serde_json::json!({"id": id, "title": title, "points": points, "min": min, "max": points,
            "answered": total, "total": total})
    };
    let mut first = answers[0].clone();
    first.as_object_mut().unwrap().remove("answered_at");
    assert_eq!(
        first,
        serde_json::json!({"number": 1, "id": "software-updates", "answer": "implemented", "points": 4, "note": "",
            "flagged": false})
    );
    for moment in ["created_at", "updated_at"] {
        document.as_object_mut().unwrap().remove(moment);
    }
    for sheet in ["checklist", "diagnosis"] {
        document[sheet].as_object_mut().unwrap().remove("answers");
        assert!(document[sheet].as_object_mut().unwrap().remove("edition").is_some());
    }
    assert_eq!(
        document,
        serde_json::json!({
            "schema": 1, "id": id, "language": "ja", "place": "result", "status": "complete",
            "organization": {"name": "星野製作所", "site": "", "respondent": "", "industry": "", "region": "",
                "employees": null},
            "checklist": {"set": "five-principles", "answered": 5, "total": 5},
            "diagnosis": {"set": "self-diagnosis", "answered": 25, "total": 25, "points": 100, "min": -25, "max": 100,
                "band": "100", "unknown": [], "categories": [
                    part("basic", 20, -5, 5, "基本的対策"),
                    part("employee", 52, -13, 13, "従業員としての対策"),
                    part("organization", 28, -7, 7, "組織としての対策"),
                ]},
            "policy": {"set_on": null, "published_at": null},
            "stars": {"one": {"ready": true, "missing": [], "declared_on": null, "state": "ready"},
                "two": {"ready": false, "missing": ["policy", "publication"], "declared_on": null, "state": "not-ready"}},
        })
    );
}

#[test]
fn fields_stand_in_the_documented_order() {
    let program = Program::new("en");
    program.assessment_of("Acme", "1\n");
    let text = program.run(&["show", "latest", "--json"]).succeeded();
    let fields = ["schema", "id", "created_at", "updated_at", "language", "status", "organization", "checklist"];
    let fields = fields.into_iter().chain(["diagnosis", "policy", "stars"]);
    let places: Vec<usize> = fields.map(|field| text.find(&format!("\n  \"{field}\": ")).expect(field)).collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn a_half_done_diagnosis_has_points_but_no_band() {
    let program = Program::new("en");
    program.assessment_of("Acme", "1\n3\n1\n3\n1\n1\n2\n4\n");
    let document = program.document("latest");
    assert_eq!(document["status"], "in-progress");
    assert_eq!(document["diagnosis"]["points"], 5);
    assert_eq!(document["diagnosis"]["band"], serde_json::Value::Null);
    assert_eq!(document["diagnosis"]["answers"].as_array().unwrap().len(), 3);
    assert_eq!(
        document["stars"]["one"],
        serde_json::json!({"ready": false, "missing": [2, 4], "declared_on": null, "state": "not-ready"})
    );
    let out = program.run(&["show", "latest"]).succeeded();
    assert!(!out.contains("70") && out.contains("22"), "no band, and how many are missing: {out}");
}

#[test]
fn assessment_is_found_by_id_prefix_latest_or_path() {
    let program = Program::new("en");
    let id = program.assessment_of("Acme", "1\n");
    let file = program.assessments().join(format!("{id}.toml"));
    for name in [&id[..], &id[..5], "latest", file.to_str().unwrap()] {
        assert_eq!(program.document(name)["id"], id.as_str(), "{name}");
    }
    for wrong in ["", "zzzzzz", "./none.toml", "/", "../x"] {
        program.run(&["show", wrong]).failed(1);
    }
}

#[test]
fn several_that_begin_alike_are_all_named() {
    let program = Program::new("en");
    let id = program.assessment_of("Acme", "1\n");
    let twin = format!("{}{}", &id[..7], if id.ends_with('a') { 'b' } else { 'a' });
    let text = std::fs::read_to_string(program.assessments().join(format!("{id}.toml"))).unwrap();
    std::fs::write(program.assessments().join(format!("{twin}.toml")), text.replace(&id, &twin)).unwrap();
    let told = program.run(&["show", &id[..7]]).failed(1);
    assert!(told.contains(&id) && told.contains(&twin), "{told}");
}

#[test]
fn deleting_needs_a_yes() {
    let program = Program::new("en");
    let id = program.assessment_of("Acme", "1\n");
    assert!(program.run(&["delete", &id]).failed(2).contains("--yes"));
    assert!(program.run(&["list"]).succeeded().contains(&id));
    assert!(program.run(&["delete", &id, "--yes"]).succeeded().contains(&id));
    assert_eq!(program.run(&["list"]).succeeded(), "Nothing is saved yet.\n");
    let left: Vec<_> = std::fs::read_dir(program.assessments()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
    program.run(&["delete", &id, "--yes"]).failed(1);
}

#[test]
fn a_broken_file_is_named_and_the_others_are_listed() {
    let program = Program::new("en");
    let id = program.assessment_of("Acme", "1\n");
    std::fs::write(program.assessments().join("broken00.toml"), "schema = \"\u{1b}[31m\"\n").unwrap();
    let (out, err) = program.run(&["list"]).printed();
    assert!(out.contains(&id) && err.contains("broken00.toml"), "{out}\n{err}");
    assert!(!err.contains('\u{1b}'), "{err:?}");
    let told = program.run(&["show", "broken00"]).failed(1);
    assert!(told.contains("broken00.toml:1:"), "line and column are told: {told}");
    let listed: serde_json::Value =
        serde_json::from_str(&program.run(&["list", "--json"]).out()).expect("JSON in spite of it");
    assert_eq!(listed.as_array().unwrap().len(), 1);
}

#[test]
fn wrong_usage_is_reported_with_suggestions() {
    for (language, arguments, told) in [
        ("en", &["shwo", "latest"][..], "'show'"),
        ("ja", &["shwo", "latest"][..], "「show」"),
        ("en", &["list", "--jsno"][..], "'--json'"),
        ("en", &["list", "--color", "blue"][..], "auto, always, never"),
        ("ja", &["list", "--color", "blue"][..], "指定できるもの: auto, always, never"),
        ("en", &["list", "--lang", "fr"][..], "ja, en"),
        ("en", &["plan", "latest", "--target", "many"][..], "'many'"),
        ("en", &["list", "--org"][..], "needs a value"),
        ("en", &["show"][..], "ASSESSMENT"),
        ("en", &["questions"][..], "a command is missing"),
        ("en", &["list", "\u{1b}[31m"][..], "[31m"),
    ] {
        let err = Program::new(language).run(arguments).failed(2);
        assert!(err.contains(told), "{arguments:?}: {err}");
        assert!(!err.contains('\u{1b}'), "{err:?}");
        assert_eq!(err.lines().count(), 1, "{err}");
    }
}

#[test]
fn commands_that_draw_name_the_way_without_a_terminal() {
    let program = Program::new("en");
    for arguments in [&[][..], &["start", "--org", "Acme"]] {
        assert!(program.run(arguments).failed(1).contains("--plain"));
    }
    assert!(!program.assessments().exists());
    let out = program.command(&["start", "--org", "Acme"]).env("TERM", "dumb").output().unwrap();
    assert!(String::from_utf8_lossy(&out.stdout).contains("1/5"), "a dumb terminal is asked line by line");
}

#[test]
fn the_language_is_the_most_particular_one() {
    let program = Program::new("");
    let list = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = program.command(arguments);
        command.env_remove("HOSHITORI_LANG").envs(variables.iter().copied());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let (ja, en) = ("保存した診断はまだありません", "Nothing is saved yet");
    for (variables, arguments, expected) in [
        (&[][..], &["list"][..], en),
        (&[("LANG", "ja_JP.UTF-8")][..], &["list"][..], ja),
        (&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C")][..], &["list"][..], en),
        (&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", ""), ("LC_MESSAGES", "")][..], &["list"][..], ja),
        (&[("LANG", "C"), ("LC_MESSAGES", "ja_JP")][..], &["list"][..], ja),
        (&[("LANG", "C"), ("HOSHITORI_LANG", "ja")][..], &["list"][..], ja),
        (&[("HOSHITORI_LANG", "ja")][..], &["list", "--lang", "en"][..], en),
        (&[("HOSHITORI_LANG", "en")][..], &["--lang=ja", "list"][..], ja),
    ] {
        let out = list(variables, arguments);
        assert!(out.contains(expected), "{variables:?} {arguments:?}: {out}");
    }
    std::fs::create_dir_all(program.folder().join("config")).unwrap();
    std::fs::write(program.folder().join("config/config.toml"), "language = \"ja\"\n").unwrap();
    assert!(list(&[("LC_ALL", "C")], &["list"]).contains(ja), "settings go before the locale");
    assert!(list(&[("HOSHITORI_LANG", "en")], &["list"]).contains(en));
}

#[test]
fn colour_is_only_where_it_is_wanted() {
    let program = Program::new("en");
    program.assessment_of("Acme", ALL_IN_PLACE);
    assert!(!program.run(&["show", "latest"]).succeeded().contains('\u{1b}'));
    assert!(!program.run(&["show", "latest", "--color", "never"]).succeeded().contains('\u{1b}'));
    assert!(program.run(&["show", "latest", "--color", "always"]).succeeded().contains('\u{1b}'));
}

#[test]
fn path_names_the_folders() {
    let program = Program::new("en");
    let told: serde_json::Value = serde_json::from_str(&program.run(&["path", "--json"]).succeeded()).unwrap();
    // Compared by their parts: the test joins them with a slash.
    assert_eq!(Path::new(told["assessments"].as_str().unwrap()), program.assessments());
    let elsewhere = program.folder().join("elsewhere");
    let out = program.run(&["--data-dir", elsewhere.to_str().unwrap(), "path"]).succeeded();
    assert!(out.contains("elsewhere"), "the option goes before the variable: {out}");
}

#[test]
fn question_sets_are_listed_shown_and_checked() {
    let program = Program::new("ja");
    let out = program.run(&["questions", "list"]).succeeded();
    assert!(["five-principles", "six-principles", "self-diagnosis"].iter().all(|id| out.contains(id)), "{out}");
    assert!(program.run(&["questions", "show", "self-diagnosis"]).succeeded().contains("incident-response"));
    program.run(&["questions", "show", "none"]).failed(1);
    let shipped = |language: &str| format!("{}/questions/{language}/self-diagnosis.toml", env!("CARGO_MANIFEST_DIR"));
    program.run(&["questions", "check", &shipped("ja"), &shipped("en")]).succeeded();
}

#[test]
fn every_fault_of_question_files_has_its_place() {
    let program = Program::new("en");
    let text = std::fs::read_to_string(format!("{}/questions/en/five-principles.toml", env!("CARGO_MANIFEST_DIR")));
    let text = text
        .unwrap()
        .replace("short_title = ", "short_titel = ")
        .replace("id = \"antivirus\"", "id = \"software-updates\"");
    std::fs::write(program.folder().join("mine.toml"), text).unwrap();
    let told = program.run(&["questions", "check", "mine.toml", "none.toml"]).failed(1);
    let places: Vec<&str> = told.lines().filter(|line| line.starts_with("error: mine.toml:")).collect();
    assert!(places.len() >= 2 && told.contains("none.toml"), "{told}");
    for line in places {
        let place: Vec<&str> = line.split(':').skip(2).take(2).collect();
        assert!(place.iter().all(|number| number.trim().parse::<usize>().is_ok()), "{line}");
    }
    let told = program.run(&["--questions", "mine.toml", "list"]).failed(1);
    assert!(told.contains("mine.toml:"), "a broken set is not passed over: {told}");
}

#[test]
fn a_set_of_ones_own_is_asked_scored_and_shown_without_it() {
    let program = Program::new("en");
    let file = format!("{}/examples/question-sets/shop-opening.en.toml", env!("CARGO_MANIFEST_DIR"));
    let arguments = ["--plain", "--questions", &file, "start", "--org", "Acme"];
    let out = program.lines(&arguments, "1\n".repeat(12)).succeeded();
    assert!(out.contains("7/7"), "{out}");
    let document = program.document("latest");
    assert_eq!(document["diagnosis"]["points"], document["diagnosis"]["max"], "also without the file at hand");
    assert_eq!(document["status"], "complete");
}

#[cfg(unix)]
#[test]
fn readers_that_go_and_outputs_that_are_full_are_no_panic() {
    let program = Program::new("en");
    program.assessment_of("Acme", ALL_IN_PLACE);
    for arguments in
        ["list", "list --json", "show latest", "questions show self-diagnosis", "--help", "completions bash"]
    {
        let gone = program.through_shell(&format!("{{ \"$PROGRAM\" {arguments}; echo $? >&2; }} | true"));
        assert_eq!(gone.printed().1.trim(), "0", "{arguments}: a closed pipe is nobody's fault");
        if std::path::Path::new("/dev/full").exists() {
            program.through_shell(&format!("\"$PROGRAM\" {arguments} >/dev/full")).failed(1);
        }
        for closed in [">&-", "<&-", "2>&-"] {
            let ended = program.through_shell(&format!("\"$PROGRAM\" {arguments} {closed}"));
            assert_eq!(ended.code(), Some(0), "{arguments} {closed}");
        }
    }
    let left = program.through_shell("printf '1\\n1\\n1\\n' | \"$PROGRAM\" --plain start --org Acme | true");
    assert_eq!(left.printed().1, "", "nothing is to be said about it");
}
