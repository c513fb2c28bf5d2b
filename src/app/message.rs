//! Everything that can happen to the program, as it arrives on the one channel.

use super::key::Key;
use crate::core::assessment::Assessment;
use crate::store::summary::Summary;

/// Something that happened.
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
    /// The terminal is ours again after a stop: draw everything anew.
    Resumed,
    /// Ctrl-Z or TSTP: hand the terminal back and stop.
    Suspend,
    /// A signal asks the program to end; its number.
    Terminate(i32),
    /// The terminal is gone.
    Hangup,
    /// Everything up to this revision of the assessment is durable.
    Saved(u64),
    /// Saving failed and is being tried again; the reason in the user's language.
    SaveFailed(String),
    /// The file had been changed by another program; that version was kept aside under this name.
    KeptAside(String),
    /// An assessment was read; or why not, in the user's language.
    Opened(Result<Box<Assessment>, String>),
    /// The saved assessments, newest first.
    Listed(Vec<Summary>),
    /// An assessment was deleted; or why not, in the user's language.
    Deleted(Result<String, String>),
    /// A document was written, to this path; or why not, in the user's language.
    Written(Result<String, String>),
    /// Two assessments were read to be compared, the older first; or why not, in the user's language.
    Compared(Result<Box<(Assessment, Assessment)>, String>),
    /// The finished assessments of an organisation, oldest first; or why not, in the user's language.
    TrendRead(String, Result<Vec<Assessment>, String>),
    /// An assessment was read to begin a new one from it; or why not, in the user's language.
    ReadToCarryOver(Result<Box<Assessment>, String>),
    /// An assessment was read only to be looked at.
    LookedAt(Box<Assessment>),
}
