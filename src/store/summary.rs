//! What the list shows of a saved assessment.

use std::borrow::Cow;
use std::fs::File;
use std::path::{Path, PathBuf};

use super::failure::StoreError;
use super::id::{check_name, id_of, is_id};
use super::read;
use super::saved_file::layout::{summary, top};
use super::saved_file::scan::{Head, is_whole, value};
use super::saved_file::{Lookup, SCHEMA};
use crate::core::assessment::{Assessment, Status};
use crate::core::organization::OrganizationField;
use crate::core::score::score;
use crate::core::sheet::Timestamp;
use crate::text::composed;

/// How much of a file is read for the list, in bytes. Heads of files take about a kilobyte.
const HEAD_LEN: usize = 4096;

/// How much is read of a file's end, in bytes: room for its last line.
const TAIL_LEN: usize = 8;

/// What the list shows of one saved assessment, read from the head of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Identifier: the name of the file without `.toml`.
    pub id: String,
    /// When it was begun. When the file was last changed, if it cannot be read.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Organisation.
    pub organization: String,
    /// Site or department.
    pub site: String,
    /// Whether it is finished; `None` if the file cannot be read.
    pub status: Option<Status>,
    /// Points of the diagnosis so far.
    pub points: i32,
    /// Band of the diagnosis; empty while an answer is missing.
    pub band: String,
    /// Answered questions of checklist and diagnosis.
    pub answered: (usize, usize),
    /// Questions of checklist and diagnosis.
    pub total: (usize, usize),
    /// Questions of the diagnosis answered with "don't know".
    pub unknown: usize,
    /// Parts of the diagnosis with their points, in order.
    pub categories: Vec<(String, i32)>,
    /// The file.
    pub path: PathBuf,
    /// Why the file cannot be read.
    pub problem: Option<StoreError>,
    /// What a search looks through; empty before `prepared_for_search`.
    pub search_text: String,
}

impl Summary {
    /// Computes what a search looks through, ahead of the first search.
    #[must_use]
    pub(crate) fn prepared_for_search(mut self) -> Self {
        self.search_text = self.in_lower_case();
        self
    }

    /// Names, id and date in lower case, for a search to look through.
    pub(crate) fn searchable(&self) -> Cow<'_, str> {
        if self.search_text.is_empty() { Cow::Owned(self.in_lower_case()) } else { Cow::Borrowed(&self.search_text) }
    }

    fn in_lower_case(&self) -> String {
        let names = [self.organization.as_str(), &self.site, &self.id].join("\n");
        let mut text = composed(&names).to_lowercase();
        text.push('\n');
        text.push_str(&self.created_at.date_naive().to_string());
        text
    }

    /// What the list shows of an assessment that was read.
    pub fn of(assessment: &Assessment, path: PathBuf) -> Self {
        let score = score(&assessment.diagnosis);
        Self {
            id: assessment.id.clone(),
            created_at: assessment.created_at,
            updated_at: assessment.updated_at,
            organization: assessment.organization.name.clone(),
            site: assessment.organization.site.clone(),
            status: Some(assessment.status()),
            points: score.points,
            band: score.band.map_or_else(String::new, |band| band.id.clone()),
            answered: (assessment.checklist.answered(), score.answered),
            total: (assessment.checklist.total(), score.total),
            unknown: score.unknown.len(),
            categories: score.categories.iter().map(|part| (part.category.id.clone(), part.points)).collect(),
            path,
            problem: None,
            search_text: String::new(),
        }
    }

    /// Reads what the list shows of a file: from its first bytes if it is as the program writes it, else by parsing it.
    /// `is_regular` is whether the folder's listing gave it as a regular file.
    pub(super) fn read(path: PathBuf, is_regular: bool, lookup: Lookup<'_>) -> Self {
        let id = id_of(&path);
        let scanned = if is_regular && is_id(&id) { Self::scan(&path) } else { None };
        if let Some(summary) = scanned {
            return Self { id, path, ..summary };
        }
        match read_whole(&path, lookup) {
            Ok(summary) => Self { id, path, ..summary },
            Err(problem) => {
                let changed = path.symlink_metadata().and_then(|metadata| metadata.modified());
                let changed: Timestamp = changed
                    .map(|time| chrono::DateTime::<chrono::Local>::from(time).fixed_offset())
                    .unwrap_or_default();
                Self { id, path, created_at: changed, updated_at: changed, problem: Some(problem), ..Self::default() }
            }
        }
    }

    /// What the list shows of a file, without its id and path, if the file is as the program writes it and was not cut short.
    pub(super) fn scan(path: &Path) -> Option<Self> {
        let (file, metadata) = read::open_listed(path).ok()?;
        let mut head = [0; HEAD_LEN];
        let length = read_at(&file, &mut head, 0)?;
        let head = head.get(..length)?;
        let is_whole = if metadata.len() <= length as u64 {
            is_whole(head)
        } else {
            let mut tail = [0; TAIL_LEN];
            let length = read_at(&file, &mut tail, metadata.len() - TAIL_LEN as u64)?;
            is_whole(tail.get(..length)?)
        };
        if is_whole { of_head(&Head::scan(head, SCHEMA)?) } else { None }
    }
}

/// Fills a buffer from a position in a file, as far as the file goes.
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> Option<usize> {
    #[cfg(unix)]
    return std::os::unix::fs::FileExt::read_at(file, buffer, offset).ok();
    #[cfg(windows)]
    return std::os::windows::fs::FileExt::seek_read(file, buffer, offset).ok();
}

fn of_head(head: &Head<'_>) -> Option<Summary> {
    let text = |value: Option<&str>| value.and_then(value::text).map(Cow::into_owned);
    let status = text(head.summary.get(summary::STATUS))?;
    Some(Summary {
        created_at: value::moment(head.top.get(top::CREATED_AT)?)?,
        updated_at: value::moment(head.top.get(top::UPDATED_AT)?)?,
        organization: text(head.organization.get(OrganizationField::Name.key()))?,
        site: text(head.organization.get(OrganizationField::Site.key())).unwrap_or_default(),
        status: Some([Status::InProgress, Status::Complete].into_iter().find(|known| known.name() == status)?),
        points: value::number(head.summary.get(summary::POINTS)?)?,
        band: text(head.summary.get(summary::BAND))?,
        answered: value::pair(head.summary.get(summary::ANSWERED)?)?,
        total: value::pair(head.summary.get(summary::TOTAL)?)?,
        unknown: value::count(head.summary.get(summary::UNKNOWN)?)? as usize,
        categories: value::points(head.summary.get(summary::CATEGORIES)?)?,
        ..Summary::default()
    })
}

fn read_whole(path: &Path, lookup: Lookup<'_>) -> Result<Summary, StoreError> {
    check_name(path)?;
    let contents = read::read(path).map_err(StoreError::of_own_file)?;
    let assessment = super::parse(path, &contents, lookup)?;
    Ok(Summary::of(&assessment, PathBuf::new()))
}
