//! What statistics over many assessments need of a saved file.
//!
//! A file that is exactly as the program writes it is scanned line by line, in about a seventh of the time that parsing
//! takes; whatever looks different is left to the parser. Half of a file describes its question sets, in the same words as
//! most other files do: once the parser has read that half, it is recognised by comparing it as one text.

use std::path::Path;
use std::sync::{PoisonError, RwLock};

use memchr::memmem;

use super::layout::is_bare_key;
use super::scan::{KnownSheet, scan_answers};
use super::{Lookup, SCHEMA, sheet_head};
use crate::core::assessment::{Assessment, Status};
use crate::core::question_set::{Kind, QuestionSet, SharedSet};
use crate::store::failure::StoreError;
use crate::store::read;

pub use super::scan::FlatAssessment;

/// How many different sheets are remembered: two for each language and edition.
const MAX_KNOWN_SHEETS: usize = 32;

/// Reads saved files for statistics about one diagnosis. Many threads may share it.
pub struct FlatReader<'a> {
    set: SharedSet,
    lookup: Lookup<'a>,
    known: RwLock<Vec<KnownSheet>>,
}

impl<'a> FlatReader<'a> {
    /// A reader that has seen no file yet.
    pub fn new(set: SharedSet, lookup: Lookup<'a>) -> Self {
        Self { set, lookup, known: RwLock::default() }
    }

    /// Reads a file; `None` where it is about another diagnosis. Answers to another edition of the diagnosis count where
    /// the ids of question and choice are the same. `is_regular` is whether the folder's listing gave it as a regular file,
    /// which saves a system call.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is broken, with all its faults.
    pub fn read(&self, path: &Path, is_regular: bool) -> Result<Option<FlatAssessment>, StoreError> {
        let contents = if is_regular { read::read_listed(path)? } else { read::read(path)? };
        if let Some(flat) = self.scan(&contents) {
            return Ok(Some(flat));
        }
        // Parsed without any other set, the sheets have just the meaning that the file itself gives them, which is what the
        // scanner may rely on from then on.
        let assessment = match crate::store::parse(path, &contents, &|_, _, _| None) {
            Ok(assessment) => {
                self.learn(&assessment, &contents);
                assessment
            }
            Err(_) => crate::store::parse(path, &contents, self.lookup)?,
        };
        Ok(self.flat(assessment))
    }

    /// What the contents of a file say, if they are as the program writes them and about sets that were met before.
    pub fn scan(&self, contents: &[u8]) -> Option<FlatAssessment> {
        self.scan_layout(contents, SCHEMA)
    }

    pub(super) fn scan_layout(&self, contents: &[u8], schema: i64) -> Option<FlatAssessment> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        scan_answers(contents, &known, self.set.questions.len(), schema)
    }

    /// The same of an assessment that the parser read; `None` where it is about another diagnosis.
    pub fn flat(&self, assessment: Assessment) -> Option<FlatAssessment> {
        let sheet = &assessment.diagnosis;
        if sheet.set.id != self.set.id {
            return None;
        }
        let answer = |id: &str| sheet.choice(id).and_then(|choice| position_of_choice(&self.set, &choice.id));
        Some(FlatAssessment {
            complete: assessment.status() == Status::Complete,
            merged: assessment.merge.is_some(),
            answers: self.set.questions.iter().map(|question| answer(&question.id)).collect(),
            id: assessment.id,
            industry: assessment.organization.industry,
            region: assessment.organization.region,
            employees: assessment.organization.employees,
        })
    }

    /// Remembers the sheets of a file that the parser read.
    fn learn(&self, assessment: &Assessment, contents: &[u8]) {
        if assessment.diagnosis.set.id != self.set.id {
            return;
        }
        for kind in [Kind::Checklist, Kind::Diagnosis] {
            let set = &assessment.sheet(kind).set;
            let sheet = KnownSheet::new(kind, set, &self.set);
            // Where somebody edited the outline, the file does not hold this text, and no other file would. And `a.b` without
            // quotation marks is a table within another one, not the question of that id.
            let is_as_written = memmem::find(contents, sheet.text.as_bytes()).is_some();
            if !is_as_written || !set.questions.iter().all(|question| is_bare_key(&question.id)) {
                continue;
            }
            let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
            if known.len() < MAX_KNOWN_SHEETS && known.iter().all(|other| other.text != sheet.text) {
                known.push(sheet);
            }
        }
    }
}

impl KnownSheet {
    fn new(kind: Kind, set: &QuestionSet, counted: &QuestionSet) -> Self {
        let position = |id: &str| counted.questions.iter().position(|question| question.id == id);
        Self {
            text: sheet_head(kind, set),
            questions: set.questions.iter().map(|one| (one.id.clone(), position(&one.id))).collect(),
            choices: set.choices.iter().map(|one| (one.id.clone(), position_of_choice(counted, &one.id))).collect(),
        }
    }
}

fn position_of_choice(set: &QuestionSet, id: &str) -> Option<u8> {
    set.choices.iter().position(|choice| choice.id == id).and_then(|position| u8::try_from(position).ok())
}
