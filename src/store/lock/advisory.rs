//! Locks as unix has them: whoever opens the file may still read and write it, so everybody has to ask.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::Attempt;
use crate::store::durable;
use crate::store::stamp::identity;

/// Asks for the lock once.
///
/// # Errors
///
/// The system refuses.
pub fn try_lock(path: &Path) -> io::Result<Attempt> {
    let file = durable::private_options().read(true).write(true).create(true).truncate(false).open(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(fs::TryLockError::WouldBlock) => return Ok(Attempt::HeldByAnother),
        Err(fs::TryLockError::Error(error)) if is_unsupported(&error) => {
            let _ = fs::remove_file(path);
            return Ok(Attempt::Unsupported);
        }
        Err(fs::TryLockError::Error(error)) => return Err(error),
    }
    if !is_at(&file, path) {
        // Its former holder removed it between opening and locking: this lock is on a file without a name.
        return Ok(Attempt::HeldByAnother);
    }
    Ok(Attempt::Locked(file))
}

/// Lets go of a lock and removes its file.
pub fn release(file: &File, path: &Path) {
    // Removed before it is let go, so that nobody can have taken it in between.
    if is_at(file, path) {
        let _ = fs::remove_file(path);
    }
    let _ = file.unlock();
}

/// Whether somebody has it, without taking it for longer than it takes to ask.
pub fn is_held(path: &Path) -> bool {
    let Ok((file, _)) = crate::store::read::open(path) else { return false };
    matches!(file.try_lock_shared(), Err(fs::TryLockError::WouldBlock))
}

fn is_unsupported(error: &io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) {
        return true;
    }
    error.kind() == io::ErrorKind::Unsupported
}

/// Whether a name still means an open file.
fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(opened), Ok(named)) => identity(&opened) == identity(&named),
        _ => false,
    }
}
