//! What was exported can be imported again.

use hoshitori::core::assessment::{Assessment, Organization};
use hoshitori::core::catalog::Catalog;
use hoshitori::core::declaration::{ClauseChange, Declaration, Publication};
use hoshitori::core::language::Language;
use hoshitori::core::question_set::Kind;
use hoshitori::core::sheet::{Answer, EarlierAnswer};
use hoshitori::core::star::Star;
use hoshitori::import::{ImportFormat, ImportOptions, read};
use hoshitori::report::content::Report;
use hoshitori::report::json::Document;
use hoshitori::report::{answer_sheet, csv, xlsx};

use crate::samples::{answer, company, day, merged, moment, sets};

/// What an import is given when nothing is said on the command line.
pub fn given(language: Language) -> ImportOptions {
    ImportOptions {
        id: "newcomer".to_owned(),
        organization: Organization::default(),
        language,
        now: moment("2026-12-01"),
    }
}

fn named(language: Language) -> ImportOptions {
    let organization = Organization { name: "Hoshino".to_owned(), ..Organization::default() };
    ImportOptions { organization, ..given(language) }
}

fn choices(assessment: &Assessment) -> Vec<Option<String>> {
    [Kind::Checklist, Kind::Diagnosis]
        .into_iter()
        .flat_map(|kind| assessment.sheet(kind).chosen())
        .map(|(_, choice)| choice.map(|choice| choice.id.clone()))
        .collect()
}

/// An assessment with everything in it that can be recorded.
fn full(language: Language) -> Assessment {
    let mut assessment = merged(language);
    assessment.publication =
        Publication { place: "https://example.jp/policy".to_owned(), published_at: Some(day("2026-11-22")) };
    assessment.policy.clauses.insert(
        "incidents".to_owned(),
        ClauseChange {
            included: Some(true), text: Some("一つ目の段落\n二つ目".to_owned()), ..ClauseChange::default()
        },
    );
    assessment
        .policy
        .clauses
        .insert("measures".to_owned(), ClauseChange { lists_measures: true, ..ClauseChange::default() });
    assessment.policy.japanese_era = true;
    assessment.declaration = Declaration {
        procedure: "leaflet".to_owned(),
        star: Some(Star::Two),
        declared_on: Some(day("2026-11-25")),
        steps: [("leaflet/terms".to_owned(), day("2026-11-22"))].into(),
        declaration_id: "41234567890".to_owned(),
        logo_downloaded_on: Some(day("2026-12-01")),
    };
    assessment.carried_from = Some("abcd2345".to_owned());
    let earlier = EarlierAnswer { choice: "partial".to_owned(), answered_at: moment("2025-11-22") };
    let sheet = &mut assessment.diagnosis;
    sheet.answers.insert(
        "written-rules".to_owned(),
        Answer { previous: Some(earlier.clone()), note: "要確認".to_owned(), flagged: true, ..Answer::default() },
    );
    sheet.answers.entry("backups".to_owned()).or_default().previous = Some(earlier);
    sheet.choose("backups", "implemented", moment("2026-11-23"));
    assessment
}

#[test]
fn a_json_document_comes_back_equal_but_for_its_id() {
    for language in Language::ALL {
        let assessment = full(language);
        let json = serde_json::to_string_pretty(&Document::of(&assessment)).unwrap();
        let back = read(ImportFormat::Json, json.as_bytes(), &Catalog::built_in(), &given(language)).unwrap();
        assert_eq!(back.id, "newcomer");
        assert_eq!(Assessment { id: assessment.id.clone(), ..back }, assessment);
    }
}

#[test]
fn table_is_imported_with_everything_it_was_exported_with() {
    for language in Language::ALL {
        let assessment = company(language);
        let table = csv::csv(&Report::new(&assessment, language, day("2026-11-23")));
        assert!(table.starts_with("\u{feff}set,number,id,answer,note,") && table.contains("\r\n"));
        let back = read(ImportFormat::Csv, table.as_bytes(), &Catalog::built_in(), &named(language)).unwrap();
        assert_eq!(back.checklist, assessment.checklist);
        assert_eq!(back.diagnosis, assessment.diagnosis);
    }
}

