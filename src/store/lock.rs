//! One process at a time changes a saved file.
//!
//! The lock is a file beside it, because saving replaces the file itself. The system lets go of the lock of a process that
//! died, so that what it left behind never stands in the way.

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

/// How often a held lock is asked for, and how long between: another process may only be tidying up.
const TRIES: u32 = 5;
const PAUSE: Duration = Duration::from_millis(20);

/// Holds a saved file until dropped.
#[derive(Debug)]
pub struct FileLock {
    /// `None` on disks that have no locks: better to work without than not at all.
    file: Option<File>,
    path: PathBuf,
    target: PathBuf,
}

impl FileLock {
    /// Takes the lock of a file, which need not exist. Its folder is made if it is missing. Temporary files that a dead
    /// process left are removed.
    ///
    /// # Errors
    ///
    /// Another process has it, or the system refuses, as in a folder that must not be written.
    pub fn take(path: &Path) -> Result<Self, StoreError> {
        Self::try_to_take(path, TRIES)
    }

    /// The same, but asks only once.
    pub(super) fn take_at_once(path: &Path) -> Result<Self, StoreError> {
        Self::try_to_take(path, 1)
    }

    fn try_to_take(path: &Path, tries: u32) -> Result<Self, StoreError> {
        let target = durable::resolve(path)?;
        let folder = durable::folder_of(&target);
        if !folder.is_dir() {
            durable::make_private_folder(folder)?;
        }
        let mut lock_path = target.clone().into_os_string();
        lock_path.push(LOCK_SUFFIX);
        let lock_path = PathBuf::from(lock_path);
        for number in 0..tries {
            if number > 0 {
                thread::sleep(PAUSE);
            }
            // Who lets go of a lock removes its file, and the next one cleans up after a process that could not.
            let was_left = lock_path.exists();
            let file = match try_once(path, &lock_path)? {
                Attempt::Locked(file) => Some(file),
                Attempt::NoLocksHere => None,
                Attempt::HeldByAnother => continue,
            };
            if was_left {
                durable::sweep(&target);
            }
            return Ok(Self { file, path: lock_path, target });
        }
        Err(StoreError::InUse(path.to_owned(), holder(&lock_path)))
    }

    /// The file that is held, links followed.
    pub fn target(&self) -> &Path {
        &self.target
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        let Some(file) = &self.file else { return };
        // Removed before it is let go, so that nobody can have taken it in between; elsewhere than on unix it cannot be
        // told whether the name still means this file.
        if cfg!(unix) && is_at(file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = file.unlock();
    }
}

/// What came of asking for a lock once.
enum Attempt {
    Locked(File),
    HeldByAnother,
    /// The disk knows no locks.
    NoLocksHere,
}

fn try_once(path: &Path, lock_path: &Path) -> Result<Attempt, StoreError> {
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
        Err(fs::TryLockError::Error(error)) if has_no_locks(&error) => {
            let _ = fs::remove_file(lock_path);
            return Ok(Attempt::NoLocksHere);
        }
        Err(fs::TryLockError::Error(error)) => return Err(refused(&error)),
    }
    if cfg!(unix) && !is_at(&file, lock_path) {
        // Its former holder removed it between opening and locking: this lock is on a file without a name.
        return Ok(Attempt::HeldByAnother);
    }
    // Only told to people; a full disk must not stand in the way.
    let _ = file
        .set_len(0)
        .and_then(|()| file.rewind())
        .and_then(|()| writeln!(file, "{} {}", std::process::id(), Local::now().format("%Y-%m-%d %H:%M:%S")));
    Ok(Attempt::Locked(file))
}

/// Who has a file open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// A running process, which is told if its lock says so.
    By(Option<Holder>),
    /// Nobody, though a lock may be left.
    ByNobody,
}

/// Who has a file open, without taking its lock for longer than it takes to ask, and without changing anything.
pub(super) fn held(target: &Path) -> Held {
    let mut lock_path = target.to_owned().into_os_string();
    lock_path.push(LOCK_SUFFIX);
    let lock_path = PathBuf::from(lock_path);
    let Ok((file, _)) = super::read::open(&lock_path) else { return Held::ByNobody };
    match file.try_lock_shared() {
        Err(fs::TryLockError::WouldBlock) => Held::By(holder(&lock_path)),
        Ok(()) | Err(fs::TryLockError::Error(_)) => Held::ByNobody,
    }
}

fn has_no_locks(error: &std::io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) {
        return true;
    }
    error.kind() == ErrorKind::Unsupported
}

/// Whether a name still means an open file.
fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(opened), Ok(named)) => identity(&opened) == identity(&named),
        _ => false,
    }
}

fn holder(lock_path: &Path) -> Option<Holder> {
    const MAX_HOLDER_LEN: u64 = 100;
    let (file, _) = super::read::open(lock_path).ok()?;
    let mut text = String::new();
    file.take(MAX_HOLDER_LEN).read_to_string(&mut text).ok()?;
    let (process, since) = text.trim().split_once(' ')?;
    Some(Holder { process: process.parse().ok()?, since: since.to_owned() })
}
