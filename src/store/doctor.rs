//! Checks the data folder (permissions, broken files, leftovers of dead processes) and repairs what can be repaired without
//! losing anything.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use chrono::Local;

use super::durable;
use super::failure::{Holder, Operation, StoreError};
use super::listing::{self, FILE_SUFFIX};
use super::lock::{self, LOCK_SUFFIX};
use super::saved_file::{self, Lookup};
use super::version::KEPT_INFIX;
use super::{Store, folders, read};

/// The folder in the data folder for backups of what was repaired.
const BACKUP_FOLDER: &str = "doctor";

/// How many runs within the same second can have a backup folder each.
const MAX_PER_SECOND: usize = 100;

/// What was found about a file or folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// Other users have permissions on it; the number is its mode, such as `0o644`.
    #[cfg_attr(not(unix), expect(dead_code, reason = "files have modes on unix only"))]
    OpenToOthers(u32),
    /// It is where the system lets other users read. Its owner may want that.
    NotPrivate,
    /// It cannot be read as a saved assessment. People have to decide what to do.
    Broken(StoreError),
    /// A temporary file that a dead process left.
    Unfinished,
    /// The lock file of a dead process.
    StaleLock,
    /// A running process has it open. Nothing is wrong.
    InUse(Option<Holder>),
    /// It has this older layout. Nothing is wrong: a version is kept aside before the new layout is written.
    OlderLayout(i64),
}

/// What was done about a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing needs to be done.
    Notice,
    /// It can be repaired.
    Repairable,
    /// It was repaired. The path is that of the backup; a folder has none.
    Repaired(Option<PathBuf>),
    /// It cannot be repaired automatically, or the repair failed.
    Unrepaired,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file or folder.
    pub path: PathBuf,
    /// What was found.
    pub kind: FindingKind,
    /// What was done about it.
    pub outcome: Outcome,
}

/// The result of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examination {
    /// How many saved assessments were read.
    pub assessments: usize,
    /// What was found, by path.
    pub findings: Vec<Finding>,
}

impl Finding {
    /// Whether something is still wrong.
    pub const fn is_open(&self) -> bool {
        matches!(self.outcome, Outcome::Repairable | Outcome::Unrepaired)
    }
}

