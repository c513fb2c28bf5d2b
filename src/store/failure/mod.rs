//! What can go wrong with files and folders. The sentences are in `messages::store_errors`.

mod cause;

use std::path::{Path, PathBuf};

pub use cause::Cause;
#[cfg(windows)]
pub(super) use cause::is_held_by_another;

use crate::input::Fault;
use crate::text::clean;

/// One of the two folders of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// Where assessments are saved.
    Data,
    /// Where settings are remembered.
    Config,
}

/// What was being done when the system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Reading a file.
    Reading,
    /// Writing a file durably.
    Writing,
    /// Making a folder, or making it private.
    MakingFolder,
    /// Reading the names in a folder.
    Listing,
    /// Taking the lock of a file.
    Locking,
    /// Keeping a version aside that another program wrote.
    KeepingAside,
    /// Deleting a file.
    Deleting,
}

/// What stands where a regular file is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRegular {
    /// A folder.
    Folder,
    /// A named pipe.
    Fifo,
    /// A socket.
    Socket,
    /// A device.
    Device,
    /// Anything else.
    Other,
}

/// Who holds a lock, as the lock file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Number of the process.
    pub process: u32,
    /// Since when, as `2026-11-22 10:00:00`.
    pub since: String,
}

/// Why a saved file could not be found, read, written or deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// Neither an option, nor a variable, nor the system says where the folder is.
    NoFolder(Folder),
    /// A file stands where a folder is needed.
    NotAFolder(PathBuf),
    /// The system refused.
    System {
        /// What was being done.
        operation: Operation,
        /// With which file or folder.
        path: PathBuf,
        /// What the system said.
        cause: Cause,
    },
    /// A file that somebody named is not a regular one.
    NotAFile(PathBuf, NotRegular),
    /// Something else than a regular file stands where the program keeps a file of its own.
    InTheWay(PathBuf, NotRegular),
    /// A symbolic link to nothing.
    DanglingLink(PathBuf),
    /// Symbolic links that lead in a circle.
    LinkLoop(PathBuf),
    /// A file beyond [`MAX_FILE_SIZE`](super::read::MAX_FILE_SIZE).
    TooLarge(PathBuf),
    /// An assessment that would become a file beyond [`MAX_FILE_SIZE`](super::read::MAX_FILE_SIZE), which could not be read again.
    TooLargeToSave(PathBuf),
    /// The file itself must not be written.
    ReadOnly(PathBuf),
    /// The file is not what it should be; at least one fault.
    Broken(PathBuf, Vec<Fault>),
    /// There is no saved assessment at all.
    NothingSaved,
    /// Nothing has that name; names that are near.
    NotFound(String, Vec<String>),
    /// Several ids begin like that: which ones.
    Ambiguous(String, Vec<String>),
    /// A file among the saved ones whose name cannot be an id.
    BadName(PathBuf),
    /// Another process has the file open.
    InUse(PathBuf, Option<Holder>),
    /// Something is there already where a report would go.
    Exists(PathBuf),
    /// The disk did not answer in time, so that the last change may not be saved.
    NotFinished(PathBuf),
}

impl StoreError {
    /// What the system said while something was done with a path.
    pub fn system(operation: Operation, path: &Path, error: &std::io::Error) -> Self {
        Self::System { operation, path: path.to_owned(), cause: Cause::of(error) }
    }

    /// The same about a file that the program chose itself, so that nobody is asked to name another one.
    #[must_use]
    pub(crate) fn of_own_file(self) -> Self {
        match self {
            Self::NotAFile(path, found) => Self::InTheWay(path, found),
            other => other,
        }
    }
}

impl std::error::Error for StoreError {}

/// A path as sentences show it: without control sequences.
pub fn shown(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}
