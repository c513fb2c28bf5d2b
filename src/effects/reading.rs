//! Assessments and statistics read only to be looked at.

use std::path::{Path, PathBuf};

use super::Session;
use crate::app::effect::EffectError;
use crate::app::message::Message;
use crate::core::assessment::Assessment;
use crate::core::benchmark::BenchmarkStatistics;
use crate::import::{MAX_FILE_SIZE, statistics, too_large};
use crate::store::Opened;
use crate::store::failure::StoreError;
use crate::store::read::read_up_to;

/// Reads the statistics in a file.
///
/// # Errors
///
/// The file cannot be read, or is not what `aggregate --json` writes.
pub fn read_statistics(path: &Path) -> Result<BenchmarkStatistics, StoreError> {
    let broken = |faults| StoreError::Broken(path.to_owned(), faults);
    match read_up_to(path, MAX_FILE_SIZE as u64) {
        Ok(bytes) => statistics::read(&bytes).map_err(broken),
        Err(StoreError::TooLarge(_)) => Err(broken(vec![too_large()])),
        Err(error) => Err(error),
    }
}

/// A path as people type or drop it into a field: quotation marks around it go, and `~` is the home folder.
fn typed_path(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let bare = ['"', '\''].into_iter().find_map(|mark| typed.strip_prefix(mark)?.strip_suffix(mark)).unwrap_or(typed);
    match (bare.strip_prefix("~/"), directories::BaseDirs::new()) {
        (Some(below), Some(folders)) => folders.home_dir().join(below),
        _ => PathBuf::from(bare),
    }
}

impl Session {
    /// Answers with the statistics in a file, named as it was typed.
    pub(super) fn read_statistics(&self, typed: String) {
        let statistics = read_statistics(&typed_path(&typed));
        self.answer(Message::StatisticsRead(typed, statistics));
    }

    pub(super) fn read_version(&self, path: &Path) -> Result<Opened, StoreError> {
        self.store.read(path, &self.catalog.lookup(self.language))
    }

    pub(super) fn read(&self, id: &str) -> Result<Box<Assessment>, StoreError> {
        let path = self.store.path_of(id)?;
        Ok(Box::new(self.read_version(&path)?.assessment))
    }

    /// Two assessments, the older first.
    pub(super) fn compare(&self, a: &str, b: &str) -> Result<Box<(Assessment, Assessment)>, EffectError> {
        let (a, b) = (*self.read(a)?, *self.read(b)?);
        Ok(Box::new(if a.created_at <= b.created_at { (a, b) } else { (b, a) }))
    }

    /// Answers with an assessment and the finished one of the same organisation and site before it, and with the files that
    /// could not be read.
    pub(super) fn compare_with_previous(&self, assessment: Assessment) {
        let own = &assessment.organization;
        let finished = match self.store.finished_of(&own.name, &self.catalog.lookup(self.language)) {
            Ok(finished) => finished,
            Err(error) => return self.answer(Message::Compared(Err(error.into()))),
        };
        let previous = finished.assessments.into_iter().rfind(|other| {
            other.id != assessment.id
                && other.created_at <= assessment.created_at
                && other.organization.site.trim() == own.site.trim()
        });
        let Some(previous) = previous else {
            return self.answer(Message::Compared(Err(EffectError::NoPrevious(finished.unreadable))));
        };
        self.answer(Message::Compared(Ok(Box::new((previous, assessment)))));
        self.answer_unreadable(finished.unreadable);
    }

    /// Answers with the finished assessments of an organisation, and with the files that could not be read.
    pub(super) fn read_trend(&self, organization: String) {
        match self.store.finished_of(&organization, &self.catalog.lookup(self.language)) {
            Ok(finished) => {
                self.answer(Message::TrendRead(organization, Ok(finished.assessments)));
                self.answer_unreadable(finished.unreadable);
            }
            Err(error) => self.answer(Message::TrendRead(organization, Err(error))),
        }
    }

    fn answer_unreadable(&self, errors: Vec<StoreError>) {
        if !errors.is_empty() {
            self.answer(Message::Unreadable(errors));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_taken_as_people_type_them() {
        assert_eq!(typed_path(" 集計 2026.json "), PathBuf::from("集計 2026.json"));
        assert_eq!(typed_path("\"C:\\a b\\c.json\""), PathBuf::from("C:\\a b\\c.json"));
        assert_eq!(typed_path("'/tmp/a b.json'"), PathBuf::from("/tmp/a b.json"));
        assert_eq!(typed_path("'"), PathBuf::from("'"));
        assert!(!typed_path("~/a.json").starts_with("~"));
    }
}
