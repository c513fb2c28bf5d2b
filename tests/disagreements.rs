//! Several sites merged: where they differ is decided by hand, on screens and line by line, and stays decided when a site
//! sends its answers anew.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

mod harness;

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use harness::Home;
#[cfg(unix)]
use harness::Terminal;
use serde_json::Value;

fn run(home: &Home, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoshitori"));
    command.args(arguments).current_dir(home.folder()).env_clear().envs(home.environment());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
    child.wait_with_output().unwrap()
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn json(home: &Home, arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(&run(home, arguments, ""))).unwrap()
}

/// An assessment of a site whose first answers to the 25 questions are these digits, all others the best.
fn site(home: &Home, name: &str, first: &str) -> String {
    let lines: String = "11111"
        .chars()
        .chain(first.chars())
        .chain(std::iter::repeat('1'))
        .take(30)
        .fold(String::new(), |lines, digit| lines + &digit.to_string() + "\n");
    printed(&run(home, &["start", "--org", "山田製作所", "--site", name, "--plain"], &lines));
    let list = json(home, &["list", "--json"]);
    let all = list.as_array().unwrap();
    let own = all.iter().find(|one| one["organization"]["site"] == name).unwrap();
    own["id"].as_str().unwrap().to_owned()
}

/// Three sites that differ on the first three questions, merged; the ids of the sites and of the whole.
fn merged(home: &Home, rule: &str) -> ([String; 3], String) {
    let sites = [site(home, "東京", "123"), site(home, "大阪", "223"), site(home, "名古屋", "341")];
    let [a, b, c] = &sites;
    let arguments = ["merge", a, b, c, "--org", "山田製作所", "--rule", rule, "--json"];
    let whole = json(home, &arguments)["id"].as_str().unwrap().to_owned();
    (sites, whole)
}

/// Opens an assessment from the home page, line by line, and says something to it.
fn in_lines(home: &Home, id: &str, lines: &str) -> String {
    let list = json(home, &["list", "--json"]);
    let place = list.as_array().unwrap().iter().position(|one| one["id"] == id).unwrap();
    printed(&run(home, &["--plain", "--lang", "en"], &format!("3\n{}\n{lines}", place + 1)))
}

/// A site takes another answer: the number of the question, then that of the choice.
fn answer_anew(home: &Home, id: &str, lines: &str) {
    in_lines(home, id, &format!("{lines}q\n"));
}

