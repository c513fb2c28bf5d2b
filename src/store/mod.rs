//! Saved assessments and settings on disk.
//!
//! One readable file each, written so that it is whole at every moment ([`writer`]), held by one process at a time
//! ([`lock`]), and checked as if somebody else had written it ([`document`]).

pub mod doctor;
mod durable;
pub mod failure;
mod find;
pub mod folders;
pub mod listing;
pub mod lock;
pub mod outgoing;
pub mod read;
pub mod saved_file;
pub mod settings;
pub mod summary;
pub mod version;
pub mod writer;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::core::assessment::{Assessment, new_id};
use crate::input::encoding::decode;
use failure::{Operation, StoreError};
use listing::FILE_SUFFIX;
use lock::FileLock;
use saved_file::Lookup;
use summary::Summary;
use version::Version;

/// What the name of a version kept aside adds to that of its file, before the time.
const KEPT_INFIX: &str = ".kept-";

/// The folder of saved assessments.
#[derive(Clone, Debug)]
pub struct Store {
    data: PathBuf,
    assessments: PathBuf,
}

/// An assessment as read from its file.
#[derive(Debug)]
pub struct Opened {
    /// What was saved.
    pub assessment: Assessment,
    /// The version of the file that was read, for the writer to notice changes by others.
    pub version: Version,
}

