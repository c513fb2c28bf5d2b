//! Many assessments from files, folders and streams, counted one at a time: lines of `export --format jsonl`, tables with
//! the same columns, saved assessments.

mod flat;
mod lines;

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::core::aggregate::{Aggregate, Record};
use crate::core::assessment::{Assessment, Status};
use crate::core::question_set::{QuestionSet, SharedSet};
use crate::store::failure::StoreError;
use crate::store::figures::{FlatAssessment, scan};
use crate::store::listing::on_threads;

/// The most broken inputs that are named.
pub const MOST_NAMED: usize = 1000;

/// How many saved files are read before they are counted, so that memory does not grow with their number.
const FILES_AT_ONCE: usize = 2000;

/// How far counting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is done: bytes of lines, or files.
    pub done: u64,
    /// What there is to do, where it is known.
    pub total: Option<u64>,
}

/// Why an input could not be counted.
#[derive(Debug)]
pub enum Cause {
    /// It could not be read.
    Input(io::Error),
    /// A line or row is no flat assessment.
    Line(String),
    /// The answers do not fit the question set.
    Record,
    /// The file is of no known kind.
    Kind,
    /// A saved assessment could not be read.
    Saved(StoreError),
}

/// An input that could not be counted.
#[derive(Debug)]
pub struct Broken {
    /// The file, with the line where it has lines.
    pub place: String,
    /// Why.
    pub cause: Cause,
}

/// Reads one saved assessment.
pub type ReadSaved<'a> = &'a (dyn Fn(&Path) -> Result<Assessment, StoreError> + Sync);

/// Counts what it is given.
pub struct Intake<'a> {
    /// The counts so far.
    pub aggregate: Aggregate,
    /// The first broken inputs, at most [`MOST_NAMED`].
    pub broken: Vec<Broken>,
    /// How many inputs are broken.
    pub broken_count: usize,
    set: SharedSet,
    saved: ReadSaved<'a>,
    progress: &'a mut dyn FnMut(Progress),
}

impl<'a> Intake<'a> {
    /// An intake for assessments of this diagnosis, which tells now and then how far it is.
    pub fn new(set: SharedSet, saved: ReadSaved<'a>, progress: &'a mut dyn FnMut(Progress)) -> Self {
        let aggregate = Aggregate::new(set.clone());
        Self { aggregate, broken: Vec::new(), broken_count: 0, set, saved, progress }
    }

