//! Signals in line mode: the last answer reaches the disk before the program ends.

use std::{io, process, thread};

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::effects::{LastChange, SHUTDOWN_TIMEOUT};

/// Ends the program with 128 + n on signal n, but not before the last change is durable. Line mode waits in a read that a
/// signal does not cut short, so this is done by a thread of its own, which sleeps until then.
///
/// # Errors
///
/// When signals cannot be watched; they then end the program at once.
pub(crate) fn end_on_signals(last_change: LastChange) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
    thread::Builder::new()
        .name("signals".into())
        .stack_size(256 * 1024)
        .spawn(move || {
            if let Some(signal) = signals.forever().next() {
                last_change.wait(SHUTDOWN_TIMEOUT);
                process::exit(128 + signal);
            }
        })
        .map(drop)
}
