//! Assessments read only to be looked at.

use std::path::Path;

use super::Session;
use crate::app::effect::EffectError;
use crate::app::message::Message;
use crate::core::assessment::Assessment;
use crate::store::Opened;
use crate::store::failure::StoreError;

impl Session {
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
