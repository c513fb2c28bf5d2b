//! Line mode as a conversation: lines in, lines out, on the real binary.

#![allow(clippy::unwrap_used, reason = "a test may stop at what should not be")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

mod program;

use program::Program;

/// What 30 lines of the same digit answer.
fn thirty(digit: u8) -> String {
    format!("{digit}\n").repeat(30)
}

#[test]
fn thirty_lines_answer_everything_and_the_result_follows() {
    let program = Program::new("en");
    let out = program.lines(&["--plain", "start", "--org", "Hoshino Works"], thirty(1)).succeeded();
    assert!(out.contains("\n1/5  "), "{out}");
    assert!(out.contains("\n25/25  "), "{out}");
    assert!(out.contains("100 / 100 points"), "{out}");
    assert!(!out.contains("Enter"), "nothing but questions is asked: {out}");
    assert_eq!(program.document("latest")["diagnosis"]["band"], "100");
}

#[test]
fn the_result_in_japanese_is_all_japanese() {
    let program = Program::new("ja");
    let out = program.lines(&["--plain", "start", "--org", "星野製作所"], thirty(1)).succeeded();
    assert!(out.contains("100 / 100 点"), "{out}");
    assert!(out.contains("一つ星  準備完了（宣言はIPAのサイトで行います）"), "{out}");
}

#[test]
fn points_are_those_computed_by_hand() {
    let program = Program::new("en");
    // 1 to 4 in turn: seven times 4, six times 2, six times 0, six times -1.
    let lines: String =
        (0..30).map(|at| if at < 5 { "2\n".into() } else { format!("{}\n", (at - 5) % 4 + 1) }).collect();
    let out = program.lines(&["--plain", "start", "--org", "Hoshino Works"], lines).succeeded();
    assert!(out.contains("34 / 100 points"), "{out}");
    let document = program.document("latest");
    let diagnosis = &document["diagnosis"];
    assert_eq!((&diagnosis["points"], &diagnosis["band"]), (&34.into(), &"0-49".into()));
    let parts: Vec<i64> =
        diagnosis["categories"].as_array().unwrap().iter().map(|part| part["points"].as_i64().unwrap()).collect();
    // 1-5: 4+2+0-1+4; 6-18: 2+0-1, twice 4+2+0-1, then 4+2; 19-25: 0-1+4+2+0-1+4.
    assert_eq!(parts, [9, 17, 8]);
    assert_eq!(diagnosis["unknown"], serde_json::json!([4, 8, 12, 16, 20, 24]));
    let ready = serde_json::json!({"ready": true, "missing": [], "declared_on": null, "state": "ready"});
    assert_eq!(document["stars"]["one"], ready);
}

#[test]
fn the_end_of_the_input_leaves_saved_and_open_goes_on() {
    let program = Program::new("en");
    program.lines(&["--plain", "start", "--org", "Hoshino Works"], "1\n1\n3").succeeded();
    assert_eq!(program.document("latest")["checklist"]["answered"], 3, "a last line without its end counts");
    let out = program.lines(&["--plain", "open", "latest"], "").succeeded();
    assert!(out.trim_start().starts_with("4/5"), "{out}");
    program.lines(&["--plain", "open", "latest"], thirty(2)).succeeded();
    assert_eq!(program.document("latest")["status"], "complete");
}

