//! Journeys on the real binary: keys in, screens and files out.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed step ends the journey")]

mod harness;

use std::process::{Command, Output};

use harness::{Home, Terminal};
use serde_json::Value;

const JA: &[(&str, &str)] = &[("LANG", "ja_JP.UTF-8")];
const EN: &[(&str, &str)] = &[("LANG", "C")];

/// Runs a command of the program in a home and returns what it printed.
fn run(home: &Home, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoshitori"));
    command.args(arguments).current_dir(home.folder()).env_clear().envs(home.environment());
    command.output().unwrap()
}

fn json(home: &Home, arguments: &[&str]) -> Value {
    let output = run(home, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Points of answers given as digits: 4, 2, 0, −1.
fn points(digits: &str) -> i64 {
    digits
        .chars()
        .map(|digit| match digit {
            '1' => 4,
            '2' => 2,
            '3' => 0,
            _ => -1,
        })
        .sum()
}

#[test]
fn thirty_digits_lead_from_the_first_principle_to_the_result() {
    let answers = "1213412341123412341234123";
    let mut terminal = Terminal::start(&["start", "--org", "試験商店", "--lang", "ja"], JA, 80, 24);
    terminal.wait_for("1/5");
    terminal.keys("11111");
    terminal.wait_for("一つ星を宣言する準備ができました");
    terminal.keys("<enter>");
    terminal.wait_for("1/25");
    terminal.keys(answers);
    let screen = terminal.wait_for("自社診断の結果");
    assert!(screen.contains(&format!("{} / 100", points(answers))), "{screen}");
    terminal.wait_for("保存済み");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(0));
    let home = terminal.into_home();

    let shown = json(&home, &["show", "latest", "--json"]);
    assert_eq!(shown["status"], "complete");
    assert_eq!(shown["diagnosis"]["points"], points(answers));
    assert_eq!(shown["diagnosis"]["categories"][0]["points"], points(&answers[..5]));
    assert_eq!(shown["diagnosis"]["categories"][1]["points"], points(&answers[5..18]));
    assert_eq!(shown["diagnosis"]["categories"][2]["points"], points(&answers[18..]));
    assert_eq!(shown["stars"]["one"]["ready"], true);
    assert_eq!(shown["stars"]["two"]["missing"], serde_json::json!(["policy", "publication"]));
    let list = json(&home, &["list", "--json"]);
    assert_eq!(list[0]["diagnosis"]["points"], shown["diagnosis"]["points"]);
    assert!(list[0]["diagnosis"].get("answers").is_none());
}

#[test]
fn who_leaves_at_question_twelve_comes_back_to_it_and_finishes() {
    let mut terminal = Terminal::start(&["start", "--org", "Yamada Works"], EN, 80, 24);
    terminal.wait_for("1/5");
    terminal.keys("11111<enter>11111111111");
    terminal.wait_for("12/25");
    terminal.keys("<c-c>");
    assert_eq!(terminal.exit_code(), Ok(0));

    let mut terminal = Terminal::start_at(terminal.into_home(), &["open", "latest"], EN, 80, 24);
    terminal.wait_for("12/25");
    terminal.keys("11111111111111");
    let screen = terminal.wait_for("100 / 100");
    assert!(!screen.contains("診断"), "{screen}");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(0));
    let home = terminal.into_home();
    assert_eq!(json(&home, &["show", "latest", "--json"])["diagnosis"]["band"], "100");

    let mut terminal = Terminal::start_at(home, &["open", "latest"], EN, 80, 24);
    terminal.wait_for("100 / 100");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(0));
}

#[test]
fn home_continues_and_begins_through_the_form() {
    let mut terminal = Terminal::start(&[], JA, 80, 24);
    terminal.wait_for("途中の診断はありません");
    terminal.keys("<enter>");
    terminal.wait_for("会社のこと");
    terminal.paste("株式会社\n山田製作所");
    terminal.keys("<enter>本社<enter>山田　花子<enter>製造業<enter>東京都大田区<enter>１２名<enter><enter><enter>");
    terminal.wait_for("1/5");
    terminal.keys("123");
    terminal.wait_for("4/5");
    terminal.wait_for("保存済み");
    terminal.keys("<esc>");
    terminal.wait_for("続きから");
    terminal.wait_for("3/30");
    terminal.keys("<enter>");
    terminal.wait_for("4/5");
    terminal.keys("<c-c>");
    assert_eq!(terminal.exit_code(), Ok(0));
    let shown = json(&terminal.into_home(), &["show", "latest", "--json"]);
    let organization = &shown["organization"];
    assert_eq!(organization["name"], "株式会社 山田製作所");
    assert_eq!(organization["respondent"], "山田　花子");
    assert_eq!(organization["employees"], 12);
    assert_eq!(shown["stars"]["one"]["missing"], serde_json::json!([3, 4, 5]));
}

