//! A window that was opened for this program, as by a double-click on Windows: it closes with the program, and with it the
//! sentence that says why.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::core::language::Language;
use crate::messages::messages;

/// Whether the window closes with the program.
static CLOSES: AtomicBool = AtomicBool::new(false);

/// Finds out whether the window is such a one. To be called before anything is written.
pub fn look() {
    #[cfg(windows)]
    CLOSES.store(crate::console::is_own_window(), Ordering::Relaxed);
}

/// Waits for Enter, once, if the window would close over what was just written.
pub fn wait_to_be_read(language: Language) {
    if CLOSES.swap(false, Ordering::Relaxed) {
        // With standard error closed there is nothing to be read.
        let _ = writeln!(io::stderr(), "\n{}", messages(language).cli.press_enter);
        let _ = io::stdin().read_line(&mut String::new());
    }
}

/// Waits in the same way when dropped by a panic, the message of which was just written.
#[derive(Debug)]
pub struct WaitAfterPanic(pub Language);

impl Drop for WaitAfterPanic {
    fn drop(&mut self) {
        if std::thread::panicking() {
            wait_to_be_read(self.0);
        }
    }
}
