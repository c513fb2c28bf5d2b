//! The footer: the keys that matter on this screen, and whether everything is saved.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::line;
use super::paragraphs::{both_ends, cells_of};
use crate::app::command::Command;
use crate::app::key::Key;
use crate::app::key_table::{self, Binding, Keys};
use crate::app::model::Model;
use crate::app::screens::Screen;
use crate::appearance::Glyphs;
use crate::text::width;
use crate::tui::theme::Theme;

/// Draws the footer into one row.
pub fn draw(model: &Model, area: Rect, glyphs: &Glyphs, theme: Theme, frame: &mut Frame<'_>) {
    let cells = usize::from(area.width);
    let saved = saved_mark(model, glyphs, theme);
    let room = cells.saturating_sub(cells_of(&saved) + 2);
    let mut keys = Vec::new();
    for (name, label) in hints(model, glyphs, room) {
        if !keys.is_empty() {
            keys.push(Span::raw("  "));
        }
        keys.push(Span::styled(name, theme.key()));
        keys.push(Span::raw(format!(" {label}")));
    }
    line::draw(&both_ends(keys, saved, cells), area, frame);
}

fn saved_mark(model: &Model, glyphs: &Glyphs, theme: Theme) -> Vec<Span<'static>> {
    let words = &model.messages().common;
    if model.assessment.is_none() {
        Vec::new()
    } else if model.saving.failure.is_some() {
        vec![Span::styled(format!("! {}", words.not_saved), theme.alarm())]
    } else if model.saving.is_durable() {
        vec![Span::styled(format!("{} {}", words.saved, glyphs.check), theme.faint())]
    } else {
        vec![Span::styled(format!("{} {}", words.saving, glyphs.ellipsis), theme.faint())]
    }
}

/// Names and labels of the keys that fit, in the order of the table; when it is narrow, those that matter least go first.
fn hints(model: &Model, glyphs: &Glyphs, room: usize) -> Vec<(String, &'static str)> {
    let kind = model.screen.kind();
    let mut hints: Vec<(usize, &Binding, String)> = key_table::bindings(kind)
        .filter(|binding| binding.footer > 0)
        .enumerate()
        .map(|(place, binding)| (place, binding, key_names(binding, digits(model, &model.screen), glyphs)))
        .collect();
    // Help is dropped last: it names all other keys.
    let is_other = |binding: &Binding| !matches!(binding.keys, Keys::Any(_, Command::Help));
    hints.sort_by_key(|(place, binding, _)| (is_other(binding), binding.footer, *place));
    let mut used = 0;
    let mut labels = Vec::new();
    hints.retain(|(_, binding, name)| {
        let label = (binding.label)(model.messages());
        let needed = width(name) + 1 + width(label) + if used == 0 { 0 } else { 2 };
        // Of two keys with one label the first is enough.
        let fits = used + needed <= room && !labels.contains(&label);
        if fits {
            labels.push(label);
            used += needed;
        }
        fits
    });
    hints.sort_by_key(|(place, ..)| *place);
    hints.into_iter().map(|(_, binding, name)| (name, (binding.label)(model.messages()))).collect()
}

/// How many digits choose something on a screen.
pub fn digits(model: &Model, screen: &Screen) -> usize {
    screen.digits(model).min(MAX_DIGITS)
}

/// The digits 1 to 9.
const MAX_DIGITS: usize = 9;

/// The name of a binding's keys: the first of them.
fn key_names(binding: &Binding, digits: usize, glyphs: &Glyphs) -> String {
    match binding.keys {
        Keys::Any(keys, _) => keys.first().map(|key| key_name(*key, glyphs)).unwrap_or_default(),
        Keys::Pair(first, _, second, _) => {
            // Arrows are written together; names of keys are separated.
            let separator = match first.first() {
                Some(Key::Up | Key::Left) if glyphs.arrow_keys[0].chars().count() == 1 => "",
                Some(Key::Up | Key::Left) => "/",
                _ => " ",
            };
            [first, second]
                .into_iter()
                .filter_map(|keys| keys.first().map(|key| key_name(*key, glyphs)))
                .collect::<Vec<_>>()
                .join(separator)
        }
        Keys::Digits => format!("1-{digits}"),
        Keys::Typing => String::new(),
    }
}

/// The name of a key.
pub fn key_name(key: Key, glyphs: &Glyphs) -> String {
    let [up, down, left, right] = glyphs.arrow_keys;
    match key {
        Key::Char(' ') => "Space".to_owned(),
        Key::Char(character) => character.to_string(),
        Key::Control(letter) => format!("Ctrl-{}", letter.to_ascii_uppercase()),
        Key::Function(number) => format!("F{number}"),
        Key::Enter => "Enter".to_owned(),
        Key::Escape => "Esc".to_owned(),
        Key::Backspace => "Backspace".to_owned(),
        Key::Delete => "Del".to_owned(),
        Key::Tab => "Tab".to_owned(),
        Key::BackTab => "Shift-Tab".to_owned(),
        Key::Up => up.to_owned(),
        Key::Down => down.to_owned(),
        Key::Left => left.to_owned(),
        Key::Right => right.to_owned(),
        Key::Home => "Home".to_owned(),
        Key::End => "End".to_owned(),
        Key::PageUp => "PgUp".to_owned(),
        Key::PageDown => "PgDn".to_owned(),
    }
}