#[test]
fn the_language_changes_midway_and_is_remembered() {
    let mut terminal = Terminal::start(&["start", "--org", "A"], JA, 80, 24);
    terminal.wait_for("すでに取り組んでいる");
    terminal.keys("L");
    let screen = terminal.wait_for("We already do this");
    assert!(!screen.contains("取り組"), "{screen}");
    terminal.keys("1");
    terminal.wait_for("2/5");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(0));
    let mut terminal = Terminal::start_at(terminal.into_home(), &["open", "latest"], JA, 80, 24);
    terminal.wait_for("2/5");
    terminal.wait_for("We already do this");
    terminal.keys("q");
    terminal.exit_code().unwrap();
}

#[test]
fn note_flag_and_evidence_survive_reopening() {
    let mut terminal = Terminal::start(&["start", "--org", "山田𠮷野家🏭"], JA, 80, 24);
    terminal.wait_for("1/5");
    terminal.keys("n");
    terminal.wait_for("確認できるもの");
    terminal.keys("台帳を確認<enter>二行目<tab>総務の棚<esc>");
    terminal.wait_for("1/5");
    terminal.keys("f1");
    terminal.wait_for("2/5");
    terminal.wait_for("保存済み");
    terminal.keys("r");
    let screen = terminal.wait_for("台帳を確認");
    assert!(screen.contains("見直しの印が1件"), "{screen}");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(0));
    let shown = json(&terminal.into_home(), &["show", "latest", "--json"]);
    let answer = &shown["checklist"]["answers"][0];
    assert_eq!(answer["note"], "台帳を確認\n二行目");
    assert_eq!(answer["evidence"], "総務の棚");
    assert_eq!(answer["flagged"], true);
}

#[test]
fn a_kill_in_the_middle_loses_nothing_that_was_shown_as_saved() {
    let mut home = Some(Home::new());
    for round in 0..6_usize {
        let arguments: &[&str] = if round == 0 { &["start", "--org", "K"] } else { &["open", "latest"] };
        let mut terminal = Terminal::start_at(home.take().unwrap(), arguments, EN, 80, 24);
        let here = format!("{}/5", (round + 1).min(5));
        if round < 5 {
            terminal.wait_for(&here);
            terminal.keys("1");
            terminal.wait_for(if round < 4 { "Saved" } else { "ready to declare" });
            terminal.wait_until("the next screen", |screen| round == 4 || !screen.contains(&here));
        }
        terminal.wait_for("Saved");
        terminal.kill();
        let next = terminal.into_home();
        let shown = json(&next, &["show", "latest", "--json"]);
        assert_eq!(shown["checklist"]["answered"], (round + 1).min(5));
        home = Some(next);
    }
}

#[test]
fn assess_plan_what_if_carry_over_compare_and_trend() {
    let mut terminal = Terminal::start(&["start", "--org", "Circle"], EN, 80, 24);
    terminal.wait_for("1/5");
    terminal.keys("11111<enter>1111111111111111111111143");
    terminal.wait_for("Result");
    // The plan: owner and due date of the first item, which is the unknown one.
    terminal.keys("p");
    terminal.wait_for("Remediation plan");
    terminal.keys("<enter>");
    terminal.wait_for("Owner");
    terminal.keys("Sato<enter>2026-01-31<esc>");
    terminal.wait_for("Sato");
    terminal.wait_for("overdue");
    terminal.keys("<esc>");
    terminal.wait_for("Result");
    // What-if leaves no trace.
    terminal.keys("w");
    terminal.wait_for("answers stay as they are");
    terminal.keys("a<esc>");
    terminal.wait_for("91 / 100");
    terminal.wait_for("Saved");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(0));
    let home = terminal.into_home();
    let plan = json(&home, &["plan", "latest", "--json"]);
    assert_eq!(plan["points"], 91);
    assert_eq!(plan["target"], 100);
    assert_eq!(plan["items"][0]["id"], "incident-response");
    assert_eq!(plan["items"][0]["owner"], "Sato");
    assert_eq!(plan["items"][0]["due"], "2026-01-31");
    assert_eq!(plan["path_points"], 100);
    let first = plan["id"].as_str().unwrap().to_owned();

    // Next year: everything carried over counts only when it is confirmed.
    let mut terminal = Terminal::start_at(home, &["start", "--from", &first], EN, 80, 24);
    terminal.wait_for("not confirmed");
    terminal.keys("ccccc<enter>ccccccccccccccccccccccc11");
    terminal.wait_for("100 / 100");
    terminal.wait_for("Saved");
    terminal.keys("c");
    let screen = terminal.wait_for("better");
    assert!(screen.contains("+9"), "{screen}");
    terminal.keys("<esc>t");
    terminal.wait_for("Trend");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(0));
    let home = terminal.into_home();
    let comparison = json(&home, &["compare", &first, "latest", "--json"]);
    assert_eq!(comparison["points"], 9);
    assert_eq!(comparison["changed"].as_array().unwrap().len(), 2);
    let trend = json(&home, &["trend", "--org", "Circle", "--json"]);
    assert_eq!(trend["assessments"][0]["points"], 91);
    assert_eq!(trend["assessments"][1]["points"], 100);
    assert_eq!(trend["open_longest"], serde_json::json!([]));
}

