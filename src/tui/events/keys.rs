//! The terminal library's keys as the program's own.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::app::key::Key;
use crate::app::message::Message;

/// The program's key for one of the terminal's; `None` for a key that means nothing to it.
pub fn key(event: KeyEvent) -> Option<Key> {
    if event.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    Some(match event.code {
        KeyCode::Char(letter) if event.modifiers.contains(KeyModifiers::CONTROL) => {
            Key::Control(letter.to_ascii_lowercase())
        }
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(number) => Key::Function(number),
        _ => return None,
    })
}

/// The wheel moves the highlight; a click with the first button lands on a cell.
pub fn mouse(event: MouseEvent) -> Option<Message> {
    match event.kind {
        MouseEventKind::ScrollUp => Some(Message::Key(Key::Up)),
        MouseEventKind::ScrollDown => Some(Message::Key(Key::Down)),
        MouseEventKind::Down(MouseButton::Left) => Some(Message::Click { column: event.column, row: event.row }),
        _ => None,
    }
}
