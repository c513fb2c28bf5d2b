//! Many assessments from files, folders and streams, counted one at a time: lines of `export --format jsonl`, tables with
//! the same columns, saved assessments.

mod flat;

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use crate::core::aggregate::{Aggregate, Record};
use crate::core::assessment::{Assessment, Status};
use crate::core::question_set::SharedSet;
use crate::store::failure::StoreError;

use flat::FlatLine;

/// The most broken inputs that are named.
pub const MOST_NAMED: usize = 1000;

/// The longest line that is read, in bytes; a longer one is broken.
const LONGEST_LINE: usize = 1 << 20;

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
pub type ReadSaved<'a> = &'a dyn Fn(&Path) -> Result<Assessment, StoreError>;

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
}

impl<'a> Intake<'a> {
    /// An intake for assessments of this diagnosis.
    pub fn new(set: SharedSet, saved: ReadSaved<'a>) -> Self {
        let aggregate = Aggregate::new(set.clone());
        Self { aggregate, broken: Vec::new(), broken_count: 0, set, saved }
    }

    /// Counts a file, or every file of a known kind in a folder and those below it, in the order of their names.
    pub fn path(&mut self, path: &Path) {
        if path.is_dir() {
            return self.folder(path);
        }
        let place = path.display().to_string();
        let file = || fs::File::open(path);
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("toml") => match (self.saved)(path) {
                Ok(assessment) => self.saved_assessment(&place, &assessment),
                Err(error) => self.fail(place, Cause::Saved(error)),
            },
            Some("jsonl" | "ndjson") => match file() {
                Ok(file) => self.lines(&place, file),
                Err(error) => self.fail(place, Cause::Input(error)),
            },
            Some("csv") => match file() {
                Ok(file) => self.table(&place, file),
                Err(error) => self.fail(place, Cause::Input(error)),
            },
            _ => self.fail(place, Cause::Kind),
        }
    }

    /// Counts lines of JSON; blank ones are passed over.
    pub fn lines(&mut self, place: &str, input: impl Read) {
        let mut input = BufReader::with_capacity(1 << 18, input);
        let mut line = Vec::new();
        for number in 1_u64.. {
            line.clear();
            match (&mut input).take(LONGEST_LINE as u64).read_until(b'\n', &mut line) {
                Ok(0) => return,
                Ok(LONGEST_LINE) if !line.ends_with(b"\n") => {
                    self.fail(format!("{place}:{number}"), Cause::Line(format!("> {LONGEST_LINE}")));
                    if let Err(error) = input.skip_until(b'\n') {
                        return self.fail(place.to_owned(), Cause::Input(error));
                    }
                }
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => match FlatLine::parse(&line, &self.set) {
                    Ok(flat) => self.count(&flat.record(), || format!("{place}:{number}")),
                    Err(error) => self.fail(format!("{place}:{number}"), Cause::Line(error.to_string())),
                },
                Err(error) => return self.fail(place.to_owned(), Cause::Input(error)),
            }
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
        for entry in entries {
            let path = entry.path();
            let known = path
                .extension()
                .is_some_and(|ending| ["toml", "jsonl", "ndjson", "csv"].iter().any(|one| ending == *one));
            // A link to a folder could lead round in a circle.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) || (known && !path.is_dir()) {
                self.path(&path);
            }
        }
    }

    fn saved_assessment(&mut self, place: &str, assessment: &Assessment) {
        let sheet = &assessment.diagnosis;
        if sheet.set.id != self.set.id {
            return self.fail(place.to_owned(), Cause::Record);
        }
        let position = |id: &str| self.set.choices.iter().position(|choice| choice.id == id).map(|at| at as u8);
        let answers: Vec<Option<u8>> =
            sheet.chosen().map(|(_, choice)| choice.and_then(|choice| position(&choice.id))).collect();
        let organization = &assessment.organization;
        let record = Record {
            complete: assessment.status() == Status::Complete,
            industry: &organization.industry,
            region: &organization.region,
            employees: organization.employees,
            answers: &answers,
        };
        self.count(&record, || place.to_owned());
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
