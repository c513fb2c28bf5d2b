//! Documents opened in real programs, where those are installed; elsewhere the tests say that they are skipped.

use std::path::Path;
use std::process::{Command, Stdio};

use hoshitori::core::assessment::Organization;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::content::policy_text;
use hoshitori::core::language::Language;
use hoshitori::core::policy_document::policy_document;
use hoshitori::import::{ImportFormat, ImportOptions, read};
use hoshitori::report::content::Report;
use hoshitori::report::{answer_sheet, docx, html, policy, xlsx};
use tempfile::TempDir;

use crate::basic_policy::with_everything;
use crate::coming_back::given;
use crate::samples::{day, merged, moment, sets, web_sheet};

/// Whether programs are installed; says so where one is not.
fn has(programs: &[&str]) -> bool {
    let missing = programs.iter().find(|program| {
        let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        // Poppler's programs know no such option but start, which is enough.
        found.is_err()
    });
    if let Some(missing) = missing {
        println!("skipped: {missing} is not installed");
    }
    missing.is_none()
}

/// Converts files with the office suite, which gets a profile of its own.
fn convert(folder: &Path, format: &str, files: &[&str]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let status = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .arg(folder)
        .args(files.iter().map(|file| folder.join(file)))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success(), "{files:?}");
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text of a PDF without blanks, after a look at its pages: A4, not more than `most`.
fn text_of(pdf: &Path, most: u32) -> String {
    let path = pdf.to_str().unwrap();
    let facts = output("pdfinfo", &[path]);
    let fact =
        |name: &str| facts.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned();
    let pages: u32 = fact("Pages:").parse().unwrap();
    assert!((1..=most).contains(&pages), "{path}: {pages} pages");
    assert!(fact("Page size:").contains("(A4)"), "{facts}");
    output("pdftotext", &["-layout", path, "-"]).split_whitespace().collect()
}

#[test]
fn office_documents_open_and_print_on_a4() {
    if !has(&["soffice", "pdfinfo", "pdftotext"]) {
        return;
    }
    let folder = TempDir::new().unwrap();
    let place = |name: &str| folder.path().join(name);
    let report = Report::new(&merged(Language::Ja), Language::Ja, day("2026-11-23"));
    let (checklist, diagnosis) = sets(Language::Ja);
    let sheet =
        answer_sheet::xlsx(&checklist, &diagnosis, &Organization::default(), Language::Ja, moment("2026-11-23"))
            .unwrap();
    std::fs::write(place("report.docx"), docx::docx(&report).unwrap()).unwrap();
    std::fs::write(place("workbook.xlsx"), xlsx::xlsx(&report).unwrap()).unwrap();
    for (language, name) in [(Language::Ja, "policy.docx"), (Language::En, "policy-en.docx")] {
        let document = policy_document(&with_everything(language), policy_text(language).unwrap(), language);
        std::fs::write(place(name), policy::docx(&document, moment("2026-11-23")).unwrap()).unwrap();
    }
    std::fs::write(place("sheet.xlsx"), sheet).unwrap();
    convert(folder.path(), "pdf", &["report.docx", "workbook.xlsx", "policy.docx", "policy-en.docx", "sheet.xlsx"]);
    let company = "株式会社星野製作所";
    for (name, most, wanted) in [
        ("report.pdf", 10, [company, "66/100点", "確認欄"]),
        ("workbook.pdf", 9, [company, "66/100点", "改善計画"]),
        // Every clause, and still one page with dates and signature.
        ("policy.pdf", 1, [company, "制定日", "03-0000-0000"]),
        ("policy-en.pdf", 1, ["HoshinoWorks", "Seton", "03-0000-0000"]),
        ("sheet.pdf", 5, ["回答用紙", "会社名", "情報セキュリティ5か条"]),
    ] {
        let text = text_of(&place(name), most);
        for wanted in wanted {
            assert!(text.contains(wanted), "{name}: {wanted}");
        }
    }
}

