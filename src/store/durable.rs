//! Atomic and durable writing of private files.
//!
//! Whatever happens, the file is either the old one or the new one: the contents go to a temporary file in the same folder,
//! which is synced and renamed over the target; then the folder is synced.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

#[cfg(windows)]
use super::failure::is_held_by_another;
use super::failure::{Operation, StoreError};
use super::read::{cannot_follow, not_regular};
use super::stamp::Stamp;

/// What the names of temporary files begin with.
const TEMPORARY_PREFIX: &str = ".hoshitori-";

/// What the names of temporary files end with.
const TEMPORARY_SUFFIX: &str = ".tmp";

/// How many symbolic links are followed before giving up, as the system does with `ELOOP`.
const MAX_SYMLINKS: usize = 40;

/// Writes a file atomically and durably: when this returns, it survives a crash and a power cut. Links are followed and
/// kept. The file is readable by its owner only; a missing folder is created.
///
/// # Errors
///
/// What the disk refuses. Usually the old file is unchanged then; if only the sync of the folder failed, the new one is
/// there, but may not survive a power cut. A retry starts with a new temporary file.
pub(super) fn write(path: &Path, contents: &[u8]) -> Result<Stamp, StoreError> {
    write_at(path, &resolve(path)?, contents)
}

/// The same for a path whose `target` was found by [`resolve`].
///
/// # Errors
///
/// Those of [`write`]; they name `path`.
pub(super) fn write_at(path: &Path, target: &Path, contents: &[u8]) -> Result<Stamp, StoreError> {
    let refused = |error: &Error| StoreError::system(Operation::Writing, path, error);
    match fs::symlink_metadata(target) {
        Ok(metadata) => {
            if let Some(found) = not_regular(metadata.file_type()) {
                return Err(StoreError::InTheWay(path.to_owned(), found));
            }
            if metadata.permissions().readonly() {
                return Err(StoreError::ReadOnly(path.to_owned()));
            }
        }
        Err(error) if is_absent(&error) => {}
        Err(error) => return Err(refused(&error)),
    }
    let folder = folder_of(target);
    if !folder.is_dir() {
        make_private_folder(folder)?;
    }
    let mut file = tempfile::Builder::new()
        .prefix(&temporary_prefix(target))
        .suffix(TEMPORARY_SUFFIX)
        .make_in(folder, |temporary| private_options().read(true).write(true).create_new(true).open(temporary))
        .map_err(|error| refused(&error))?;
    // Not through the wrapper, which adds the random name of the temporary file to every error: the same full disk would
    // look like a new error with every retry.
    file.as_file_mut().write_all(contents).map_err(|error| refused(&error))?;
    sync(file.as_file()).map_err(|error| refused(&error))?;
    // Renaming keeps what the stamp compares. Taken before, so that no other program can change the file in between.
    let stamp = Stamp::of(&file.as_file().metadata().map_err(|error| refused(&error))?);
    let temporary = file.into_temp_path().keep().map_err(|error| refused(&error.error))?;
    if let Err(error) = rename(&temporary, target) {
        // If this fails as well, the next process that takes the lock removes it.
        let _ = fs::remove_file(&temporary);
        return Err(refused(&error));
    }
    sync_renamed(target, folder).map_err(|error| refused(&error))?;
    Ok(stamp)
}

/// The file that a path leads to, in its canonical folder. Links are followed, also to a file that does not exist yet. A
/// folder that does not exist is left as it is written.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, StoreError> {
    let mut target = path.to_owned();
    for _ in 0..MAX_SYMLINKS {
        let folder = folder_of(&target);
        let folder = match fs::canonicalize(folder) {
            Ok(folder) => folder,
            Err(error) if is_absent(&error) => folder.to_owned(),
            Err(error) => return Err(cannot_follow(path, &error)),
        };
        target = folder.join(target.file_name().unwrap_or_default());
        match fs::read_link(&target) {
            Ok(next) => target = folder.join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(StoreError::LinkLoop(path.to_owned()))
}

/// Creates a folder and its missing parents, accessible to the owner only, and durably: a file is not durable in a folder
/// that is not.
pub(super) fn make_private_folder(folder: &Path) -> Result<(), StoreError> {
    let missing = folder.ancestors().take_while(|folder| !folder.is_dir()).count();
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
            StoreError::NotAFolder(super::folders::file_in_the_way(folder).unwrap_or_else(|| folder.to_owned()))
        }
        _ => StoreError::system(Operation::MakingFolder, folder, &error),
    })?;
    for parent in folder.ancestors().skip(1).take(missing) {
        // Best effort: a parent may not be readable by us, as folders of the system are.
        let _ = sync_folder(parent);
    }
    Ok(())
}

/// Removes the permissions of everybody but the owner, if the system allows it.
#[cfg(unix)]
pub(super) fn make_private(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(metadata) = fs::metadata(path) else { return };
    let mode = metadata.permissions().mode();
    if mode & 0o077 != 0 {
        // Best effort: it may belong to another user.
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700));
    }
}

