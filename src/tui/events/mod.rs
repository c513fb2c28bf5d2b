//! Sends keys, signals and the hang-up of the terminal over one channel of messages.

#[cfg(windows)]
mod console_watcher;
mod keys;
#[cfg(unix)]
mod watcher;

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind};

use crate::app::message::Message;

/// Ends the program if the main loop does not after a signal, as when drawing is blocked. Called with the signal's number.
pub type ForcedExit = Box<dyn FnOnce(i32) + Send>;

/// Signals that are caught from now on and delivered once [`Signals::listen`] runs, so that none of them ends the program
/// before the terminal can be restored.
pub struct Signals {
    #[cfg(unix)]
    caught: watcher::CaughtSignals,
    #[cfg(windows)]
    caught: crate::console::ConsoleEvents,
}

impl Signals {
    /// Begins to catch signals.
    ///
    /// # Errors
    ///
    /// When the handlers cannot be installed.
    pub fn catch() -> io::Result<Self> {
        Ok(Self {
            #[cfg(unix)]
            caught: watcher::catch()?,
            // In raw mode Ctrl-C is a key.
            #[cfg(windows)]
            caught: crate::console::ConsoleEvents::hold(false)?,
        })
    }

    /// Starts the threads that send messages. Each blocks until something happens; none of them polls.
    ///
    /// # Errors
    ///
    /// When there is no terminal to read keys from, or a thread cannot be started.
    pub fn listen(self, messages: &Sender<Message>, forced_exit: ForcedExit) -> io::Result<()> {
        #[cfg(unix)]
        watcher::start(self.caught, messages.clone(), forced_exit)?;
        #[cfg(windows)]
        console_watcher::start(self.caught, messages.clone(), forced_exit)?;
        // The first call installs the handler for resizes.
        event::poll(Duration::ZERO)?;
        let messages = messages.clone();
        thread::Builder::new().name("keys".into()).stack_size(256 * 1024).spawn(move || read_keys(&messages))?;
        Ok(())
    }
}

/// Reads until the terminal is gone or the receiver is dropped.
fn read_keys(messages: &Sender<Message>) {
    loop {
        let message = match event::read() {
            // Windows also reports when a key is released.
            Ok(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                if keys::keys(key).any(|key| messages.send(Message::Key(key)).is_err()) {
                    return;
                }
                None
            }
            Ok(Event::Mouse(mouse)) => keys::mouse(mouse),
            Ok(Event::Paste(text)) => Some(Message::Paste(text)),
            Ok(Event::Resize(width, height)) => Some(Message::Resize { width, height }),
            Ok(_) => None,
            Err(_) => Some(Message::Hangup),
        };
        let Some(message) = message else { continue };
        let gone = matches!(message, Message::Hangup);
        if messages.send(message).is_err() || gone {
            return;
        }
    }
}
