//! Texts that want to be something else than text, through every format.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use hoshitori::core::assessment::Assessment;
use hoshitori::core::content::policy_text;
use hoshitori::core::declaration::ClauseChange;
use hoshitori::core::language::Language;
use hoshitori::core::policy_document::policy_document;
use hoshitori::report::content::Report;
use hoshitori::report::{answer_sheet, csv, docx, html, icalendar, jsonl, markdown, policy, xlsx};
use hoshitori::text::{clean, guarded, unguarded};

use crate::samples::{company, day, merged, moment, sets, web_sheet};
use crate::spoilt::{HOSTILE, hostile};

fn report(assessment: &Assessment) -> Report {
    Report::new(assessment, Language::Ja, day("2026-11-23"))
}

fn texts() -> impl Iterator<Item = String> {
    let heap = format!("a{}", "\u{301}".repeat(500));
    HOSTILE.into_iter().map(str::to_owned).chain([heap])
}

/// Nothing in a text steers a terminal.
fn assert_clean(format: &str, text: &str) {
    for line in text.trim_start_matches('\u{feff}').lines() {
        assert_eq!(clean(line), line, "{format}");
    }
}

#[test]
fn no_text_file_holds_anything_that_steers_a_terminal() {
    for text in texts() {
        let assessment = hostile(&text);
        let report = report(&assessment);
        let document = policy_document(&assessment, policy_text(Language::Ja).unwrap(), Language::Ja);
        let sets = (&*assessment.checklist.set, &*assessment.diagnosis.set);
        assert_clean("md", &markdown::markdown(&report));
        assert_clean("html", &html::html(&report));
        assert_clean("csv", &csv::csv(&report));
        assert_clean("ics", &icalendar::calendar(&report, moment("2026-11-23")));
        assert_clean("jsonl", &jsonl::json_line(&assessment));
        assert_clean("policy md", &policy::markdown(&document));
        assert_clean("policy html", &policy::html(&document));
        let sheet = web_sheet(&assessment.checklist.set, &assessment.diagnosis.set, Language::Ja);
        assert_clean("sheet html", &sheet);
        assert_clean("sheet csv", &answer_sheet::csv(sets.0, sets.1));
    }
}

/// Names of all tags of a page; fails on anything that is none.
fn tags(page: &str) -> Vec<&str> {
    let names = page.split('<').skip(1).map(|rest| {
        let end = rest.find(|character: char| !character.is_ascii_alphanumeric() && !matches!(character, '/' | '!'));
        &rest[..end.unwrap_or(rest.len())]
    });
    names.collect()
}

/// Names of all attributes of a page.
fn attributes(page: &str) -> Vec<String> {
    let mut names = Vec::new();
    for tag in page.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
        // Every second piece between quotation marks is a value.
        for piece in tag.split('"').step_by(2) {
            let name = piece.trim_end_matches('=').rsplit(char::is_whitespace).next().unwrap_or_default();
            names.push(name.to_owned());
        }
    }
    names
}

/// A page without its scripts and its data, in which signs of tags mean something else.
fn without_scripts(page: &str) -> String {
    let mut pieces = page.split("<script");
    let before = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(before, |page, piece| page + piece.split_once("</script>").unwrap().1)
}

#[test]
fn pages_hold_no_tag_but_their_own_and_no_script() {
    let harmless = company(Language::Ja);
    let pages = |assessment: &Assessment| {
        let document = policy_document(assessment, policy_text(Language::Ja).unwrap(), Language::Ja);
        [
            html::html(&report(assessment)),
            policy::html(&document),
            without_scripts(&web_sheet(&assessment.checklist.set, &assessment.diagnosis.set, Language::Ja)),
        ]
    };
    let mut with_lists = merged(Language::Ja);
    with_lists
        .policy
        .clauses
        .insert("organization".to_owned(), ClauseChange { lists_measures: true, ..ClauseChange::default() });
    let expected: Vec<Vec<String>> =
        pages(&with_lists).iter().map(|page| tags(page).into_iter().map(str::to_owned).collect()).collect();
    for text in texts() {
        for (page, expected) in pages(&hostile(&text)).iter().zip(&expected) {
            for tag in tags(page) {
                assert!(expected.iter().any(|known| known == tag), "{tag} in a page about {text:.60}");
            }
            assert!(
                attributes(page)
                    .iter()
                    .all(|name| !name.starts_with("on") && !["href", "src"].contains(&name.as_str()))
            );
            assert!(page.contains("default-src 'none'"));
        }
    }
    for page in pages(&harmless) {
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"ja\">"));
    }
}

