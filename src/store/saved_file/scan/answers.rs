//! All answers of a saved file, for statistics.

use memchr::memmem;

use super::value::{self, plain_text as plain_value};
use super::{DIAGNOSIS, Head, Tables, is_skipped, key_and_value, plain_text, scan_lines};
use crate::core::organization::OrganizationField;
use crate::core::question_set::Kind;
use crate::store::saved_file::layout::{MERGE, PARTS, Part, answer, is_bare_key, top};
use crate::store::saved_file::{END, table_of};

/// What statistics need of one assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlatAssessment {
    /// Identifier, as it is written in the file.
    pub id: String,
    /// Whether every question of both sheets is answered.
    pub complete: bool,
    /// Whether it was merged from other assessments.
    pub merged: bool,
    /// Industry.
    pub industry: String,
    /// Region.
    pub region: String,
    /// Number of employees, if stated.
    pub employees: Option<u32>,
    /// For each question of the diagnosis in order, the position of its answer among the choices, from 0.
    pub answers: Vec<Option<u8>>,
}

/// What a file says about the question set of a sheet, as it is written, and what that means. The parser read the same text
/// without finding a fault. All ids of questions can be keys without quotation marks.
#[derive(Debug)]
pub(in crate::store::saved_file) struct KnownSheet {
    /// The lines of set and outline, from the line break before them on.
    pub(in crate::store::saved_file) text: String,
    /// For each question its id and, in a diagnosis, its position in the set that is counted.
    pub(in crate::store::saved_file) questions: Vec<(String, Option<usize>)>,
    /// The same for each choice.
    pub(in crate::store::saved_file) choices: Vec<(String, Option<u8>)>,
}

/// Reads a whole file of the layout `schema`, whose sheets must be among the known ones. `questions` is how many the counted
/// diagnosis has.
pub(in crate::store::saved_file) fn scan_answers(
    contents: &[u8],
    known: &[KnownSheet],
    questions: usize,
    schema: i64,
) -> Option<FlatAssessment> {
    let (head, rest) = Head::split(contents, schema)?;
    let mut flat = FlatAssessment { answers: vec![None; questions], ..FlatAssessment::default() };
    flat.id = head.top.get(top::ID).and_then(value::text)?.into_owned();
    let text = |key: &str| head.organization.get(key).and_then(value::text).unwrap_or_default().into_owned();
    flat.industry = text(OrganizationField::Industry.key());
    flat.region = text(OrganizationField::Region.key());
    flat.employees = head.organization.get(OrganizationField::Employees.key()).and_then(value::count);
    let declared = value::count(head.top.get(top::ANSWERS)?)? as usize;

    let (checklist, rest) = known_sheet(known, rest)?;
    let (answers, rest) = rest.split_at(memmem::find(rest, DIAGNOSIS)?);
    let (diagnosis, rest) = known_sheet(known, rest)?;

    let mut in_checklist = 0;
    let mut tables = Tables::new(plain_text(answers)?)?;
    scan_sheet(&mut tables, Kind::Checklist, checklist, |_, _| in_checklist += 1)?;
    if !tables.is_empty() {
        return None;
    }
    let mut in_diagnosis = 0;
    let mut tables = Tables::new(plain_text(rest)?)?;
    scan_sheet(&mut tables, Kind::Diagnosis, diagnosis, |question, choice| {
        in_diagnosis += 1;
        if let Some(index) = diagnosis.questions[question].1 {
            flat.answers[index] = diagnosis.choices[choice].1;
        }
    })?;
    flat.merged = scan_parts(&mut tables)?;
    flat.complete = in_checklist == checklist.questions.len() && in_diagnosis == diagnosis.questions.len();
    // Fewer answers than the file says it holds are a fault, which the parser words.
    (in_checklist + in_diagnosis >= declared).then_some(flat)
}

/// The known sheet with which a text begins, and what follows its set and outline.
fn known_sheet<'k, 't>(known: &'k [KnownSheet], text: &'t [u8]) -> Option<(&'k KnownSheet, &'t [u8])> {
    known.iter().find_map(|sheet| Some((sheet, text.strip_prefix(sheet.text.as_bytes())?)))
}

/// Reads the answers of a sheet, which stand in the order of its questions. Each answered question is handed to `take` with
/// its choice, both by their positions in the sheet.
fn scan_sheet(
    tables: &mut Tables<'_>,
    kind: Kind,
    sheet: &KnownSheet,
    mut take: impl FnMut(usize, usize),
) -> Option<()> {
    let mut next = 0;
    while let Some((path, body)) = tables.take_below(table_of(kind)) {
        let id = path.strip_prefix("answers.")?;
        let question = next + sheet.questions.get(next..)?.iter().position(|(known, _)| known == id)?;
        next = question + 1;
        // Most of a file is answers: collecting all of their values would take noticeably longer.
        let (mut choice, mut is_dated) = (None, false);
        scan_lines(body, answer::KEYS, |_, key, value| match key {
            answer::CHOICE => choice = Some(value),
            answer::ANSWERED_AT => is_dated = true,
            _ => {}
        })?;
        // A question may have a note without an answer. An answer must say when it was given.
        let Some(choice) = choice else { continue };
        let choice = plain_value(choice).filter(|_| is_dated)?;
        take(question, sheet.choices.iter().position(|(known, _)| known == choice)?);
    }
    Some(())
}

/// Reads what follows the answers, to the end of the file. Returns whether the assessment was merged.
fn scan_parts(tables: &mut Tables<'_>) -> Option<bool> {
    let mut is_merged = false;
    for part in PARTS {
        match part {
            Part::Table(name, keys) => {
                if let Some(body) = tables.take(name) {
                    scan_lines(body, keys, |_, _, _| {})?;
                    is_merged |= name.starts_with(MERGE);
                }
            }
            Part::TableByKey(name, keys) => {
                let mut last = "";
                while let Some((key, body)) = tables.take_below(name) {
                    last = following_key(last, key)?;
                    scan_lines(body, keys, |_, _, _| {})?;
                }
            }
            Part::Map(name, is_valid) => {
                let mut last = "";
                for line in tables.take(name).unwrap_or_default().split('\n') {
                    if is_skipped(line) {
                        continue;
                    }
                    let (key, value) = key_and_value(line)?;
                    last = following_key(last, key)?;
                    if !is_valid(value) {
                        return None;
                    }
                }
            }
            Part::Tables(name, keys) => {
                while let Some(body) = tables.take_element(name) {
                    is_merged |= name.starts_with(MERGE);
                    scan_lines(body, keys, |_, _, _| {})?;
                }
            }
        }
    }
    let end = END.trim_matches(['[', ']']);
    (tables.take(end)?.is_empty() && tables.is_empty()).then_some(is_merged)
}

/// A key that may stand after another one, without quotation marks.
fn following_key<'t>(last: &str, key: &'t str) -> Option<&'t str> {
    (is_bare_key(key) && key > last).then_some(key)
}