fn chosen(document: &Value) -> Vec<(String, String)> {
    let all = document["merge"]["disagreements"].as_array().unwrap().iter();
    all.map(|one| (one["chosen"].as_str().unwrap().to_owned(), one["by"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn each_rule_settles_as_it_says() {
    for (rule, expected) in [
        ("worst", ["not-implemented", "unknown", "not-implemented"]),
        // 4, 2 and 0 points make 2; 2, 2 and -1 make 1, which is nearest to 0; 0, 0 and 4 make 1.33.
        ("average", ["partial", "not-implemented", "not-implemented"]),
        // All three differ: the fewest points win.
        ("majority", ["not-implemented", "partial", "not-implemented"]),
    ] {
        let home = Home::new();
        let (_, whole) = merged(&home, rule);
        let document = json(&home, &["show", &whole, "--json"]);
        let choices: Vec<String> = chosen(&document).into_iter().map(|(choice, _)| choice).collect();
        assert_eq!(choices, expected, "{rule}");
        let answers = document["diagnosis"]["answers"].as_array().unwrap();
        assert_eq!(answers[0]["answer"], expected[0]);
    }
}

#[cfg(unix)]
#[test]
fn a_disagreement_is_decided_by_hand_and_stays_so() {
    let home = Home::new();
    let (sites, whole) = merged(&home, "worst");
    let mut terminal = Terminal::start_at(home, &["open", &whole], &[], 100, 30);
    let screen = terminal.wait_for("拠点で回答が違う設問: 3件");
    assert!(screen.contains("手で決定0件"), "{screen}");
    terminal.keys("m");
    let screen = terminal.wait_for("東京: 実施している");
    assert!(screen.contains("拠点ごとの回答の違い") && screen.contains("名古屋: 実施していない"), "{screen}");
    // A decision needs its reason.
    terminal.keys("<enter>");
    terminal.wait_for("採用する回答を決める");
    terminal.keys("<left>");
    terminal.keys("<esc>");
    terminal.wait_for("理由を入力してください");
    terminal.paste("本社の基準による");
    terminal.keys("<esc>");
    let screen = terminal.wait_for("手で決定");
    assert!(screen.contains("本社の基準による") && screen.contains("一部実施している"), "{screen}");
    terminal.wait_for("保存済み");
    // Another one is decided and left to the rule again.
    terminal.keys("<down><enter>");
    terminal.wait_for("採用する回答を決める");
    terminal.keys("<left><down>");
    terminal.paste("x");
    terminal.keys("<esc>");
    terminal.wait_until("two decisions", |screen| screen.matches("手で決定").count() == 2);
    terminal.keys("u");
    terminal.wait_until("one decision", |screen| screen.matches("手で決定").count() == 1);
    terminal.wait_for("保存済み");
    terminal.keys("<c-c>");
    assert_eq!(terminal.exit_code(), Ok(0));
    let home = terminal.into_home();
    let document = json(&home, &["show", &whole, "--json"]);
    let expected = [("partial", "hand"), ("unknown", "rule"), ("not-implemented", "rule")];
    assert_eq!(chosen(&document), expected.map(|(choice, by)| (choice.to_owned(), by.to_owned())));
    assert_eq!(document["merge"]["disagreements"][0]["reason"], "本社の基準による");
    assert_eq!(document["diagnosis"]["answers"][0]["answer"], "partial");
    let report = printed(&run(&home, &["export", &whole, "--format", "md", "--output", "-"], ""));
    assert!(report.contains("本社の基準による"), "{report}");

    // Osaka answers its third question anew: the decision about the first one still applies.
    answer_anew(&home, &sites[1], "3\n1\n");
    let told = printed(&run(&home, &["merge", "--again", &whole, "--lang", "en"], ""));
    assert!(told.starts_with(&whole) && told.contains("decisions kept: 1") && !told.contains("dropped"), "{told}");
    assert!(told.contains("by hand: 本社の基準による"), "{told}");
    let document = json(&home, &["show", &whole, "--json"]);
    assert_eq!(document["id"], whole.as_str());
    assert_eq!(document["diagnosis"]["answers"][0]["answer"], "partial");

    // Osaka answers its first question anew: that decision no longer applies, and is named.
    answer_anew(&home, &sites[1], "1\n4\n");
    let told = printed(&run(&home, &["merge", "--again", &whole, "--lang", "en"], ""));
    assert!(told.contains("decisions kept: 0") && told.contains("decision dropped: "), "{told}");
    let document = json(&home, &["show", &whole, "--json"]);
    assert_eq!(document["diagnosis"]["answers"][0]["answer"], "unknown", "the worst again");
    assert_eq!(home.assessments().len(), 4, "in place, nothing left behind");
}

#[test]
fn changes_of_a_merged_assessment_survive_merging_again() {
    let home = Home::new();
    let (sites, whole) = merged(&home, "worst");
    answer_anew(&home, &whole, "20\n4\n");
    let path = home.data().join(format!("assessments/{whole}.toml"));
    let changed = fs::read_to_string(&path).unwrap();
    answer_anew(&home, &sites[1], "3\n1\n");
    let told = printed(&run(&home, &["merge", "--again", &whole, "--lang", "en"], ""));
    assert_ne!(fs::read_to_string(&path).unwrap(), changed);
    let kept = told.lines().find_map(|line| line.strip_prefix("As it was before: ")).unwrap();
    assert_eq!(fs::read_to_string(kept).unwrap(), changed);
    assert_eq!(json(&home, &["show", kept, "--json"])["diagnosis"]["answers"][19]["answer"], "unknown");
}

#[test]
fn line_by_line_as_well() {
    let home = Home::new();
    let (_, whole) = merged(&home, "worst");
    let said = in_lines(&home, &whole, "m\n2\n3\nthe head office says so\nq\n");
    let document = json(&home, &["show", &whole, "--json"]);
    let decided = &chosen(&document)[1];
    assert_eq!(decided, &("not-implemented".to_owned(), "hand".to_owned()), "{said}");
    assert_eq!(document["merge"]["disagreements"][1]["reason"], "the head office says so", "{said}");
    assert!(said.contains("Where sites differ") && said.contains("東京"), "{said}");
    in_lines(&home, &whole, "m\nu 2\nq\n");
    assert_eq!(chosen(&json(&home, &["show", &whole, "--json"]))[1].1, "rule");
}

#[cfg(unix)]
#[test]
fn what_was_not_merged_cannot_be_merged_again() {
    let home = Home::new();
    let id = site(&home, "東京", "1");
    let refused = run(&home, &["merge", "--again", &id, "--lang", "en"], "");
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("was not merged"));
    for wrong in [&["merge"][..], &["merge", "a", "b"], &["merge", "--again", &id, "--org", "X"]] {
        assert_eq!(run(&home, wrong, "").status.code(), Some(2), "{wrong:?}");
    }
    // Without disagreements to decide, the key does nothing.
    let mut terminal = Terminal::start_at(home, &["open", &id], &[], 100, 30);
    terminal.wait_for("自社診断の結果");
    // The title is drawn first: wait for the rest of the frame.
    let before = terminal.wait_still(Duration::from_millis(250));
    terminal.keys("m");
    assert_eq!(terminal.wait_still(Duration::from_millis(250)), before);
}
