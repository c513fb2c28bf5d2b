//! Which saved file a person means by the argument of a command.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use strsim::levenshtein;

use super::failure::StoreError;
use super::listing::{self, FILE_SUFFIX};
use super::lock::LOCK_SUFFIX;
use super::saved_file::Lookup;
use super::{Store, id_of, is_id};

/// The word that means the assessment that was begun last.
const LATEST: &str = "latest";

/// How many near names an error tells.
const MAX_SUGGESTIONS: usize = 3;

impl Store {
    /// The file that an argument means: an id, the beginning of exactly one id, `latest`, or a path.
    ///
    /// # Errors
    ///
    /// Nothing is meant by it, or more than one file.
    pub fn find(&self, argument: &str, lookup: Lookup<'_>) -> Result<PathBuf, StoreError> {
        if is_path(argument) {
            return Ok(PathBuf::from(argument));
        }
        if argument == LATEST {
            let newest = self.list(lookup)?.into_iter().find(|summary| summary.problem.is_none());
            return newest.map(|summary| summary.path).ok_or(StoreError::NothingSaved);
        }
        if let Some(path) = self.exact(argument) {
            return Ok(path);
        }
        self.beginning_with(argument)
    }

    fn exact(&self, id: &str) -> Option<PathBuf> {
        if !is_id(id) {
            return None;
        }
        let path = self.assessments().join(format!("{id}{FILE_SUFFIX}"));
        path.symlink_metadata().ok()?;
        let mut lock = path.clone().into_os_string();
        lock.push(LOCK_SUFFIX);
        if fs::exists(lock).unwrap_or_default() {
            // Perhaps of a process that died.
            listing::tidy(&path);
        }
        Some(path)
    }

    fn beginning_with(&self, beginning: &str) -> Result<PathBuf, StoreError> {
        let paths: Vec<PathBuf> = listing::entries(self.assessments())?.into_iter().map(|entry| entry.path).collect();
        let mut ids: Vec<(String, &PathBuf)> = paths.iter().map(|path| (id_of(path), path)).collect();
        ids.sort_unstable();
        // Ids are written in small letters, but nobody should have to know.
        let small = beginning.to_lowercase();
        let begins = |id: &str| !beginning.is_empty() && (id.starts_with(beginning) || id.starts_with(&small));
        let candidates: Vec<&(String, &PathBuf)> = ids.iter().filter(|(id, _)| begins(id)).collect();
        match candidates.as_slice() {
            [(_, path)] => Ok((*path).clone()),
            [] => {
                let near = near(&small, ids.iter().map(|(id, _)| id.as_str()));
                Err(StoreError::NotFound(beginning.to_owned(), near))
            }
            several => {
                if let Some((_, path)) = several.iter().find(|(id, _)| *id == small) {
                    return Ok((*path).clone());
                }
                let ids = several.iter().map(|(id, _)| id.clone()).collect();
                Err(StoreError::Ambiguous(beginning.to_owned(), ids))
            }
        }
    }
}

/// Whether an argument is a path rather than an id.
fn is_path(argument: &str) -> bool {
    argument.contains(['/', MAIN_SEPARATOR])
        || (argument.ends_with(FILE_SUFFIX) && Path::new(argument).symlink_metadata().is_ok())
}

/// Ids that differ from a word by a letter or two, the nearest first.
fn near<'a>(word: &str, ids: impl Iterator<Item = &'a str>) -> Vec<String> {
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
    fn near_ids_are_found() {
        let ids = ["kmnp2345", "abcdefgh", "kmnp2346"];
        assert_eq!(near("kmnp234", ids.into_iter()), ["kmnp2345", "kmnp2346"]);
        assert!(near("zzzzzzzz", ids.into_iter()).is_empty());
        assert!(near("k", ids.into_iter()).is_empty());
    }
}
