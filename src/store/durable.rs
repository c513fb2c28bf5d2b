//! Writing a file so that it is either the old one or the new one, whatever happens, and private.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::failure::{Operation, StoreError};
use super::read::{cannot_follow, not_regular};
use super::version::Stamp;

/// What the names of temporary files begin with.
const TEMPORARY_PREFIX: &str = ".hoshitori-";

/// What the names of temporary files end with.
const TEMPORARY_SUFFIX: &str = ".tmp";

/// How many links are followed before they count as a circle.
const MAX_SYMLINKS: usize = 40;

/// Writes a file durably: when this returns, neither a crash nor a power cut takes it away, and at no moment was there
/// half a file. Links are followed and stay; the file is for its owner only; a missing folder is made.
///
/// # Errors
///
/// Whatever the disk refuses. The old file is whole then, and calling again starts over with a fresh temporary file.
pub(super) fn write(path: &Path, contents: &[u8]) -> Result<Stamp, StoreError> {
    write_at(path, &resolve(path)?, contents)
}

/// The same for a path that [`resolve`] has led to its target.
///
/// # Errors
///
/// As above; they name the path.
pub(super) fn write_at(path: &Path, target: &Path, contents: &[u8]) -> Result<Stamp, StoreError> {
    let refused = |error: &Error| StoreError::system(Operation::Writing, path, error);
    match fs::symlink_metadata(target) {
        Ok(metadata) => {
            if let Some(found) = not_regular(metadata.file_type()) {
                return Err(StoreError::NotAFile(path.to_owned(), found));
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
    // Not through the wrapper, which would put the name of the temporary file into every error: a full disk would then be
    // another error with every try.
    file.as_file_mut().write_all(contents).map_err(|error| refused(&error))?;
    sync(file.as_file()).map_err(|error| refused(&error))?;
    // Renaming keeps all of this, so that nobody can change the file between writing and looking at it.
    let stamp = Stamp::of(&file.as_file().metadata().map_err(|error| refused(&error))?);
    let temporary = file.into_temp_path().keep().map_err(|error| refused(&error.error))?;
    if let Err(error) = rename(&temporary, target) {
        // What is left behind is removed when the lock is taken the next time.
        let _ = fs::remove_file(&temporary);
        return Err(refused(&error));
    }
    sync_folder(folder).map_err(|error| refused(&error))?;
    Ok(stamp)
}

/// The file that a path leads to, links followed even if the last one leads to nothing yet, its folder as the system
/// names it. A folder that does not exist is taken as it is written.
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

/// Makes a folder and those above it, for the owner only, and durably: a file in a folder that a power cut takes away
/// would be gone, too.
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
        // A folder of the system may be closed to reading, and thereby to this; then it is not ours to make durable.
        let _ = sync_folder(parent);
    }
    Ok(())
}

/// Takes the rights of everybody but the owner away, as far as the system allows it.
#[cfg(unix)]
pub(super) fn make_private(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(metadata) = fs::metadata(path) else { return };
    let mode = metadata.permissions().mode();
    if mode & 0o077 != 0 {
        // Not ours to change: then its owner decided so.
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700));
    }
}

/// Elsewhere a person's folders are private already.
#[cfg(not(unix))]
pub(super) fn make_private(_: &Path) {}

/// Options to open files that are for the owner only when they are made.
pub(super) fn private_options() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "files are private there already"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Removes temporary files that a dead process left of a file. Only for who holds the lock of that file.
pub(super) fn sweep(target: &Path) {
    let prefix = temporary_prefix(target);
    let Ok(entries) = fs::read_dir(folder_of(target)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let bytes = name.as_encoded_bytes();
        if bytes.starts_with(prefix.as_encoded_bytes()) && bytes.ends_with(TEMPORARY_SUFFIX.as_bytes()) {
            // What cannot be removed now is tried again the next time.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Of which file in its folder a name is the temporary file.
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

/// Makes the removal or renaming of files in a folder durable.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> Result<(), Error> {
    match sync(&File::open(folder)?) {
        // Some network disks do not know this for folders.
        Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
        result => result,
    }
}

/// Elsewhere folders cannot be opened for it.
#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> Result<(), Error> {
    Ok(())
}

/// Whether nothing is there, or cannot be, because its folder is a file.
pub(super) fn is_absent(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn temporary_prefix(target: &Path) -> OsString {
    let mut prefix = OsString::from(TEMPORARY_PREFIX);
    prefix.push(target.file_name().unwrap_or_default());
    prefix.push("-");
    prefix
}

fn sync(file: &File) -> Result<(), Error> {
    match file.sync_all() {
        // SMB shares on macOS cannot do it; there is nothing better to be had there.
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(()),
        result => result,
    }
}

#[cfg(not(windows))]
fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fs::rename(from, to)
}

/// Virus scanners and search indexes hold new files open for a moment.
#[cfg(windows)]
fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    const SHARING_VIOLATION: i32 = 32;
    const PAUSE: std::time::Duration = std::time::Duration::from_millis(20);
    for _ in 0..50 {
        match fs::rename(from, to) {
            Err(error)
                if error.kind() == ErrorKind::PermissionDenied || error.raw_os_error() == Some(SHARING_VIOLATION) =>
            {
                std::thread::sleep(PAUSE);
            }
            result => return result,
        }
    }
    fs::rename(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_temporary_file_tells_whose_it_is() {
        let mut name = temporary_prefix(Path::new("/a/b-c.toml")).into_string().expect("text");
        name.push_str("x1Y2z3.tmp");
        assert_eq!(file_of_temporary(&name), Some("b-c.toml"));
        assert_eq!(file_of_temporary("b-c.toml"), None);
        assert_eq!(file_of_temporary(".hoshitori-.tmp"), None);
    }
}
