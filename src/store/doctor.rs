//! Looks over the data folder: who may read it, what is broken, what dead processes left; and repairs what can be repaired
//! without losing anything.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use chrono::Local;

use super::durable;
use super::failure::{Holder, Operation, StoreError};
use super::listing::{self, FILE_SUFFIX};
use super::lock::{self, Held, LOCK_SUFFIX};
use super::saved_file::{self, Lookup};
use super::{KEPT_INFIX, Store, read};

/// Folder in the data folder for copies of what was touched.
const COPIES: &str = "doctor";

/// How many runs of one second can have copies of their own.
const MAX_PER_SECOND: usize = 100;

/// What is remarkable about a file or folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Others than the owner have rights to it: these, as in `chmod`.
    OpenToOthers(u32),
    /// It cannot be read. People have to decide what to do.
    Broken(StoreError),
    /// A temporary file that a process which died left.
    Unfinished,
    /// The lock of a process that died.
    DeadLock,
    /// A running process has it open. Nothing is wrong.
    InUse(Option<Holder>),
    /// It has an older layout. Nothing is wrong: it is kept as it is when the new layout is written.
    OlderLayout(i64),
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was to be done.
    Notice,
    /// It can be repaired.
    Repairable,
    /// It was repaired; where the copy of what was there before is, if there was something to copy.
    Repaired(Option<PathBuf>),
    /// It is for people to repair, or repairing failed.
    Left,
}

/// One thing that is remarkable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file or folder.
    pub path: PathBuf,
    /// What is remarkable about it.
    pub remark: Remark,
    /// What became of it.
    pub outcome: Outcome,
}

/// All that was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examination {
    /// How many saved assessments were read.
    pub assessments: usize,
    /// What is remarkable, by path.
    pub findings: Vec<Finding>,
}

impl Finding {
    /// Whether something is wrong still.
    pub const fn is_open(&self) -> bool {
        matches!(self.outcome, Outcome::Repairable | Outcome::Left)
    }
}

/// Looks at everything in the data folder. With `repair`, what is safe to repair is repaired, and of every file that is
/// touched a copy is kept first; what cannot be copied is not touched.
///
/// # Errors
///
/// The folder of the assessments cannot be read. One that does not exist is in order.
pub fn examine(store: &Store, lookup: Lookup<'_>, repair: bool) -> Result<Examination, StoreError> {
    let mut examination = Examination::default();
    let mut copies = Copies::new(store.data());
    let folder = store.assessments();
    for folder in [store.data(), folder] {
        if let Ok(metadata) = fs::metadata(folder) {
            examination.findings.extend(rights(folder, &metadata));
        }
    }
    for path in files(folder)? {
        let Ok(metadata) = fs::symlink_metadata(&path) else { continue };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let own = durable::file_of_temporary(&name).or_else(|| name.strip_suffix(LOCK_SUFFIX));
        if let Some(own) = own.filter(|own| own.ends_with(FILE_SUFFIX)) {
            examination.findings.extend(left_behind(&path, &folder.join(own), &name));
        } else if name.ends_with(FILE_SUFFIX) && !name.starts_with('.') {
            examination.assessments += 1;
            examination.findings.extend(content(store, &path, lookup));
        } else if !name.contains(KEPT_INFIX) {
            continue;
        }
        // Of a link, that is its target.
        let metadata = if metadata.is_symlink() { fs::metadata(&path).unwrap_or(metadata) } else { metadata };
        if metadata.is_file() {
            examination.findings.extend(rights(&path, &metadata));
        }
    }
    if repair {
        // What is removed anyway need not be made private; then its rights are found to be gone, too.
        examination.findings.sort_by_key(|finding| !matches!(finding.remark, Remark::Unfinished | Remark::DeadLock));
        for finding in &mut examination.findings {
            mend(finding, folder, &mut copies);
        }
    }
    examination.findings.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(examination)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let refused = |error: &std::io::Error| StoreError::system(Operation::Listing, folder, error);
    let names = match fs::read_dir(folder) {
        Ok(names) => names,
        Err(error) if durable::is_absent(&error) => return Ok(Vec::new()),
        Err(error) => return Err(refused(&error)),
    };
    let mut files = Vec::new();
    for entry in names {
        files.push(entry.map_err(|error| refused(&error))?.path());
    }
    files.sort();
    Ok(files)
}

#[cfg(unix)]
fn rights(path: &Path, metadata: &Metadata) -> Option<Finding> {
    use std::os::unix::fs::MetadataExt;
    let mode = metadata.mode() & 0o777;
    let finding = Finding { path: path.to_owned(), remark: Remark::OpenToOthers(mode), outcome: Outcome::Repairable };
    (mode & 0o077 != 0).then_some(finding)
}

/// Elsewhere a person's folders are private already.
#[cfg(not(unix))]
fn rights(_: &Path, _: &Metadata) -> Option<Finding> {
    None
}