    /// Counts a file, or every file of a known kind in a folder and those below it, in the order of their names.
    pub fn path(&mut self, path: &Path) {
        if path.is_dir() {
            return self.folder(path);
        }
        let place = path.display().to_string();
        let file = || fs::File::open(path);
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("toml") => self.files(&[path.to_owned()]),
            Some("jsonl" | "ndjson") => match file() {
                Ok(file) => {
                    let total = file.metadata().ok().map(|metadata| metadata.len());
                    self.lines(&place, file, total);
                }
                Err(error) => self.fail(place, Cause::Input(error)),
            },
            Some("csv") => match file() {
                Ok(file) => self.table(&place, file),
                Err(error) => self.fail(place, Cause::Input(error)),
            },
            _ => self.fail(place, Cause::Kind),
        }
    }

    /// Counts lines of JSON, of which there are `total` bytes, if that is known; blank ones are passed over.
    pub fn lines(&mut self, place: &str, input: impl Read, total: Option<u64>) {
        let progress = &mut self.progress;
        let counted = lines::count(input, &self.set, &mut |so_far| progress(Progress { total, ..so_far }));
        // Both are about the same set.
        let _ = self.aggregate.absorb(&counted.aggregate);
        let unnamed = counted.broken_count - counted.broken.len();
        for (number, cause) in counted.broken {
            self.fail(format!("{place}:{number}"), cause);
        }
        self.broken_count += unnamed;
        if let Some(error) = counted.error {
            self.fail(place.to_owned(), Cause::Input(error));
        }
    }

    fn table(&mut self, place: &str, input: impl Read) {
        let mut reader = csv::Reader::from_reader(input);
        let columns = match reader.headers() {
            Ok(headers) => flat::Columns::of(headers, &self.set),
            Err(error) => return self.fail(place.to_owned(), Cause::Line(error.to_string())),
        };
        let mut row = csv::StringRecord::new();
        for number in 2_u64.. {
            match reader.read_record(&mut row) {
                Ok(false) => return,
                Ok(true) => match columns.line(&row, &self.set) {
                    Ok(flat) => self.count(&flat.record(), || format!("{place}:{number}")),
                    Err(word) => self.fail(format!("{place}:{number}"), Cause::Line(word)),
                },
                Err(error) if error.is_io_error() => {
                    return self.fail(place.to_owned(), Cause::Line(error.to_string()));
                }
                Err(error) => self.fail(format!("{place}:{number}"), Cause::Line(error.to_string())),
            }
        }
    }

    fn folder(&mut self, folder: &Path) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.fail(folder.display().to_string(), Cause::Input(error)),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        let mut saved = Vec::new();
        for entry in entries {
            let path = entry.path();
            let known = path
                .extension()
                .is_some_and(|ending| ["toml", "jsonl", "ndjson", "csv"].iter().any(|one| ending == *one));
            let kind = entry.file_type();
            if known
                && path.extension().is_some_and(|ending| ending == "toml")
                && kind.as_ref().is_ok_and(fs::FileType::is_file)
            {
                saved.push(path);
            } else if kind.is_ok_and(|kind| kind.is_dir()) || (known && !path.is_dir()) {
                // A link to a folder could lead round in a circle.
                self.files(&std::mem::take(&mut saved));
                self.path(&path);
            }
        }
        self.files(&saved);
    }

    /// Counts saved files, which are read on several threads where there are many.
    fn files(&mut self, paths: &[PathBuf]) {
        for (index, some) in paths.chunks(FILES_AT_ONCE).enumerate() {
            let read = on_threads(some, |path| read_saved(path, &self.set, self.saved));
            for (path, flat) in some.iter().zip(read) {
                match flat {
                    Ok(flat) => self.count(&record(&flat), || path.display().to_string()),
                    Err(cause) => self.fail(path.display().to_string(), cause),
                }
            }
            let done = index * FILES_AT_ONCE + some.len();
            (self.progress)(Progress { done: done as u64, total: Some(paths.len() as u64) });
        }
    }

    fn count(&mut self, record: &Record<'_>, place: impl FnOnce() -> String) {
        if self.aggregate.add(record).is_err() {
            self.fail(place(), Cause::Record);
        }
    }

    fn fail(&mut self, place: String, cause: Cause) {
        self.broken_count += 1;
        if self.broken.len() < MOST_NAMED {
            self.broken.push(Broken { place, cause });
        }
    }
}

fn record(flat: &FlatAssessment) -> Record<'_> {
    Record {
        complete: flat.complete,
        industry: &flat.industry,
        region: &flat.region,
        employees: flat.employees,
        answers: &flat.answers,
    }
}

/// Reads a saved file: quickly where it is as the program writes it, else with all care.
fn read_saved(path: &Path, set: &QuestionSet, saved: ReadSaved<'_>) -> Result<FlatAssessment, Cause> {
    if let Some(flat) = scan(path, set) {
        return Ok(flat);
    }
    let assessment = saved(path).map_err(Cause::Saved)?;
    let sheet = &assessment.diagnosis;
    if sheet.set.id != set.id {
        return Err(Cause::Record);
    }
    let position = |id: &str| set.choices.iter().position(|choice| choice.id == id).map(|at| at as u8);
    // By id: another edition may have its questions in another order.
    let answer = |id: &str| sheet.choice(id).and_then(|choice| position(&choice.id));
    Ok(FlatAssessment {
        complete: assessment.status() == Status::Complete,
        answers: set.questions.iter().map(|question| answer(&question.id)).collect(),
        industry: assessment.organization.industry,
        region: assessment.organization.region,
        employees: assessment.organization.employees,
    })
}
