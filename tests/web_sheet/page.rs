//! What is in the file, seen without a browser.

use serde_json::Value;

use crate::program::Program;

/// The largest sheet of the shipped questions, in bytes.
const MAX_SIZE: usize = 150_000;

fn sheet(language: &str, options: &[&str]) -> String {
    let program = Program::new("en");
    let command = ["--lang", language, "sheet", "--format", "html", "--output", "-"];
    program.run(&[&command[..], options].concat()).succeeded()
}

/// The page without its style and scripts, whose text is program, not markup.
fn markup(page: &str) -> String {
    let mut rest = page;
    let mut kept = String::new();
    while let Some(start) = ["<style>", "<script>"].iter().filter_map(|tag| rest.find(tag)).min() {
        kept.push_str(&rest[..start]);
        let end = ["</style>", "</script>"].iter().filter_map(|tag| rest[start..].find(tag)).min().unwrap();
        rest = &rest[start + end..];
    }
    kept + rest
}

/// The block of data of a page.
fn data(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/json\" id=\"sheet\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn page_needs_nothing_else_and_is_small() {
    for language in ["ja", "en"] {
        let page = sheet(language, &["--org", "X"]);
        assert!(page.len() <= MAX_SIZE, "{} bytes", page.len());
        assert!(page.contains("default-src 'none'; script-src 'sha256-"));
        assert!(!page.contains("unsafe-inline"));
        assert_eq!(page.matches("</script>").count(), 3);
        for outside in ["http:", "https:", "src=", "href=", "url(", "@import", "style=\"", "onclick"] {
            assert!(!markup(&page).contains(outside), "{outside}");
        }
        for outside in ["http:", "https:", "url(", "@import", "fetch(", "XMLHttpRequest", "eval("] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}

#[test]
fn six_principles_fit_the_size_as_well() {
    let page = sheet("ja", &["--checklist", "six-principles"]);
    assert!(page.len() <= MAX_SIZE, "{} bytes", page.len());
    assert!(page.contains("情報セキュリティ6か条") && page.contains("Six Principles"));
}

#[test]
fn fields_are_filled_in_beforehand() {
    let options = [
        "--org",
        "星野 & <Co>",
        "--site",
        "大阪",
        "--for",
        "山田",
        "--industry",
        "製造業",
        "--region",
        "大阪府",
        "--employees",
        "24",
    ];
    let page = sheet("ja", &options);
    let organization = &data(&page)["organization"];
    let expected = serde_json::json!({
        "name": "星野 & <Co>", "site": "大阪", "respondent": "山田", "industry": "製造業", "region": "大阪府", "employees": 24
    });
    assert_eq!(*organization, expected);
    // Without the script, and on paper, they are there as well.
    assert!(page.contains("value=\"星野 &amp; &lt;Co&gt;\""));
}

#[test]
fn every_sheet_has_an_identifier_of_its_own() {
    let id = || {
        let page = sheet("en", &[]);
        let id = data(&page)["sheet"]["id"].as_str().unwrap().to_owned();
        assert!(page.contains(&format!("Sheet {id}")), "it is on paper, too");
        id
    };
    assert_ne!(id(), id());
}

#[test]
fn sheet_without_points_does_not_hold_them() {
    let diagnosis = |options: &[&str]| data(&sheet("ja", options))["sets"]["diagnosis"].clone();
    assert_eq!(diagnosis(&[])["points"]["implemented"], 4);
    let without = diagnosis(&["--without-points"]);
    assert!(without.get("points").is_none() && without.get("bands").is_none(), "{without}");
}

#[test]
fn set_in_one_language_is_marked_with_it() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/web_sheet/hostile.ja.toml");
    let page = sheet("en", &["--questions", file]);
    assert!(page.contains("<section aria-labelledby=\"diagnosis\" lang=\"ja\">"));
    assert!(page.contains("<section aria-labelledby=\"checklist\"><h2"));
}

#[test]
fn workbook_is_filled_in_beforehand_and_comes_back() {
    let program = Program::new("en");
    let company = ["--org", "Hoshino", "--site", "Osaka", "--for", "Yamada", "--employees", "24"];
    program.run(&[&["sheet", "--output", "sheet.xlsx"], &company[..]].concat()).succeeded();
    let id = program.run(&["import", "sheet.xlsx"]).succeeded();
    let organization = &program.document(id.trim())["organization"];
    let expected = serde_json::json!({
        "name": "Hoshino", "site": "Osaka", "respondent": "Yamada", "industry": "", "region": "", "employees": 24
    });
    assert_eq!(*organization, expected);
}

#[test]
fn table_has_no_place_for_the_fields_and_says_so() {
    let program = Program::new("en");
    let complaint = program.run(&["sheet", "--format", "csv", "--org", "Hoshino"]).failed(2);
    assert!(complaint.contains("--org when you import"), "{complaint}");
}

#[test]
fn shared_text_file_is_imported_as_what_it_is() {
    let program = Program::new("en");
    let file = r#"{"schema":1,"organization":{"name":"Hoshino"},"sheet":{"id":"abc","response":"0"}}"#;
    std::fs::write(program.folder().join("Hoshino-2026-11-22.json.txt"), file).unwrap();
    let id = program.run(&["import", "Hoshino-2026-11-22.json.txt"]).succeeded();
    assert_eq!(program.document(id.trim())["organization"]["name"], "Hoshino");
}