#[test]
fn a_table_saved_in_shift_jis_by_japanese_excel_is_read() {
    let assessment = company(Language::Ja);
    let table = csv::csv(&Report::new(&assessment, Language::Ja, day("2026-11-23")));
    let (bytes, _, had_errors) = encoding_rs::SHIFT_JIS.encode(table.trim_start_matches('\u{feff}'));
    assert!(!had_errors && std::str::from_utf8(&bytes).is_err());
    let back = read(ImportFormat::Csv, &bytes, &Catalog::built_in(), &named(Language::Ja)).unwrap();
    assert_eq!(back.diagnosis, assessment.diagnosis);
}

#[test]
fn table_needs_only_ids_or_numbers_and_labels_or_digits() {
    let label = |language: Language, place: usize| sets(language).1.choices[place].label.to_uppercase();
    let by_id = format!(
        "set,id,answer\nself-diagnosis,backups,{}\nself-diagnosis,disposal, {}\n",
        label(Language::Ja, 0),
        label(Language::En, 2)
    );
    let by_id = by_id.as_str();
    let by_number = "set,number,answer\nself-diagnosis,１１,1\nself-diagnosis,18,３\n";
    for table in [by_id, by_number] {
        let back = read(ImportFormat::Csv, table.as_bytes(), &Catalog::built_in(), &named(Language::Ja)).unwrap();
        assert_eq!(back.diagnosis.choice("backups").unwrap().id, "implemented", "{table}");
        assert_eq!(back.diagnosis.choice("disposal").unwrap().id, "not-implemented", "{table}");
        assert_eq!(back.answered(), 2);
    }
}

#[test]
fn an_exported_workbook_comes_back_with_who_answered() {
    for language in Language::ALL {
        let assessment = company(language);
        let workbook = xlsx::xlsx(&Report::new(&assessment, language, day("2026-11-23"))).unwrap();
        let back = read(ImportFormat::Xlsx, &workbook, &Catalog::built_in(), &given(language)).unwrap();
        assert_eq!(back.organization, assessment.organization);
        assert_eq!(back.checklist, assessment.checklist);
        assert_eq!(back.diagnosis, assessment.diagnosis);
    }
}

#[test]
fn a_blank_sheet_comes_back_without_answers() {
    for language in Language::ALL {
        let (checklist, diagnosis) = sets(language);
        let workbook =
            answer_sheet::xlsx(&checklist, &diagnosis, &Organization::default(), language, moment("2026-11-23"))
                .unwrap();
        let table = answer_sheet::csv(&checklist, &diagnosis);
        for (format, bytes) in [(ImportFormat::Xlsx, workbook.as_slice()), (ImportFormat::Csv, table.as_bytes())] {
            let back = read(format, bytes, &Catalog::built_in(), &named(language)).unwrap();
            assert_eq!(back.answered(), 0);
            assert_eq!(
                (back.checklist.set.id.as_str(), back.diagnosis.set.id.as_str()),
                ("five-principles", "self-diagnosis")
            );
        }
    }
}

#[test]
fn a_table_of_another_edition_brings_its_own_set() {
    let mut assessment = company(Language::Ja);
    assessment.checklist =
        hoshitori::core::sheet::Sheet::new(Catalog::built_in().by_id("six-principles", Language::Ja).unwrap());
    answer(&mut assessment, Kind::Checklist, &[0, 0, 0, 0, 0, 1]);
    let table = csv::csv(&Report::new(&assessment, Language::Ja, day("2026-11-23")));
    let back = read(ImportFormat::Csv, table.as_bytes(), &Catalog::built_in(), &named(Language::Ja)).unwrap();
    assert_eq!(choices(&back), choices(&assessment));
}

#[test]
fn document_without_times_gets_the_time_of_its_import() {
    let document = serde_json::json!({"schema": 1, "diagnosis": {"set": "self-diagnosis", "answers": [
        {"id": "backups", "answer": "partial"}, {"number": 18, "answer": "implemented", "answered_at": null}
    ]}});
    let catalog = Catalog::built_in();
    let back = read(ImportFormat::Json, document.to_string().as_bytes(), &catalog, &named(Language::En)).unwrap();
    assert_eq!(back.diagnosis.answer("backups").unwrap().answered_at, Some(moment("2026-12-01")));
    let lookup = |kind, id: &str, edition: &str| catalog.find(kind, id, edition, Language::En);
    assert_eq!(hoshitori::store::saved_file::parse(&hoshitori::store::saved_file::write(&back), &lookup), Ok(back));
}
