//! Saved assessments and settings on disk.
//!
//! Each assessment is one readable file ([`saved_file`]). It is replaced atomically ([`writer`]), locked by one process at
//! a time, and checked on reading as if somebody else had written it.
//!
//! | what | file |
//! | --- | --- |
//! | the folder and the files in it | this one, `find`, `listing`, [`summary`], `delete`, `id`, `folders` |
//! | a file as text | [`saved_file`]: parser, writer, and the fast scanner for the list and for statistics |
//! | reading and writing safely | [`read`], `durable`, [`version`], `lock`, [`writer`] |
//! | what goes wrong | [`failure`], `doctor` |
//! | other files | [`settings`], `outgoing` (reports) |

mod delete;
pub(crate) mod doctor;
mod durable;
pub mod failure;
mod find;
pub(crate) mod finished;
pub(crate) mod folders;
mod id;
mod listing;
mod lock;
pub(crate) mod outgoing;
pub mod read;
pub mod saved_file;
pub mod settings;
mod stamp;
pub mod summary;
pub mod version;
pub mod writer;

use std::fs;
use std::path::{Path, PathBuf};

use crate::core::assessment::{Assessment, new_id};
use crate::input::encoding::decode;
use failure::StoreError;
use id::{check_name, id_of, is_id};
use listing::FILE_SUFFIX;
use lock::FileLock;
use saved_file::Lookup;
use summary::Summary;
use version::Version;

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
    /// The assessments under a data folder. No folder is created before something is saved.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotAFolder`] if a file stands where a folder is needed.
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

    /// The folder that holds a file for each assessment.
    pub fn assessments(&self) -> &Path {
        &self.assessments
    }

    /// The file of an id.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotFound`] if the text cannot be an id, such as one that would lead to another folder.
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

    /// All saved assessments, the newest first. A file that cannot be read is listed with its problem.
    ///
    /// # Errors
    ///
    /// The folder cannot be read. A folder that does not exist is empty.
    pub fn list(&self, lookup: Lookup<'_>) -> Result<Vec<Summary>, StoreError> {
        let entries = listing::entries(&self.assessments)?;
        let mut summaries =
            listing::map_in_parallel(&entries, |entry| Summary::read(entry.path.clone(), entry.is_regular, lookup));
        summaries.sort_unstable_by(|a, b| b.created_at.cmp(&a.created_at).then_with(|| a.id.cmp(&b.id)));
        Ok(summaries)
    }

    /// Takes the lock of a file in order to change it. The folder of the assessments is created if it is missing, and made
    /// private.
    ///
    /// # Errors
    ///
    /// [`StoreError::InUse`] if another process has it open, or what the system refuses.
    pub fn lock(&self, path: &Path) -> Result<FileLock, StoreError> {
        let lock = FileLock::take(path)?;
        if self.contains(path) {
            durable::make_private(&self.assessments);
        }
        Ok(lock)
    }

    /// Reads an assessment. In this store its id is the name of its file, whatever id is written in it: a copy made by
    /// hand must not be saved over its original.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is broken, with all its faults.
    pub fn read(&self, path: &Path, lookup: Lookup<'_>) -> Result<Opened, StoreError> {
        let is_ours = self.contains(path);
        if is_ours {
            check_name(path)?;
        }
        let version = Version::read(path).map_err(|error| if is_ours { error.of_own_file() } else { error })?;
        let mut assessment = parse(path, version.contents(), lookup)?;
        if is_ours {
            assessment.id = id_of(path);
        }
        Ok(Opened { assessment, version })
    }

    /// Reads many assessments, in the order of the paths, on several threads where there are many.
    pub fn read_all(&self, paths: &[PathBuf], lookup: Lookup<'_>) -> Vec<Result<Assessment, StoreError>> {
        listing::map_in_parallel(paths, |path| self.read(path, lookup).map(|opened| opened.assessment))
    }

    /// Writes an assessment on the calling thread, for commands that are not interactive. The caller holds the lock.
    ///
    /// # Errors
    ///
    /// What the disk refuses. The file is unchanged then.
    pub fn save(&self, lock: &FileLock, assessment: &Assessment) -> Result<(), StoreError> {
        Version::none(lock.target().to_owned()).write(lock.target(), saved_file::write(assessment).into_bytes())
    }

    /// Keeps the present version of a saved file under a second name beside it, which is returned. The caller holds the
    /// lock.
    ///
    /// # Errors
    ///
    /// What the disk refuses.
    pub fn keep(&self, lock: &FileLock) -> Result<PathBuf, StoreError> {
        version::keep_by_time(lock.target())
    }

    /// Whether a file is in the folder of the assessments.
    fn contains(&self, path: &Path) -> bool {
        let folder = durable::folder_of(path);
        folder == self.assessments
            || matches!((fs::canonicalize(folder), fs::canonicalize(&self.assessments)), (Ok(a), Ok(b)) if a == b)
    }
}

fn parse(path: &Path, contents: &[u8], lookup: Lookup<'_>) -> Result<Assessment, StoreError> {
    let broken = |faults| StoreError::Broken(path.to_owned(), faults);
    let text = decode(contents).map_err(|fault| broken(vec![fault]))?;
    saved_file::parse(text, lookup).map_err(broken)
}
