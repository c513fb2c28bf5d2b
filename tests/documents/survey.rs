//! How other companies answered stands beside the questions that a figure is known for, and nowhere else.

use std::io::{Cursor, Read};

use hoshitori::core::language::Language;
use hoshitori::report::content::Report;
use hoshitori::report::{docx, html, markdown, xlsx};

use crate::samples::{company, day};

/// The text of a part of a packed document.
fn part(packed: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(packed)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn survey_shares_stand_beside_their_questions_alone() {
    let shares = ["73.0%", "71.4%", "37.9%", "39.8%", "39.2%"];
    for language in Language::ALL {
        let report = Report::new(&company(language), language, day("2026-11-23"));
        let with_share: Vec<usize> =
            report.diagnosis.answers.iter().filter(|one| !one.others.is_empty()).map(|one| one.number).collect();
        assert_eq!(with_share, [1, 2, 5, 24, 25]);
        assert!(report.checklist.answers.iter().all(|one| one.others.is_empty()));
        for text in [
            html::html(&report),
            markdown::markdown(&report),
            part(docx::docx(&report).unwrap(), "word/document.xml"),
            part(xlsx::xlsx(&report).unwrap(), "xl/sharedStrings.xml"),
        ] {
            for share in shares {
                assert_eq!(text.matches(share).count(), 1, "{share}: {text:.200}");
            }
            // Where they come from, over how many, and that they are no target.
            let origin = match language {
                Language::Ja => ["4,191社", "2025年5月27日", "目標ではありません"],
                Language::En => ["4,191 companies", "May 27, 2025", "not a target"],
            };
            assert!(origin.iter().all(|words| text.contains(words)), "{text}");
        }
    }
}

#[test]
fn sets_that_no_survey_asked_show_no_shares() {
    let mut assessment = company(Language::Ja);
    let mut set = hoshitori::core::question_set::QuestionSet::clone(&assessment.diagnosis.set);
    set.id = "our-own".to_owned();
    assessment.diagnosis.set = set.into();
    let report = Report::new(&assessment, Language::Ja, day("2026-11-23"));
    assert!(report.diagnosis.answers.iter().all(|one| one.others.is_empty()));
    assert!(!html::html(&report).contains("4,191"));
}
