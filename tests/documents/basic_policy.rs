//! The basic policy as it is published: one page, signed, and silent about which measures are missing.

use std::io::{Cursor, Read};

use hoshitori::core::assessment::Assessment;
use hoshitori::core::content::policy_text;
use hoshitori::core::declaration::ClauseChange;
use hoshitori::core::language::Language;
use hoshitori::core::policy_document::{PolicyDocument, policy_document};
use hoshitori::report::policy;

use crate::samples::{company, moment};

fn document(assessment: &Assessment, language: Language) -> PolicyDocument {
    policy_document(assessment, policy_text(language).unwrap(), language)
}

/// A company that has every clause and everything else that a policy can say.
pub fn with_everything(language: Language) -> Assessment {
    let mut assessment = company(language);
    let (scope, text) = match language {
        Language::Ja => ("当社のすべての事業と従業員", "一つ目の段落\n二つ目の段落"),
        Language::En => ("all business and employees of the company", "The first paragraph\nThe second paragraph"),
    };
    scope.clone_into(&mut assessment.policy.scope);
    assessment.policy.revised_on = Some("2026-11-22".parse().unwrap());
    for clause in &policy_text(language).unwrap().clauses {
        assessment
            .policy
            .clauses
            .insert(clause.id.clone(), ClauseChange { included: Some(true), ..ClauseChange::default() });
    }
    assessment.policy.clauses.get_mut("incidents").unwrap().text = Some(text.to_owned());
    assessment
}

/// The main part of a Word document.
fn main_part(docx: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The policy in every format.
fn formats(assessment: &Assessment, language: Language) -> [String; 3] {
    let document = document(assessment, language);
    let docx = policy::docx(&document, moment("2026-11-23")).unwrap();
    [policy::markdown(&document), policy::html(&document), main_part(docx)]
}

#[test]
fn policy_lists_no_measures_unless_asked_to() {
    for language in Language::ALL {
        let assessment = with_everything(language);
        let questions = assessment.diagnosis.set.questions.clone();
        for text in formats(&assessment, language) {
            for question in &questions {
                assert!(!text.contains(&question.measure), "{}: {text}", question.measure);
            }
        }
    }
}

#[test]
fn policy_lists_measures_in_place_of_the_chosen_clause_alone() {
    for language in Language::ALL {
        let mut assessment = with_everything(language);
        assessment.policy.clauses.get_mut("measures").unwrap().lists_measures = true;
        let set = assessment.diagnosis.set.clone();
        let measures = &policy_text(language).unwrap().clauses.iter().find(|c| c.id == "measures").unwrap().measures;
        for text in formats(&assessment, language) {
            for question in &set.questions {
                let is_in_place = assessment.diagnosis.choice(&question.id).unwrap().points == set.most_points();
                let is_expected = is_in_place && measures.contains(&question.id);
                assert_eq!(text.contains(&question.measure), is_expected, "{}", question.measure);
            }
        }
    }
}

#[test]
fn policy_ends_with_dates_names_contact_in_every_format() {
    for language in Language::ALL {
        let assessment = with_everything(language);
        let page = policy::Page::new(&document(&assessment, language));
        let lines: Vec<&String> = page.dates.iter().chain(&page.names).chain(&page.contact).collect();
        assert_eq!(lines.len(), 5, "{lines:?}");
        for text in formats(&assessment, language) {
            let mut end = text.rfind(lines[0]).unwrap();
            for line in &lines[1..] {
                let next = text.rfind(*line).unwrap();
                assert!(next > end, "{line}");
                end = next;
            }
        }
    }
}
