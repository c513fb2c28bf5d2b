//! Watches for signals, and for a terminal that hangs up without one.
//!
//! crossterm reads a terminal that is gone in a busy loop (crossterm#793) and reports nothing. This thread therefore blocks in
//! one `poll` on the hang-up of the terminal and on the signals.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::ForcedExit;
use crate::app::message::Message;

/// How long the main loop may take to end after a signal before the exit is forced: longer than leaving waits for the disk,
/// and short enough that the program is gone within three seconds.
const EXIT_TIMEOUT: Duration = Duration::from_millis(1800);

/// Signals that were caught and not handled yet.
pub type CaughtSignals = SignalDelivery<UnixStream, SignalOnly>;

/// Catches signals until the watcher runs.
pub fn catch() -> io::Result<CaughtSignals> {
    let (read, write) = UnixStream::pair()?;
    SignalDelivery::with_pipe(read, write, SignalOnly, [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])
}

/// Starts the watcher.
pub fn start(signals: CaughtSignals, messages: Sender<Message>, forced_exit: ForcedExit) -> io::Result<()> {
    let terminal = terminal();
    thread::Builder::new()
        .name("signals".into())
        .stack_size(256 * 1024)
        .spawn(move || watch(signals, terminal, &messages, forced_exit))
        .map(drop)
}

/// The terminal from which keys are read: standard input, else the controlling terminal.
fn terminal() -> Option<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        stdin.as_fd().try_clone_to_owned().ok()
    } else {
        File::open("/dev/tty").ok().map(OwnedFd::from)
    }
}

fn watch(
    mut signals: CaughtSignals,
    mut terminal: Option<OwnedFd>,
    messages: &Sender<Message>,
    forced_exit: ForcedExit,
) {
    loop {
        match wait(&signals, terminal.as_ref()) {
            Terminal::Present => {}
            Terminal::Gone => {
                messages.send(Message::Hangup).ok();
                thread::sleep(EXIT_TIMEOUT);
                return forced_exit(SIGHUP);
            }
            Terminal::Unknown => terminal = None,
        }
        for signal in signals.pending() {
            let message = match signal {
                SIGTSTP => Message::Suspend,
                SIGCONT => Message::Resumed,
                signal => {
                    messages.send(Message::Terminate(signal)).ok();
                    thread::sleep(EXIT_TIMEOUT);
                    return forced_exit(signal);
                }
            };
            if messages.send(message).is_err() {
                return;
            }
        }
    }
}

enum Terminal {
    Present,
    Gone,
    /// The system cannot poll it; another try would return at once.
    Unknown,
}

/// Blocks until a signal arrives or the terminal is gone.
fn wait(signals: &CaughtSignals, terminal: Option<&OwnedFd>) -> Terminal {
    let mut watched = vec![PollFd::new(signals.get_read(), PollFlags::IN)];
    // Hang-up and error are reported even if no events are requested.
    watched.extend(terminal.map(|terminal| PollFd::new(terminal, PollFlags::empty())));
    // A signal may interrupt the call; the caller then asks which one is pending.
    let events = match poll(&mut watched, None) {
        Ok(_) => watched.get(1).map_or(PollFlags::empty(), PollFd::revents),
        Err(_) => PollFlags::empty(),
    };
    if events.intersects(PollFlags::HUP | PollFlags::ERR) {
        Terminal::Gone
    } else if events.contains(PollFlags::NVAL) {
        // The descriptor is our own copy and open, so this is a system that cannot poll terminals (macOS, /dev/tty).
        Terminal::Unknown
    } else {
        Terminal::Present
    }
}
