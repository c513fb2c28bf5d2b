//! Ids of saved assessments, which are also the names of their files.

use std::path::Path;

use super::failure::StoreError;
use super::listing::FILE_SUFFIX;

pub(super) use super::saved_file::is_id;

/// The id of a file: its name without `.toml`.
pub(super) fn id_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.strip_suffix(FILE_SUFFIX).unwrap_or(&name).to_owned()
}

/// Checks that the name of a file can be an id, so that the file can be saved and read again.
pub(super) fn check_name(path: &Path) -> Result<(), StoreError> {
    if is_id(&id_of(path)) { Ok(()) } else { Err(StoreError::BadName(path.to_owned())) }
}
