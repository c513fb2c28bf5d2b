//! Counts many assessments from files, folders and streams, one at a time: lines of `export --format jsonl`, tables with the
//! same columns, documents of `export --format json`, saved assessments. An assessment that is given twice, in whatever form,
//! counts once: the first one in the order of the inputs. The counts, and which inputs are named in which order, depend neither
//! on the number of threads nor on the order in which a folder lists its files.

mod counted;
mod document;
mod files;
mod flat;
mod ids;
mod lines;
mod table;
mod total;

use std::ffi::{OsStr, OsString};
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
use counted::{Counted, Found};
use ids::Ids;

pub use total::total_work;

/// The most broken inputs, and the most duplicates, that are named; the others are only counted.
pub const MAX_NAMED: usize = 1000;

/// How many saved files are counted between two reports of progress. Of a folder with more, only the names are kept.
const BATCH_SIZE: usize = 1000;

/// What the names of files begin with that macOS puts beside others on disks of other systems.
const COMPANION_PREFIX: &str = "._";

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
    /// It is a file that macOS puts beside another one.
    Companion,
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

/// An assessment that was not counted because it was counted before.
#[derive(Debug)]
pub struct Duplicate {
    /// The file, with the line if it has lines.
    pub location: String,
    /// The id that it shares with an earlier one.
    pub id: String,
}

/// What a file holds, by its extension.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileKind {
    Saved,
    Lines,
    Table,
    Document,
}

