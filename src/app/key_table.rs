//! The one table of keys. Behaviour, footers and help all come from it.

use super::command::Command;
use super::key::Key;
use super::screen::ScreenKind;
use crate::messages::Messages;

/// One line of the table: keys, what they do, and how that is told.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The keys.
    pub keys: Keys,
    /// What they do is called.
    pub label: fn(&Messages) -> &'static str,
    /// Place in the footer: 1 stays longest when the window is narrow; 0 is for the help alone.
    pub footer: u8,
}

/// The keys of a binding.
#[derive(Clone, Copy, Debug)]
pub enum Keys {
    /// Any of these keys does the command; the first is named in the footer.
    Any(&'static [Key], Command),
    /// Two commands told as one, such as up and down.
    Pair(&'static [Key], Command, &'static [Key], Command),
    /// The digits from 1, each a choice.
    Digits,
    /// Any printable character goes into the text field.
    Typing,
}

const fn any(keys: &'static [Key], command: Command, label: fn(&Messages) -> &'static str, footer: u8) -> Binding {
    Binding { keys: Keys::Any(keys, command), label, footer }
}

const MOVE: Binding = Binding {
    keys: Keys::Pair(&[Key::Up, Key::Char('k')], Command::Up, &[Key::Down, Key::Char('j')], Command::Down),
    label: |m| m.keys.move_highlight,
    footer: 9,
};
const PAGE: Binding = Binding {
    keys: Keys::Pair(&[Key::PageUp], Command::PageUp, &[Key::PageDown, Key::Char(' ')], Command::PageDown),
    label: |m| m.keys.page,
    footer: 0,
};
const ENDS: Binding = Binding {
    keys: Keys::Pair(&[Key::Home], Command::First, &[Key::End], Command::Last),
    label: |m| m.keys.ends,
    footer: 0,
};
const DIGITS: Binding = Binding { keys: Keys::Digits, label: |m| m.keys.choose, footer: 1 };
const ACCEPT: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.accept, 2);
const OPEN: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.open, 1);
const GO_ON: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.go_on, 1);
const BACK: Binding = any(&[Key::Left, Key::Backspace, Key::Char('h')], Command::Back, |m| m.keys.back, 3);
const LAST_QUESTION: Binding = any(&[Key::Left, Key::Backspace, Key::Char('h')], Command::Back, |m| m.keys.back, 6);
const LEFT: Binding = any(&[Key::Left, Key::Backspace, Key::Char('h')], Command::Back, |m| m.keys.back, 0);
const FORWARD: Binding = any(&[Key::Right, Key::Char('l')], Command::Forward, |m| m.keys.forward, 0);
const NOTE: Binding = any(&[Key::Char('n'), Key::Function(2)], Command::Note, |m| m.keys.note, 5);
const PLAN: Binding = any(&[Key::Char('p'), Key::Function(2)], Command::Plan, |m| m.keys.plan, 2);
const WHAT_IF: Binding = any(&[Key::Char('w'), Key::Function(3)], Command::WhatIf, |m| m.keys.what_if, 3);
const COMPARE: Binding = any(&[Key::Char('c'), Key::Function(5)], Command::Compare, |m| m.keys.compare_previous, 7);
const TREND: Binding = any(&[Key::Char('t'), Key::Function(6)], Command::Trend, |m| m.keys.trend, 8);
const WRITE: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.accept, 1);
const EXPORT: Binding = any(&[Key::Char('e'), Key::Function(8)], Command::Export, |m| m.keys.export, 4);
const APPLY_PATH: Binding = any(&[Key::Char('a'), Key::Function(2)], Command::ApplyPath, |m| m.keys.apply_path, 3);
const RESTORE: Binding = any(&[Key::Char('u'), Key::Function(3)], Command::Restore, |m| m.keys.restore, 5);
const DISAGREEMENTS: Binding =
    any(&[Key::Char('m'), Key::Function(11)], Command::Disagreements, |m| m.keys.disagreements, 0);
