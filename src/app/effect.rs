//! What the program wants done outside itself. Carried out by `effects`, the only place that touches disk and clock.

use crate::core::assessment::Assessment;
use crate::core::language::Language;
use crate::report::error::DocumentError;
use crate::report::format::{PolicyFormat, ReportFormat};
use crate::store::failure::StoreError;
use crate::store::settings::Settings;

/// Why an effect failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EffectError {
    /// A file or folder.
    Store(StoreError),
    /// A document could not be made.
    Document(DocumentError),
    /// There is no earlier finished assessment to compare with, at least among the files other than these, which could not
    /// be read.
    NoPrevious(Vec<StoreError>),
}

impl From<StoreError> for EffectError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<DocumentError> for EffectError {
    fn from(error: DocumentError) -> Self {
        Self::Document(error)
    }
}

/// Something to be done outside.
#[derive(Debug)]
pub enum Effect {
    /// Make this state of the assessment durable; answered by `Message::Saved` with the revision.
    Save(u64, Box<Assessment>),
    /// Let go of the assessment that is open: wait until it is durable and release its lock.
    Close,
    /// Read an assessment by its id and hold its lock; answered by `Message::Opened`.
    Open(String),
    /// Read the list of saved assessments; answered by `Message::Listed`.
    List,
    /// Delete an assessment by its id; answered by `Message::Deleted`.
    Delete(String),
    /// Read two assessments by their ids, the older first; answered by `Message::Compared`.
    Compare(String, String),
    /// Read the finished assessment of the same organisation before this one; answered by `Message::Compared`.
    CompareWithPrevious(Box<Assessment>),
    /// Read all finished assessments of an organisation; answered by `Message::TrendRead`.
    ReadTrend(String),
    /// Read an assessment by its id to begin a new one from it; answered by `Message::ReadToCarryOver`.
    ReadToCarryOver(String),
    /// Read an assessment by its id only to look at it; answered by `Message::LookedAt`.
    LookAt(String),
    /// Write reports into the current folder; answered by `Message::Written`.
    Export(Vec<ReportFormat>, Box<Assessment>, Language),
    /// Write the basic policy into the current folder; answered by `Message::Written`.
    WritePolicy(PolicyFormat, Box<Assessment>, Language),
    /// Read the statistics in a file, by its path as it was typed; answered by `Message::StatisticsRead`.
    ReadStatistics(String),
    /// Remember what is chosen in these settings for the next time.
    Remember(Settings),
    /// Restore the terminal and stop until continued.
    Suspend,
    /// End the program when everything is durable; the signal that asked for it, if one did.
    Leave(Option<i32>),
}
