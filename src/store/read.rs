//! Reads files that come from outside: only regular files up to a size limit, and without ever blocking on a pipe or device.

use std::fs::{File, FileType, Metadata, OpenOptions};
use std::io::{Error, ErrorKind, Read};
use std::path::Path;

use super::failure::{NotRegular, Operation, StoreError};
use super::stamp::Stamp;

/// The largest saved assessment or question file that is read, in bytes. Parsing TOML can take 75 times as much memory.
pub const MAX_FILE_SIZE: u64 = 1 << 20;

/// Reads a regular file of at most [`MAX_FILE_SIZE`] bytes. Links are followed.
///
/// # Errors
///
/// [`StoreError::NotAFile`], [`StoreError::DanglingLink`], [`StoreError::LinkLoop`], [`StoreError::TooLarge`], or what the
/// system refuses.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_stamped(path).map(|(contents, _)| contents)
}

/// Reads a file that the folder's listing gave as a regular one, with one call less.
///
/// # Errors
///
/// Those of [`read`], as the file may have been replaced meanwhile.
pub(super) fn read_listed(path: &Path) -> Result<Vec<u8>, StoreError> {
    let (file, metadata) = open_listed(path)?;
    contents(path, file, &metadata, MAX_FILE_SIZE)
}

/// Reads a regular file of at most `limit` bytes, for files that may be larger than a saved assessment.
///
/// # Errors
///
/// Those of [`read`].
pub(crate) fn read_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    let (file, metadata) = open_up_to(path, limit)?;
    contents(path, file, &metadata, limit)
}

/// Opens a regular file of any size, to be read in pieces.
///
/// # Errors
///
/// Those of [`read`], apart from the size.
pub(crate) fn open_large(path: &Path) -> Result<File, StoreError> {
    open_up_to(path, u64::MAX).map(|(file, _)| file)
}

/// Reads a regular file together with the stamp by which a later change is noticed.
pub(super) fn read_stamped(path: &Path) -> Result<(Vec<u8>, Stamp), StoreError> {
    let (file, metadata) = open(path)?;
    Ok((contents(path, file, &metadata, MAX_FILE_SIZE)?, Stamp::of(&metadata)))
}

fn contents(path: &Path, file: File, metadata: &Metadata, limit: u64) -> Result<Vec<u8>, StoreError> {
    let mut contents = Vec::with_capacity(metadata.len() as usize + 1);
    // One byte beyond the limit, to notice a file that grew after its size was checked.
    file.take(limit + 1)
        .read_to_end(&mut contents)
        .map_err(|error| StoreError::system(Operation::Reading, path, &error))?;
    if contents.len() as u64 > limit {
        return Err(StoreError::TooLarge(path.to_owned()));
    }
    Ok(contents)
}

/// Opens a regular file of at most [`MAX_FILE_SIZE`] bytes.
pub(super) fn open(path: &Path) -> Result<(File, Metadata), StoreError> {
    open_up_to(path, MAX_FILE_SIZE)
}

fn open_up_to(path: &Path, limit: u64) -> Result<(File, Metadata), StoreError> {
    // Checked before opening, because opening a device can have effects.
    let metadata = std::fs::metadata(path).map_err(|error| cannot_follow(path, &error))?;
    check(path, &metadata, limit)?;
    open_regular(path, limit)
}

/// Opens a file that the folder's listing gave as a regular one.
pub(super) fn open_listed(path: &Path) -> Result<(File, Metadata), StoreError> {
    open_regular(path, MAX_FILE_SIZE)
}

fn open_regular(path: &Path, limit: u64) -> Result<(File, Metadata), StoreError> {
    let mut options = OpenOptions::new();
    options.read(true);
    // If it was replaced by a pipe meanwhile, opening must not block until somebody writes to it.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        (rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY).bits() as i32,
    );
    let file = options.open(path).map_err(|error| cannot_follow(path, &error))?;
    let metadata = file.metadata().map_err(|error| StoreError::system(Operation::Reading, path, &error))?;
    check(path, &metadata, limit)?;
    Ok((file, metadata))
}

fn check(path: &Path, metadata: &Metadata, limit: u64) -> Result<(), StoreError> {
    if let Some(found) = not_regular(metadata.file_type()) {
        return Err(StoreError::NotAFile(path.to_owned(), found));
    }
    if metadata.len() > limit {
        return Err(StoreError::TooLarge(path.to_owned()));
    }
    Ok(())
}

/// What a file is, unless it is a regular one.
pub(super) fn not_regular(kind: FileType) -> Option<NotRegular> {
    if kind.is_file() {
        return None;
    }
    if kind.is_dir() {
        return Some(NotRegular::Folder);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return Some(NotRegular::Fifo);
        }
        if kind.is_socket() {
            return Some(NotRegular::Socket);
        }
        if kind.is_block_device() || kind.is_char_device() {
            return Some(NotRegular::Device);
        }
    }
    Some(NotRegular::Other)
}

/// Why a path cannot be opened: dangling and circular links are distinguished from a missing file.
pub(super) fn cannot_follow(path: &Path, error: &Error) -> StoreError {
    if is_link_loop(error) {
        return StoreError::LinkLoop(path.to_owned());
    }
    let is_link = || path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
    if error.kind() == ErrorKind::NotFound && is_link() {
        return StoreError::DanglingLink(path.to_owned());
    }
    StoreError::system(Operation::Reading, path, error)
}

#[cfg(unix)]
fn is_link_loop(error: &Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

#[cfg(not(unix))]
fn is_link_loop(_: &Error) -> bool {
    false
}
