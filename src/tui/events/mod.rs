//! Keys, signals and a vanished terminal, brought together on the one channel of messages.

mod keys;
#[cfg(unix)]
mod watcher;

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind};

use crate::app::message::Message;

/// What ends the program when the drawing itself is stuck: called with the signal's number.
pub type LastResort = Box<dyn FnOnce(i32) + Send>;

/// Signals that are held back from now on, until somebody listens: none of them ends the program with the terminal in its
/// hands.
pub struct Signals {
    #[cfg(unix)]
    held: watcher::HeldSignals,
}

impl Signals {
    /// Holds them back.
    ///
    /// # Errors
    ///
    /// When signals cannot be watched.
    #[cfg_attr(not(unix), expect(clippy::unnecessary_wraps, reason = "on unix it can fail"))]
    pub fn hold() -> io::Result<Self> {
        Ok(Self {
            #[cfg(unix)]
            held: watcher::hold()?,
        })
    }

    /// Starts to listen. Each thread sleeps until something happens; none of them ticks.
    ///
    /// # Errors
    ///
    /// When there is no terminal to read keys from, or a thread cannot be started.
    pub fn listen(self, messages: &Sender<Message>, last_resort: LastResort) -> io::Result<()> {
        #[cfg(unix)]
        watcher::start(self.held, messages.clone(), last_resort)?;
        #[cfg(not(unix))]
        drop(last_resort);
        // From here on new sizes are noticed.
        event::poll(Duration::ZERO)?;
        let messages = messages.clone();
        thread::Builder::new().name("keys".into()).stack_size(256 * 1024).spawn(move || read_keys(&messages))?;
        Ok(())
    }
}

/// Reads until the terminal is gone or nobody listens any more.
fn read_keys(messages: &Sender<Message>) {
    loop {
        let message = match event::read() {
            // Windows also tells when a key is let go.
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
