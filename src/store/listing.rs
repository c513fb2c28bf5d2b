//! Goes through all saved files, on several threads where there are many.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;

use super::durable;
use super::failure::{Operation, StoreError};
use super::lock::{FileLock, LOCK_SUFFIX};

/// What the names of saved files end with.
pub(super) const FILE_SUFFIX: &str = ".toml";

/// From this many files on, starting threads takes less time than they save.
const MIN_FOR_THREADS: usize = 500;

/// A saved file in the folder.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) path: PathBuf,
    /// Whether the folder's listing gives it as a regular file, so that no call is needed to find out before it is opened.
    pub(super) is_regular: bool,
}

/// The saved files of a folder, in no particular order; none if the folder does not exist. Leftovers of dead processes are
/// removed on the way.
pub(super) fn entries(folder: &Path) -> Result<Vec<Entry>, StoreError> {
    let refused = |error: &std::io::Error| match error.kind() {
        ErrorKind::NotADirectory => StoreError::NotAFolder(folder.to_owned()),
        _ => StoreError::system(Operation::Listing, folder, error),
    };
    let names = match fs::read_dir(folder) {
        Ok(names) => names,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(refused(&error)),
    };
    let mut entries = Vec::new();
    let mut leftovers = Vec::new();
    for entry in names {
        let entry = entry.map_err(|error| refused(&error))?;
        let name = entry.file_name();
        let bytes = name.as_encoded_bytes();
        if bytes.ends_with(LOCK_SUFFIX.as_bytes()) || bytes.starts_with(b".") {
            leftovers.push(name);
        } else if bytes.ends_with(FILE_SUFFIX.as_bytes()) {
            let is_regular = entry.file_type().is_ok_and(|kind| kind.is_file());
            entries.push(Entry { path: folder.join(name), is_regular });
        }
    }
    let mut files: Vec<&str> = leftovers.iter().filter_map(|name| name.to_str()).filter_map(file_of_leftover).collect();
    files.sort_unstable();
    files.dedup();
    for file in files {
        remove_leftovers(&folder.join(file));
    }
    Ok(entries)
}

/// The saved file to which a lock or temporary file belongs.
pub(super) fn file_of_leftover(name: &str) -> Option<&str> {
    durable::file_of_temporary(name)
        .or_else(|| name.strip_suffix(LOCK_SUFFIX))
        .filter(|file| file.ends_with(FILE_SUFFIX))
}

/// Removes the lock and the temporary files that a dead process left beside a file; nothing if a living one has it open.
pub(super) fn remove_leftovers(file: &Path) {
    if let Ok(lock) = FileLock::try_take(file) {
        durable::sweep(lock.target());
    }
}

/// Maps every item, in the same order, on as many threads as there are processors.
pub(super) fn map_in_parallel<Item: Sync, Mapped: Send>(
    items: &[Item],
    map: impl Fn(&Item) -> Mapped + Sync,
) -> Vec<Mapped> {
    let threads =
        if items.len() < MIN_FOR_THREADS { 1 } else { thread::available_parallelism().map_or(1, usize::from) };
    if threads == 1 {
        return items.iter().map(map).collect();
    }
    let share = items.len().div_ceil(threads);
    let map = &map;
    let mut mapped = Vec::with_capacity(items.len());
    thread::scope(|scope| {
        let spawn = |share: &'_ [Item]| share.iter().map(map).collect::<Vec<_>>();
        let mut shares = items.chunks(share);
        let own = shares.next().unwrap_or_default();
        let others: Vec<_> = shares.map(|share| scope.spawn(move || spawn(share))).collect();
        mapped.extend(own.iter().map(map));
        for other in others {
            match other.join() {
                Ok(part) => mapped.extend(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    mapped
}