const LEAVE_TO_RULE: Binding = any(&[Key::Char('u'), Key::Function(3)], Command::Restore, |m| m.keys.leave_to_rule, 2);
const LIST_CARRY_OVER: Binding = any(&[Key::Function(5)], Command::CarryOver, |m| m.keys.carry_over, 6);
const LIST_COMPARE: Binding = any(&[Key::Function(6)], Command::Compare, |m| m.keys.compare, 7);
const LIST_TREND: Binding = any(&[Key::Function(7)], Command::Trend, |m| m.keys.trend, 8);
const STAGES: Binding = any(&[Key::Char('s'), Key::Function(7)], Command::Stages, |m| m.keys.stages, 5);
const TOGGLE: Binding = any(&[Key::Char(' '), Key::Function(8)], Command::Toggle, |m| m.keys.toggle, 2);
const TOGGLE_BY_ENTER: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.toggle, 0);
const CHANGE: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.change, 1);
const TOGGLE_TOO: Binding = any(&[Key::Char(' '), Key::Function(8)], Command::Toggle, |m| m.keys.change, 0);
const SECTION: Binding = Binding {
    keys: Keys::Pair(
        &[Key::Left, Key::Backspace, Key::Char('h')],
        Command::Back,
        &[Key::Right, Key::Char('l')],
        Command::Forward,
    ),
    label: |m| m.keys.section,
    footer: 2,
};
const FLAG: Binding = any(&[Key::Char('f'), Key::Function(3)], Command::Flag, |m| m.keys.flag, 6);
const REVIEW: Binding = any(&[Key::Char('r'), Key::Function(4)], Command::Review, |m| m.keys.review, 7);
const DETAILS: Binding = any(&[Key::Char('d'), Key::Function(5)], Command::Details, |m| m.keys.details, 8);
const CONFIRM: Binding = any(&[Key::Char('c'), Key::Function(6)], Command::Confirm, |m| m.keys.confirm, 0);
const HELP: Binding = any(&[Key::Char('?'), Key::Function(1)], Command::Help, |m| m.keys.help, 4);
const LANGUAGE: Binding = any(&[Key::Char('L'), Key::Function(9)], Command::SwitchLanguage, |m| m.keys.language, 0);
const ESCAPE: Binding = any(&[Key::Escape], Command::Escape, |m| m.keys.escape, 0);
const RETURN: Binding = any(&[Key::Escape], Command::Escape, |m| m.keys.back, 3);
const QUIT: Binding = any(&[Key::Char('q'), Key::Function(10)], Command::Quit, |m| m.keys.quit, 10);
const QUIT_ANYWHERE: Binding = any(&[Key::Control('c')], Command::QuitAtOnce, |m| m.keys.quit_anywhere, 0);
const SETTINGS: Binding = any(&[Key::Char('s'), Key::Function(2)], Command::Settings, |m| m.keys.settings, 5);
const SUSPEND: Binding = any(&[Key::Control('z')], Command::Suspend, |m| m.keys.suspend, 0);

const TYPING_HELP: Binding = any(&[Key::Function(1)], Command::Help, |m| m.keys.help, 4);
const NEXT_FIELD: Binding = any(&[Key::Tab], Command::NextField, |m| m.keys.next_field, 0);
const PREVIOUS_FIELD: Binding = any(&[Key::BackTab], Command::PreviousField, |m| m.keys.previous_field, 0);
const LIST_MOVE: Binding = Binding {
    keys: Keys::Pair(&[Key::Up], Command::Up, &[Key::Down], Command::Down),
    label: |m| m.keys.move_highlight,
    footer: 9,
};
const LIST_PAGE: Binding = Binding {
    keys: Keys::Pair(&[Key::PageUp], Command::PageUp, &[Key::PageDown], Command::PageDown),
    label: |m| m.keys.page,
    footer: 0,
};
const LIST_DELETE: Binding = any(&[Key::Delete, Key::Control('d')], Command::Delete, |m| m.keys.delete, 5);
const SEARCH: Binding = Binding { keys: Keys::Typing, label: |m| m.keys.search, footer: 0 };
const KEEP: Binding = any(&[Key::Escape, Key::Control('s')], Command::Escape, |m| m.keys.keep_and_return, 1);
const CANCEL: Binding = any(&[Key::Escape], Command::Escape, |m| m.keys.cancel, 3);
const BEGIN: Binding = any(&[Key::Control('s')], Command::Submit, |m| m.profile.begin, 1);
const NEXT: Binding = any(&[Key::Enter], Command::Accept, |m| m.keys.next_field, 2);

const EVERYWHERE: &[Binding] = &[HELP, LANGUAGE, QUIT, QUIT_ANYWHERE, SUSPEND];
const WHILE_TYPING: &[Binding] = &[TYPING_HELP, QUIT_ANYWHERE, SUSPEND];