#[test]
fn line_mode_reads_full_width_digits_crlf_and_bom() {
    let program = Program::new("ja");
    program.lines(&["--plain", "start", "--org", "星野"], "\u{feff}１\r\n 2 \r\n３\r\n").succeeded();
    let document = program.document("latest");
    let answers: Vec<&str> = document["checklist"]["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| answer["answer"].as_str().unwrap())
        .collect();
    assert_eq!(answers, ["doing", "will-do", "undecided"]);
}

#[test]
fn what_is_no_choice_is_explained_and_asked_again() {
    let program = Program::new("en");
    let lines = "4\n0\n-1\n1.5\n\nyes\n99999999999999999999\n2\n";
    let out = program.lines(&["--plain", "start", "--org", "Hoshino Works"], lines).succeeded();
    assert_eq!(out.matches("Please type a number from 1 to 3").count(), 7, "{out}");
    let document = program.document("latest");
    assert_eq!(document["checklist"]["answered"], 1);
    assert_eq!(document["checklist"]["answers"][0]["answer"], "will-do");
}

#[test]
fn notes_flags_and_going_back_work_by_words() {
    let program = Program::new("ja");
    let lines = "n ルーターは、交換済み\nf\n1\n2\n戻る\n3\nｂ\n?\n終了\n";
    let out = program.lines(&["--plain", "start", "--org", "星野"], lines).succeeded();
    assert!(out.contains("保存して終了"), "? explains: {out}");
    let document = program.document("latest");
    let answers = &document["checklist"]["answers"];
    assert_eq!(answers[0]["note"], "ルーターは、交換済み");
    assert_eq!(answers[0]["flagged"], true);
    assert_eq!(answers[1]["answer"], "undecided");
    assert_eq!(document["checklist"]["answered"], 2);
}

#[test]
fn the_result_is_in_the_language_chosen_last() {
    let program = Program::new("en");
    let out =
        program.lines(&["--plain", "start", "--org", "Hoshino Works"], format!("lang\n{}", thirty(1))).succeeded();
    assert!(out.contains("100 / 100 点"), "{out}");
}

#[test]
fn carried_over_answers_are_confirmed_one_by_one() {
    let program = Program::new("en");
    program.lines(&["--plain", "start", "--org", "Hoshino Works"], thirty(2)).succeeded();
    let first = program.document("latest")["id"].as_str().unwrap().to_owned();
    let arguments = ["--plain", "start", "--from", &first, "--org", "Hoshino Works"];
    let out = program.lines(&arguments, "c\nc\n1\n").succeeded();
    assert!(out.contains("not confirmed"), "{out}");
    let document = program.document("latest");
    assert_ne!(document["id"], first.as_str());
    assert_eq!(document["checklist"]["answered"], 3, "only what was confirmed or given anew counts");
    assert_eq!(document["checklist"]["answers"][2]["answer"], "doing");
}

#[test]
fn a_form_begins_it_where_no_company_is_named() {
    let program = Program::new("en");
    let out = program.lines(&["--plain"], "2\nHoshino Works\nHead office\n\n\n\n24\n\n1\n").succeeded();
    assert!(out.contains("New assessment"), "{out}");
    let document = program.document("latest");
    assert_eq!(document["organization"]["name"], "Hoshino Works");
    assert_eq!(document["organization"]["site"], "Head office");
    assert_eq!(document["organization"]["employees"], 24);
    assert_eq!(document["checklist"]["answered"], 1);
}

#[test]
fn hostile_names_reach_neither_the_lines_nor_the_list_raw() {
    let program = Program::new("en");
    let name = "Evil\u{1b}[31m\u{202e}\u{200b}\u{9b}31m\u{e0041}\u{7}";
    let mut out = program.lines(&["--plain", "start", "--org", name, "--site", name], thirty(4)).succeeded();
    out += &program.run(&["list"]).succeeded();
    out += &program.run(&["show", "latest"]).succeeded();
    out += &program.run(&["list", "--org", "nobody\u{1b}[0m"]).succeeded();
    out += &program.run(&["show", name]).failed(1);
    assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\u{9b}', '\u{e0041}', '\u{7}']), "{out:?}");
}

#[test]
fn ascii_symbols_are_ascii() {
    let program = Program::new("en");
    let out = program.lines(&["--plain", "--ascii", "start", "--org", "Hoshino Works"], thirty(3)).succeeded();
    let foreign: Vec<char> = out.chars().filter(|character| !character.is_ascii()).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_saved_with_128_and_its_number() {
    for (signal, code) in [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)] {
        let program = Program::new("en");
        let mut running = program.begin(&["--plain", "start", "--org", "Hoshino Works"]);
        running.say("1\n2\n");
        running.wait_for("3/5");
        running.signal(signal);
        assert_eq!(running.code(), Some(code), "{signal}");
        assert_eq!(program.document("latest")["checklist"]["answered"], 2, "{signal}");
    }
}

#[cfg(unix)]
#[test]
fn a_limit_on_file_sizes_is_told_and_does_not_kill() {
    let program = Program::new("en");
    let limited = program
        .through_shell("ulimit -f 1; printf '1\n%.0s' $(seq 30) | \"$PROGRAM\" --plain start --org Limited >/dev/null");
    let told = limited.failed(1);
    assert!(told.contains("error: the last change could not be saved"), "{told}");
}

#[test]
fn the_road_to_two_stars_can_be_gone_line_by_line() {
    let program = Program::new("en");
    program.assessment_of("Hoshino Works", &thirty(1));
    let lines = [
        // Saved, the only one, the road from its result.
        "3\n1\nroad\n",
        // The policy: the company's data, a clause more, a list of measures in another, the whole text, the page for a browser.
        "3\n1\n\nPresident\nHana Hoshino\n2026-11-23\n\n\n\n\nt 2\n3\n\n2\n9\n\n11\nx\n",
        "4\nhttps://hoshino.example\n2026-11-24\n",
        // The procedure and its first step; the guide and its second section.
        "5\nt 3\nx\n7\n\nx\nq\n",
    ]
    .concat();
    let out = program.lines(&["--plain"], lines).succeeded();
    assert!(out.contains("Hana Hoshino"), "the whole text is read out: {out}");
    assert!(out.contains("2. Self-diagnosis: 25/25\n3. Basic policy: "), "each step tells how far it is: {out}");
    assert!(out.contains("2/9"), "the guide goes on: {out}");
    assert!(out.contains("security-policy.html\n"), "{out}");
    let document = program.document("latest");
    let organization =
        serde_json::json!({"id": "organization", "included": null, "text": null, "lists_measures": true});
    assert!(document["policy"]["clauses"].as_array().unwrap().contains(&organization), "{out}");
    assert_eq!(document["policy"]["set_on"], "2026-11-23", "{out}");
    assert_eq!(document["policy"]["published_at"], "2026-11-24", "{out}");
    let ready = serde_json::json!({"ready": true, "missing": [], "declared_on": null, "state": "ready"});
    assert_eq!(document["stars"]["two"], ready);
    assert_eq!(document["declaration"]["steps"].as_array().map(Vec::len), Some(1), "{out}");
}

/// All in place but question 3, in part, and question 11, not at all.
fn nearly_all() -> String {
    (0..30)
        .map(|at| {
            if at == 7 {
                "2\n"
            } else if at == 15 {
                "3\n"
            } else {
                "1\n"
            }
        })
        .collect()
}

#[test]
fn trial_answers_show_their_gain_and_change_nothing() {
    let program = Program::new("en");
    program.assessment_of("Hoshino Works", &nearly_all());
    let before = program.document("latest");
    let out = program.lines(&["--plain"], "3\n1\nw\n11\n3 1\n\nu\n3 4\n3\na\n?\nb\nq\n").succeeded();
    assert!(out.contains("\n3. Passwords: Partly in place\n"), "the questions as they are: {out}");
    assert!(out.contains("94 → 98  (+4)"), "{out}");
    assert!(out.contains("\n11. Backup: Not in place → In place  +4\n"), "{out}");
    assert!(out.contains("94 → 100  (+6)"), "two numbers choose an answer: {out}");
    assert!(out.contains("94 → 91  (-3)"), "a worse one, too: {out}");
    assert!(out.contains("94 → 94  (+0)"), "u takes everything back: {out}");
    assert_eq!(out.matches("\n25. ").count(), 4, "all questions at first, for Enter and when nothing is tried: {out}");
    assert!(out.contains("A number tries out or takes back"), "? begins with what matters here: {out}");
    assert!(out.trim_end().ends_with("q to leave."), "b leads back to the result: {out}");
    assert_eq!(program.document("latest"), before);
}

#[test]
fn reports_are_written_where_it_is_told() {
    let program = Program::new("ja");
    program.assessment_of("星野製作所", &thirty(2));
    let out = program.lines(&["--plain"], "3\n1\n書き出し\n1\n６\n５\n9\n8\n6\n5\n\nx\nq\n").succeeded();
    assert!(out.contains("1. HTML（選択中）"), "{out}");
    assert!(out.contains("1から8までの番号"), "there is no ninth line: {out}");
    let told = out.lines().find(|line| line.starts_with("書き出しました")).expect(&out);
    for ending in ["csv", "json"] {
        let path = told.split(['：', ' ', ',', '、']).find(|path| path.ends_with(ending)).expect(told);
        assert!(std::fs::read_to_string(path).expect("it is there").contains("software-updates"), "{path}");
    }
    assert!(!told.contains(".html"), "it was taken away: {told}");
    assert!(out.contains("形式を1つ以上選んでください"), "{out}");
}

#[test]
fn settings_of_symbols_and_colours_apply_at_once() {
    let program = Program::new("en");
    program.assessment_of("Hoshino Works", &thirty(1));
    let out = program.lines(&["--plain"], "3\n1\nx\n6\n3\n2\nx\n3\n1\nq\n").succeeded();
    let (before, after) = out.split_once("1. Language").expect("the settings");
    assert!(before.contains('☆') && !before.contains("\u{1b}["), "{before}");
    assert!(after.replace("日本語にする", "").is_ascii(), "{after}");
    assert!(after.contains("\u{1b}[36m"), "colours, as they were asked for: {after:?}");
}

#[test]
fn results_and_plans_use_the_numbers_of_their_questions() {
    let program = Program::new("en");
    program.assessment_of("Hoshino Works", &nearly_all());
    let lines = "3\n1\n11\nx\np\n4\nd 11\n\n11\nSuzuki\n2027-01-15\n2\n\n\nx\n24\n3\n";
    let out = program.lines(&["--plain"], lines).succeeded();
    assert!(out.contains("\n11/25  "), "{out}");
    assert!(out.contains("Please type a number from 1 to 25"), "4 is in place and so not in the plan: {out}");
    assert!(out.contains("\n24/25  "), "{out}");
    let document = program.document("latest");
    let entry = &document["plan"][0];
    assert_eq!((&entry["owner"], &entry["due"]), (&"Suzuki".into(), &"2027-01-15".into()), "{document:#}");
    assert_eq!(document["diagnosis"]["answers"][23]["answer"], "not-implemented");
}

#[test]
fn forms_explain_themselves_and_go_back() {
    let program = Program::new("en");
    let out = program
        .lines(&["--plain"], "2\nHoshino Work\n?\n<\nHoshino Works\nOsaka\n<\n-\n\n\n\n\n24\n9\n2\n\n1\n")
        .succeeded();
    assert!(out.contains("- empties it"), "{out}");
    assert!(out.contains("Please type a number from 1 to 2"), "there is no ninth checklist: {out}");
    let document = program.document("latest");
    assert_eq!(document["organization"]["name"], "Hoshino Works");
    assert_eq!(document["organization"]["site"], "");
    assert_eq!(document["checklist"]["total"], 6);
}

#[test]
fn what_the_command_line_says_stands_in_the_form() {
    let program = Program::new("en");
    let start = ["--plain", "start", "--checklist", "six-principles", "--site", "Osaka"];
    let out = program.lines(&start, "Hoshino Works\n\n\n\n\n\n\n\n1\n").succeeded();
    assert!(out.contains("2. Six Principles of Information Security*"), "{out}");
    let document = program.document("latest");
    assert_eq!(document["checklist"]["set"], "six-principles");
    assert_eq!(document["organization"]["site"], "Osaka");
}

#[test]
fn result_is_printed_again_only_on_enter_or_change() {
    let program = Program::new("en");
    program.assessment_of("Hoshino Works", &nearly_all());
    let out = program.lines(&["--plain"], "3\n1\np\nx\n\n3\n1\nx\n").succeeded();
    let headline = |points: u8| format!("\nHoshino Works\n{points} / 100 points  ");
    assert_eq!(out.matches(&headline(94)).count(), 1, "in short after the plan: {out}");
    assert_eq!(out.matches("\nResult of the self-diagnosis\n").count(), 3, "{out}");
    assert_eq!(out.matches("96 / 100 points").count(), 1, "{out}");
}