#[test]
fn markdown_holds_no_html_and_no_links() {
    for text in texts() {
        let assessment = hostile(&text);
        let document = policy_document(&assessment, policy_text(Language::Ja).unwrap(), Language::Ja);
        for page in [markdown::markdown(&report(&assessment)), policy::markdown(&document)] {
            assert!(!page.contains('<') && !page.contains("]("), "{text:.60}");
            for line in page.lines().filter(|line| line.starts_with('|')) {
                let columns = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
                assert!((4..=8).contains(&columns), "{line:.200}");
            }
        }
    }
}

#[test]
fn no_field_of_a_table_is_a_formula_and_each_comes_back() {
    for text in texts() {
        let assessment = hostile(&text);
        let note = report(&assessment).diagnosis.answers[0].note.clone();
        for table in
            [csv::csv(&report(&assessment)), answer_sheet::csv(&assessment.checklist.set, &assessment.diagnosis.set)]
        {
            let table = table.trim_start_matches('\u{feff}');
            let mut reader = ::csv::ReaderBuilder::new().from_reader(table.as_bytes());
            for record in reader.records() {
                let record = record.unwrap();
                for field in record.iter().filter(|field| field.parse::<i32>().is_err()) {
                    assert!(guarded(field) == field || field.starts_with('\''), "{field:.60}");
                }
            }
        }
        let table = csv::csv(&report(&assessment));
        let mut reader = ::csv::ReaderBuilder::new().from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let last = reader.records().last().unwrap().unwrap();
        assert_eq!(unguarded(&last[4]), note);
    }
}

#[test]
fn formulas_are_escaped_in_every_table() {
    let begins = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];
    let before = ["", " ", "   ", "\"", "'", "\u{feff}", "\u{3000}", "\u{a0}", "\" "];
    for text in begins.iter().flat_map(|begin| before.iter().map(move |before| format!("{before}{begin}1+1"))) {
        let assessment = hostile(&text);
        let sets = (&*assessment.checklist.set, &*assessment.diagnosis.set);
        for table in [csv::csv(&report(&assessment)), answer_sheet::csv(sets.0, sets.1)] {
            assert!(table.starts_with('\u{feff}') && table.lines().count() > 30, "{text:?}");
            let mut reader = ::csv::ReaderBuilder::new().from_reader(table.trim_start_matches('\u{feff}').as_bytes());
            let mut found = 0;
            for record in reader.records() {
                for field in &record.unwrap() {
                    // Whatever a spreadsheet passes over before it looks.
                    let shown = field.trim_start_matches([' ', '"', '\u{feff}', '\u{3000}', '\u{a0}']);
                    let is_formula = shown.starts_with(|first| begins.iter().any(|begin| begin.starts_with(first)));
                    assert!(!is_formula || field.parse::<i32>().is_ok(), "{field:?}");
                    found += usize::from(field.starts_with('\''));
                }
            }
            // Line breaks and tabs at the beginning may become blanks, which are no formula.
            assert!(found > 0 || text.contains(['\t', '\r', '\n']), "{text:?} is nowhere");
        }
    }
}

#[test]
fn a_flat_line_comes_back_as_it_was() {
    for text in texts() {
        let line = jsonl::json_line(&hostile(&text));
        assert_eq!(line.matches('\n').count(), 1);
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["organization"], text);
    }
}

#[test]
fn cells_of_workbooks_are_texts_without_formulas() {
    for text in texts() {
        let assessment = hostile(&text);
        let sets = (&*assessment.checklist.set, &*assessment.diagnosis.set);
        let sheet =
            answer_sheet::xlsx(sets.0, sets.1, &assessment.organization, Language::Ja, moment("2026-11-23")).unwrap();
        for bytes in [xlsx::xlsx(&report(&assessment)).unwrap(), sheet] {
            let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
            for name in workbook.sheet_names() {
                assert!(workbook.worksheet_formula(&name).unwrap().is_empty(), "{name}");
                for (_, _, cell) in workbook.worksheet_range(&name).unwrap().used_cells() {
                    if let Data::String(cell) = cell {
                        assert!(cell.encode_utf16().count() <= 32_767);
                        assert!(cell.lines().all(|line| clean(line) == line));
                    }
                }
            }
        }
    }
}

