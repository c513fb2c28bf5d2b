//! What figures need of saved files: read quickly where a file is as the program writes it, and never otherwise than the
//! parser reads it.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod assessments;
mod storm;

use std::path::Path;

use assessments::{moment, nothing_at_hand};
use chrono::NaiveDate;
use hoshitori::core::assessment::{Assessment, Organization};
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::merge_record::{Disagreement, MergeRecord};
use hoshitori::core::plan_entry::{PlanEntry, PlanState};
use hoshitori::core::question_set::{Kind, QuestionSet, SharedSet};
use hoshitori::core::sheet::Sheet;
use hoshitori::store::saved_file;
use hoshitori::store::saved_file::statistics::{FlatAssessment, FlatReader};
use proptest::prelude::*;

fn set(language: Language) -> SharedSet {
    Catalog::built_in().default_diagnosis(language).unwrap()
}

fn assessment(language: Language) -> Assessment {
    let catalog = Catalog::built_in();
    let sheets = (catalog.default_checklist(language).unwrap(), catalog.default_diagnosis(language).unwrap());
    let organization = Organization { name: "星取商事".to_owned(), ..Organization::default() };
    Assessment::new(
        "abc23456".to_owned(),
        organization,
        Sheet::new(sheets.0),
        Sheet::new(sheets.1),
        language,
        moment(1),
    )
}

/// What the parser says, in the same terms.
fn carefully(reader: &FlatReader<'_>, text: &[u8]) -> Option<FlatAssessment> {
    let text = hoshitori::input::encoding::decode(text).ok()?;
    let lookup = |kind, id: &str, edition: &str| Catalog::built_in().find(kind, id, edition, Language::En);
    reader.flat(saved_file::parse(text, &lookup).ok()?)
}

/// A reader that has met files in both languages, through the same door as any file.
fn reader() -> FlatReader<'static> {
    let reader = FlatReader::new(set(Language::En), &nothing_at_hand);
    let folder = tempfile::tempdir().unwrap();
    for language in [Language::Ja, Language::En] {
        let path = folder.path().join("a.toml");
        std::fs::write(&path, saved_file::write(&assessment(language))).unwrap();
        assert!(reader.read(&path, true).unwrap().is_some());
    }
    reader
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        3 => Just("製造業".to_owned()),
        2 => "[a-z \\[\\]='#-]{0,12}",
        1 => any::<String>(),
        1 => Just("\n[diagnosis]\nchoice = \"x\"\n".to_owned()),
        1 => Just("\"\"\"".to_owned()),
    ]
}

prop_compose! {
    fn answered()(
        language in prop_oneof![Just(Language::Ja), Just(Language::En)],
        texts in proptest::collection::vec(words(), 9),
        employees in proptest::option::of(any::<u32>()),
        choices in proptest::collection::vec(proptest::option::weighted(0.97, 0..4_usize), 30),
        again in proptest::collection::vec(0..30_usize, 0..4),
        noted in 0..30_usize,
        (has_plan, has_policy, has_merge) in (any::<bool>(), any::<bool>(), proptest::bool::weighted(0.2)),
    ) -> Assessment {
        let mut assessment = assessment(language);
        let [industry, region, site, note, evidence, owner, company, place, merged] = texts.try_into().unwrap();
        assessment.organization = Organization { industry, region, site, employees, ..assessment.organization };
        let mut number = 0;
        for kind in [Kind::Checklist, Kind::Diagnosis] {
            let sheet = assessment.sheet_mut(kind);
            let set = sheet.set.clone();
            for question in &set.questions {
                if let Some(index) = choices[number] {
                    let choice = |index: usize| &set.choices[index % set.choices.len()].id;
                    sheet.choose(&question.id, choice(index), moment(2));
                    if again.contains(&number) {
                        sheet.choose(&question.id, choice(index + 1), moment(3));
                    }
                }
                if noted == number {
                    let answer = sheet.answers.entry(question.id.clone()).or_default();
                    (answer.note, answer.evidence, answer.flagged) = (note.clone(), evidence.clone(), true);
                }
                number += 1;
            }
        }
        if has_plan {
            for question in ["backups", "strong-passwords"] {
                let due = NaiveDate::from_ymd_opt(2027, 2, 28);
                let entry = PlanEntry { owner: owner.clone(), due, state: PlanState::default(), ..PlanEntry::default() };
                assessment.plan.insert(question.to_owned(), entry);
            }
        }
        if has_policy {
            assessment.policy.company = company;
            assessment.policy.set_on = NaiveDate::from_ymd_opt(2026, 12, 1);
            assessment.publication.place = place;
            let day = NaiveDate::from_ymd_opt(2026, 12, 2).unwrap();
            assessment.declaration.steps = [("apply".to_owned(), day), ("publish".to_owned(), day)].into();
        }
        if has_merge {
            let disagreement = Disagreement {
                number: noted,
                answers: [("a".to_owned(), merged.clone()), (merged.clone(), "b".to_owned())].into(),
                reason: merged.clone(),
                ..Disagreement::default()
            };
            let (sources, disagreements) = (vec!["a".to_owned(), merged], vec![disagreement; noted % 3]);
            assessment.merge = Some(MergeRecord { sources, disagreements, ..MergeRecord::default() });
        }
        assessment
    }
}

