//! Files with faults: every fault is told at once, with its place, and nothing is taken.

use std::io::{Cursor, Write};

use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::import::{ImportFormat, read};
use hoshitori::input::Position;
use hoshitori::messages::messages;
use hoshitori::report::content::Report;
use hoshitori::report::json::Document;
use hoshitori::report::{csv, xlsx};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use crate::coming_back::given;
use crate::samples::{company, day};
use crate::spoilt::HOSTILE;

/// The faults of a file, in English, with their places.
fn faults(format: ImportFormat, bytes: &[u8]) -> Vec<String> {
    let faults = read(format, bytes, &Catalog::built_in(), &given(Language::En)).unwrap_err();
    for fault in &faults {
        assert!(!messages(Language::Ja).faults.sentence(fault).is_ascii(), "{fault:?}");
        for language in Language::ALL {
            assert!(!messages(language).faults.with_place(fault).contains(char::is_control), "{fault:?}");
        }
    }
    faults.iter().map(|fault| messages(Language::En).faults.with_place(fault)).collect()
}

#[test]
fn every_fault_of_a_table_is_told_at_once() {
    let table = "set,number,id,answer,note,flagged,answered_at\n\
        self-diagnosis,1,software-updates,implemented,,,\n\
        self-diagnosis,,no-such-question,implemented,,,\n\
        self-diagnosis,2,antivirus,perhaps,,,\n\
        self-diagnosis,1,,partial,,,\n\
        self-diagnosis,99,,partial,,,\n\
        self-diagnosis,7,backups,partial,,,\n\
        other-set,1,,partial,,,\n\
        six-principles,1,,doing,,,\n\
        five-principles,1,,doing,,,\n\
        self-diagnosis,12,secure-storage,implemented,,maybe,\n\
        self-diagnosis,13,taking-out,implemented,,,yesterday\n";
    let told = faults(ImportFormat::Csv, table.as_bytes());
    let begins = [
        "line 3, column id: \"self-diagnosis\" has no question \"no-such-question\"",
        "line 4, column answer: There is no answer \"perhaps\"",
        "line 5: \"software-updates\" is answered twice (first: line 2)",
        "line 6, column number: \"self-diagnosis\" has no question number \"99\"",
        "line 7, column number: \"backups\" is question 11",
        "line 8, column set: There is no question set \"other-set\"",
        "line 10, column set: \"six-principles\" and \"five-principles\" are sets of the same kind",
        "line 11, column flagged: \"flagged\" must be true or false, not \"maybe\"",
        "line 12, column answered_at: \"answered_at\" must be a date and time",
        "The company's name is missing",
    ];
    assert_eq!(told.len(), begins.len(), "{told:#?}");
    for (told, begin) in told.iter().zip(begins) {
        assert!(told.starts_with(begin), "{told}");
    }
}

#[test]
fn every_fault_of_a_document_is_told_at_once_with_its_path() {
    let document = serde_json::json!({
        "schema": 1, "language": "fr", "unknown_field": {"a": [1.5]},
        "organization": {"name": 5, "employees": -1},
        "checklist": {"set": "five-principles", "edition": "99"},
        "diagnosis": {"set": "self-diagnosis", "edition": "1", "points": 1000, "answers": [
            {"id": "backups", "answer": "perhaps"}, {"id": "backups", "answer": "partial"}, {"number": 1, "id": "disposal"}, 7
        ]},
        "plan": [{"id": "nothing"}],
        "policy": {"set_on": "tomorrow"}
    });
    let told = faults(ImportFormat::Json, document.to_string().as_bytes());
    for begin in [
        "language: ",
        "organization.name: \"name\" must be text in quotation marks, but is a whole number",
        "organization.employees: ",
        "checklist.set: There is no question set \"five-principles (99)\"",
        "diagnosis.answers[0].answer: There is no answer \"perhaps\"",
        "diagnosis.answers[1].id: \"backups\" is answered twice",
        "diagnosis.answers[2].number: \"disposal\" is question 18",
        "diagnosis.answers[3]: ",
    ] {
        assert!(told.iter().any(|told| told.starts_with(begin)), "{begin}: {told:#?}");
    }
}

#[test]
fn what_a_document_says_twice_is_told() {
    let document = serde_json::json!({
        "schema": 1, "organization": {"name": "A"},
        "plan": [{"id": "backups", "owner": "B"}, {"id": "backups", "owner": "C"}],
        "policy": {"clauses": [{"id": "goals", "text": "x"}, {"id": "goals", "text": "y"}]},
        "declaration": {"steps": [{"step": "a", "done_on": "2026-11-22"}, {"step": "a", "done_on": "2026-11-23"}]}
    });
    let told = faults(ImportFormat::Json, document.to_string().as_bytes());
    let begins = ["plan[1].id: \"backups\"", "policy.clauses[1].id: \"goals\"", "declaration.steps[1].step: \"a\""];
    assert_eq!(told.len(), begins.len(), "{told:#?}");
    assert!(told.iter().zip(begins).all(|(told, begin)| told.starts_with(begin)), "{told:#?}");
}

