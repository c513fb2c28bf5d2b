//! What ends the program from outside on Windows.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::ForcedExit;
use crate::app::message::Message;
use crate::console::ConsoleEvents;

/// How long an ordinary end may take before the last resort: longer than leaving waits for the disk, and short enough that
/// everything is over within the five seconds after which Windows ends the program.
const GRACE: Duration = Duration::from_millis(1800);

/// Starts the watcher, which sleeps until the first event.
pub fn start(mut events: ConsoleEvents, messages: Sender<Message>, forced_exit: ForcedExit) -> io::Result<()> {
    thread::Builder::new()
        .name("console".into())
        .stack_size(256 * 1024)
        .spawn(move || {
            let signal = events.wait();
            messages.send(Message::Terminate(signal)).ok();
            thread::sleep(GRACE);
            forced_exit(signal);
        })
        .map(drop)
}
