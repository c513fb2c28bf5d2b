//! Deleting a saved assessment.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::Store;
use super::durable;
use super::failure::{Operation, StoreError};
use super::lock::FileLock;
use super::read;
use super::version::KEPT_INFIX;

impl Store {
    /// Deletes a file together with the versions of it that were kept aside. Of a link, the link.
    ///
    /// # Errors
    ///
    /// Another process has it open, it is not there, or the system refuses.
    pub fn delete(&self, path: &Path) -> Result<(), StoreError> {
        let refused = |error: &io::Error| StoreError::system(Operation::Deleting, path, error);
        let metadata = path.symlink_metadata().map_err(|error| refused(&error))?;
        if let Some(found) = read::not_regular(metadata.file_type()).filter(|_| !metadata.is_symlink()) {
            return Err(StoreError::InTheWay(path.to_owned(), found));
        }
        let lock = match FileLock::take(path) {
            Ok(lock) => Some(lock),
            // A circular link has no target that another process could have open.
            Err(StoreError::LinkLoop(_)) => None,
            Err(error) => return Err(error),
        };
        remove(path).map_err(|error| refused(&error))?;
        let folder = durable::folder_of(path);
        for kept in kept_versions(path, folder) {
            remove(&kept).map_err(|error| StoreError::system(Operation::Deleting, &kept, &error))?;
        }
        durable::sync_folder(folder).map_err(|error| refused(&error))?;
        drop(lock);
        Ok(())
    }
}

/// Removes a file. Succeeds if it is already gone.
fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

fn kept_versions(path: &Path, folder: &Path) -> Vec<PathBuf> {
    let mut prefix = path.file_name().unwrap_or_default().to_owned();
    prefix.push(KEPT_INFIX);
    let Ok(names) = fs::read_dir(folder) else { return Vec::new() };
    names
        .flatten()
        .filter(|entry| entry.file_name().as_encoded_bytes().starts_with(prefix.as_encoded_bytes()))
        .map(|entry| entry.path())
        .collect()
}
