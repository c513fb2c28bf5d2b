//! A form: labels and fields, one of them with the caret.

use ratatui::text::{Line, Span};

use super::content::Content;
use super::paragraphs::cells_of;
use super::text_line;
use crate::app::form::{Form, Input};
use crate::app::text_field::TextField;
use crate::appearance::Glyphs;
use crate::messages::Messages;
use crate::text::{clean, clean_lines, lay_out, pad, width, wrap};
use crate::tui::theme::Theme;

/// Adds a form to the content; the field in focus is kept visible and its caret is set.
pub fn add(content: &mut Content, form: &Form, cells: usize, messages: &Messages, glyphs: &Glyphs, theme: Theme) {
    let labels = form.fields.iter().filter(|field| !matches!(field.input, Input::Button));
    let label_cells = labels.map(|field| width(field.label.text(messages))).max().unwrap_or_default() + 2;
    // Where labels would leave too little room, they stand above their fields.
    let beside = cells >= label_cells + 26;
    let indent = 2 + if beside { label_cells } else { 2 };
    for (index, field) in form.fields.iter().enumerate() {
        let focused = index == form.focus;
        let first = content.lines.len();
        let label = field.label.text(messages);
        let pointer = if focused { glyphs.cursor } else { " " };
        let label_style = if focused { theme.highlight() } else { theme.plain() };
        if let Input::Button = field.input {
            content.space();
            let style = if focused { theme.highlight().patch(theme.selected()) } else { theme.strong() };
            content.push(Line::from(vec![
                Span::styled(format!("{pointer} "), label_style),
                Span::styled(format!(" {label} "), style),
            ]));
        } else {
            let header = if beside { pad(label, label_cells, "") } else { label.to_owned() };
            let mut before = vec![Span::styled(format!("{pointer} {header}"), label_style)];
            if !beside {
                content.push(Line::from(std::mem::take(&mut before)));
                before.push(Span::raw(" ".repeat(indent)));
            }
            let room = cells.saturating_sub(indent).max(4);
            match &field.input {
                Input::Text(text) => add_text(content, before, text, indent, room, focused, theme, glyphs),
                Input::Choice { options, selected } => add_options(content, before, options, *selected, room, theme),
                Input::Button => {}
            }
        }
        let hint = match form.fault {
            Some((field, why)) if field == index => Some((why, theme.alarm())),
            _ if focused => Some(((field.hint)(messages), theme.faint())),
            _ => None,
        };
        if let Some((hint, style)) = hint.filter(|(hint, _)| !hint.is_empty()) {
            for line in wrap(hint, cells.saturating_sub(indent).max(8)) {
                content.push(Line::from(vec![Span::raw(" ".repeat(indent)), Span::styled(line, style)]));
            }
        }
        content.target(index, focused, first);
        if focused {
            content.focus = Some((first, content.lines.len().saturating_sub(1)));
        }
    }
}

#[allow(clippy::too_many_arguments, reason = "one field is drawn in one place, from what its form knows")]
fn add_text(
    content: &mut Content,
    before: Vec<Span<'static>>,
    text: &TextField,
    indent: usize,
    room: usize,
    focused: bool,
    theme: Theme,
    glyphs: &Glyphs,
) {
    let style = if focused { theme.field() } else { theme.plain() };
    let mut before = Some(before);
    let mut push = |content: &mut Content, line: String| {
        let mut spans = before.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(indent))]);
        let filled = if focused || line.is_empty() { pad(&line, room, "") } else { line };
        let style = if filled.trim().is_empty() && !focused { theme.faint() } else { style };
        let filled = if filled.trim().is_empty() && !focused { glyphs.light.repeat(room.min(24)) } else { filled };
        spans.push(Span::styled(filled, style));
        content.push(Line::from(spans));
    };
    if text.has_several_lines() {
        let whole = clean_lines(text.text());
        let before_caret = clean_lines(text.before_cursor()).len();
        let lines = lay_out(&whole, room);
        // A caret at a line break stands on the next line.
        let caret_line = lines.iter().rposition(|line| line.start <= before_caret).unwrap_or_default();
        if focused && let Some(line) = lines.get(caret_line) {
            let cell = width(&whole[line.start..before_caret.max(line.start)]);
            content.caret = Some((content.lines.len() + caret_line, indent + cell.min(room)));
        }
        for line in lines {
            push(content, whole[line].trim_end().to_owned());
        }
    } else {
        let (shown, caret) = text_line::visible(text, room);
        if focused {
            content.caret = Some((content.lines.len(), indent + caret));
        }
        push(content, shown);
    }
}

fn add_options(
    content: &mut Content,
    before: Vec<Span<'static>>,
    options: &[String],
    selected: usize,
    room: usize,
    theme: Theme,
) {
    let indent = cells_of(&before);
    let mut spans = before;
    let mut used = 0;
    for (index, option) in options.iter().enumerate() {
        let shown = if index == selected { format!("[{}]", clean(option)) } else { format!(" {} ", clean(option)) };
        let needed = width(&shown) + 1;
        if used + needed > room && used > 0 {
            content.push(Line::from(std::mem::replace(&mut spans, vec![Span::raw(" ".repeat(indent))])));
            used = 0;
        }
        spans.push(Span::styled(shown, if index == selected { theme.strong() } else { theme.faint() }));
        spans.push(Span::raw(" "));
        used += needed;
    }
    content.push(Line::from(spans));
}
