//! The version of a saved file that this process knows, so that changes by other programs are noticed and kept.

use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::Local;

use super::failure::{Operation, StoreError};
use super::stamp::Stamp;
use super::{durable, read, saved_file};

/// What the name of a version kept aside adds to that of its file, before the time.
pub(super) const KEPT_INFIX: &str = ".kept-";

/// How many versions with the same mark (the second or the layout) can be kept aside.
const MAX_KEPT_PER_MARK: usize = 100;

/// A file as this process last read or wrote it.
#[derive(Clone)]
pub struct Version {
    path: PathBuf,
    known: Option<(Stamp, Vec<u8>)>,
    /// What the last write was to put there, if it failed. The file may hold it nevertheless, as when only the sync of the
    /// folder failed, and is not another program's version then.
    attempted: Option<Vec<u8>>,
    /// The number of the layout that was read, until the file is written in a newer one.
    layout: Option<i64>,
}

impl fmt::Debug for Version {
    /// Omits the contents, which are private.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Version").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Version {
    /// The version of a file that does not exist yet. If one is found there later, another program wrote it.
    pub fn none(path: PathBuf) -> Self {
        Self { path, known: None, attempted: None, layout: None }
    }

    /// Reads a file and remembers it.
    pub(super) fn read(path: &Path) -> Result<Self, StoreError> {
        let (contents, stamp) = read::read_stamped(path)?;
        let layout = saved_file::layout_of(&contents);
        Ok(Self { path: path.to_owned(), known: Some((stamp, contents)), attempted: None, layout })
    }

    /// The number of the layout that was read, if it says one.
    pub(super) const fn layout(&self) -> Option<i64> {
        self.layout
    }

