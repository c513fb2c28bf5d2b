//! Keys as the program understands them, free of any terminal library.

use crate::input::fold::half_width;

/// A key that was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A printable character as typed; not yet folded to half width.
    Char(char),
    /// Control held with a letter, which is in lower case.
    Control(char),
    /// A function key, F1 to F12.
    Function(u8),
    /// Enter or Return.
    Enter,
    /// Escape.
    Escape,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

impl Key {
    /// The half-width form of a full-width letter, digit or sign (U+FF01–FF5E) and of the ideographic space, so that keys
    /// act with a Japanese input method left on.
    #[must_use]
    pub fn folded(self) -> Self {
        match self {
            Self::Char(character) => Self::Char(half_width(character)),
            other => other,
        }
    }
}
