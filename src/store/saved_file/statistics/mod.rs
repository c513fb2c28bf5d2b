//! What figures over many assessments need of a saved file.
//!
//! A file that is exactly as the program writes it is read line by line (`layout`), in a fraction of the time that parsing
//! takes; whatever looks different, for somebody edited it, is left to the parser. Half of a file says what its question
//! sets are. That half is the same in most files: once the parser has read it, it is known by its text.

mod layout;
mod value;

use std::path::Path;
use std::sync::{PoisonError, RwLock};

use memchr::memmem;

use super::{self as saved_file, Lookup};
use crate::core::assessment::{Assessment, Status};
use crate::core::question_set::{Kind, QuestionSet, SharedSet};
use crate::store::failure::StoreError;
use crate::store::read;

/// How many different beginnings of sheets are remembered: two for each language and edition.
const MAX_HEADS: usize = 32;

/// What figures need of one assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlatAssessment {
    /// Whether every question of both sheets is answered.
    pub complete: bool,
    /// Whether it was made of other assessments.
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

/// The beginning of a sheet as it stands in files, and what it means. The parser found nothing wrong with it.
#[derive(Debug)]
struct Head {
    text: String,
    /// For each question its id and, in a diagnosis, its position in the set that is counted.
    questions: Vec<(String, Option<usize>)>,
    /// The same for each choice.
    choices: Vec<(String, Option<u8>)>,
}

/// Reads saved files for figures about one diagnosis. Many threads may share it.
pub struct FlatReader<'a> {
    set: SharedSet,
    lookup: Lookup<'a>,
    heads: RwLock<Vec<Head>>,
}

impl<'a> FlatReader<'a> {
    /// A reader that has seen no file yet.
    pub fn new(set: SharedSet, lookup: Lookup<'a>) -> Self {
        Self { set, lookup, heads: RwLock::default() }
    }

    /// Reads a file; `None` where it is about another diagnosis. Answers to another edition of the diagnosis count where
    /// the ids of question and choice are the same. `is_regular` says that the folder's list gave it as a regular file.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is broken, with all its faults.
    pub fn read(&self, path: &Path, is_regular: bool) -> Result<Option<FlatAssessment>, StoreError> {
        let contents = if is_regular { read::read_unseen(path)? } else { read::read(path)? };
        if let Some(flat) = self.scan(&contents) {
            return Ok(Some(flat));
        }
        // With no other sets at hand it shows which beginnings of sheets mean what they say by themselves.
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
        let heads = self.heads.read().unwrap_or_else(PoisonError::into_inner);
        layout::scan(contents, &heads, self.set.questions.len())
    }

    /// The same of an assessment that was read with all care; `None` where it is about another diagnosis.
    pub fn flat(&self, assessment: Assessment) -> Option<FlatAssessment> {
        let sheet = &assessment.diagnosis;
        if sheet.set.id != self.set.id {
            return None;
        }
        let answer = |id: &str| sheet.choice(id).and_then(|choice| choice_in(&self.set, &choice.id));
        Some(FlatAssessment {
            complete: assessment.status() == Status::Complete,
            merged: assessment.merge.is_some(),
            answers: self.set.questions.iter().map(|question| answer(&question.id)).collect(),
            industry: assessment.organization.industry,
            region: assessment.organization.region,
            employees: assessment.organization.employees,
        })
    }

    fn learn(&self, assessment: &Assessment, contents: &[u8]) {
        if assessment.diagnosis.set.id != self.set.id {
            return;
        }
        for kind in [Kind::Checklist, Kind::Diagnosis] {
            let head = Head::of(kind, &assessment.sheet(kind).set, &self.set);
            // One that somebody edited is written differently, and would never be met.
            if memmem::find(contents, head.text.as_bytes()).is_none() {
                continue;
            }
            let mut heads = self.heads.write().unwrap_or_else(PoisonError::into_inner);
            if heads.len() < MAX_HEADS && heads.iter().all(|known| known.text != head.text) {
                heads.push(head);
            }
        }
    }
}

impl Head {
    fn of(kind: Kind, set: &QuestionSet, counted: &QuestionSet) -> Self {
        let question = |id: &str| counted.questions.iter().position(|question| question.id == id);
        Self {
            text: saved_file::sheet_head(kind, set),
            questions: set.questions.iter().map(|one| (one.id.clone(), question(&one.id))).collect(),
            choices: set.choices.iter().map(|one| (one.id.clone(), choice_in(counted, &one.id))).collect(),
        }
    }
}

fn choice_in(set: &QuestionSet, id: &str) -> Option<u8> {
    set.choices.iter().position(|choice| choice.id == id).and_then(|position| u8::try_from(position).ok())
}