/// Checks everything in the data folder. With `repair`, what is safe to repair is repaired. Every file is backed up before
/// it is changed or removed; a file that cannot be backed up is not touched.
///
/// # Errors
///
/// The folder of the assessments cannot be read. A folder that does not exist is in order.
pub fn examine(store: &Store, lookup: Lookup<'_>, repair: bool) -> Result<Examination, StoreError> {
    let mut examination = Examination::default();
    let mut backups = Backups::new(store.data());
    let folder = store.assessments();
    for folder in [store.data(), folder] {
        if let Ok(metadata) = fs::metadata(folder) {
            examination.findings.extend(permissions(folder, &metadata));
        }
    }
    if store.data().is_dir() && !folders::is_kept_from_others(store.data()) {
        let (path, outcome) = (store.data().to_owned(), Outcome::Notice);
        examination.findings.push(Finding { path, kind: FindingKind::NotPrivate, outcome });
    }
    for path in files(folder)? {
        let Ok(metadata) = fs::symlink_metadata(&path) else { continue };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(owner) = listing::file_of_leftover(&name) {
            examination.findings.extend(leftover(&path, &folder.join(owner), &name));
        } else if name.ends_with(FILE_SUFFIX) && !name.starts_with('.') {
            examination.assessments += 1;
            examination.findings.extend(content(store, &path, lookup));
        } else if !name.contains(KEPT_INFIX) {
            continue;
        }
        // The permissions of a link are those of its target.
        let metadata = if metadata.is_symlink() { fs::metadata(&path).unwrap_or(metadata) } else { metadata };
        if metadata.is_file() {
            examination.findings.extend(permissions(&path, &metadata));
        }
    }
    if repair {
        // Leftovers first: removing them also settles findings about their permissions.
        let is_leftover = |finding: &Finding| matches!(finding.kind, FindingKind::Unfinished | FindingKind::StaleLock);
        examination.findings.sort_by_key(|finding| !is_leftover(finding));
        for finding in &mut examination.findings {
            repair_finding(finding, folder, &mut backups);
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
fn permissions(path: &Path, metadata: &Metadata) -> Option<Finding> {
    use std::os::unix::fs::MetadataExt;
    let mode = metadata.mode() & 0o777;
    let finding =
        Finding { path: path.to_owned(), kind: FindingKind::OpenToOthers(mode), outcome: Outcome::Repairable };
    (mode & 0o077 != 0).then_some(finding)
}

/// On Windows a user's folders are private already.
#[cfg(not(unix))]
fn permissions(_: &Path, _: &Metadata) -> Option<Finding> {
    None
}

/// A lock or temporary file, of a running process or left by a dead one.
fn leftover(path: &Path, file: &Path, name: &str) -> Option<Finding> {
    let is_lock = name.ends_with(LOCK_SUFFIX);
    let (kind, outcome) = match lock::status(file) {
        lock::Status::Held(holder) if is_lock => (FindingKind::InUse(holder), Outcome::Notice),
        lock::Status::Held(_) => return None,
        lock::Status::Free if is_lock => (FindingKind::StaleLock, Outcome::Repairable),
        lock::Status::Free => (FindingKind::Unfinished, Outcome::Repairable),
    };
    Some(Finding { path: path.to_owned(), kind, outcome })
}

fn content(store: &Store, path: &Path, lookup: Lookup<'_>) -> Option<Finding> {
    let (kind, outcome) = match store.read(path, lookup) {
        Err(error) => (FindingKind::Broken(error), Outcome::Unrepaired),
        Ok(opened) => match opened.version.layout() {
            Some(layout) if layout < saved_file::SCHEMA => (FindingKind::OlderLayout(layout), Outcome::Notice),
            _ => return None,
        },
    };
    Some(Finding { path: path.to_owned(), kind, outcome })
}

fn repair_finding(finding: &mut Finding, folder: &Path, backups: &mut Backups) {
    if finding.outcome != Outcome::Repairable {
        return;
    }
    let path = &finding.path;
    let was_removed = path.symlink_metadata().is_err();
    if was_removed {
        // Removed and backed up together with another leftover of the same file.
        finding.outcome = Outcome::Repaired(backups.of(path));
        return;
    }
    let backup = if path.is_dir() { Ok(None) } else { backups.keep(path).map(Some) };
    let Ok(backup) = backup else {
        finding.outcome = Outcome::Unrepaired;
        return;
    };
    let is_repaired = match finding.kind {
        FindingKind::OpenToOthers(_) => {
            durable::make_private(path);
            fs::metadata(path).is_ok_and(|metadata| permissions(path, &metadata).is_none())
        }
        FindingKind::Unfinished | FindingKind::StaleLock => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if let Some(file) = listing::file_of_leftover(&name).map(|owner| folder.join(owner)) {
                // All leftovers of this file are removed at once, so all of them are backed up first.
                if backups.keep_leftovers(&file).is_ok() {
                    listing::remove_leftovers(&file);
                }
            }
            path.symlink_metadata().is_err()
        }
        _ => false,
    };
    finding.outcome = if is_repaired { Outcome::Repaired(backup) } else { Outcome::Unrepaired };
}

/// Backups of what is repaired, in a folder of this run, which is created with the first of them.
struct Backups {
    data: PathBuf,
    folder: Option<PathBuf>,
}

impl Backups {
    fn new(data: &Path) -> Self {
        Self { data: data.to_owned(), folder: None }
    }

    /// The backup of a file, if there is one.
    fn of(&self, path: &Path) -> Option<PathBuf> {
        let backup = self.folder.as_ref()?.join(path.file_name()?);
        backup.symlink_metadata().is_ok().then_some(backup)
    }

    /// Copies a file durably, once.
    fn keep(&mut self, path: &Path) -> Result<PathBuf, StoreError> {
        if let Some(backup) = self.of(path) {
            return Ok(backup);
        }
        let refused = |error: &std::io::Error| StoreError::system(Operation::KeepingAside, path, error);
        let backup = self.folder()?.join(path.file_name().unwrap_or_default());
        let (mut source, _) = read::open(path)?;
        let mut target =
            durable::private_options().write(true).create_new(true).open(&backup).map_err(|error| refused(&error))?;
        std::io::copy(&mut source, &mut target)
            .and_then(|_| target.sync_all())
            .and_then(|()| durable::sync_folder(durable::folder_of(&backup)))
            .map_err(|error| refused(&error))?;
        Ok(backup)
    }

    /// Copies the lock and all temporary files of a saved file.
    fn keep_leftovers(&mut self, file: &Path) -> Result<(), StoreError> {
        let owner = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for path in files(durable::folder_of(file))? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if listing::file_of_leftover(&name) == Some(&owner) {
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
        let mut folder = self.data.join(BACKUP_FOLDER).join(&time);
        for number in 2..=MAX_PER_SECOND {
            if folder.symlink_metadata().is_err() {
                break;
            }
            folder = self.data.join(BACKUP_FOLDER).join(format!("{time}-{number}"));
        }
        durable::make_private_folder(&folder)?;
        self.folder = Some(folder.clone());
        Ok(folder)
    }
}
