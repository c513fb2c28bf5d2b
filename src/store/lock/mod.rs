//! One process at a time changes a saved file.
//!
//! The lock is on a file beside it, because saving replaces the file itself. The system releases the locks of a process that
//! died, so a lock file that was left behind never blocks anybody.

#[cfg(not(windows))]
mod advisory;
#[cfg(windows)]
mod exclusive;

use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use chrono::Local;

use super::durable;
use super::failure::{Holder, Operation, StoreError};
#[cfg(not(windows))]
use advisory as system;
#[cfg(windows)]
use exclusive as system;

/// What the name of a lock adds to that of its file.
pub(super) const LOCK_SUFFIX: &str = ".lock";

/// How often a lock is tried before it counts as held: another process may only be removing leftovers.
const MAX_ATTEMPTS: u32 = 5;

/// The time between two attempts.
const ATTEMPT_INTERVAL: Duration = Duration::from_millis(20);

/// The lock of a saved file, held until it is dropped.
#[derive(Debug)]
pub struct FileLock {
    /// `None` on disks without locks, where saving unlocked is better than not at all.
    file: Option<File>,
    path: PathBuf,
    target: PathBuf,
}

impl FileLock {
    /// Takes the lock of a file, which need not exist. Its folder is created if it is missing. Temporary files that a dead
    /// process left are removed.
    ///
    /// # Errors
    ///
    /// [`StoreError::InUse`] if another process has it, or what the system refuses, as in a folder that is read-only.
    pub fn take(path: &Path) -> Result<Self, StoreError> {
        Self::attempt(path, MAX_ATTEMPTS)
    }

    /// The same with a single attempt, without waiting.
    pub(super) fn try_take(path: &Path) -> Result<Self, StoreError> {
        Self::attempt(path, 1)
    }

    fn attempt(path: &Path, attempts: u32) -> Result<Self, StoreError> {
        let target = durable::resolve(path)?;
        let folder = durable::folder_of(&target);
        if !folder.is_dir() {
            durable::make_private_folder(folder)?;
        }
        let lock_path = lock_path(&target);
        let refused = |error: &io::Error| StoreError::system(Operation::Locking, path, error);
        let mut refusal = None;
        for number in 0..attempts {
            if number > 0 {
                thread::sleep(ATTEMPT_INTERVAL);
            }
            // A lock file is removed on release, so one that exists and is not held was left by a process that died.
            let was_left = lock_path.exists();
            let file = match system::try_lock(&lock_path).map_err(|error| refused(&error))? {
                Attempt::Locked(file) => Some(file),
                #[cfg(not(windows))]
                Attempt::Unsupported => None,
                Attempt::HeldByAnother => {
                    refusal = None;
                    continue;
                }
                #[cfg(windows)]
                Attempt::Refused(error) => {
                    refusal = Some(error);
                    continue;
                }
            };
            if let Some(file) = &file {
                sign(file);
            }
            if was_left {
                durable::sweep(&target);
            }
            return Ok(Self { file, path: lock_path, target });
        }
        Err(refusal.map_or_else(|| StoreError::InUse(path.to_owned(), holder(&lock_path)), |error| refused(&error)))
    }

    /// The locked file, links followed.
    pub fn target(&self) -> &Path {
        &self.target
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            system::release(file, &self.path);
        }
    }
}

/// The result of one attempt.
enum Attempt {
    Locked(File),
    HeldByAnother,
    /// The disk has no locks.
    #[cfg(not(windows))]
    Unsupported,
    /// Perhaps only for a moment.
    #[cfg(windows)]
    Refused(io::Error),
}

/// Writes the holder into a lock file. Information for people only, so errors such as a full disk are ignored.
fn sign(mut file: &File) {
    let time = Local::now().format("%Y-%m-%d %H:%M:%S");
    let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| writeln!(file, "{} {time}", std::process::id()));
}

/// Whether a process has a file open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// A running process has it open; which one, if its lock file says so.
    Held(Option<Holder>),
    /// No process has it open, though a lock file may be left.
    Free,
}

/// Whether a process has a file open. Changes nothing, and holds the lock only for the moment of the question.
pub(super) fn status(target: &Path) -> Status {
    let lock_path = lock_path(target);
    if system::is_held(&lock_path) { Status::Held(holder(&lock_path)) } else { Status::Free }
}

/// The lock file of a file.
pub(super) fn lock_path(file: &Path) -> PathBuf {
    let mut path = file.to_owned().into_os_string();
    path.push(LOCK_SUFFIX);
    PathBuf::from(path)
}

/// The process that a lock file names.
fn holder(lock_path: &Path) -> Option<Holder> {
    const MAX_HOLDER_LEN: u64 = 100;
    let (file, _) = super::read::open(lock_path).ok()?;
    let mut text = String::new();
    file.take(MAX_HOLDER_LEN).read_to_string(&mut text).ok()?;
    let (process, since) = text.trim().split_once(' ')?;
    Some(Holder { process: process.parse().ok()?, since: since.to_owned() })
}
