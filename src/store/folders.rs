//! The folders of assessments and settings.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::failure::{Folder, StoreError};

/// The folder under which assessments are saved: the command-line option, else `HOSHITORI_DATA_DIR`, else the platform's
/// folder for data. It need not exist.
///
/// # Errors
///
/// [`StoreError::NoFolder`] if none of them names a folder, [`StoreError::NotAFolder`] if a file stands in its way.
pub fn data_folder(option: Option<&Path>) -> Result<PathBuf, StoreError> {
    let named = option.map(Path::to_owned).or_else(|| from_variable("HOSHITORI_DATA_DIR"));
    check(Folder::Data, named.or_else(|| platform_folders().map(|project| project.data_dir().to_owned())))
}

/// The folder of the settings: `HOSHITORI_CONFIG_DIR`, else the platform's folder for configuration. It need not exist.
///
/// # Errors
///
/// [`StoreError::NoFolder`] if neither names a folder, [`StoreError::NotAFolder`] if a file stands in its way.
pub fn config_folder() -> Result<PathBuf, StoreError> {
    let folder = from_variable("HOSHITORI_CONFIG_DIR")
        .or_else(|| platform_folders().map(|project| project.config_dir().to_owned()));
    check(Folder::Config, folder)
}

/// The folder that an environment variable names. An empty one counts as unset, as in the XDG specification.
fn from_variable(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The platform's folders. Relative XDG variables are ignored; where HOME is unset or empty, the user database is asked.
fn platform_folders() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "hoshitori")
}

/// Whether the system keeps a folder from others by itself. Windows does so below the folder of a person; everywhere else on
/// its disks others may read, and memory sticks know no rights at all. Elsewhere the rights of the folder say it.
/// <https://learn.microsoft.com/windows/win32/fileio/file-security-and-access-rights>
pub(super) fn is_kept_from_others(folder: &Path) -> bool {
    if !cfg!(windows) {
        return true;
    }
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    directories::BaseDirs::new().is_some_and(|base| real(folder).starts_with(real(base.home_dir())))
}

fn check(which: Folder, folder: Option<PathBuf>) -> Result<PathBuf, StoreError> {
    let folder = folder.filter(|folder| folder.as_os_str() != OsString::new()).ok_or(StoreError::NoFolder(which))?;
    // Absolute, so that it stays the same folder wherever the working directory goes.
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    match file_in_the_way(&folder) {
        Some(file) => Err(StoreError::NotAFolder(file)),
        None => Ok(folder),
    }
}

/// The file that stands in place of a folder or of one above it, if there is one.
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