    /// Before a file of an older layout than `newest` is first overwritten, keeps it under a second name, which is returned,
    /// so that an older program or a person can go back to it.
    pub(super) fn keep_older_layout(&mut self, target: &Path, newest: i64) -> Result<Option<PathBuf>, StoreError> {
        let Some(layout) = self.layout.filter(|layout| *layout < newest) else { return Ok(None) };
        // If it was deleted meanwhile, there is nothing to keep.
        let is_there = target.symlink_metadata().is_ok();
        let kept = if is_there { Some(keep(target, &format!("schema-{layout}"))?) } else { None };
        self.layout = Some(newest);
        Ok(kept)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its contents as last read or written.
    pub(super) fn contents(&self) -> &[u8] {
        self.known.as_ref().map_or(&[], |(_, contents)| contents)
    }

    /// Where the file is after all links are followed.
    pub(super) fn target(&self) -> Result<PathBuf, StoreError> {
        durable::resolve(&self.path)
    }

    /// Writes the file at its target durably.
    pub(super) fn write(&mut self, target: &Path, contents: Vec<u8>) -> Result<(), StoreError> {
        if contents.len() as u64 > read::MAX_FILE_SIZE {
            return Err(StoreError::TooLargeToSave(self.path.clone()));
        }
        match durable::write_at(&self.path, target, &contents) {
            Ok(stamp) => {
                self.known = Some((stamp, contents));
                self.attempted = None;
                Ok(())
            }
            Err(error) => {
                self.attempted = Some(contents);
                Err(error)
            }
        }
    }

    /// If another program changed the file since, keeps its version under a second name, which is returned. The file itself
    /// stays in place until it is overwritten.
    pub(super) fn keep_foreign_aside(&mut self, target: &Path) -> Result<Option<PathBuf>, StoreError> {
        let metadata = match fs::symlink_metadata(target) {
            Ok(metadata) => metadata,
            // If it was deleted meanwhile, there is nothing to keep; the next write creates it again.
            Err(error) if durable::is_absent(&error) => return Ok(None),
            Err(error) => return Err(StoreError::system(Operation::Reading, &self.path, &error)),
        };
        if let Some(found) = read::not_regular(metadata.file_type()) {
            return Err(StoreError::InTheWay(self.path.clone(), found));
        }
        let stamp = Stamp::of(&metadata);
        if self.known.as_ref().is_some_and(|(known, _)| *known == stamp) {
            return Ok(None);
        }
        // A file too large to be read cannot be the one that was written here.
        let contents = match read::read(target) {
            Ok(contents) => Some(contents),
            Err(StoreError::TooLarge(_)) => None,
            Err(error) => return Err(error),
        };
        let ours = self.known.as_ref().map(|(_, known)| known).into_iter().chain(&self.attempted);
        let is_known = contents.as_ref().is_some_and(|contents| ours.into_iter().any(|known| known == contents));
        let kept = if is_known { None } else { Some(keep_by_time(target)?) };
        // Remembered, so that the same version is not kept again if the next write fails.
        self.known = Some((stamp, contents.unwrap_or_default()));
        Ok(kept)
    }
}

/// Keeps a file under a second name with the present time in it.
pub(super) fn keep_by_time(target: &Path) -> Result<PathBuf, StoreError> {
    keep(target, &Local::now().format("%Y%m%d-%H%M%S").to_string())
}

/// Keeps a file under an unused second name: `<name>.kept-<mark>`, or `<name>.kept-<mark>-2` and so on.
fn keep(target: &Path, mark: &str) -> Result<PathBuf, StoreError> {
    let refused = |error: &std::io::Error| StoreError::system(Operation::KeepingAside, target, error);
    for number in 1..=MAX_KEPT_PER_MARK {
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(match number {
            1 => format!("{KEPT_INFIX}{mark}"),
            _ => format!("{KEPT_INFIX}{mark}-{number}"),
        });
        let kept = target.with_file_name(name);
        match link_or_copy(target, &kept) {
            Ok(()) => {
                durable::make_private(&kept);
                return Ok(kept);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(refused(&error)),
        }
    }
    Err(refused(&ErrorKind::AlreadyExists.into()))
}

/// Makes a hard link, which is instant and leaves the file in place; where the disk has no links, a copy.
fn link_or_copy(target: &Path, kept: &Path) -> std::io::Result<()> {
    match fs::hard_link(target, kept) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            let mut copy = durable::private_options().write(true).create_new(true).open(kept)?;
            let mut source = fs::File::open(target)?;
            std::io::copy(&mut source, &mut copy)?;
            copy.sync_all()
        }
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_of_an_older_layout_is_kept_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.toml");
        fs::write(&path, "schema = 1\n# as it was\n").expect("a file");
        let mut version = Version::read(&path).expect("its version");
        assert_eq!(version.layout(), Some(1));
        assert_eq!(version.keep_older_layout(&path, 1), Ok(None));
        let kept = folder.path().join("a.toml.kept-schema-1");
        assert_eq!(version.keep_older_layout(&path, 2), Ok(Some(kept.clone())));
        version.write(&path, b"schema = 2\n".to_vec()).expect("the new one");
        assert_eq!(version.keep_older_layout(&path, 2), Ok(None));
        assert_eq!(fs::read_to_string(&kept).expect("the old one"), "schema = 1\n# as it was\n");
        assert_eq!(fs::read_to_string(&path).expect("the new one"), "schema = 2\n");
        // Another program put the old layout back: that is kept as well, under another name.
        fs::write(&path, "schema = 1\n").expect("a file");
        let mut version = Version::read(&path).expect("its version");
        assert_eq!(version.keep_older_layout(&path, 2), Ok(Some(folder.path().join("a.toml.kept-schema-1-2"))));
    }

    #[test]
    fn write_that_failed_after_the_rename_is_our_own_version() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.toml");
        let mut version = Version::none(path.clone());
        version.write(&path, b"one".to_vec()).expect("a file");
        // As if the sync of the folder had failed.
        version.attempted = Some(b"two".to_vec());
        fs::remove_file(&path).expect("gone");
        fs::write(&path, "two").expect("a file");
        assert_eq!(version.keep_foreign_aside(&path), Ok(None));
        fs::write(&path, "three, by somebody else").expect("a file");
        assert!(version.keep_foreign_aside(&path).expect("kept").is_some());
    }
}
