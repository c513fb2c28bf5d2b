//! The edge of the interactive program: carries out its effects on disk, and answers with messages.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use chrono::Local;

use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::core::assessment::{Assessment, Status};
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::sheet::Timestamp;
use crate::store::Store;
use crate::store::failure::StoreError;
use crate::store::lock::AssessmentLock;
use crate::store::writer::{Report, Writer};

/// How long leaving waits for a disk that does not take the last change.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the caller of [`Session::carry_out`] has to do itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// Hand the terminal back and stop until continued.
    Suspend,
    /// End the program; the signal that asked for it, if one did.
    Leave(Option<i32>),
}

/// The moment as the clock of this machine tells it.
pub fn now() -> Timestamp {
    Local::now().fixed_offset()
}
