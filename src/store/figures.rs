//! What figures over many assessments need of a saved file, read without parsing the rest.
//!
//! Like the scan for the list, this knows the layout that the program itself writes, and nothing else: whatever looks
//! different, for somebody edited it, is left to the parser.

use std::path::Path;

use super::document::END;
use super::read;
use crate::core::question_set::QuestionSet;

/// What figures need of one assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlatAssessment {
    /// Whether every question of both sheets is answered.
    pub complete: bool,
    /// Industry.
    pub industry: String,
    /// Region.
    pub region: String,
    /// Number of employees, if stated.
    pub employees: Option<u32>,
    /// For each question of the diagnosis in order, the position of its answer among the choices, from 0.
    pub answers: Vec<Option<u8>>,
}

/// Reads a saved file about this diagnosis, if it is as the program writes it and whole.
pub fn scan(path: &Path, set: &QuestionSet) -> Option<FlatAssessment> {
    of_text(&read::read(path).ok()?, set)
}

/// The table in which a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Top,
    Summary,
    Organization,
    ChecklistAnswer,
    Diagnosis,
    DiagnosisAnswer(usize),
    Other,
}

fn of_text(text: &[u8], set: &QuestionSet) -> Option<FlatAssessment> {
    let mut flat = FlatAssessment { answers: vec![None; set.questions.len()], ..FlatAssessment::default() };
    let mut section = Section::Top;
    let mut is_known = Known::default();
    let (mut declared, mut in_checklist, mut of_checklist) = (None, 0_usize, None);
    for line in text.trim_ascii_end().split(|byte| *byte == b'\n') {
        if line.first() == Some(&b'[') {
            section = heading(line, set)?;
            continue;
        }
        match section {
            Section::Other => {}
            Section::Top => match line {
                b"schema = 1" => is_known.layout = true,
                _ => declared = value(line, b"answers").map(number::<usize>).or(declared),
            },
            Section::Summary => {
                if let Some(total) = value(line, b"total") {
                    let (checklist, diagnosis) = std::str::from_utf8(total).ok()?.split_once(", ")?;
                    of_checklist = checklist.strip_prefix('[')?.parse::<usize>().ok();
                    is_known.size = diagnosis.strip_suffix(']')?.parse() == Ok(set.questions.len());
                }
            }
            Section::Organization => {
                if let Some(industry) = value(line, b"industry") {
                    flat.industry = text_in(industry)?;
                } else if let Some(region) = value(line, b"region") {
                    flat.region = text_in(region)?;
                } else if let Some(employees) = value(line, b"employees") {
                    flat.employees = Some(number(employees)?);
                }
            }
            Section::ChecklistAnswer => in_checklist += usize::from(value(line, b"choice").is_some()),
            Section::Diagnosis => {
                if let Some(id) = value(line, b"set") {
                    is_known.set = text_in(id)? == set.id;
                } else if let Some(edition) = value(line, b"edition") {
                    is_known.edition = text_in(edition)? == set.edition;
                }
            }
            Section::DiagnosisAnswer(question) => {
                if let Some(choice) = value(line, b"choice") {
                    let inner = choice.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
                    let position = set.choices.iter().position(|choice| choice.id.as_bytes() == inner)?;
                    flat.answers[question] = Some(u8::try_from(position).ok()?);
                }
            }
        }
    }
    let in_diagnosis = flat.answers.iter().flatten().count();
    let is_whole = text.trim_ascii_end().ends_with(END.as_bytes()) && declared?? == in_checklist + in_diagnosis;
    flat.complete = in_diagnosis == set.questions.len() && in_checklist == of_checklist?;
    (is_known == Known::ALL && is_whole).then_some(flat)
}

/// What must have been there for the rest to mean what it seems to.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one line of the file that was seen")]
struct Known {
    layout: bool,
    size: bool,
    set: bool,
    edition: bool,
}

impl Known {
    const ALL: Self = Self { layout: true, size: true, set: true, edition: true };
}

/// The section under a heading; `None` where it is not one that the program writes.
fn heading(line: &[u8], set: &QuestionSet) -> Option<Section> {
    let name = line.strip_prefix(b"[")?.strip_suffix(b"]")?;
    if let Some(question) = name.strip_prefix(b"diagnosis.answers.") {
        let index = set.questions.iter().position(|known| known.id.as_bytes() == question)?;
        return Some(Section::DiagnosisAnswer(index));
    }
    Some(match name {
        b"summary" => Section::Summary,
        b"organization" => Section::Organization,
        b"diagnosis" => Section::Diagnosis,
        _ if name.starts_with(b"checklist.answers.") => Section::ChecklistAnswer,
        _ => Section::Other,
    })
}

/// What stands behind a key, if the line is about it.
fn value<'a>(line: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    line.strip_prefix(key)?.strip_prefix(b" = ")
}

fn number<Number: std::str::FromStr>(value: &[u8]) -> Option<Number> {
    std::str::from_utf8(value).ok()?.parse().ok()
}

/// A text in quotation marks; one with escapes is left to the parser.
fn text_in(value: &[u8]) -> Option<String> {
    let inner = value.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    if inner.iter().any(|byte| *byte == b'\\' || *byte == b'"') {
        return None;
    }
    std::str::from_utf8(inner).ok().map(str::to_owned)
}
