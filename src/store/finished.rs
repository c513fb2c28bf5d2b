//! The finished assessments of an organisation, from which trends and comparisons are made.

use std::path::PathBuf;

use super::Store;
use super::failure::StoreError;
use super::saved_file::Lookup;
use crate::core::assessment::{Assessment, Status};
use crate::text::composed;

/// The finished assessments of an organisation.
#[derive(Debug)]
pub struct Finished {
    /// Oldest first.
    pub assessments: Vec<Assessment>,
    /// Files that could not be read, so that nobody knows whose they are: they may be missing among the assessments.
    pub unreadable: Vec<StoreError>,
}

/// Whether two names are of the same organisation: spaces around them do not count, nor whether the sound marks of kana are
/// characters of their own.
pub fn is_same_organization(one: &str, other: &str) -> bool {
    composed(one.trim()) == composed(other.trim())
}

impl Store {
    /// The finished assessments of an organisation, by its name.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub fn finished_of(&self, organization: &str, lookup: Lookup<'_>) -> Result<Finished, StoreError> {
        let mut unreadable = Vec::new();
        let mut paths: Vec<PathBuf> = Vec::new();
        for summary in self.list(lookup)? {
            if let Some(problem) = summary.problem {
                unreadable.push(problem);
            } else if summary.status == Some(Status::Complete)
                && is_same_organization(&summary.organization, organization)
            {
                paths.push(summary.path);
            }
        }
        let mut assessments = Vec::with_capacity(paths.len());
        for read in self.read_all(&paths, lookup) {
            match read {
                Ok(assessment) => assessments.push(assessment),
                Err(error) => unreadable.push(error),
            }
        }
        assessments.sort_by_key(|assessment| assessment.created_at);
        Ok(Finished { assessments, unreadable })
    }
}
