//! Many assessments from files, folders and streams, counted one at a time: lines of `export --format jsonl`, tables with
//! the same columns, saved assessments. What is counted, and which broken inputs are named in which order, depends neither
//! on the number of threads nor on the order in which a folder lists its files.

mod counted;
mod files;
mod flat;
mod lines;
mod table;
mod weight;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::num::NonZero;
use std::path::{Path, PathBuf};

use crate::core::question_set::SharedSet;
use crate::core::statistics::Aggregate;
use crate::input::FaultKind;
use crate::store::failure::StoreError;
use crate::store::read::open_large;
use crate::store::saved_file::Lookup;
use crate::store::saved_file::statistics::FlatReader;
use counted::Counted;

pub use weight::weight;

/// The most broken inputs that are named.
pub const MAX_NAMED: usize = 1000;

/// How many saved files are counted before the next ones are listed, so that memory does not grow with their number. All of
/// them may be broken and are remembered until they are put in order.
const FILES_AT_ONCE: usize = MAX_NAMED;

/// What a saved file weighs in progress, about its usual size in bytes.
const FILE_WEIGHT: u64 = 8 << 10;

/// How far counting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is done, in bytes; a saved file counts as a usual one.
    pub done: u64,
    /// What there is to do, where it is known; see [`weight`].
    pub total: Option<u64>,
    /// How many assessments were met.
    pub counted: u64,
}

/// Why an input could not be counted.
#[derive(Debug)]
pub enum Cause {
    /// It could not be read.
    Input(io::Error),
    /// A line or row is no flat assessment.
    Line(FaultKind),
    /// The answers do not fit the question set.
    Record,
    /// The file is of no known kind.
    Kind,
    /// A file could not be opened, or is no saved assessment that can be read.
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

/// What a file holds, by the ending of its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Saved,
    Lines,
    Table,
}

impl Holds {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "toml" => Some(Self::Saved),
            "jsonl" | "ndjson" => Some(Self::Lines),
            "csv" => Some(Self::Table),
            _ => None,
        }
    }
}

/// Whether a path stands for standard input.
fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Counts files, folders and streams one after the other.
pub struct Aggregator<'a> {
    /// The counts so far.
    pub aggregate: Aggregate,
    /// The first broken inputs, at most [`MAX_NAMED`].
    pub broken: Vec<Broken>,
    /// How many inputs are broken.
    pub broken_count: usize,
    set: SharedSet,
    reader: FlatReader<'a>,
    threads: NonZero<usize>,
    total: Option<u64>,
    done: u64,
    counted: u64,
    progress: &'a mut dyn FnMut(Progress),
}

impl<'a> Aggregator<'a> {
    /// An aggregator for assessments of this diagnosis. It reports its progress towards `total` now and then.
    pub fn new(set: SharedSet, lookup: Lookup<'a>, total: Option<u64>, progress: &'a mut dyn FnMut(Progress)) -> Self {
        Self {
            aggregate: Aggregate::new(set.clone()),
            broken: Vec::new(),
            broken_count: 0,
            reader: FlatReader::new(set.clone(), lookup),
            set,
            threads: counted::threads(),
            total,
            done: 0,
            counted: 0,
            progress,
        }
    }

    /// Counts files, every file of a known kind in folders and those below them, and lines of `stream` where a path is `-`.
    /// Of a folder, its saved files come first, then the rest, both in the order of their names.
    pub fn all(&mut self, paths: &[PathBuf], mut stream: impl Read) {
        let is_saved = |path: &PathBuf| Holds::of(path) == Some(Holds::Saved) && !path.is_dir();
        for some in paths.chunk_by(|a, b| is_saved(a) && is_saved(b)) {
            match some {
                [path] if is_stream(path) => self.lines("-", &mut stream),
                [path] => self.path(path),
                saved => saved.chunks(FILES_AT_ONCE).for_each(|saved| self.named(saved)),
            }
        }
    }

    fn path(&mut self, path: &Path) {
        if path.is_dir() {
            return self.folder(path);
        }
        let place = path.display().to_string();
        match Holds::of(path) {
            Some(Holds::Saved) => self.named(&[path.to_owned()]),
            Some(Holds::Lines) => match open_large(path) {
                Ok(file) => self.lines(&place, file),
                Err(error) => self.fail(place, Cause::Saved(error)),
            },
            Some(Holds::Table) => match open_large(path) {
                Ok(file) => self.table(&place, file),
                Err(error) => self.fail(place, Cause::Saved(error)),
            },
            None => self.fail(place, Cause::Kind),
        }
    }

