//! The version of a saved file that this process knows, so that changes by other programs are noticed and kept.

use std::fmt;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::Local;

use super::failure::{Doing, StoreError};
use super::{durable, read};

/// How many versions of one second can be kept aside.
const MOST_KEPT_PER_SECOND: usize = 100;

/// Marks of a file that change when another program writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// Device and inode, where there are such.
    identity: (u64, u64),
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self { length: metadata.len(), modified: metadata.modified().ok(), identity: identity(metadata) }
    }
}

#[cfg(unix)]
pub(super) fn identity(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
pub(super) fn identity(_: &Metadata) -> (u64, u64) {
    (0, 0)
}

/// A file as this process last read or wrote it.
#[derive(Clone)]
pub struct Version {
    path: PathBuf,
    known: Option<(Stamp, Vec<u8>)>,
    /// What the last write was to put there, should it have failed: it may stand there all the same, as when only making
    /// the new name durable failed, and is no version of another program then.
    attempted: Option<Vec<u8>>,
}

impl fmt::Debug for Version {
    /// Without the contents: they are private.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Version").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Version {
    /// The version of a file that is not there yet. What should stand there nevertheless is somebody else's.
    pub fn none(path: PathBuf) -> Self {
        Self { path, known: None, attempted: None }
    }

    /// Reads a file and remembers it.
    pub(super) fn read(path: &Path) -> Result<Self, StoreError> {
        let (contents, stamp) = read::read_stamped(path)?;
        Ok(Self { path: path.to_owned(), known: Some((stamp, contents)), attempted: None })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was in it.
    pub(super) fn contents(&self) -> &[u8] {
        self.known.as_ref().map_or(&[], |(_, contents)| contents)
    }

    /// Writes the file durably.
    pub(super) fn write(&mut self, contents: Vec<u8>) -> Result<(), StoreError> {
        if contents.len() as u64 > read::SIZE_LIMIT {
            return Err(StoreError::TooLargeToSave(self.path.clone()));
        }
        match durable::write(&self.path, &contents) {
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

    /// If another program changed the file since, gives its version a second name beside it, which is returned. The file
    /// itself stays where it is until it is written.
    pub(super) fn keep_foreign_aside(&mut self) -> Result<Option<PathBuf>, StoreError> {
        let target = durable::resolve(&self.path)?;
        let metadata = match fs::symlink_metadata(&target) {
            Ok(metadata) => metadata,
            // Deleted meanwhile: there is nothing to keep, and the file is written anew.
            Err(error) if durable::is_absent(&error) => return Ok(None),
            Err(error) => return Err(StoreError::system(Doing::Reading, &self.path, &error)),
        };
        if let Some(found) = read::not_regular(metadata.file_type()) {
            return Err(StoreError::NotAFile(self.path.clone(), found));
        }
        let stamp = Stamp::of(&metadata);
        if self.known.as_ref().is_some_and(|(known, _)| *known == stamp) {
            return Ok(None);
        }
        // A file too large to be read is not the one that was written here.
        let contents = match read::read(&target) {
            Ok(contents) => Some(contents),
            Err(StoreError::TooLarge(_)) => None,
            Err(error) => return Err(error),
        };
        let ours = self.known.as_ref().map(|(_, known)| known).into_iter().chain(&self.attempted);
        let is_known = contents.as_ref().is_some_and(|contents| ours.into_iter().any(|known| known == contents));
        let kept = if is_known { None } else { Some(keep(&target)?) };
        // Remembered, so that a write that fails next does not keep the same version again.
        self.known = Some((stamp, contents.unwrap_or_default()));
        Ok(kept)
    }
}

/// Gives a file a second name of its own: `<name>.kept-<time>`.
fn keep(target: &Path) -> Result<PathBuf, StoreError> {
    let refused = |error: &std::io::Error| StoreError::system(Doing::KeepingAside, target, error);
    let time = Local::now().format("%Y%m%d-%H%M%S");
    for number in 1..=MOST_KEPT_PER_SECOND {
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(match number {
            1 => format!(".kept-{time}"),
            _ => format!(".kept-{time}-{number}"),
        });
        let kept = target.with_file_name(name);
        match second_name(target, &kept) {
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

/// A hard link costs nothing and leaves no moment without the file; where the disk has none, a copy.
fn second_name(target: &Path, kept: &Path) -> std::io::Result<()> {
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