impl Store {
    /// The assessments under a data folder. Nothing is made before something is saved.
    ///
    /// # Errors
    ///
    /// A file stands where a folder is needed.
    pub fn open(data: PathBuf) -> Result<Self, StoreError> {
        let assessments = data.join("assessments");
        match folders::file_in_the_way(&assessments) {
            Some(file) => Err(StoreError::NotAFolder(file)),
            None => Ok(Self { data, assessments }),
        }
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The folder with a file for each assessment.
    pub fn assessments(&self) -> &Path {
        &self.assessments
    }

    /// The file of an id.
    ///
    /// # Errors
    ///
    /// The text cannot be an id, such as one that leads to another folder.
    pub fn path_of(&self, id: &str) -> Result<PathBuf, StoreError> {
        if is_id(id) {
            Ok(self.assessments.join(format!("{id}{FILE_SUFFIX}")))
        } else {
            Err(StoreError::NotFound(id.to_owned(), Vec::new()))
        }
    }

    /// An id that no saved assessment has.
    pub fn new_id(&self) -> String {
        loop {
            let id = new_id();
            if self.assessments.join(format!("{id}{FILE_SUFFIX}")).symlink_metadata().is_err() {
                return id;
            }
        }
    }

    /// All saved assessments, the newest first. A file that cannot be read is there with its problem.
    ///
    /// # Errors
    ///
    /// The folder cannot be read. One that does not exist is empty.
    pub fn list(&self, lookup: Lookup<'_>) -> Result<Vec<Summary>, StoreError> {
        let entries = listing::entries(&self.assessments)?;
        let mut summaries =
            listing::on_threads(&entries, |entry| Summary::read(entry.path.clone(), entry.is_regular, lookup));
        summaries.sort_unstable_by(|a, b| b.created_at.cmp(&a.created_at).then_with(|| a.id.cmp(&b.id)));
        Ok(summaries)
    }

    /// Takes the lock of a file, to change it. The folder of the assessments is made, for its owner only.
    ///
    /// # Errors
    ///
    /// Another process has it, or the system refuses.
    pub fn lock(&self, path: &Path) -> Result<FileLock, StoreError> {
        let lock = FileLock::take(path)?;
        if self.holds(path) {
            durable::make_private(&self.assessments);
        }
        Ok(lock)
    }

    /// Reads an assessment. One in this store goes by the name of its file, whatever id is written in it: a copy made by
    /// hand must not be saved over its original.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is broken, with all its faults.
    pub fn read(&self, path: &Path, lookup: Lookup<'_>) -> Result<Opened, StoreError> {
        let is_held = self.holds(path);
        if is_held {
            check_name(path)?;
        }
        let version = Version::read(path)?;
        let mut assessment = parse(path, version.contents(), lookup)?;
        if is_held {
            assessment.id = id_of(path);
        }
        Ok(Opened { assessment, version })
    }

    /// Reads many assessments, in the order of the paths, on several threads where there are many.
    pub fn read_all(&self, paths: &[PathBuf], lookup: Lookup<'_>) -> Vec<Result<Assessment, StoreError>> {
        listing::on_threads(paths, |path| self.read(path, lookup).map(|opened| opened.assessment))
    }

    /// Writes an assessment at once, as commands do that change nothing interactively. Whoever calls holds the lock.
    ///
    /// # Errors
    ///
    /// What the disk refuses; the file is as it was then.
    pub fn save(&self, lock: &FileLock, assessment: &Assessment) -> Result<(), StoreError> {
        Version::none(lock.target().to_owned()).write(lock.target(), saved_file::write(assessment).into_bytes())
    }

    /// Gives a saved file a second name beside it, which is returned: what is there now can be gone back to. Whoever calls
    /// holds the lock.
    ///
    /// # Errors
    ///
    /// What the disk refuses.
    pub fn keep(&self, lock: &FileLock) -> Result<PathBuf, StoreError> {
        version::keep_by_time(lock.target())
    }

    /// Deletes a file together with the versions of it that were kept aside. Of a link, the link.
    ///
    /// # Errors
    ///
    /// Another process has it, it is not there, or the system refuses.
    pub fn delete(&self, path: &Path) -> Result<(), StoreError> {
        let refused = |error: &std::io::Error| StoreError::system(Operation::Deleting, path, error);
        let metadata = path.symlink_metadata().map_err(|error| refused(&error))?;
        if let Some(found) = read::not_regular(metadata.file_type()).filter(|_| !metadata.is_symlink()) {
            return Err(StoreError::NotAFile(path.to_owned(), found));
        }
        let lock = match FileLock::take(path) {
            Ok(lock) => Some(lock),
            // A link that leads nowhere has nothing that could be held.
            Err(StoreError::LinkLoop(_)) => None,
            Err(error) => return Err(error),
        };
        remove(path).map_err(|error| refused(&error))?;
        let folder = durable::folder_of(path);
        for kept in kept_versions(path, folder) {
            remove(&kept).map_err(|error| StoreError::system(Operation::Deleting, &kept, &error))?;
        }
        durable::sync_folder(folder).map_err(|error| refused(&error))?;
        drop(lock);
        Ok(())
    }

    /// Whether a path leads into the folder of the assessments.
    fn holds(&self, path: &Path) -> bool {
        let folder = durable::folder_of(path);
        folder == self.assessments
            || matches!((fs::canonicalize(folder), fs::canonicalize(&self.assessments)), (Ok(a), Ok(b)) if a == b)
    }
}

/// Whether a text can be an id, which is also the name of a file.
pub fn is_id(text: &str) -> bool {
    saved_file::is_id(text)
}

/// The id of a file: its name without `.toml`.
pub(super) fn id_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.strip_suffix(FILE_SUFFIX).unwrap_or(&name).to_owned()
}

/// Whether a file goes by a name that can be an id, so that it can be saved and read again.
fn check_name(path: &Path) -> Result<(), StoreError> {
    if is_id(&id_of(path)) { Ok(()) } else { Err(StoreError::BadName(path.to_owned())) }
}

fn parse(path: &Path, contents: &[u8], lookup: Lookup<'_>) -> Result<Assessment, StoreError> {
    let broken = |faults| StoreError::Broken(path.to_owned(), faults);
    let text = decode(contents).map_err(|fault| broken(vec![fault]))?;
    saved_file::parse(text, lookup).map_err(broken)
}

/// Removes a file; one that is gone already is what was wanted.
fn remove(path: &Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

fn kept_versions(path: &Path, folder: &Path) -> Vec<PathBuf> {
    let mut prefix = path.file_name().unwrap_or_default().to_owned();
    prefix.push(KEPT_INFIX);
    let Ok(names) = fs::read_dir(folder) else { return Vec::new() };
    names
        .flatten()
        .filter(|entry| entry.file_name().as_encoded_bytes().starts_with(prefix.as_encoded_bytes()))
        .map(|entry| entry.path())
        .collect()
}
