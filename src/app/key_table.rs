//! Keys and what they ask for. Every screen names its own keys in its file (`ScreenState::BINDINGS`), made of the bindings
//! that several screens share, which are here, and those that it has alone. Behaviour, footer and help all come from them.

use super::command::Command;
use super::key::Key;
use super::screens::ScreenKind;
use crate::messages::Messages;

/// Keys, what they do, and what that is called.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Binding {
    /// The keys.
    pub keys: Keys,
    /// What they do is called.
    pub label: fn(&Messages) -> &'static str,
    /// Rank in the footer: the higher, the sooner a narrow window drops it; 0 is for the help alone.
    pub footer: u8,
}

/// The keys of a binding.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keys {
    /// Each of these keys gives the command; the footer names the first.
    Any(&'static [Key], Command),
    /// Two commands under one label, such as up and down.
    Pair(&'static [Key], Command, &'static [Key], Command),
    /// The digits from 1, each a choice.
    Digits,
    /// Any printable character goes into the text field.
    Typing,
}

/// A binding of keys that all give one command.
pub(crate) const fn any(
    keys: &'static [Key],
    command: Command,
    label: fn(&Messages) -> &'static str,
    footer: u8,
) -> Binding {
    Binding { keys: Keys::Any(keys, command), label, footer }
}

/// The keys that go back.
pub(crate) const BACK_KEYS: &[Key] = &[Key::Left, Key::Backspace, Key::Char('h')];
/// The keys that go forward.
pub(crate) const FORWARD_KEYS: &[Key] = &[Key::Right, Key::Char('l')];

/// Up and down.
pub(crate) const MOVE: Binding = Binding {
    keys: Keys::Pair(&[Key::Up, Key::Char('k')], Command::Up, &[Key::Down, Key::Char('j')], Command::Down),
    label: |m| m.keys.move_highlight,
    footer: 9,
};
/// Up and down where letters are typed.
pub(crate) const MOVE_WHILE_TYPING: Binding = Binding {
    keys: Keys::Pair(&[Key::Up], Command::Up, &[Key::Down], Command::Down),
    label: |m| m.keys.move_highlight,
    footer: 9,
};
/// A page up and down.
pub(crate) const PAGE: Binding = Binding {
    keys: Keys::Pair(&[Key::PageUp], Command::PageUp, &[Key::PageDown, Key::Char(' ')], Command::PageDown),
    label: |m| m.keys.page,
    footer: 0,
};
/// To the first and the last line.
pub(crate) const ENDS: Binding = Binding {
    keys: Keys::Pair(&[Key::Home], Command::First, &[Key::End], Command::Last),
    label: |m| m.keys.ends,
    footer: 0,
};
/// The digits of choices.
pub(crate) const DIGITS: Binding = Binding { keys: Keys::Digits, label: |m| m.keys.choose, footer: 1 };
/// Enter takes what is highlighted.
pub(crate) const ACCEPT: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.accept, 2);
/// Enter opens what is highlighted.
pub(crate) const OPEN: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.open, 1);
/// Enter goes on.
pub(crate) const GO_ON: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.go_on, 1);
/// Back, named in the footer.
pub(crate) const BACK: Binding = any(BACK_KEYS, Command::Back, |m| m.keys.back, 3);
/// Back, where Escape is named in the footer.
pub(crate) const LEFT: Binding = any(BACK_KEYS, Command::Back, |m| m.keys.back, 0);
/// Forward.
pub(crate) const FORWARD: Binding = any(FORWARD_KEYS, Command::Forward, |m| m.keys.forward, 0);
/// Escape, named in the footer.
pub(crate) const RETURN: Binding = any(&[Key::Escape], Command::Escape, |m| m.keys.back, 3);
/// Escape, where other keys matter more.
pub(crate) const ESCAPE: Binding = any(&[Key::Escape], Command::Escape, |m| m.keys.escape, 0);
/// Escape, where it leaves a form without what was typed.
pub(crate) const CANCEL: Binding = any(&[Key::Escape], Command::Escape, |m| m.keys.cancel, 3);
/// Writes a note.
pub(crate) const NOTE: Binding = any(&[Key::Char('n'), Key::Function(2)], Command::Note, |m| m.keys.note, 5);
/// Marks for another look.
pub(crate) const FLAG: Binding = any(&[Key::Char('f'), Key::Function(3)], Command::Flag, |m| m.keys.flag, 6);
/// Shows all answers.
pub(crate) const REVIEW: Binding = any(&[Key::Char('r'), Key::Function(4)], Command::Review, |m| m.keys.review, 7);
/// Explains a question.
pub(crate) const DETAILS: Binding = any(&[Key::Char('d'), Key::Function(5)], Command::Details, |m| m.keys.details, 8);
/// Shows how far the company is.
pub(crate) const STAGES: Binding =
    any(&[Key::Char('s'), Key::Function(7)], Command::Open(ScreenKind::Stages), |m| m.keys.stages, 5);