    fn lines(&mut self, place: &str, input: impl Read) {
        let (threads, set) = (self.threads, self.set.clone());
        let (counted, error) = lines::count(input, &set, threads, &mut self.on_the_way());
        self.take_lines(place, counted, error);
    }

    fn table(&mut self, place: &str, input: impl Read) {
        let set = self.set.clone();
        let (counted, error) = table::count(input, &set, &mut self.on_the_way());
        self.take_lines(place, counted, error);
    }

    /// Adds what is done of one input to what was done before.
    fn on_the_way(&mut self) -> impl FnMut(Progress) {
        let (done, counted, total) = (self.done, self.counted, self.total);
        let (all_done, all_counted, progress) = (&mut self.done, &mut self.counted, &mut self.progress);
        move |so_far| {
            (*all_done, *all_counted) = (done + so_far.done, counted + so_far.counted);
            progress(Progress { done: *all_done, total, counted: *all_counted });
        }
    }

    fn take_lines(&mut self, place: &str, counted: Counted, error: Option<io::Error>) {
        for (number, cause) in self.take(counted) {
            self.fail(format!("{place}:{number}"), cause);
        }
        if let Some(error) = error {
            self.fail(place.to_owned(), Cause::Input(error));
        }
    }

    /// Adds counts; what is broken is handed back to be named, and counted where it is not.
    fn take(&mut self, counted: Counted) -> Vec<(u64, Cause)> {
        // Both are about the same set.
        let _ = self.aggregate.absorb(&counted.aggregate);
        self.broken_count += counted.broken_count - counted.broken.len();
        counted.broken
    }

    fn folder(&mut self, folder: &Path) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.fail(folder.display().to_string(), Cause::Input(error)),
        };
        let mut broken = InOrder::default();
        let (mut saved, mut others) = (Vec::new(), Vec::new());
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.fail(folder.display().to_string(), Cause::Input(error));
                    break;
                }
            };
            let path = entry.path();
            let kind = entry.file_type();
            if kind.as_ref().is_ok_and(fs::FileType::is_dir) {
                others.push(path);
            } else if Holds::of(&path) == Some(Holds::Saved) && kind.is_ok_and(|kind| kind.is_file()) {
                saved.push(path);
                if saved.len() == FILES_AT_ONCE {
                    self.listed(&saved, &mut broken);
                    saved.clear();
                }
            } else if Holds::of(&path).is_some() && !path.is_dir() {
                // Links to folders are skipped: they could form a loop.
                others.push(path);
            }
        }
        self.listed(&saved, &mut broken);
        self.broken_count += broken.unnamed;
        for (path, cause) in broken.first {
            self.fail(path.display().to_string(), cause);
        }
        others.sort_unstable();
        for path in others {
            // FIFOs and devices are skipped: opening one could block forever.
            match path.metadata() {
                Ok(metadata) if !metadata.is_file() && !metadata.is_dir() => {
                    self.fail(path.display().to_string(), Cause::Kind);
                }
                _ => self.path(&path),
            }
        }
    }

    /// Counts saved files that were named one by one.
    fn named(&mut self, paths: &[PathBuf]) {
        let counted = files::count(paths, false, &self.reader, &self.set, self.threads);
        for (number, cause) in self.take(counted) {
            self.fail(paths[number as usize].display().to_string(), cause);
        }
        self.files_done(paths);
    }

    /// Counts saved files that a folder listed in any order.
    fn listed(&mut self, paths: &[PathBuf], broken: &mut InOrder) {
        let counted = files::count(paths, true, &self.reader, &self.set, self.threads);
        for (number, cause) in self.take(counted) {
            broken.insert(paths[number as usize].clone(), cause);
        }
        self.files_done(paths);
    }

    fn files_done(&mut self, paths: &[PathBuf]) {
        self.done += FILE_WEIGHT * paths.len() as u64;
        self.counted += paths.len() as u64;
        (self.progress)(Progress { done: self.done, total: self.total, counted: self.counted });
    }

    fn fail(&mut self, place: String, cause: Cause) {
        self.broken_count += 1;
        if self.broken.len() < MAX_NAMED {
            self.broken.push(Broken { place, cause });
        }
    }
}

/// The first broken files by their names, at most [`MAX_NAMED`].
#[derive(Default)]
struct InOrder {
    first: BTreeMap<PathBuf, Cause>,
    unnamed: usize,
}

impl InOrder {
    fn insert(&mut self, path: PathBuf, cause: Cause) {
        self.first.insert(path, cause);
        if self.first.len() > MAX_NAMED {
            self.first.pop_last();
            self.unnamed += 1;
        }
    }
}
