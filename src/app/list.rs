//! A highlight that moves over lines, and a text that is scrolled.

use super::command::Command;

/// Lines that page up and page down move by.
const PAGE: usize = 10;

/// Upper bound for scrolling a text; the view clamps it to the lines that there are.
pub(crate) const MAX_SCROLL: usize = 500;

/// Moves a highlight, counted from 0, over `length` lines. Returns whether the command was one that moves.
pub(crate) fn moved(cursor: &mut usize, length: usize, command: Command) -> bool {
    let last = length.saturating_sub(1);
    *cursor = match command {
        Command::Up => cursor.saturating_sub(1),
        Command::Down => *cursor + 1,
        Command::PageUp => cursor.saturating_sub(PAGE),
        Command::PageDown => *cursor + PAGE,
        Command::First => 0,
        Command::Last => last,
        _ => return false,
    }
    .min(last);
    true
}
