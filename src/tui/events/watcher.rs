//! Signals, and a terminal that vanishes without one.
//!
//! The terminal library reads a dead terminal in a busy loop, so somebody else has to notice: this thread sleeps in one
//! `poll` on the terminal's hang-up and on the signals.

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

use super::LastResort;
use crate::app::message::Message;

/// How long an ordinary end may take before the last resort: longer than leaving waits for the disk, and short enough
/// that everything is over within three seconds.
const GRACE: Duration = Duration::from_millis(1800);

/// Signals on their way to the watcher.
pub type HeldSignals = SignalDelivery<UnixStream, SignalOnly>;

/// Holds signals back until the watcher runs.
pub fn hold() -> io::Result<HeldSignals> {
    let (read, write) = UnixStream::pair()?;
    SignalDelivery::with_pipe(read, write, SignalOnly, [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])
}

/// Starts the watcher.
pub fn start(signals: HeldSignals, messages: Sender<Message>, last_resort: LastResort) -> io::Result<()> {
    let terminal = terminal();
    thread::Builder::new()
        .name("signals".into())
        .stack_size(256 * 1024)
        .spawn(move || watch(signals, terminal, &messages, last_resort))
        .map(drop)
}

/// The terminal that keys are read from: standard input, else the controlling terminal.
fn terminal() -> Option<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        stdin.as_fd().try_clone_to_owned().ok()
    } else {
        File::open("/dev/tty").ok().map(OwnedFd::from)
    }
}

fn watch(mut signals: HeldSignals, mut terminal: Option<OwnedFd>, messages: &Sender<Message>, last_resort: LastResort) {
    loop {
        match wait(&signals, terminal.as_ref()) {
            Terminal::Present => {}
            Terminal::Gone => {
                messages.send(Message::Hangup).ok();
                thread::sleep(GRACE);
                return last_resort(SIGHUP);
            }
            Terminal::Unknown => terminal = None,
        }
        for signal in signals.pending() {
            let message = match signal {
                SIGTSTP => Message::Suspend,
                SIGCONT => Message::Resumed,
                signal => {
                    messages.send(Message::Terminate(signal)).ok();
                    thread::sleep(GRACE);
                    return last_resort(signal);
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
    /// The system does not tell; asking again would only come back at once.
    Unknown,
}

/// Sleeps until a signal arrives or the terminal is gone.
fn wait(signals: &HeldSignals, terminal: Option<&OwnedFd>) -> Terminal {
    let mut watched = vec![PollFd::new(signals.get_read(), PollFlags::IN)];
    // Without asking for anything, poll still tells hang-up and error.
    watched.extend(terminal.map(|terminal| PollFd::new(terminal, PollFlags::empty())));
    // A signal may cut the call short; which one it was is asked for afterwards.
    let told = match poll(&mut watched, None) {
        Ok(_) => watched.get(1).map_or(PollFlags::empty(), PollFd::revents),
        Err(_) => PollFlags::empty(),
    };
    if told.intersects(PollFlags::HUP | PollFlags::ERR) {
        Terminal::Gone
    } else if told.contains(PollFlags::NVAL) {
        // The descriptor is our own copy and open, so this is a system that cannot poll terminals (macOS, /dev/tty).
        Terminal::Unknown
    } else {
        Terminal::Present
    }
}