/// A lock or temporary file: of a living process, or left by a dead one.
fn left_behind(path: &Path, file: &Path, name: &str) -> Option<Finding> {
    let is_lock = name.ends_with(LOCK_SUFFIX);
    let (remark, outcome) = match lock::held(file) {
        Held::By(holder) if is_lock => (Remark::InUse(holder), Outcome::Notice),
        Held::By(_) => return None,
        Held::ByNobody if is_lock => (Remark::DeadLock, Outcome::Repairable),
        Held::ByNobody => (Remark::Unfinished, Outcome::Repairable),
    };
    Some(Finding { path: path.to_owned(), remark, outcome })
}

fn content(store: &Store, path: &Path, lookup: Lookup<'_>) -> Option<Finding> {
    let (remark, outcome) = match store.read(path, lookup) {
        Err(error) => (Remark::Broken(error), Outcome::Left),
        Ok(opened) => match opened.version.layout() {
            Some(layout) if layout < saved_file::SCHEMA => (Remark::OlderLayout(layout), Outcome::Notice),
            _ => return None,
        },
    };
    Some(Finding { path: path.to_owned(), remark, outcome })
}

fn mend(finding: &mut Finding, folder: &Path, copies: &mut Copies) {
    if finding.outcome != Outcome::Repairable {
        return;
    }
    let path = &finding.path;
    let was_removed = path.symlink_metadata().is_err();
    if was_removed {
        // Together with another one of the same file, which was copied as well.
        finding.outcome = Outcome::Repaired(copies.of(path));
        return;
    }
    let copy = if path.is_dir() { Ok(None) } else { copies.keep(path).map(Some) };
    let Ok(copy) = copy else {
        finding.outcome = Outcome::Left;
        return;
    };
    let is_mended = match finding.remark {
        Remark::OpenToOthers(_) => {
            durable::make_private(path);
            fs::metadata(path).is_ok_and(|metadata| rights(path, &metadata).is_none())
        }
        Remark::Unfinished | Remark::DeadLock => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let own = durable::file_of_temporary(&name).or_else(|| name.strip_suffix(LOCK_SUFFIX));
            if let Some(file) = own.map(|own| folder.join(own)) {
                // All that is left of this file goes at once, so all of it is copied first.
                if copies.keep_all_of(&file).is_ok() {
                    listing::tidy(&file);
                }
            }
            path.symlink_metadata().is_err()
        }
        _ => false,
    };
    finding.outcome = if is_mended { Outcome::Repaired(copy) } else { Outcome::Left };
}

/// Copies of what is touched, in a folder for this run.
struct Copies {
    data: PathBuf,
    folder: Option<PathBuf>,
}

impl Copies {
    fn new(data: &Path) -> Self {
        Self { data: data.to_owned(), folder: None }
    }

    /// Where the copy of a file is, if there is one.
    fn of(&self, path: &Path) -> Option<PathBuf> {
        let copy = self.folder.as_ref()?.join(path.file_name()?);
        copy.symlink_metadata().is_ok().then_some(copy)
    }

    /// Copies a file durably, once.
    fn keep(&mut self, path: &Path) -> Result<PathBuf, StoreError> {
        if let Some(copy) = self.of(path) {
            return Ok(copy);
        }
        let refused = |error: &std::io::Error| StoreError::system(Operation::KeepingAside, path, error);
        let copy = self.folder()?.join(path.file_name().unwrap_or_default());
        let (mut source, _) = read::open(path)?;
        let mut target =
            durable::private_options().write(true).create_new(true).open(&copy).map_err(|error| refused(&error))?;
        std::io::copy(&mut source, &mut target)
            .and_then(|_| target.sync_all())
            .and_then(|()| durable::sync_folder(durable::folder_of(&copy)))
            .map_err(|error| refused(&error))?;
        Ok(copy)
    }

    /// Copies the lock and every temporary file of a saved file.
    fn keep_all_of(&mut self, file: &Path) -> Result<(), StoreError> {
        let own = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for path in files(durable::folder_of(file))? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let belongs = durable::file_of_temporary(&name).or_else(|| name.strip_suffix(LOCK_SUFFIX));
            if belongs == Some(&own) {
                self.keep(&path)?;
            }
        }
        Ok(())
    }

    fn folder(&mut self) -> Result<PathBuf, StoreError> {
        if let Some(folder) = &self.folder {
            return Ok(folder.clone());
        }
        let time = Local::now().format("%Y%m%d-%H%M%S").to_string();
        let mut folder = self.data.join(COPIES).join(&time);
        for number in 2..=MAX_PER_SECOND {
            if folder.symlink_metadata().is_err() {
                break;
            }
            folder = self.data.join(COPIES).join(format!("{time}-{number}"));
        }
        durable::make_private_folder(&folder)?;
        self.folder = Some(folder.clone());
        Ok(folder)
    }
}
