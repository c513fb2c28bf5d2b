//! Translates crossterm's key and mouse events into the program's own.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::app::key::Key;
use crate::app::message::Message;

/// The program's keys for a key event; none for keys that it does not use. Alt with a key is Escape followed by that key: the
/// terminal sends the same bytes for both.
pub fn keys(event: KeyEvent) -> impl Iterator<Item = Key> {
    let (control, alt) = (event.modifiers.contains(KeyModifiers::CONTROL), event.modifiers.contains(KeyModifiers::ALT));
    // On Windows, AltGr arrives as Ctrl with Alt. Many keyboards use it to type symbols such as @.
    let is_symbol = cfg!(windows) && control && alt && matches!(event.code, KeyCode::Char(_));
    let escape = (alt && !is_symbol && !cfg!(windows)).then_some(Key::Escape);
    escape.into_iter().chain(key(event, control, is_symbol))
}

fn key(event: KeyEvent, control: bool, is_symbol: bool) -> Option<Key> {
    Some(match event.code {
        KeyCode::Char(symbol) if is_symbol => Key::Char(symbol),
        // Some terminals send Ctrl-H for Backspace, and Ctrl-J for a pasted line break.
        KeyCode::Char('h') if control => Key::Backspace,
        KeyCode::Char('j') if control => Key::Enter,
        KeyCode::Char(letter) if control => Key::Control(letter.to_ascii_lowercase()),
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

/// The message for a mouse event: the wheel moves the highlight, and a press of the left button is a click.
pub fn mouse(event: MouseEvent) -> Option<Message> {
    match event.kind {
        MouseEventKind::ScrollUp => Some(Message::Key(Key::Up)),
        MouseEventKind::ScrollDown => Some(Message::Key(Key::Down)),
        MouseEventKind::Down(MouseButton::Left) => Some(Message::Click { column: event.column, row: event.row }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        keys(KeyEvent::new(code, modifiers)).last()
    }

    #[test]
    fn control_goes_with_letters_in_lower_case() {
        assert_eq!(press(KeyCode::Char('c'), KeyModifiers::CONTROL), Some(Key::Control('c')));
        assert_eq!(press(KeyCode::Char('C'), KeyModifiers::CONTROL | KeyModifiers::SHIFT), Some(Key::Control('c')));
        assert_eq!(press(KeyCode::Char('L'), KeyModifiers::SHIFT), Some(Key::Char('L')));
    }

    #[test]
    fn backspace_and_enter_of_any_terminal_are_understood() {
        assert_eq!(press(KeyCode::Char('h'), KeyModifiers::CONTROL), Some(Key::Backspace));
        assert_eq!(press(KeyCode::Backspace, KeyModifiers::NONE), Some(Key::Backspace));
        assert_eq!(press(KeyCode::Char('j'), KeyModifiers::CONTROL), Some(Key::Enter));
        assert_eq!(press(KeyCode::Char('h'), KeyModifiers::NONE), Some(Key::Char('h')));
    }

    #[cfg(not(windows))]
    #[test]
    fn escape_and_a_key_in_one_breath_are_two_keys() {
        let typed: Vec<Key> = keys(KeyEvent::new(KeyCode::Char('t'), KeyModifiers::ALT)).collect();
        assert_eq!(typed, [Key::Escape, Key::Char('t')]);
    }

    #[test]
    fn mouse_scrolls_and_only_left_presses_click() {
        let mouse_at = |kind| mouse(MouseEvent { kind, column: 7, row: 3, modifiers: KeyModifiers::NONE });
        assert!(matches!(mouse_at(MouseEventKind::ScrollDown), Some(Message::Key(Key::Down))));
        let click = mouse_at(MouseEventKind::Down(MouseButton::Left));
        assert!(matches!(click, Some(Message::Click { column: 7, row: 3 })));
        assert!(mouse_at(MouseEventKind::Up(MouseButton::Left)).is_none());
        assert!(mouse_at(MouseEventKind::Moved).is_none());
    }
}