/// Ticks or switches what is highlighted.
pub(crate) const TOGGLE: Binding = any(&[Key::Char(' '), Key::Function(8)], Command::Toggle, |m| m.keys.toggle, 2);
/// Enter goes to the next field.
pub(crate) const NEXT: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.next_field, 2);
/// The next field.
pub(crate) const NEXT_FIELD: Binding = any(&[Key::Tab], Command::NextField, |m| m.keys.next_field, 0);
/// The previous field.
pub(crate) const PREVIOUS_FIELD: Binding = any(&[Key::BackTab], Command::PreviousField, |m| m.keys.previous_field, 0);

/// A text that is only read.
pub(crate) const TEXT: &[Binding] = &[MOVE, PAGE, ENDS, RETURN, LEFT];
/// A question with two answers.
pub(crate) const CONFIRMATION: &[Binding] = &[DIGITS, ACCEPT, MOVE, RETURN];

const HELP: Binding = any(&[Key::Char('?'), Key::Function(1)], Command::Help, |m| m.keys.help, 4);
const HELP_WHILE_TYPING: Binding = any(&[Key::Function(1)], Command::Help, |m| m.keys.help, 4);
const LANGUAGE: Binding =
    any(&[Key::Char('L'), Key::Function(9)], Command::SwitchLanguage, |m| m.next_language().settings.this_language, 0);
const QUIT: Binding = any(&[Key::Char('q'), Key::Function(10)], Command::Quit, |m| m.keys.quit, 10);
const QUIT_ANYWHERE: Binding = any(&[Key::Control('c')], Command::QuitAtOnce, |m| m.keys.quit_anywhere, 0);
const SUSPEND: Binding = any(&[Key::Control('z')], Command::Suspend, |m| m.keys.suspend, 0);

const EVERYWHERE: &[Binding] = &[HELP, LANGUAGE, QUIT, QUIT_ANYWHERE, SUSPEND];
const WHILE_TYPING: &[Binding] = &[HELP_WHILE_TYPING, QUIT_ANYWHERE, SUSPEND];

/// The bindings of a kind of screen, its own first, then those that work everywhere.
pub(crate) fn bindings(kind: ScreenKind) -> impl Iterator<Item = &'static Binding> {
    kind.bindings().iter().chain(if kind.is_typing() { WHILE_TYPING } else { EVERYWHERE })
}
/// What a key asks for on a kind of screen. Full-width letters and digits count as half-width ones, except where they
/// are typed into a field.
pub(crate) fn command(kind: ScreenKind, key: Key) -> Option<Command> {
    let key = if kind.is_typing() { key } else { key.folded() };
    bindings(kind).find_map(|binding| match binding.keys {
        Keys::Any(keys, command) => keys.contains(&key).then_some(command),
        Keys::Pair(first, does_first, second, does_second) => {
            if first.contains(&key) {
                Some(does_first)
            } else {
                second.contains(&key).then_some(does_second)
            }
        }
        Keys::Digits => match key {
            Key::Char(digit @ '1'..='9') => digit.to_digit(10).map(|number| Command::Choose(number as usize)),
            _ => None,
        },
        Keys::Typing => None,
    })
}

/// Whether some key asks for a command on a kind of screen.
pub(crate) fn offers(kind: ScreenKind, command: Command) -> bool {
    bindings(kind).any(|binding| match binding.keys {
        Keys::Any(_, does) => does == command,
        Keys::Pair(_, first, _, second) => first == command || second == command,
        Keys::Digits => matches!(command, Command::Choose(_)),
        Keys::Typing => false,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn keys_of(binding: &Binding) -> Vec<Key> {
        match binding.keys {
            Keys::Any(keys, _) => keys.to_vec(),
            Keys::Pair(first, _, second, _) => [first, second].concat(),
            Keys::Digits => ('1'..='9').map(Key::Char).collect(),
            Keys::Typing => Vec::new(),
        }
    }

    #[test]
    fn no_key_means_two_things_on_a_screen() {
        for kind in ScreenKind::ALL {
            let mut seen = HashSet::new();
            for key in bindings(kind).flat_map(keys_of) {
                assert!(seen.insert(key), "{key:?} is bound twice on {kind:?}");
            }
        }
    }

    #[test]
    fn letters_are_never_the_only_way() {
        for kind in ScreenKind::ALL {
            for binding in bindings(kind).filter(|binding| !matches!(binding.keys, Keys::Digits | Keys::Typing)) {
                assert!(
                    keys_of(binding).iter().any(|key| !matches!(key, Key::Char(_))),
                    "{binding:?} has only letters on {kind:?}"
                );
            }
        }
    }

    #[test]
    fn no_printable_character_is_a_command_while_typing() {
        for kind in ScreenKind::ALL.into_iter().filter(|kind| kind.is_typing()) {
            assert!(bindings(kind).flat_map(keys_of).all(|key| !matches!(key, Key::Char(_))), "{kind:?}");
        }
    }

    #[test]
    fn full_width_keys_act_like_half_width_ones() {
        assert_eq!(command(ScreenKind::Question, Key::Char('１')), Some(Command::Choose(1)));
        assert_eq!(command(ScreenKind::Question, Key::Char('ｎ')), Some(Command::Note));
        assert_eq!(command(ScreenKind::Question, Key::Char('？')), Some(Command::Help));
    }
}
