//! How much there is to count, for a progress display.

use std::fs;
use std::path::{Path, PathBuf};

use super::{FileKind, SAVED_FILE_WORK, is_standard_input};

/// How much there is to count, in the unit of [`Progress::done`](super::Progress::done); `None` if that cannot be known, as of
/// a stream. This lists every folder, so call it only if progress is shown.
pub fn total_work(paths: &[PathBuf]) -> Option<u64> {
    paths.iter().map(|path| if is_standard_input(path) { None } else { of_path(path) }).sum()
}

fn of_path(path: &Path) -> Option<u64> {
    if path.is_dir() { of_folder(path) } else { of_file(path) }
}

fn of_file(path: &Path) -> Option<u64> {
    match FileKind::of(path) {
        None => Some(0),
        Some(FileKind::Saved | FileKind::Document) => Some(SAVED_FILE_WORK),
        Some(FileKind::Lines | FileKind::Table) => match path.metadata() {
            Ok(metadata) if metadata.is_file() => Some(metadata.len()),
            // The size of a pipe is unknown.
            Ok(_) => None,
            Err(_) => Some(0),
        },
    }
}

fn of_folder(folder: &Path) -> Option<u64> {
    // A folder that cannot be listed is reported when it is counted.
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
