//! Counts many assessments from files, folders and streams, one at a time: lines of `export --format jsonl`, tables with the
//! same columns, saved assessments. The counts, and which broken inputs are named in which order, depend neither on the number
//! of threads nor on the order in which a folder lists its files.

mod counted;
mod files;
mod flat;
mod lines;
mod table;
mod total;

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

pub use total::total_work;

/// The most broken inputs that are named; the others are only counted.
pub const MAX_NAMED: usize = 1000;

/// How many saved files are counted in one batch, so that memory does not grow with their number. Up to a whole batch of broken
/// files is kept until they are sorted.
const BATCH_SIZE: usize = MAX_NAMED;

/// What a saved file counts for in [`Progress`]: about its usual size, in bytes.
const SAVED_FILE_WORK: u64 = 8 << 10;

/// How far counting has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The work done, in bytes. A saved file counts as one of the usual size.
    pub done: u64,
    /// All the work in the same unit, if it is known; see [`total_work`].
    pub total: Option<u64>,
    /// How many assessments were read.
    pub counted: u64,
}

/// Why an input could not be counted.
#[derive(Debug)]
pub enum InputError {
    /// It could not be read.
    Read(io::Error),
    /// A line or row is no flat assessment.
    Line(FaultKind),
    /// The answers do not fit the question set.
    OtherSet,
    /// The extension of the file is none that is known, or it is no regular file.
    UnknownKind,
    /// A file could not be opened, or is no readable saved assessment.
    Saved(StoreError),
}

/// An input that could not be counted.
#[derive(Debug)]
pub struct FailedInput {
    /// The file, with the line if it has lines.
    pub location: String,
    /// Why it could not be counted.
    pub error: InputError,
}

/// What a file holds, by its extension.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileKind {
    Saved,
    Lines,
    Table,
}

impl FileKind {
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
fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Counts the assessments of files, folders and streams.
pub struct Aggregator<'a> {
    /// The counts so far.
    pub aggregate: Aggregate,
    /// The first broken inputs, at most [`MAX_NAMED`].
    pub broken: Vec<FailedInput>,
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
    /// An aggregator of assessments of this diagnosis. It calls `progress` now and then; `total` is that of [`total_work`].
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

    /// Counts files, all files of known kinds in folders and their subfolders, and the lines of `stream` for the path `-`. Of a
    /// folder, the saved files come first, then the rest, each in the order of their names.
    pub fn count_all(&mut self, paths: &[PathBuf], mut stream: impl Read) {
        let is_saved = |path: &PathBuf| FileKind::of(path) == Some(FileKind::Saved) && !path.is_dir();
        for some in paths.chunk_by(|a, b| is_saved(a) && is_saved(b)) {
            match some {
                [path] if is_standard_input(path) => self.count_lines("-", &mut stream),
                [path] => self.count_path(path),
                saved => saved.chunks(BATCH_SIZE).for_each(|saved| self.count_named(saved)),
            }
        }
    }

    fn count_path(&mut self, path: &Path) {
        if path.is_dir() {
            return self.count_folder(path);
        }
        let location = path.display().to_string();
        match FileKind::of(path) {
            Some(FileKind::Saved) => self.count_named(&[path.to_owned()]),
            Some(FileKind::Lines) => match open_large(path) {
                Ok(file) => self.count_lines(&location, file),
                Err(error) => self.fail(location, InputError::Saved(error)),
            },
            Some(FileKind::Table) => match open_large(path) {
                Ok(file) => self.count_table(&location, file),
                Err(error) => self.fail(location, InputError::Saved(error)),
            },
            None => self.fail(location, InputError::UnknownKind),
        }
    }

    fn count_lines(&mut self, location: &str, input: impl Read) {
        let (threads, set) = (self.threads, self.set.clone());
        let (counted, error) = lines::count(input, &set, threads, &mut self.offset_progress());
        self.absorb_lines(location, counted, error);
    }

    fn count_table(&mut self, location: &str, input: impl Read) {
        let set = self.set.clone();
        let (counted, error) = table::count(input, &set, &mut self.offset_progress());
        self.absorb_lines(location, counted, error);
    }

