//! One process at a time changes a saved file.
//!
//! The lock is on a file beside it, because saving replaces the file itself. The system releases the locks of a process that
//! died, so a lock file that was left behind never blocks anybody.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use chrono::Local;

use super::durable;
use super::failure::{Holder, Operation, StoreError};
use super::version::identity;

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
        for number in 0..attempts {
            if number > 0 {
                thread::sleep(ATTEMPT_INTERVAL);
            }
            // A lock file is removed on release, so one that exists and is not held was left by a process that died.
            let was_left = lock_path.exists();
            let file = match try_lock(path, &lock_path)? {
                Attempt::Locked(file) => Some(file),
                Attempt::Unsupported => None,
                Attempt::HeldByAnother => continue,
            };
            if was_left {
                durable::sweep(&target);
            }
            return Ok(Self { file, path: lock_path, target });
        }
        Err(StoreError::InUse(path.to_owned(), holder(&lock_path)))
    }

    /// The locked file, links followed.
    pub fn target(&self) -> &Path {
        &self.target
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        let Some(file) = &self.file else { return };
        // Removed before it is released, so that no other process can have taken it in between. Only unix tells whether
        // the name still means this file.
        if cfg!(unix) && is_at(file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = file.unlock();
    }
}

/// The result of one attempt.
enum Attempt {
    Locked(File),
    HeldByAnother,
    /// The disk has no locks.
    Unsupported,
}

fn try_lock(path: &Path, lock_path: &Path) -> Result<Attempt, StoreError> {
    let refused = |error: &std::io::Error| StoreError::system(Operation::Locking, path, error);
    let mut file = durable::private_options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(lock_path)
        .map_err(|error| refused(&error))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(fs::TryLockError::WouldBlock) => return Ok(Attempt::HeldByAnother),
        Err(fs::TryLockError::Error(error)) if is_unsupported(&error) => {
            let _ = fs::remove_file(lock_path);
            return Ok(Attempt::Unsupported);
        }
        Err(fs::TryLockError::Error(error)) => return Err(refused(&error)),
    }
    if cfg!(unix) && !is_at(&file, lock_path) {
        // Its former holder removed it between opening and locking, so this lock is on a file without a name.
        return Ok(Attempt::HeldByAnother);
    }
    // Information for people only, so errors such as a full disk are ignored.
    let _ = file
        .set_len(0)
        .and_then(|()| file.rewind())
        .and_then(|()| writeln!(file, "{} {}", std::process::id(), Local::now().format("%Y-%m-%d %H:%M:%S")));
    Ok(Attempt::Locked(file))
}

/// Whether a process has a file open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// A running process has it open; which one, if its lock file says so.
    Held(Option<Holder>),
    /// No process has it open, though a lock file may be left.
    Free,
}

/// Whether a process has a file open. Changes nothing, and holds a shared lock only for the moment of the question.
pub(super) fn status(target: &Path) -> Status {
    let lock_path = lock_path(target);
    let Ok((file, _)) = super::read::open(&lock_path) else { return Status::Free };
    match file.try_lock_shared() {
        Err(fs::TryLockError::WouldBlock) => Status::Held(holder(&lock_path)),
        Ok(()) | Err(fs::TryLockError::Error(_)) => Status::Free,
    }
}

fn is_unsupported(error: &std::io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) {
        return true;
    }
    error.kind() == ErrorKind::Unsupported
}

/// Whether a path still leads to an open file.
fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(opened), Ok(named)) => identity(&opened) == identity(&named),
        _ => false,
    }
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
