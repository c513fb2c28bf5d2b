//! Several sites merged, and figures over many assessments, through the program itself.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn run(data: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hoshitori"))
        .args(["--lang", "en", "--data-dir"])
        .arg(data)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    // A command that does not read may be over before.
    let _ = child.stdin.take().expect("piped").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn two_sites_merge_and_count_the_same_from_files_and_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    for (site, last) in [("tokyo", "2\n"), ("osaka", "1\n")] {
        let input = "1\n".repeat(29) + last;
        assert!(run(data, &["start", "--org", "A", "--site", site, "--plain"], &input).status.success());
    }
    let list = json(&run(data, &["list", "--json"], ""));
    let ids: Vec<&str> = list.as_array().expect("a list").iter().filter_map(|one| one["id"].as_str()).collect();
    let lines: String = ids
        .iter()
        .map(|id| run(data, &["export", id, "--format", "jsonl", "--output", "-"], ""))
        .map(|output| String::from_utf8(output.stdout).expect("text"))
        .collect();
    let saved = data.join("assessments");
    let from_files = json(&run(data, &["aggregate", saved.to_str().expect("text"), "--json"], ""));
    let from_lines = json(&run(data, &["aggregate", "-", "--json"], &lines));
    assert_eq!(from_files, from_lines);
    // 100 and 98 points.
    assert_eq!(from_files["points"]["mean"], 99.0);
    assert_eq!(from_files["points"]["q1"], 98.5);

    let merged = json(&run(data, &["merge", ids[0], ids[1], "--org", "A", "--json"], ""));
    assert_eq!(merged["diagnosis"]["points"], 98);
    assert_eq!(merged["merge"]["disagreements"].as_array().map(Vec::len), Some(1));

    let before = std::fs::read_dir(&saved).expect("a folder").count();
    assert_eq!(run(data, &["merge", ids[0], "nobody", "--org", "A"], "").status.code(), Some(1));
    assert_eq!(std::fs::read_dir(&saved).expect("a folder").count(), before, "nothing is saved");
}

#[test]
fn broken_lines_are_named_and_stop_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let figures = json(&run(folder.path(), &["aggregate", "-", "--json"], "{\"status\":\"in-progress\"}\n\nno\n"));
    assert_eq!((&figures["assessments"], &figures["complete"]), (&Value::from(1), &Value::from(0)));
    assert_eq!(figures["broken"][0]["file"], "-:3");
}
