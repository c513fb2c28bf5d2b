use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use super::super::layout::{PARTS, Part, answer, organization, summary, top};
use super::super::statistics::FlatReader;
use super::super::writing::write_as;
use super::super::{SCHEMA, parse, write};
use super::*;
use crate::core::assessment::{Assessment, Organization};
use crate::core::catalog::Catalog;
use crate::core::declaration::ClauseChange;
use crate::core::language::Language;
use crate::core::merge_record::{Disagreement, MergeRecord};
use crate::core::organization::{FieldValueMut, OrganizationField};
use crate::core::plan_entry::PlanEntry;
use crate::core::question_set::Kind;
use crate::core::sheet::{Sheet, Timestamp};
use crate::core::star::Star;
use crate::store::summary::Summary;

fn moment(second: u32) -> Timestamp {
    format!("2026-11-22T10:00:{second:02}+09:00").parse().expect("a moment")
}

fn new(organization: Organization) -> Assessment {
    let catalog = Catalog::built_in();
    let checklist = Sheet::new(catalog.default_checklist(Language::En).expect("a checklist"));
    let diagnosis = Sheet::new(catalog.default_diagnosis(Language::En).expect("a diagnosis"));
    Assessment::new("abc23456".to_owned(), organization, checklist, diagnosis, Language::En, moment(0))
}

/// An assessment that uses every key that a file can have, with texts that need escapes.
fn full() -> Assessment {
    let text = || "a \"b\" \\ あ\n[diagnosis]\n".to_owned();
    let day = NaiveDate::from_ymd_opt(2026, 12, 1);
    let mut organization = Organization::default();
    for field in OrganizationField::ALL {
        match organization.get_mut(field) {
            FieldValueMut::Text(value) => *value = text(),
            FieldValueMut::Count(value) => *value = Some(12),
        }
    }
    let mut assessment = new(organization);
    for kind in [Kind::Checklist, Kind::Diagnosis] {
        let sheet = assessment.sheet_mut(kind);
        let set = sheet.set.clone();
        for question in &set.questions {
            for (second, choice) in (1..).zip([&set.choices[1], &set.choices[0], &set.choices[1], &set.choices[0]]) {
                sheet.choose(&question.id, &choice.id, moment(second));
            }
            let answer = sheet.answers.get_mut(&question.id).expect("an answer");
            (answer.note, answer.evidence, answer.flagged) = (text(), text(), true);
            answer.previous = answer.history.first().cloned();
        }
    }
    let entry = PlanEntry { owner: text(), due: day, reason: text(), note: text(), ..PlanEntry::default() };
    for question in ["backups", "strong-passwords"] {
        assessment.plan.insert(question.to_owned(), entry.clone());
    }
    let policy = &mut assessment.policy;
    (policy.company, policy.contact, policy.scope) = (text(), text(), text());
    (policy.representative_title, policy.representative_name) = (text(), text());
    (policy.set_on, policy.revised_on, policy.japanese_era) = (day, day, true);
    let clause = ClauseChange { included: Some(false), text: Some(text()), lists_measures: true };
    policy.clauses.insert("training".to_owned(), clause);
    (assessment.publication.place, assessment.publication.published_at) = (text(), day);
    let declaration = &mut assessment.declaration;
    (declaration.procedure, declaration.declaration_id, declaration.logo_downloaded_on) = (text(), text(), day);
    (declaration.star, declaration.declared_on) = (Some(Star::Two), day);
    declaration.steps = [("apply".to_owned(), day.expect("a day")), ("publish".to_owned(), day.expect("a day"))].into();
    assessment.carried_from = Some(text());
    assessment.merge = Some(MergeRecord {
        sources: vec![text(), text()],
        disagreements: vec![
            Disagreement {
                in_checklist: true,
                number: 3,
                question: text(),
                answers: [("a".to_owned(), text()), ("b c".to_owned(), text())].into(),
                chosen: text(),
                by_hand: true,
                reason: text(),
            };
            2
        ],
        ..MergeRecord::default()
    });
    assessment
}

/// A reader that knows the sheets of the built-in sets.
fn reader(folder: &Path) -> FlatReader<'static> {
    let set = Catalog::built_in().default_diagnosis(Language::En).expect("a diagnosis");
    let reader = FlatReader::new(set, &|_, _, _| None);
    let path = folder.join("known.toml");
    fs::write(&path, write(&new(Organization::default()))).expect("written");
    reader.read(&path, true).expect("read");
    reader
}

#[test]
fn every_key_of_the_layout_is_written_and_recognised() {
    let text = write(&full());
    let lines: Vec<&str> = text.lines().collect();
    let parts = PARTS.iter().filter_map(|part| match part {
        Part::Table(_, keys) | Part::TableByKey(_, keys) | Part::Tables(_, keys) => Some(*keys),
        Part::Map(..) => None,
    });
    for keys in [top::KEYS, summary::KEYS, organization::KEYS, answer::KEYS].into_iter().chain(parts) {
        for (key, _) in keys {
            assert!(lines.iter().any(|line| line.starts_with(&format!("{key} = "))), "{key} is never written:\n{text}");
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let reader = reader(folder.path());
    let parsed = parse(&text, &|_, _, _| None).expect("sound");
    assert_eq!(reader.scan(text.as_bytes()), reader.flat(parsed), "{text}");
}

#[test]
fn the_list_scans_whatever_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("abc23456.toml");
    for assessment in [new(Organization::default()), full()] {
        fs::write(&path, write(&assessment)).expect("written");
        let scanned = Summary::scan(&path).expect("scanned");
        let id = assessment.id.clone();
        assert_eq!(Summary { id, path: path.clone(), ..scanned }, Summary::of(&assessment, path.clone()));
    }
}

#[test]
fn a_raised_schema_needs_no_change_of_the_scanner() {
    let folder = tempfile::tempdir().expect("a folder");
    let reader = reader(folder.path());
    let assessment = full();
    for schema in [SCHEMA, SCHEMA + 1, 1234] {
        let text = write_as(&assessment, schema);
        for newest in [SCHEMA, SCHEMA + 1, 1234] {
            assert_eq!(Head::scan(text.as_bytes(), newest).is_some(), newest == schema);
            assert_eq!(reader.scan_layout(text.as_bytes(), newest).is_some(), newest == schema);
        }
    }
}

#[test]
fn a_file_that_was_cut_is_not_whole() {
    let text = write(&full());
    assert!(is_whole(text.as_bytes()));
    assert!(!is_whole(&text.as_bytes()[..text.len() - 2]));
}

#[test]
fn other_spellings_are_left_to_the_parser() {
    let text = write(&new(Organization { name: "Yamada".to_owned(), employees: Some(12), ..Organization::default() }));
    let scans = |text: &str| Head::scan(text.as_bytes(), SCHEMA).is_some();
    assert!(scans(&text));
    for (written, edited) in [
        ("name = \"Yamada\"", "name=\"Yamada\""),
        ("name = \"Yamada\"", "name = 'Yamada"),
        ("employees = 12", "employees = 12 # about"),
        ("employees = 12", "employees = 012"),
        ("employees = 12", "employees = 12\r"),
        ("employees = 12", "employees = 12\nemployees = 12"),
        ("employees = 12", "employees = 12\nname = \"Yamada\""),
        ("employees = 12", "employees = 12\nunknown = 1"),
        ("[organization]", "[organization]\n[other]"),
        ("schema = 1\n", ""),
        ("\n[checklist]\n", "\n[checklist] \n"),
    ] {
        assert!(text.contains(written), "{written}");
        assert!(!scans(&text.replacen(written, edited, 1)), "{edited}");
    }
}
