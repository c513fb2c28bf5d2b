//! Everything that can happen to the program, as it arrives on the one channel.

use std::path::PathBuf;

use super::effect::EffectError;
use super::key::Key;
use crate::core::assessment::Assessment;
use crate::core::benchmark::BenchmarkStatistics;
use crate::store::failure::StoreError;
use crate::store::summary::Summary;

/// Something that happened. Errors are types here; they are worded when they are shown.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The first mouse button was pressed on a cell, counted from 0. Only the view knows what is shown there.
    Click {
        /// Column.
        column: u16,
        /// Row.
        row: u16,
    },
    /// The mouse pointed at a line, choice or field.
    Point {
        /// Which one, from 0.
        index: usize,
        /// Whether it was highlighted already.
        again: bool,
    },
    /// Text was pasted.
    Paste(String),
    /// The terminal has a new size, in cells.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// Resumed after SIGCONT; redraw everything.
    Resumed,
    /// Ctrl-Z or TSTP: restore the terminal and stop.
    Suspend,
    /// A signal asks the program to end; its number.
    Terminate(i32),
    /// The terminal is gone.
    Hangup,
    /// Everything up to this revision of the assessment is durable.
    Saved(u64),
    /// Saving failed and is being tried again.
    SaveFailed(StoreError),
    /// The file had been changed by another program; that version was kept aside here.
    KeptAside(PathBuf),
    /// An assessment was opened to be changed.
    Opened(Result<Box<Assessment>, StoreError>),
    /// The saved assessments, newest first.
    Listed(Result<Vec<Summary>, StoreError>),
    /// The assessment with this id was deleted.
    Deleted(Result<String, StoreError>),
    /// Documents were written, to these paths.
    Written(Result<Vec<PathBuf>, EffectError>),
    /// A changed setting could not be saved. It holds until the program ends.
    SettingsNotSaved(StoreError),
    /// Two assessments were read to be compared, the older first.
    Compared(Result<Box<(Assessment, Assessment)>, EffectError>),
    /// The finished assessments of an organisation, oldest first.
    TrendRead(String, Result<Vec<Assessment>, StoreError>),
    /// Files that could not be read and so are missing in what was just read; at least one.
    Unreadable(Vec<StoreError>),
    /// Statistics were read from the file with this path.
    StatisticsRead(String, Result<BenchmarkStatistics, StoreError>),
    /// An assessment was read to begin a new one from it.
    ReadToCarryOver(Result<Box<Assessment>, StoreError>),
    /// An assessment was read only to be looked at.
    LookedAt(Result<Box<Assessment>, StoreError>),
}
