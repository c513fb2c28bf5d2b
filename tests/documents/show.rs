//! Writes every document into the folder that `HOSHITORI_DOCUMENTS` names, to be looked at.

use std::path::PathBuf;

use hoshitori::core::assessment::Organization;
use hoshitori::core::content::policy_text;
use hoshitori::core::language::Language;
use hoshitori::core::policy_document::policy_document;
use hoshitori::report::content::Report;
use hoshitori::report::{answer_sheet, csv, docx, html, icalendar, jsonl, markdown, policy, xlsx};

use crate::basic_policy::with_everything;
use crate::samples::{company, day, merged, moment, sets, web_sheet};

#[test]
fn documents_can_be_written_to_be_looked_at() {
    let Some(folder) = std::env::var_os("HOSHITORI_DOCUMENTS").map(PathBuf::from) else { return };
    for language in Language::ALL {
        let document = policy_document(&with_everything(language), policy_text(language).unwrap(), language);
        let path = |ending: &str| folder.join(format!("policy.{}.{ending}", language.code()));
        std::fs::write(path("md"), policy::markdown(&document)).unwrap();
        std::fs::write(path("html"), policy::html(&document)).unwrap();
        std::fs::write(path("docx"), policy::docx(&document, moment("2026-11-23")).unwrap()).unwrap();
        let (checklist, diagnosis) = sets(language);
        let path = |ending: &str| folder.join(format!("sheet.{}.{ending}", language.code()));
        std::fs::write(path("csv"), answer_sheet::csv(&checklist, &diagnosis)).unwrap();
        std::fs::write(path("html"), web_sheet(&checklist, &diagnosis, language)).unwrap();
        let workbook =
            answer_sheet::xlsx(&checklist, &diagnosis, &Organization::default(), language, moment("2026-11-23"))
                .unwrap();
        std::fs::write(path("xlsx"), workbook).unwrap();
        for (name, assessment) in [("company", company(language)), ("merged", merged(language))] {
            let report = Report::new(&assessment, language, day("2026-11-23"));
            let path = |ending: &str| folder.join(format!("{name}.{}.{ending}", language.code()));
            std::fs::write(path("md"), markdown::markdown(&report)).unwrap();
            std::fs::write(path("html"), html::html(&report)).unwrap();
            std::fs::write(path("csv"), csv::csv(&report)).unwrap();
            std::fs::write(path("jsonl"), jsonl::json_line(&assessment)).unwrap();
            std::fs::write(path("ics"), icalendar::calendar(&report, moment("2026-11-23"))).unwrap();
            std::fs::write(path("docx"), docx::docx(&report).unwrap()).unwrap();
            std::fs::write(path("xlsx"), xlsx::xlsx(&report).unwrap()).unwrap();
        }
    }
}
