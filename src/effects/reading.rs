//! Assessments read only to be looked at.

use std::path::Path;

use super::Session;
use crate::core::assessment::{Assessment, Status};
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::question_set::{Kind, SharedSet};
use crate::messages::messages;
use crate::store::Opened;
use crate::store::failure::StoreError;

/// How saved files find their question sets in a catalog.
pub fn lookup(catalog: &Catalog, language: Language) -> impl Fn(Kind, &str, &str) -> Option<SharedSet> + Sync + '_ {
    move |kind, id, edition| catalog.find(kind, id, edition, language)
}

impl Session {
    pub(super) fn read_version(&self, path: &Path) -> Result<Opened, StoreError> {
        self.store.read(path, &lookup(&self.catalog, self.language))
    }

    pub(super) fn read(&self, id: &str) -> Result<Assessment, StoreError> {
        self.path(id).and_then(|path| self.read_version(&path)).map(|opened| opened.assessment)
    }

    /// Two assessments, the older first.
    pub(super) fn read_pair(&self, a: &str, b: &str) -> Result<Box<(Assessment, Assessment)>, StoreError> {
        let (a, b) = (self.read(a)?, self.read(b)?);
        Ok(Box::new(if a.created_at <= b.created_at { (a, b) } else { (b, a) }))
    }

    /// The finished assessments of an organisation, oldest first.
    pub(super) fn finished_of(&self, organization: &str) -> Result<Vec<Assessment>, StoreError> {
        let summaries = self.store.list(&lookup(&self.catalog, self.language))?;
        let paths: Vec<_> = summaries
            .into_iter()
            .filter(|summary| summary.status == Some(Status::Complete) && summary.organization == organization)
            .map(|summary| summary.path)
            .collect();
        let read = self.store.read_all(&paths, &lookup(&self.catalog, self.language));
        let mut finished: Vec<Assessment> = read.into_iter().flatten().collect();
        finished.sort_by_key(|assessment| assessment.created_at);
        Ok(finished)
    }

    /// An assessment with the finished one of the same organisation and site before it; or that there is none.
    pub(super) fn with_previous(&self, assessment: Assessment) -> Result<Box<(Assessment, Assessment)>, String> {
        let name = &assessment.organization;
        let previous = self
            .finished_of(&name.name)
            .map_err(|error| error.sentence(self.language))?
            .into_iter()
            .rfind(|other| {
                other.id != assessment.id
                    && other.created_at <= assessment.created_at
                    && other.organization.site == name.site
            })
            .ok_or_else(|| messages(self.language).compare.no_previous.to_owned())?;
        Ok(Box::new((previous, assessment)))
    }
}
