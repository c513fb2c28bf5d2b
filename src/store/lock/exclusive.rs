//! Locks as Windows has them: a file that is opened for writing and shared for reading only cannot be opened for writing by
//! anybody else, and who has it can still be read in it. A locked region, which is what `File::try_lock` makes there, could
//! not be read. The system removes the file with its last handle, so that nothing is left even by a process that was ended.
//! <https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew>

use std::fs::{File, OpenOptions};
use std::io;
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;

use super::Attempt;
use crate::store::durable;
use crate::store::failure::is_held_by_another;

const FILE_SHARE_READ: u32 = 1;
const FILE_SHARE_DELETE: u32 = 4;
const FILE_FLAG_DELETE_ON_CLOSE: u32 = 0x0400_0000;
/// A link is not followed: what it leads to would be removed.
const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;

/// Asks for the lock once.
///
/// # Errors
///
/// The system refuses.
pub fn try_lock(path: &Path) -> io::Result<Attempt> {
    let opened = durable::private_options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .share_mode(FILE_SHARE_READ)
        .custom_flags(FILE_FLAG_DELETE_ON_CLOSE | FILE_FLAG_OPEN_REPARSE_POINT)
        .open(path);
    match opened {
        Ok(file) => Ok(Attempt::Locked(file)),
        Err(error) if is_held_by_another(&error) => Ok(Attempt::HeldByAnother),
        // Of a file that is just being removed, too, and then only for a moment.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(Attempt::Refused(error)),
        Err(error) => Err(error),
    }
}

/// Lets go of a lock: the system does all of it when the file is closed.
pub fn release(_: &File, _: &Path) {}

/// Whether somebody has it: opening it is refused to who shares it with no writer.
pub fn is_held(path: &Path) -> bool {
    let opened = OpenOptions::new().read(true).share_mode(FILE_SHARE_READ | FILE_SHARE_DELETE).open(path);
    opened.is_err_and(|error| is_held_by_another(&error))
}