impl FileKind {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "toml" => Some(Self::Saved),
            "jsonl" | "ndjson" => Some(Self::Lines),
            "csv" => Some(Self::Table),
            "json" => Some(Self::Document),
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
    /// The first duplicates, at most [`MAX_NAMED`].
    pub duplicates: Vec<Duplicate>,
    /// How many duplicates there are.
    pub duplicate_count: usize,
    /// Whether a path that was asked for, rather than one that a folder lists, could not be read.
    pub has_unreadable_path: bool,
    ids: Ids,
    /// Whether what is counted was asked for by its path.
    is_asked_for: bool,
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
            duplicates: Vec::new(),
            duplicate_count: 0,
            has_unreadable_path: false,
            ids: Ids::default(),
            is_asked_for: true,
            reader: FlatReader::new(set.clone(), lookup),
            set,
            threads: counted::threads(),
            total,
            done: 0,
            counted: 0,
            progress,
        }
    }

    /// How many assessments were counted without looking for duplicates, because there are too many.
    pub fn unchecked(&self) -> u64 {
        self.ids.unchecked
    }

    /// Counts files, all files of known kinds in folders and their subfolders, and the lines of `stream` for the path `-`. Of a
    /// folder, the saved files come first, then the rest, each in the order of their names.
    pub fn count_all(&mut self, paths: &[PathBuf], mut stream: impl Read) {
        let is_saved = |path: &PathBuf| FileKind::of(path) == Some(FileKind::Saved) && !path.is_dir();
        for some in paths.chunk_by(|a, b| is_saved(a) && is_saved(b)) {
            match some {
                [path] if is_standard_input(path) => self.count_lines("-", &mut stream),
                [path] => self.count_path(path),
                saved => saved.chunks(BATCH_SIZE).for_each(|saved| self.count_saved(saved, false)),
            }
        }
    }

    fn count_path(&mut self, path: &Path) {
        if path.is_dir() {
            return self.count_folder(path);
        }
        let location = path.display().to_string();
        match FileKind::of(path) {
            Some(FileKind::Saved) => self.count_saved(&[path.to_owned()], false),
            Some(FileKind::Lines) => match open_large(path) {
                Ok(file) => self.count_lines(&location, file),
                Err(error) => self.fail_path(location, InputError::Saved(error)),
            },
            Some(FileKind::Table) => match open_large(path) {
                Ok(file) => self.count_table(&location, file),
                Err(error) => self.fail_path(location, InputError::Saved(error)),
            },
            Some(FileKind::Document) => self.count_document(path, location),
            None => self.fail_path(location, InputError::UnknownKind),
        }
    }

    fn count_document(&mut self, path: &Path, location: String) {
        match document::count(path, &self.set, &mut self.ids) {
            Ok(counted) => {
                self.absorb(counted, |_| location.clone());
            }
            Err(error) => self.fail_path(location, error),
        }
        self.report_files(1);
    }

    fn count_lines(&mut self, location: &str, input: impl Read) {
        let (threads, set) = (self.threads, self.set.clone());
        let mut ids = std::mem::take(&mut self.ids);
        let (counted, error) = lines::count(input, &set, threads, &mut ids, &mut self.offset_progress());
        self.ids = ids;
        self.absorb_lines(location, counted, error);
    }

    fn count_table(&mut self, location: &str, input: impl Read) {
        let set = self.set.clone();
        let mut ids = std::mem::take(&mut self.ids);
        let (counted, error) = table::count(input, &set, &mut ids, &mut self.offset_progress());
        self.ids = ids;
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
        self.absorb(counted, |number| format!("{location}:{number}"));
        if let Some(error) = error {
            self.fail_path(location.to_owned(), InputError::Read(error));
        }
    }

    /// Adds counts. Names what is broken or given twice, as far as there is room; the rest is only counted.
    fn absorb(&mut self, counted: Counted, location: impl Fn(u64) -> String) {
        // Cannot fail: both are about the same set.
        let _ = self.aggregate.absorb(&counted.aggregate);
        let Found { first, count } = counted.broken;
        self.broken_count += count;
        let room = MAX_NAMED - self.broken.len();
        let named = first.into_iter().take(room);
        self.broken.extend(named.map(|(number, error)| FailedInput { location: location(number), error }));
        let Found { first, count } = counted.duplicates;
        self.duplicate_count += count;
        let room = MAX_NAMED - self.duplicates.len();
        let named = first.into_iter().take(room);
        self.duplicates.extend(named.map(|(number, id)| Duplicate { location: location(number), id }));
    }

    fn count_folder(&mut self, folder: &Path) {
        let (saved, others) = match list(folder) {
            Ok(listed) => listed,
            Err(error) => return self.fail_path(folder.display().to_string(), InputError::Read(error)),
        };
        let was_asked_for = std::mem::replace(&mut self.is_asked_for, false);
        for names in saved.chunks(BATCH_SIZE) {
            let paths: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
            self.count_saved(&paths, true);
        }
        for name in others {
            let path = folder.join(&name);
            // Reading a pipe or device could block forever.
            match path.metadata() {
                _ if is_companion(&name) => self.fail(path.display().to_string(), InputError::Companion),
                Ok(metadata) if !metadata.is_file() && !metadata.is_dir() => {
                    self.fail(path.display().to_string(), InputError::UnknownKind);
                }
                _ => self.count_path(&path),
            }
        }
        self.is_asked_for = was_asked_for;
    }

    /// Counts saved files. `are_regular` is whether a folder's listing gave them as regular files.
    fn count_saved(&mut self, paths: &[PathBuf], are_regular: bool) {
        let counted = files::count(paths, are_regular, &self.reader, &self.set, self.threads, &mut self.ids);
        self.has_unreadable_path |= self.is_asked_for && counted.broken.count > 0;
        self.absorb(counted, |number| paths[number as usize].display().to_string());
        self.report_files(paths.len());
    }

    fn report_files(&mut self, count: usize) {
        self.done += SAVED_FILE_WORK * count as u64;
        self.counted += count as u64;
        (self.progress)(Progress { done: self.done, total: self.total, counted: self.counted });
    }

    /// Names a path that could not be read at all.
    fn fail_path(&mut self, location: String, error: InputError) {
        self.has_unreadable_path |= self.is_asked_for;
        self.fail(location, error);
    }

    fn fail(&mut self, location: String, error: InputError) {
        self.broken_count += 1;
        if self.broken.len() < MAX_NAMED {
            self.broken.push(FailedInput { location, error });
        }
    }
}

/// The names of the saved files in a folder, and of everything else in it that is to be counted, each in order. A copy that a
/// synchronising program or a person made is named like its original and something more, and so comes after it.
fn list(folder: &Path) -> io::Result<(Vec<OsString>, Vec<OsString>)> {
    let (mut saved, mut others) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let path = Path::new(&name);
        let kind = entry.file_type();
        if kind.as_ref().is_ok_and(fs::FileType::is_dir) {
            others.push(name);
        } else if FileKind::of(path) == Some(FileKind::Saved)
            && kind.is_ok_and(|kind| kind.is_file())
            && !is_companion(&name)
        {
            saved.push(name);
        } else if FileKind::of(path).is_some() && !entry.path().is_dir() {
            // Links to folders are skipped: they could be circular.
            others.push(name);
        }
    }
    for names in [&mut saved, &mut others] {
        names.sort_unstable_by(|a, b| by_stem(a).cmp(&by_stem(b)));
    }
    Ok((saved, others))
}

fn by_stem(name: &OsString) -> (Option<&OsStr>, &OsString) {
    (Path::new(name).file_stem(), name)
}

fn is_companion(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(COMPANION_PREFIX.as_bytes())
}