    /// A callback for the progress of one input, which adds that of the inputs before it.
    fn offset_progress(&mut self) -> impl FnMut(Progress) {
        let (done, counted, total) = (self.done, self.counted, self.total);
        let (all_done, all_counted, progress) = (&mut self.done, &mut self.counted, &mut self.progress);
        move |so_far| {
            (*all_done, *all_counted) = (done + so_far.done, counted + so_far.counted);
            progress(Progress { done: *all_done, total, counted: *all_counted });
        }
    }

    fn absorb_lines(&mut self, location: &str, counted: Counted, error: Option<io::Error>) {
        for (number, error) in self.absorb(counted) {
            self.fail(format!("{location}:{number}"), error);
        }
        if let Some(error) = error {
            self.fail(location.to_owned(), InputError::Read(error));
        }
    }

    /// Adds counts. Returns the broken inputs that are to be named; the others are only counted.
    fn absorb(&mut self, counted: Counted) -> Vec<(u64, InputError)> {
        // Cannot fail: both are about the same set.
        let _ = self.aggregate.absorb(&counted.aggregate);
        self.broken_count += counted.broken_count - counted.broken.len();
        counted.broken
    }

    fn count_folder(&mut self, folder: &Path) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.fail(folder.display().to_string(), InputError::Read(error)),
        };
        let mut broken = SortedBroken::default();
        let (mut saved, mut others) = (Vec::new(), Vec::new());
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.fail(folder.display().to_string(), InputError::Read(error));
                    break;
                }
            };
            let path = entry.path();
            let kind = entry.file_type();
            if kind.as_ref().is_ok_and(fs::FileType::is_dir) {
                others.push(path);
            } else if FileKind::of(&path) == Some(FileKind::Saved) && kind.is_ok_and(|kind| kind.is_file()) {
                saved.push(path);
                if saved.len() == BATCH_SIZE {
                    self.count_listed(&saved, &mut broken);
                    saved.clear();
                }
            } else if FileKind::of(&path).is_some() && !path.is_dir() {
                // Links to folders are skipped: they could be circular.
                others.push(path);
            }
        }
        self.count_listed(&saved, &mut broken);
        self.broken_count += broken.unnamed;
        for (path, error) in broken.first {
            self.fail(path.display().to_string(), error);
        }
        others.sort_unstable();
        for path in others {
            // Reading a pipe or device could block forever.
            match path.metadata() {
                Ok(metadata) if !metadata.is_file() && !metadata.is_dir() => {
                    self.fail(path.display().to_string(), InputError::UnknownKind);
                }
                _ => self.count_path(&path),
            }
        }
    }

    /// Counts saved files given by name.
    fn count_named(&mut self, paths: &[PathBuf]) {
        let counted = files::count(paths, false, &self.reader, &self.set, self.threads);
        for (number, error) in self.absorb(counted) {
            self.fail(paths[number as usize].display().to_string(), error);
        }
        self.report_files(paths);
    }

    /// Counts saved files of a folder, which were listed in any order.
    fn count_listed(&mut self, paths: &[PathBuf], broken: &mut SortedBroken) {
        let counted = files::count(paths, true, &self.reader, &self.set, self.threads);
        for (number, error) in self.absorb(counted) {
            broken.insert(paths[number as usize].clone(), error);
        }
        self.report_files(paths);
    }

    fn report_files(&mut self, paths: &[PathBuf]) {
        self.done += SAVED_FILE_WORK * paths.len() as u64;
        self.counted += paths.len() as u64;
        (self.progress)(Progress { done: self.done, total: self.total, counted: self.counted });
    }

    fn fail(&mut self, location: String, error: InputError) {
        self.broken_count += 1;
        if self.broken.len() < MAX_NAMED {
            self.broken.push(FailedInput { location, error });
        }
    }
}

/// The first broken files by their names, at most [`MAX_NAMED`].
#[derive(Default)]
struct SortedBroken {
    first: BTreeMap<PathBuf, InputError>,
    unnamed: usize,
}

impl SortedBroken {
    fn insert(&mut self, path: PathBuf, error: InputError) {
        self.first.insert(path, error);
        if self.first.len() > MAX_NAMED {
            self.first.pop_last();
            self.unnamed += 1;
        }
    }
}