#[test]
fn long_texts_fit_every_format_or_are_cut_with_a_mark() {
    let mut assessment = company(Language::Ja);
    assessment.organization.name = format!("x{}", "\u{301}".repeat(5000)) + &"あ".repeat(33_000);
    assessment.diagnosis.annotate("software-updates", "あ".repeat(40_000), String::new());
    let report = report(&assessment);
    let workbook = xlsx::xlsx(&report).unwrap();
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook)).unwrap();
    let range = workbook.worksheet_range("回答").unwrap();
    let note = range.get_value((6, 6)).unwrap().to_string();
    assert!(note.ends_with("（長いため、ここまで）") && note.encode_utf16().count() == 32_767);
    assert!(docx::docx(&report).is_ok());
    assert!(html::html(&report).len() > 200_000 && markdown::markdown(&report).len() > 200_000);
    assert!(icalendar::calendar(&report, moment("2026-11-23")).split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn word_documents_are_whole_xml_with_the_text_in_them() {
    for text in texts() {
        let assessment = hostile(&text);
        let document = policy_document(&assessment, policy_text(Language::Ja).unwrap(), Language::Ja);
        for bytes in [docx::docx(&report(&assessment)).unwrap(), policy::docx(&document, moment("2026-11-23")).unwrap()]
        {
            let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            for place in 0..archive.len() {
                let mut part = archive.by_index(place).unwrap();
                let (name, mut xml) = (part.name().unwrap().into_owned(), String::new());
                part.read_to_string(&mut xml).unwrap();
                let shown = shown(&xml).unwrap_or_else(|error| panic!("{name}: {error}"));
                if name == "word/document.xml" {
                    let wanted = clean(&text);
                    let wanted = wanted.trim().replace(['\u{fffe}', '\u{ffff}'], "");
                    assert!(shown.contains(&wanted), "{text:.60}");
                }
            }
        }
    }
}

/// The text of a part; an error where it is no whole XML of characters that XML may hold.
fn shown(xml: &str) -> Result<String, String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut text = String::new();
    let mut open = 0_i32;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            quick_xml::events::Event::Start(_) => open += 1,
            quick_xml::events::Event::End(_) => open -= 1,
            quick_xml::events::Event::Text(piece) => text.push_str(&piece),
            quick_xml::events::Event::GeneralRef(name) => text.push_str(match &*name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => return Err(format!("{other:?}")),
            }),
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    let is_illegal = |character: char| {
        (character < ' ' && !matches!(character, '\n' | '\t' | '\r')) || matches!(character, '\u{fffe}' | '\u{ffff}')
    };
    match (open, xml.contains(is_illegal)) {
        (0, false) => Ok(text),
        other => Err(format!("{other:?}")),
    }
}

#[test]
fn calendars_are_folded_and_nothing_is_injected() {
    for text in texts() {
        let calendar = icalendar::calendar(&report(&hostile(&text)), moment("2026-11-23"));
        assert!(calendar.ends_with("END:VCALENDAR\r\n"));
        let lines: Vec<&str> = calendar.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        assert_eq!(lines.iter().filter(|line| **line == "BEGIN:VEVENT").count(), 3, "{text:.60}");
        assert_eq!(lines.iter().filter(|line| line.starts_with("UID:")).count(), 3);
    }
}

#[test]
fn no_document_speaks_of_certification() {
    for language in Language::ALL {
        let assessment = merged(language);
        let report = Report::new(&assessment, language, day("2026-11-23"));
        let document = policy_document(&assessment, policy_text(language).unwrap(), language);
        let (checklist, diagnosis) = sets(language);
        for text in [
            markdown::markdown(&report),
            html::html(&report),
            csv::csv(&report),
            icalendar::calendar(&report, moment("2026-11-23")),
            policy::markdown(&document),
            web_sheet(&checklist, &diagnosis, language),
        ] {
            let text = text.to_lowercase();
            for word in ["認定", "取得", "合格", "certif", "approved"] {
                assert!(!text.contains(word), "{word} in {language:?}");
            }
        }
    }
}