#[test]
fn documents_of_another_schema_are_named_and_not_guessed() {
    for schema in ["2", "-1", "\"1\"", "null", "1.0"] {
        let told = faults(ImportFormat::Json, format!("{{\"schema\": {schema}, \"diagnosis\": 5}}").as_bytes());
        assert!(told.iter().any(|told| told.starts_with("schema")), "{told:?}");
    }
}

#[test]
fn whatever_is_no_document_is_refused() {
    let nested = "[".repeat(200_000);
    for text in ["", " \n", "{", "[]", "null", "{\"schema\": 1, \"schema\": 1}", "{\"schema\": 1} x", nested.as_str()] {
        assert!(!faults(ImportFormat::Json, text.as_bytes()).is_empty(), "{text:.20}");
    }
    let repeated = read(ImportFormat::Json, b"{\n\"a\": 1,\n\"a\": 2}", &Catalog::built_in(), &given(Language::En));
    assert_eq!(repeated.unwrap_err()[0].position(), Some(Position { line: 3, column: 7 }));
    for bytes in [b"\xff\xfe{\x00".as_slice(), b"\x7fELF\x02\x01", b"{\"\x83n\": 1}"] {
        for format in [ImportFormat::Json, ImportFormat::Csv, ImportFormat::Xlsx] {
            assert_eq!(faults(format, bytes).len(), 1);
        }
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    for format in [ImportFormat::Json, ImportFormat::Csv, ImportFormat::Xlsx] {
        assert!(faults(format, &vec![b'x'; 10 * 1024 * 1024 + 1])[0].contains("10 MB"));
    }
    let rows = "self-diagnosis,1,,implemented\n".repeat(10_050);
    let told = faults(ImportFormat::Csv, format!("set,number,id,answer\n{rows}").as_bytes());
    assert!(told.iter().any(|told| told.contains("too many rows")));

    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..60 {
        bomb.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 1_000_000 && faults(ImportFormat::Xlsx, &bomb)[0].contains("holds too much"));
}

#[test]
fn a_workbook_with_cells_far_apart_needs_no_room_between_them() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in ["set", "number", "answer", "id"].into_iter().enumerate() {
        sheet.write_string(0, column as u16, name).unwrap();
    }
    sheet.write_string(1_048_575, 16_383, "far away").unwrap();
    sheet.write_string(1_048_575, 0, "no-set").unwrap();
    let told = faults(ImportFormat::Xlsx, &workbook.save_to_buffer().unwrap());
    assert!(told[0].starts_with("sheet \"Sheet1\", cell A1048576: There is no question set \"no-set\""), "{told:?}");
}

#[test]
fn hostile_texts_are_told_cleaned() {
    for text in HOSTILE {
        let mut table = ::csv::Writer::from_writer(Vec::new());
        table.write_record(["set", "number", "id", "answer", text]).unwrap();
        table.write_record([text, text, text, text, text]).unwrap();
        table.write_record(["self-diagnosis", "", text, text, text]).unwrap();
        table.write_record(["self-diagnosis", "", "backups", text, text]).unwrap();
        faults(ImportFormat::Csv, &table.into_inner().unwrap());
        let document = serde_json::json!({"schema": 1, "language": text, "checklist": {"set": text, "edition": text}});
        faults(ImportFormat::Json, document.to_string().as_bytes());
    }
}

/// A good file of each format.
fn good_files() -> [(ImportFormat, Vec<u8>); 3] {
    let assessment = company(Language::En);
    let report = Report::new(&assessment, Language::En, day("2026-11-23"));
    [
        (ImportFormat::Json, serde_json::to_vec(&Document::of(&assessment)).unwrap()),
        (ImportFormat::Csv, csv::csv(&report).into_bytes()),
        (ImportFormat::Xlsx, xlsx::xlsx(&report).unwrap()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_at_all_make_an_import_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for format in [ImportFormat::Json, ImportFormat::Csv, ImportFormat::Xlsx] {
            let _ = read(format, &bytes, &Catalog::built_in(), &given(Language::Ja));
        }
    }

    #[test]
    fn no_damage_to_a_good_file_makes_an_import_stumble(
        places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        end in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        for (format, mut bytes) in good_files() {
            for (place, byte) in &places {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
            if is_cut {
                bytes.truncate(end.index(bytes.len()));
            }
            let _ = read(format, &bytes, &Catalog::built_in(), &given(Language::Ja));
        }
    }

    #[test]
    fn no_damage_inside_a_workbook_makes_an_import_stumble(
        part in any::<prop::sample::Index>(),
        places in proptest::collection::vec((any::<prop::sample::Index>(), prop::sample::select(b"<>/\"=&; 0129AZ\xff".to_vec())), 1..8),
    ) {
        let [_, _, (format, bytes)] = good_files();
        let _ = read(format, &damaged(&bytes, part, &places), &Catalog::built_in(), &given(Language::Ja));
    }
}

/// A workbook of which one part is damaged and packed again.
fn damaged(bytes: &[u8], part: prop::sample::Index, places: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let damaged = part.index(archive.len());
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut content).unwrap();
        if place == damaged && !content.is_empty() {
            for (place, byte) in places {
                let place = place.index(content.len());
                content[place] = *byte;
            }
        }
        packed.start_file(file.name().unwrap().into_owned(), zip::write::SimpleFileOptions::default()).unwrap();
        packed.write_all(&content).unwrap();
    }
    packed.finish().unwrap().into_inner()
}