/// On Windows a user's folders are private already.
#[cfg(not(unix))]
pub(super) fn make_private(_: &Path) {}

/// Options for opening a file that is accessible to the owner only if it is created.
pub(super) fn private_options() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "files are private on Windows already"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Removes the temporary files of a file that a dead process left. The caller holds the lock of that file.
pub(super) fn sweep(target: &Path) {
    let prefix = temporary_prefix(target);
    let Ok(entries) = fs::read_dir(folder_of(target)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let bytes = name.as_encoded_bytes();
        if bytes.starts_with(prefix.as_encoded_bytes()) && bytes.ends_with(TEMPORARY_SUFFIX.as_bytes()) {
            // Best effort: the next process that takes the lock tries again.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The name of the file to which a temporary file belongs.
pub(super) fn file_of_temporary(name: &str) -> Option<&str> {
    let inner = name.strip_prefix(TEMPORARY_PREFIX)?.strip_suffix(TEMPORARY_SUFFIX)?;
    inner.rsplit_once('-').map(|(file, _)| file)
}

/// The folder of a file; the current one for a bare name.
pub(super) fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes the new name of a file durable.
#[cfg(unix)]
fn sync_renamed(_: &Path, folder: &Path) -> Result<(), Error> {
    sync_folder(folder)
}

/// Makes the new name of a file durable, as far as the system has something for it: folders cannot be flushed, but flushing a
/// file writes the journal of NTFS up to that moment, the renaming included.
/// <https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-flushfilebuffers>
#[cfg(not(unix))]
fn sync_renamed(target: &Path, _: &Path) -> Result<(), Error> {
    // The file is whole under its name already; that a virus scanner has it open at this moment is no reason to fail.
    OpenOptions::new().write(true).open(target).map_or(Ok(()), |file| sync(&file))
}

/// Makes creations, renames and removals of files in a folder durable.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> Result<(), Error> {
    match sync(&File::open(folder)?) {
        // Some network file systems cannot sync folders.
        Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
        result => result,
    }
}

/// Windows cannot sync folders.
#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> Result<(), Error> {
    Ok(())
}

/// Whether a file does not exist, or cannot because its folder is a file.
pub(super) fn is_absent(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn temporary_prefix(target: &Path) -> OsString {
    let mut prefix = OsString::from(TEMPORARY_PREFIX);
    prefix.push(target.file_name().unwrap_or_default());
    prefix.push("-");
    prefix
}

#[cfg(not(target_os = "macos"))]
fn sync(file: &File) -> Result<(), Error> {
    match file.sync_all() {
        // Some network disks cannot do it; there is nothing better to be had there.
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(()),
        result => result,
    }
}

/// macOS has two: `F_FULLFSYNC`, which also empties the memory of the drive and is what the standard library asks for, and
/// `fsync`, which is all that network disks, FAT and exFAT know. Those refuse the first with `ENOTSUP`, `EINVAL` or `ENOTTY`,
/// before anything is written, so that the second still tells of every error.
#[cfg(target_os = "macos")]
fn sync(file: &File) -> Result<(), Error> {
    let is_unknown = |error: &Error| {
        matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput)
            || error.raw_os_error() == Some(rustix::io::Errno::NOTTY.raw_os_error())
    };
    match file.sync_all() {
        Err(error) if is_unknown(&error) => match rustix::fs::fsync(file).map_err(Error::from) {
            Err(error) if is_unknown(&error) => Ok(()),
            result => result,
        },
        result => result,
    }
}

/// Renames a file over another one.
#[cfg(not(windows))]
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fs::rename(from, to)
}

/// Renames a file over another one, and tries for a second: virus scanners and search indexes hold new files open for a
/// moment. A file that another program keeps open is told apart from one that must not be replaced.
#[cfg(windows)]
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    const PAUSE: std::time::Duration = std::time::Duration::from_millis(20);
    for _ in 0..50 {
        match fs::rename(from, to) {
            Err(error) if error.kind() == ErrorKind::PermissionDenied || is_held_by_another(&error) => {
                std::thread::sleep(PAUSE);
            }
            result => return result,
        }
    }
    fs::rename(from, to).map_err(|error| {
        // Replacing a file that is open elsewhere is "access denied"; opening it for ourselves alone tells why.
        let opened = std::os::windows::fs::OpenOptionsExt::share_mode(OpenOptions::new().read(true), 0).open(to);
        opened.err().filter(is_held_by_another).unwrap_or(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporary_file_name_identifies_its_file() {
        let mut name = temporary_prefix(Path::new("/a/b-c.toml")).into_string().expect("text");
        name.push_str("x1Y2z3.tmp");
        assert_eq!(file_of_temporary(&name), Some("b-c.toml"));
        assert_eq!(file_of_temporary("b-c.toml"), None);
        assert_eq!(file_of_temporary(".hoshitori-.tmp"), None);
    }
}
