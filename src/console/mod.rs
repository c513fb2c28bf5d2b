//! What only a console of Windows has.

mod events;

use std::env;

use crossterm_winapi::{ConsoleMode, Handle};

pub use events::ConsoleEvents;

/// Whether the console takes escape sequences for what they mean. One of Windows 10 or later does once it is asked to, which
/// this does.
pub fn takes_escapes() -> bool {
    crossterm::ansi_support::supports_ansi()
}

/// Whether standard input is a console. In the window of Git Bash it is a pipe: what is typed arrives there by lines only.
pub fn hands_over_keys() -> bool {
    Handle::input_handle().is_ok_and(|input| ConsoleMode::from(input).mode().is_ok())
}

/// Whether the window is one that shows every symbol one cell wide. Windows Terminal says who it is. In the older window,
/// fonts for Japanese draw symbols such as ★ over two cells, and those for other languages lack many.
pub fn shows_symbols() -> bool {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    is_set("WT_SESSION") || is_set("TERM_PROGRAM") || is_set("TERM")
}

/// Whether the window was opened for this program, as by a double-click, and closes with it. To be asked before anything is
/// written: in a window of its own a program begins at the first cell, and after a prompt it never does.
/// <https://learn.microsoft.com/previous-versions/troubleshoot/windows/win32/prevent-console-window-disappear>
pub fn is_own_window() -> bool {
    hands_over_keys() && crossterm::cursor::position().is_ok_and(|place| place == (0, 0))
}
