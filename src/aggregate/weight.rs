//! How much there is to count, for progress bars.

use std::fs;
use std::path::{Path, PathBuf};

use super::{FILE_WEIGHT, Holds, is_stream};

/// What there is to count, in the measure of [`Progress`](super::Progress); `None` where it cannot be known before, as of
/// a stream. It takes a look at every folder, so only ask when it will be shown.
pub fn weight(paths: &[PathBuf]) -> Option<u64> {
    paths.iter().map(|path| if is_stream(path) { None } else { of_path(path) }).sum()
}

fn of_path(path: &Path) -> Option<u64> {
    if path.is_dir() { of_folder(path) } else { of_file(path) }
}

fn of_file(path: &Path) -> Option<u64> {
    match Holds::of(path) {
        None => Some(0),
        Some(Holds::Saved) => Some(FILE_WEIGHT),
        Some(Holds::Lines | Holds::Table) => match path.metadata() {
            Ok(metadata) if metadata.is_file() => Some(metadata.len()),
            // The size of a pipe is unknown.
            Ok(_) => None,
            Err(_) => Some(0),
        },
    }
}

fn of_folder(folder: &Path) -> Option<u64> {
    // What cannot be listed weighs nothing.
    let Ok(entries) = fs::read_dir(folder) else { return Some(0) };
    entries
        .flatten()
        .map(|entry| {
            let path = entry.path();
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder { of_folder(&path) } else { Some(of_file(&path).unwrap_or_default()) }
        })
        .sum()
}