const MENU: &[Binding] = &[MOVE, OPEN, ENDS, SETTINGS];
const PROFILE: &[Binding] = &[CANCEL, BEGIN, NEXT, LIST_MOVE, NEXT_FIELD, PREVIOUS_FIELD];
const FORM: &[Binding] = &[KEEP, NEXT, LIST_MOVE, NEXT_FIELD, PREVIOUS_FIELD];
const QUESTION: &[Binding] = &[DIGITS, ACCEPT, BACK, FORWARD, MOVE, NOTE, FLAG, REVIEW, DETAILS, CONFIRM, ESCAPE];
const DETAILS_PAGE: &[Binding] = &[MOVE, PAGE, ENDS, RETURN, LEFT];
const CHECKLIST_RESULT: &[Binding] = &[GO_ON, BACK, FORWARD, REVIEW, STAGES, ESCAPE];
const REVIEW_LIST: &[Binding] = &[OPEN, MOVE, PAGE, ENDS, DETAILS, FLAG, NOTE, RETURN, LEFT];
const RESULT: &[Binding] = &[
    OPEN,
    PLAN,
    WHAT_IF,
    MOVE,
    LAST_QUESTION,
    REVIEW,
    STAGES,
    COMPARE,
    TREND,
    EXPORT,
    DISAGREEMENTS,
    ENDS,
    PAGE,
    ESCAPE,
];
const SAVED_LIST: &[Binding] =
    &[OPEN, SEARCH, LIST_MOVE, LIST_PAGE, LIST_DELETE, LIST_CARRY_OVER, LIST_COMPARE, LIST_TREND, RETURN];
const CONFIRMATION: &[Binding] = &[DIGITS, ACCEPT, MOVE, RETURN];
const PLAN_LIST: &[Binding] = &[OPEN, TOGGLE, DETAILS, MOVE, ENDS, RETURN, LEFT];
const WHAT_IF_LIST: &[Binding] = &[DIGITS, TOGGLE, TOGGLE_BY_ENTER, APPLY_PATH, RESTORE, MOVE, ENDS, RETURN, LEFT];
const DISAGREEMENT_LIST: &[Binding] = &[OPEN, LEAVE_TO_RULE, DETAILS, MOVE, ENDS, RETURN, LEFT];
const EXPORT_LIST: &[Binding] = &[WRITE, TOGGLE, DIGITS, MOVE, ENDS, RETURN, LEFT];
const STAGE_LIST: &[Binding] = &[OPEN, DIGITS, MOVE, ENDS, RETURN, LEFT];
const GUIDE_PAGE: &[Binding] = &[GO_ON, SECTION, MOVE, PAGE, ENDS, DIGITS, RETURN];
const POLICY: &[Binding] = &[OPEN, TOGGLE, MOVE, ENDS, RETURN, LEFT];
const PROCEDURE: &[Binding] = &[ACCEPT, TOGGLE, MOVE, ENDS, RETURN, LEFT];
const SETTINGS_LIST: &[Binding] = &[CHANGE, TOGGLE_TOO, DIGITS, MOVE, ENDS, RETURN, BACK];
const HELP_PAGE: &[Binding] = &[MOVE, PAGE, ENDS, RETURN, LEFT];

/// The bindings of a kind of screen, its own first, then those that hold everywhere.
pub fn bindings(kind: ScreenKind) -> impl Iterator<Item = &'static Binding> {
    let own = match kind {
        ScreenKind::Home => MENU,
        ScreenKind::Profile => PROFILE,
        ScreenKind::Form => FORM,
        ScreenKind::Question => QUESTION,
        ScreenKind::Details | ScreenKind::PolicyPreview | ScreenKind::Compare | ScreenKind::Trend => DETAILS_PAGE,
        ScreenKind::Plan => PLAN_LIST,
        ScreenKind::WhatIf => WHAT_IF_LIST,
        ScreenKind::Disagreements => DISAGREEMENT_LIST,
        ScreenKind::Export => EXPORT_LIST,
        ScreenKind::ChecklistResult => CHECKLIST_RESULT,
        ScreenKind::Review => REVIEW_LIST,
        ScreenKind::Result => RESULT,
        ScreenKind::Saved => SAVED_LIST,
        ScreenKind::ConfirmDelete | ScreenKind::ConfirmLeaving => CONFIRMATION,
        ScreenKind::Settings => SETTINGS_LIST,
        ScreenKind::Stages => STAGE_LIST,
        ScreenKind::Guide => GUIDE_PAGE,
        ScreenKind::Policy => POLICY,
        ScreenKind::Procedure => PROCEDURE,
        ScreenKind::Help => HELP_PAGE,
    };
    own.iter().chain(if kind.is_typing() { WHILE_TYPING } else { EVERYWHERE })
}

/// What a key asks for on a kind of screen. Full-width letters and digits count as half-width ones, except where they
/// are typed into a field.
pub fn command(kind: ScreenKind, key: Key) -> Option<Command> {
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
pub fn offers(kind: ScreenKind, command: Command) -> bool {
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
