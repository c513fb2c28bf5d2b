//! Several sites brought together, and figures over many assessments, with numbers computed by hand.

#![allow(clippy::unwrap_used, reason = "a test may stop at what should not be")]

mod program;

use program::Program;
use serde_json::{Value, json};

/// All principles `doing`, then all 25 answers alike.
fn alike(digit: u8) -> String {
    "1\n".repeat(5) + &format!("{digit}\n").repeat(25)
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn sites_are_merged_by_a_rule_and_disagreements_are_recorded() {
    for (rule, points, chosen) in
        [("worst", -25, "unknown"), ("average", 0, "not-implemented"), ("majority", 50, "partial")]
    {
        let program = Program::new("en");
        let a = program.assessment_of("Acme", &alike(4));
        let b = program.assessment_of("Acme", &alike(2));
        let c = program.assessment_of("Acme", &alike(2));
        let sources = if rule == "majority" { vec![&a, &b, &c] } else { vec![&a, &b] };
        let mut arguments = vec!["merge"];
        arguments.extend(sources.iter().map(|id| id.as_str()));
        arguments.extend(["--org", "Acme group", "--rule", rule]);
        let out = program.run(&arguments).succeeded();
        let document = program.document(out.lines().next().unwrap());
        assert_eq!(document["diagnosis"]["points"], points, "{rule}");
        assert_eq!(document["organization"]["name"], "Acme group");
        assert_eq!(document["merge"]["sources"], json!(sources));
        let disagreements = document["merge"]["disagreements"].as_array().unwrap();
        assert_eq!(disagreements.len(), 25, "the principles are answered alike");
        assert_eq!(disagreements[0]["chosen"], chosen, "{rule}");
        assert_eq!(disagreements[0]["answers"][&a], "unknown");
    }
}

#[test]
fn figures_over_folders_and_over_lines_are_the_same() {
    let program = Program::new("en");
    let mut lines = String::new();
    for digit in [1, 2, 4] {
        let id = program.assessment_of("Acme", &alike(digit));
        lines += &program.run(&["export", &id, "--format", "jsonl", "--output", "-"]).succeeded();
    }
    let folder = program.assessments();
    let of_folder = parsed(&program.run(&["aggregate", folder.to_str().unwrap(), "--json"]).succeeded());
    let of_lines = parsed(&program.lines(&["aggregate", "-", "--json"], &lines).succeeded());
    assert_eq!(of_folder, of_lines);
    // 100, 50 and -25 points.
    let mean = of_folder["points"]["mean"].as_f64().unwrap();
    assert!((mean - 125.0 / 3.0).abs() < 1e-9);
    assert_eq!(of_folder["points"]["median"], 50.0);
    assert_eq!(of_folder["points"]["q1"], 12.5);
    assert_eq!(of_folder["points"]["q3"], 75.0);
    assert_eq!(of_folder["bands"], json!({"100": 1, "70-99": 0, "50-69": 1, "0-49": 1}));
    assert_eq!(of_folder["hidden_groups"], 3, "groups of fewer than five are not shown");
}
