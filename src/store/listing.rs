//! Going through all saved files, on several threads where there are many.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;

use super::durable;
use super::failure::{Operation, StoreError};
use super::lock::{FileLock, LOCK_SUFFIX};

/// What the names of saved files end with.
pub(super) const FILE_SUFFIX: &str = ".toml";

/// Below this many files, starting a thread takes longer than it saves.
const FEW: usize = 500;

/// A saved file in the folder.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) path: PathBuf,
    /// Whether the folder itself says that it is a regular file, so that it need not be looked at before it is opened.
    pub(super) is_regular: bool,
}

/// The saved files of a folder, in no order; none if the folder is not there. What dead processes left there is
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
    let mut left_behind = Vec::new();
    for entry in names {
        let entry = entry.map_err(|error| refused(&error))?;
        let name = entry.file_name();
        let bytes = name.as_encoded_bytes();
        if bytes.ends_with(LOCK_SUFFIX.as_bytes()) || bytes.starts_with(b".") {
            left_behind.push(name);
        } else if bytes.ends_with(FILE_SUFFIX.as_bytes()) {
            let is_regular = entry.file_type().is_ok_and(|kind| kind.is_file());
            entries.push(Entry { path: folder.join(name), is_regular });
        }
    }
    let mut unfinished: Vec<&str> = left_behind.iter().filter_map(|name| name.to_str()).filter_map(held_file).collect();
    unfinished.sort_unstable();
    unfinished.dedup();
    for file in unfinished {
        tidy(&folder.join(file));
    }
    Ok(entries)
}

/// Of which file a name is the lock or a temporary file.
fn held_file(name: &str) -> Option<&str> {
    durable::file_of_temporary(name)
        .or_else(|| name.strip_suffix(LOCK_SUFFIX))
        .filter(|file| file.ends_with(FILE_SUFFIX))
}

/// Removes what a dead process left beside a file; nothing if a living one has the file open.
pub(super) fn tidy(file: &Path) {
    if let Ok(lock) = FileLock::take_at_once(file) {
        durable::sweep(lock.target());
    }
}

/// What `work` makes of each item, in the same order, on as many threads as there are processors.
pub fn on_threads<Item: Sync, Made: Send>(items: &[Item], work: impl Fn(&Item) -> Made + Sync) -> Vec<Made> {
    let threads = if items.len() < FEW { 1 } else { thread::available_parallelism().map_or(1, usize::from) };
    if threads == 1 {
        return items.iter().map(work).collect();
    }
    let share = items.len().div_ceil(threads);
    let work = &work;
    let mut made = Vec::with_capacity(items.len());
    thread::scope(|scope| {
        let spawn = |share: &'_ [Item]| share.iter().map(work).collect::<Vec<_>>();
        let mut shares = items.chunks(share);
        let own = shares.next().unwrap_or_default();
        let others: Vec<_> = shares.map(|share| scope.spawn(move || spawn(share))).collect();
        made.extend(own.iter().map(work));
        for other in others {
            match other.join() {
                Ok(part) => made.extend(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    made
}
