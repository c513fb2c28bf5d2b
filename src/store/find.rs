//! Finds the saved file that the argument of a command refers to.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use strsim::levenshtein;

use super::Store;
use super::failure::StoreError;
use super::id::{id_of, is_id};
use super::listing::{self, FILE_SUFFIX};
use super::lock::lock_path;
use super::saved_file::Lookup;

/// The argument for the assessment that was created last.
const LATEST: &str = "latest";

/// How many similar ids an error suggests.
const MAX_SUGGESTIONS: usize = 3;

impl Store {
    /// The file that an argument refers to: an id, the beginning of exactly one id, `latest`, or a path, which is returned
    /// without looking whether it exists.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotFound`] with similar ids, [`StoreError::Ambiguous`] with the ids that begin like that,
    /// [`StoreError::NothingSaved`] for `latest`, or a folder that cannot be read.
    pub fn find(&self, argument: &str, lookup: Lookup<'_>) -> Result<PathBuf, StoreError> {
        if is_path(argument) {
            return Ok(PathBuf::from(argument));
        }
        if argument == LATEST {
            let newest = self.list(lookup)?.into_iter().find(|summary| summary.problem.is_none());
            return newest.map(|summary| summary.path).ok_or(StoreError::NothingSaved);
        }
        if let Some(path) = self.find_exact(argument) {
            return Ok(path);
        }
        self.find_by_prefix(argument)
    }

    fn find_exact(&self, id: &str) -> Option<PathBuf> {
        if !is_id(id) {
            return None;
        }
        let path = self.assessments().join(format!("{id}{FILE_SUFFIX}"));
        path.symlink_metadata().ok()?;
        let path = self.as_on_disk(id, path);
        if fs::exists(lock_path(&path)).unwrap_or_default() {
            // The process that left it may have died.
            listing::remove_leftovers(&path);
        }
        Some(path)
    }

    /// The path of a file with its name as it is on the disk. Where the disk takes large and small letters for the same, an
    /// argument need not be written like it; but the name is the id.
    fn as_on_disk(&self, id: &str, path: PathBuf) -> PathBuf {
        let swapped: String = id.chars().map(swap_case).collect();
        let other = self.assessments().join(format!("{swapped}{FILE_SUFFIX}"));
        if swapped == id || other.symlink_metadata().is_err() {
            return path;
        }
        let Ok(entries) = listing::entries(self.assessments()) else { return path };
        let ids = || entries.iter().map(|entry| (id_of(&entry.path), &entry.path));
        if ids().any(|(on_disk, _)| on_disk == id) {
            return path;
        }
        ids().find(|(on_disk, _)| on_disk.eq_ignore_ascii_case(id)).map_or(path, |(_, on_disk)| on_disk.clone())
    }

    fn find_by_prefix(&self, prefix: &str) -> Result<PathBuf, StoreError> {
        let paths: Vec<PathBuf> = listing::entries(self.assessments())?.into_iter().map(|entry| entry.path).collect();
        let mut ids: Vec<(String, &PathBuf)> = paths.iter().map(|path| (id_of(path), path)).collect();
        ids.sort_unstable();
        // Ids are in lower case, but need not be typed so.
        let lower = prefix.to_lowercase();
        let matches = |id: &str| !prefix.is_empty() && (id.starts_with(prefix) || id.starts_with(&lower));
        let candidates: Vec<&(String, &PathBuf)> = ids.iter().filter(|(id, _)| matches(id)).collect();
        match candidates.as_slice() {
            [(_, path)] => Ok((*path).clone()),
            [] => {
                let similar = similar(&lower, ids.iter().map(|(id, _)| id.as_str()));
                Err(StoreError::NotFound(prefix.to_owned(), similar))
            }
            several => {
                if let Some((_, path)) = several.iter().find(|(id, _)| *id == lower) {
                    return Ok((*path).clone());
                }
                let ids = several.iter().map(|(id, _)| id.clone()).collect();
                Err(StoreError::Ambiguous(prefix.to_owned(), ids))
            }
        }
    }
}

/// A letter of ASCII in the other case.
fn swap_case(letter: char) -> char {
    if letter.is_ascii_lowercase() { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() }
}

/// Whether an argument is a path rather than an id.
fn is_path(argument: &str) -> bool {
    argument.contains(['/', MAIN_SEPARATOR])
        || (argument.ends_with(FILE_SUFFIX) && Path::new(argument).symlink_metadata().is_ok())
}

/// Ids that differ from a word by a letter or two, the most similar first.
fn similar<'a>(word: &str, ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    const MAX_LEN: usize = 64;
    const MAX_EDIT_DISTANCE: usize = 2;
    let word: String = word.chars().take(MAX_LEN).collect();
    if word.chars().count() <= MAX_EDIT_DISTANCE {
        return Vec::new();
    }
    let mut near: Vec<(usize, &str)> = ids
        .filter(|id| id.len() <= MAX_LEN)
        .map(|id| (levenshtein(&word, id), id))
        .filter(|(distance, _)| *distance <= MAX_EDIT_DISTANCE)
        .collect();
    near.sort_unstable();
    near.into_iter().take(MAX_SUGGESTIONS).map(|(_, id)| id.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similar_ids_are_found() {
        let ids = ["kmnp2345", "abcdefgh", "kmnp2346"];
        assert_eq!(similar("kmnp234", ids.into_iter()), ["kmnp2345", "kmnp2346"]);
        assert!(similar("zzzzzzzz", ids.into_iter()).is_empty());
        assert!(similar("k", ids.into_iter()).is_empty());
    }
}
