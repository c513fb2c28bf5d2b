//! Where assessments and settings are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::failure::{Folder, StoreError};

/// The folder under which assessments are saved: the option, else `HOSHITORI_DATA_DIR`, else the platform's. It need not
/// exist.
///
/// # Errors
///
/// Nothing says where it is, or a file stands in its way.
pub fn data_folder(option: Option<&Path>) -> Result<PathBuf, StoreError> {
    let named = option.map(Path::to_owned).or_else(|| named("HOSHITORI_DATA_DIR"));
    checked(Folder::Data, named.or_else(|| project().map(|project| project.data_dir().to_owned())))
}

/// The folder of the settings: `HOSHITORI_CONFIG_DIR`, else the platform's. It need not exist.
///
/// # Errors
///
/// Nothing says where it is, or a file stands in its way.
pub fn config_folder() -> Result<PathBuf, StoreError> {
    let folder = named("HOSHITORI_CONFIG_DIR").or_else(|| project().map(|project| project.config_dir().to_owned()));
    checked(Folder::Config, folder)
}

/// An empty variable counts as none, as everywhere in the XDG specification.
fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The platform's folders. Relative XDG variables are ignored, and where HOME is missing or empty the user database
/// knows the home folder.
fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "hoshitori")
}

fn checked(which: Folder, folder: Option<PathBuf>) -> Result<PathBuf, StoreError> {
    let folder = folder.filter(|folder| folder.as_os_str() != OsString::new()).ok_or(StoreError::NoFolder(which))?;
    // Should the program change its folder, it still means the same place.
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    match file_in_the_way(&folder) {
        Some(file) => Err(StoreError::NotAFolder(file)),
        None => Ok(folder),
    }
}

/// What stands on the way to a folder, or in its place, without being a folder.
pub(super) fn file_in_the_way(folder: &Path) -> Option<PathBuf> {
    let nearest = folder.ancestors().find(|ancestor| ancestor.symlink_metadata().is_ok())?;
    if nearest.is_dir() { None } else { Some(nearest.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_the_way_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        std::fs::write(&file, "").expect("a file");
        let error = data_folder(Some(&file.join("deeper/still"))).expect_err("a file is no folder");
        assert_eq!(error, StoreError::NotAFolder(file));
    }

    #[test]
    fn a_folder_need_not_exist() {
        let folder = tempfile::tempdir().expect("a folder");
        let wanted = folder.path().join("a/b");
        assert_eq!(data_folder(Some(&wanted)), Ok(wanted.clone()));
        assert!(!wanted.exists());
    }

    #[test]
    fn an_empty_option_names_no_folder() {
        assert_eq!(data_folder(Some(Path::new(""))), Err(StoreError::NoFolder(Folder::Data)));
    }
}
