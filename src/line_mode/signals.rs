//! Signals in line mode: the last answer reaches the disk before the program ends.

use std::{io, process, thread};

use crate::effects::{LastChange, SHUTDOWN_TIMEOUT};

/// Ends the program with 128 + n on signal n, but not before the last change is durable. Line mode waits in a read that a
/// signal does not cut short, so this is done by a thread of its own, which sleeps until then.
///
/// # Errors
///
/// When signals cannot be watched; they then end the program at once.
pub(crate) fn end_on_signals(last_change: LastChange) -> io::Result<()> {
    let wait = hold()?;
    thread::Builder::new()
        .name("signals".into())
        .stack_size(256 * 1024)
        .spawn(move || {
            if let Some(signal) = wait() {
                last_change.wait(SHUTDOWN_TIMEOUT);
                process::exit(128 + signal);
            }
        })
        .map(drop)
}

/// Holds signals back from now on; what is returned sleeps until the first.
#[cfg(unix)]
fn hold() -> io::Result<impl FnOnce() -> Option<i32> + Send + 'static> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
    Ok(move || signals.forever().next())
}

/// The same of a console, where Ctrl-C is no key in line mode.
#[cfg(windows)]
fn hold() -> io::Result<impl FnOnce() -> Option<i32> + Send + 'static> {
    let mut events = crate::console::ConsoleEvents::hold(true)?;
    Ok(move || Some(events.wait()))
}