#[test]
fn the_whole_road_to_two_stars_with_a_policy_on_disk() {
    let mut terminal = Terminal::start(&["start", "--org", "山田製作所"], JA, 100, 30);
    terminal.wait_for("1/5");
    terminal.keys("11111<enter>1111111111111111111111111");
    terminal.wait_for("100 / 100");
    terminal.keys("s");
    terminal.wait_for("二つ星までの道のり");
    terminal.keys("3");
    terminal.wait_for("会社の情報");
    terminal.keys("<enter>");
    terminal.wait_for("代表者の役職");
    terminal.keys("<enter>代表取締役<enter>山田 太郎<enter>令和8年11月22日<esc>");
    terminal.wait_for("入力済み");
    // One clause is to list what is in place; the others stay silent about it.
    terminal.keys("<down><down><enter>");
    terminal.wait_for("[載せない]");
    terminal.keys("<tab>2<esc>");
    terminal.wait_for("対策の一覧あり（3件）");
    terminal.keys("<end>");
    terminal.keys("<enter>");
    terminal.wait_for("書き出しました");
    terminal.keys("<esc>4");
    terminal.wait_for("公開した場所");
    terminal.keys("https://example.jp/policy<enter>2026-11-23<esc>");
    // Ready is not declared: the stars are empty until the declaration is recorded.
    terminal.wait_for("準備完了（宣言はIPAのサイトで行います）");
    terminal.wait_for("☆☆");
    terminal.keys("5<end><enter>");
    terminal.wait_for("宣言した日");
    terminal.keys("2026-11-24<tab>3<esc>");
    terminal.wait_for("★★");
    terminal.keys("<esc>");
    terminal.wait_for("宣言済み 2026-11-24");
    terminal.wait_for("保存済み");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(0));
    let home = terminal.into_home();
    let shown = json(&home, &["show", "latest", "--json"]);
    for star in ["one", "two"] {
        let declared =
            serde_json::json!({"ready": true, "missing": [], "declared_on": "2026-11-24", "state": "declared"});
        assert_eq!(shown["stars"][star], declared);
    }
    assert_eq!(shown["declaration"]["star"], 2);
    assert_eq!(shown["policy"]["set_on"], "2026-11-22");
    assert_eq!(shown["policy"]["published_at"], "2026-11-23");
    let policy = std::fs::read_to_string(home.folder().join("山田製作所-情報セキュリティ基本方針.md")).unwrap();
    assert!(policy.contains("代表取締役") && policy.contains("山田 太郎"), "{policy}");
    assert_eq!(policy.matches("次のことに取り組んでいます。").count(), 1, "{policy}");
    assert_eq!(policy.lines().filter(|line| line.starts_with("- ")).count(), 3, "{policy}");
}

#[test]
fn five_principles_become_six_and_only_the_new_one_is_asked() {
    let home = Home::new();
    let mut terminal = Terminal::start_at(home, &["start", "--org", "E"], EN, 80, 24);
    terminal.wait_for("1/5");
    terminal.keys("11111");
    terminal.wait_for("Saved");
    terminal.keys("q");
    terminal.exit_code().unwrap();
    let arguments = ["open", "latest", "--checklist", "six-principles"];
    let mut terminal = Terminal::start_at(terminal.into_home(), &arguments, EN, 80, 24);
    terminal.wait_for("6/6");
    terminal.keys("1");
    terminal.wait_for("ready to declare");
    terminal.wait_for("Saved");
    terminal.keys("q");
    terminal.exit_code().unwrap();
    let shown = json(&terminal.into_home(), &["show", "latest", "--json"]);
    assert_eq!(shown["checklist"]["set"], "six-principles");
    assert_eq!(shown["checklist"]["answered"], 6);
    assert_eq!(shown["stars"]["one"]["ready"], true);
}