/// Runs the browser without a screen; returns whether it did what was asked.
fn browse(arguments: &[String]) -> bool {
    // A profile for each run: the one before may still be closing its own.
    let profile = TempDir::new().unwrap();
    let status = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

#[test]
fn pages_print_on_a4_and_show_on_a_phone() {
    if !has(&["chromium", "pdfinfo", "pdftotext"]) {
        return;
    }
    let folder = TempDir::new().unwrap();
    let policy_page =
        |language| policy::html(&policy_document(&with_everything(language), policy_text(language).unwrap(), language));
    let (checklist, diagnosis) = sets(Language::Ja);
    let pages = [
        ("report", html::html(&Report::new(&merged(Language::Ja), Language::Ja, day("2026-11-23"))), 8, "要見直し"),
        ("policy", policy_page(Language::Ja), 1, "03-0000-0000"),
        ("policy-en", policy_page(Language::En), 1, "03-0000-0000"),
        ("sheet", web_sheet(&checklist, &diagnosis, Language::Ja), 4, "受信メール"),
    ];
    for (name, page, most, wanted) in pages {
        let place = |ending: &str| folder.path().join(format!("{name}.{ending}"));
        std::fs::write(place("html"), page).unwrap();
        let address = format!("file://{}", place("html").display());
        let print = format!("--print-to-pdf={}", place("pdf").display());
        assert!(browse(&["--no-pdf-header-footer".to_owned(), print, address.clone()]), "{name}");
        assert!(text_of(&place("pdf"), most).contains(wanted), "{name}");
        let shot = format!("--screenshot={}", place("png").display());
        assert!(browse(&["--window-size=500,2400".to_owned(), shot, address]), "{name}");
        assert!(std::fs::metadata(place("png")).unwrap().len() > 20_000, "{name}");
    }
}

#[test]
fn a_sheet_filled_in_and_saved_by_libreoffice_is_imported() {
    if !has(&["soffice"]) {
        return;
    }
    let folder = TempDir::new().unwrap();
    let (checklist, diagnosis) = sets(Language::Ja);
    let sheet =
        answer_sheet::xlsx(&checklist, &diagnosis, &Organization::default(), Language::Ja, moment("2026-11-23"))
            .unwrap();
    std::fs::write(folder.path().join("sheet.xlsx"), sheet).unwrap();
    // Flat XML is the one format of LibreOffice that can be filled in without LibreOffice.
    convert(folder.path(), "fods", &["sheet.xlsx"]);
    let blank = std::fs::read_to_string(folder.path().join("sheet.fods")).unwrap();
    let filled = filled(&blank, &[&checklist.choices[1].label, &diagnosis.choices[2].label]);
    std::fs::write(folder.path().join("filled.fods"), filled).unwrap();
    convert(folder.path(), "xlsx", &["filled.fods"]);
    let bytes = std::fs::read(folder.path().join("filled.xlsx")).unwrap();
    let organization = Organization { name: "星野".to_owned(), ..Organization::default() };
    let given = ImportOptions { organization, ..given(Language::Ja) };
    let back = read(ImportFormat::Xlsx, &bytes, &Catalog::built_in(), &given).unwrap();
    assert_eq!(back.answered(), 30);
    assert!(back.checklist.chosen().all(|(_, choice)| choice.is_some_and(|choice| choice.id == "will-do")));
    assert!(back.diagnosis.chosen().all(|(_, choice)| choice.is_some_and(|choice| choice.id == "not-implemented")));
}

/// The sheet with the same answer in every cell of the column of answers: those whose choices come from H, then from I.
fn filled(blank: &str, labels: &[&str; 2]) -> String {
    let mut validations: Vec<(String, &str)> = Vec::new();
    for rule in blank.split("<table:content-validation ").skip(1) {
        let value = |name: &str| {
            let rest = rule.split_once(&format!("{name}=\""))?.1;
            rest.split_once('"').map(|(value, _)| value.to_owned())
        };
        let (name, condition) = (value("table:name").unwrap(), value("table:condition").unwrap_or_default());
        let label = if condition.contains("$H$") { labels[0] } else { labels[1] };
        if condition.contains("in-list") {
            validations.push((name, label));
        }
    }
    assert!(!validations.is_empty());
    let mut pieces = blank.split("<table:table-cell ");
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        filled.push_str("<table:table-cell ");
        let (attributes, rest) = piece.split_once('>').unwrap();
        let has = |name: &str| attributes.contains(&format!("content-validation-name=\"{name}\""));
        match validations.iter().find(|(name, _)| has(name)) {
            Some((_, label)) if attributes.ends_with('/') => {
                let attributes = attributes.trim_end_matches('/');
                filled.push_str(&format!(
                    "{attributes} office:value-type=\"string\"><text:p>{label}</text:p></table:table-cell>{rest}"
                ));
            }
            _ => filled.push_str(piece),
        }
    }
    filled
}

#[test]
fn skipping_is_told_where_a_program_is_missing() {
    assert!(!has(&["no-such-program-anywhere"]));
}