/// What somebody with an editor may do to a line.
fn edit(text: &str, (line, kind): (usize, usize)) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let at = line % lines.len();
    let middle = |line: &str| (0..=line.len() / 2).rev().find(|at| line.is_char_boundary(*at)).unwrap_or_default();
    let half = middle(&lines[at]);
    match kind {
        0 => lines[at] = lines[at].replace(" = ", "  =  "),
        1 => lines[at] = lines[at].replace('"', "'"),
        2 => lines[at].push_str(" # seen"),
        3 => drop(lines.remove(at)),
        4 => lines.insert(at, lines[at].clone()),
        5 => lines.swap(at, (line / 7) % text.split('\n').count()),
        6 => lines[at].insert(0, ' '),
        7 => lines[at] = lines[at].replace("= \"", "= \"\"\"").replace("\"\n", "\"\"\"\n"),
        8 => lines[at].truncate(half),
        9 => lines[at].insert(half, ['"', '\\', '[', '0', '=', '\t', '#', '\u{85}', '\u{3000}'][line % 9]),
        10 => lines.insert(
            at,
            ["x = 1", "[organization]", "choice = \"partial\"", "[x.y]", "\"\"\"", "# a", "[merge]"][line % 7]
                .to_owned(),
        ),
        11 => lines[at] = lines[at].replace("2026", "2025").replace("-11-", "-13-"),
        12 => lines[at] = lines[at].replace("implemented", "partial"),
        13 => lines[at] = lines[at].replace(['1', '2', '4'], "0"),
        14 => lines[at].push('\r'),
        _ => lines.truncate(at),
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(storm::rounds(300, 3000)))]

    #[test]
    fn written_files_are_scanned_as_the_parser_reads_them(assessment in answered()) {
        thread_local!(static READER: FlatReader<'static> = reader());
        READER.with(|reader| {
            let text = saved_file::write(&assessment);
            let expected = carefully(reader, text.as_bytes());
            prop_assert!(expected.is_some());
            prop_assert_eq!(reader.scan(text.as_bytes()), expected, "{}", text);
            Ok(())
        })?;
    }

    #[test]
    fn edited_files_are_never_scanned_differently_than_parsed(
        assessment in answered(),
        edits in proptest::collection::vec((any::<usize>(), 0..16_usize), 1..4),
    ) {
        thread_local!(static READER: FlatReader<'static> = reader());
        READER.with(|reader| {
            let edited = edits.into_iter().fold(saved_file::write(&assessment), |text, one| edit(&text, one));
            if let Some(found) = reader.scan(edited.as_bytes()) {
                prop_assert_eq!(Some(found), carefully(reader, edited.as_bytes()), "{}", edited);
            }
            Ok(())
        })?;
    }
}

#[test]
fn answers_to_another_edition_count_by_ids() {
    let set = set(Language::En);
    // The other way round, one question the less and a new one, choices in another order.
    let mut other = QuestionSet::clone(&set);
    other.edition = "1999".to_owned();
    other.questions.reverse();
    other.questions[0].id = "floppy-disks".to_owned();
    other.choices.reverse();
    for (number, question) in (1..).zip(&mut other.questions) {
        question.number = number;
    }
    let mut assessment = assessment(Language::En);
    assessment.diagnosis = Sheet::new(SharedSet::from(other));
    for question in [&set.questions[0], &set.questions[7]] {
        assessment.diagnosis.choose(&question.id, &set.choices[1].id, moment(2));
    }
    assessment.diagnosis.choose("floppy-disks", &set.choices[0].id, moment(2));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    std::fs::write(&path, saved_file::write(&assessment)).unwrap();
    let reader = FlatReader::new(set.clone(), &nothing_at_hand);
    let answers = |flat: FlatAssessment| -> Vec<(usize, u8)> {
        flat.answers.iter().enumerate().filter_map(|(index, answer)| Some((index, (*answer)?))).collect()
    };
    assert!(reader.scan(&std::fs::read(&path).unwrap()).is_none(), "it was never met");
    assert_eq!(answers(reader.read(&path, true).unwrap().unwrap()), [(0, 1), (7, 1)]);
    assert_eq!(answers(reader.scan(&std::fs::read(&path).unwrap()).unwrap()), [(0, 1), (7, 1)], "now it is known");
}

#[test]
fn files_about_another_diagnosis_and_broken_ones_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let reader = reader();
    let other = at("other.toml", &saved_file::write(&assessments::finished("abc", 3)));
    assert_eq!(reader.read(&other, true).unwrap(), None);
    let text = saved_file::write(&assessment(Language::Ja));
    assert!(reader.read(&at("cut.toml", text.strip_suffix("[end]\n").unwrap()), true).is_err());
    assert!(reader.read(Path::new("/nowhere/a.toml"), false).is_err());
}
