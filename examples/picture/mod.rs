//! A drawn screen as an SVG picture, for documents. Text stays text; rules, bars and scales are drawn as shapes, so that
//! they join whatever the font.

mod ink;
mod walkthrough;

use std::fmt::Write as _;
use std::ops::Range;

use hoshitori::text::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

pub use ink::PictureTheme;
pub use walkthrough::{Scene, walkthrough};

use ink::{Ink, Inks};

/// Pixels of a cell.
const CELL: (usize, usize) = (9, 20);

/// Pixels of the letters; six tenths of it is a cell of the usual monospaced fonts.
const LETTERS: usize = 15;

/// Pixels from the top of a cell to the line on which letters stand.
const BASELINE: usize = 15;

/// Pixels between the left end of two cells and the letter in them.
const WIDE_INSET: usize = 1;

/// Pixels between the frame and the first cell.
const MARGIN: usize = 18;

/// Fonts in which Japanese takes two cells come first where there are any.
const FONTS: &str = "ui-monospace, SFMono-Regular, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', 'BIZ UDGothic', \
                     'Hiragino Sans', monospace";

/// Draws a buffer as an SVG document. Texts must have been cleaned, as those of screens are.
pub fn svg(buffer: &Buffer, theme: PictureTheme) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (across, down) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut picture = opening(across, down);
    picture.push_str(&format!(
        "<rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"10\" fill=\"{}\" stroke=\"{}\"/>\n",
        across - 1,
        down - 1,
        Ink::Ground.in_theme(theme),
        Ink::Frame.in_theme(theme),
    ));
    for row in 0..rows {
        draw_row(&mut picture, row_of(buffer, row), MARGIN + row * CELL.1, Inks::Of(theme));
    }
    picture.push_str("</svg>\n");
    picture
}

/// How every picture begins.
fn opening(across: usize, down: usize) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{across}\" height=\"{down}\" viewBox=\"0 0 {across} {down}\" \
         font-family=\"{FONTS}\" font-size=\"{LETTERS}\" lang=\"ja\" xml:lang=\"ja\">\n"
    )
}

/// The cells of a row.
fn row_of(buffer: &Buffer, row: usize) -> &[Cell] {
    let columns = usize::from(buffer.area.width);
    &buffer.content[row * columns..(row + 1) * columns]
}

/// Draws a row with its upper edge at `y`.
fn draw_row(picture: &mut String, cells: &[Cell], y: usize, inks: Inks) {
    let mut start = 0;
    while start < cells.len() {
        let run = run_from(cells, start);
        start = run.end;
        draw_run(picture, cells, run, y, inks);
    }
}

/// What a cell holds, as far as pictures care: a run is all of one kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Letters,
    Wide,
    Sign,
}

fn kind(cell: &Cell) -> Kind {
    match cell.symbol() {
        " " | "" => Kind::Space,
        symbol if width(symbol) > 1 => Kind::Wide,
        symbol if symbol.is_ascii() => Kind::Letters,
        _ => Kind::Sign,
    }
}

/// Whether every renderer counts the symbol as one character.
fn is_simple(cell: &Cell) -> bool {
    cell.symbol().encode_utf16().count() == 1
}

/// The cells from `start` on that are drawn at once: one style, one kind; words of letters with one space between them.
fn run_from(cells: &[Cell], start: usize) -> Range<usize> {
    let first = kind(&cells[start]);
    let mut end = start + width(cells[start].symbol()).max(1);
    while end < cells.len() && cells[end].style() == cells[start].style() {
        let next = kind(&cells[end]);
        let joins = match (first, next) {
            (Kind::Letters, Kind::Space) => cells
                .get(end + 1)
                .is_some_and(|after| kind(after) == Kind::Letters && after.style() == cells[start].style()),
            (Kind::Wide, Kind::Wide) => is_simple(&cells[start]) && is_simple(&cells[end]),
            (Kind::Sign, Kind::Sign) => cells[end].symbol() == cells[start].symbol(),
            _ => first == next,
        };
        if !joins {
            break;
        }
        end += width(cells[end].symbol()).max(1);
    }
    start..end.min(cells.len())
}

fn draw_run(picture: &mut String, cells: &[Cell], run: Range<usize>, y: usize, inks: Inks) {
    let cell = &cells[run.start];
    let (x, across) = (MARGIN + run.start * CELL.0, run.len() * CELL.0);
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let ink = match cell.fg {
        Color::Reset if cell.modifier.contains(Modifier::DIM) => Ink::Faint,
        color => Ink::of(color),
    };
    if reversed {
        rectangle(picture, (x, y), (across, CELL.1), &inks.fill(ink), 1.0);
    }
    let fill = inks.fill(if reversed { Ink::Ground } else { ink });
    if cell.modifier.contains(Modifier::UNDERLINED) {
        rectangle(picture, (x, y + CELL.1 - 2), (across, 1), &fill, 1.0);
    }
    let first = kind(cell);
    match first {
        Kind::Space => {}
        Kind::Sign if draw_shape(picture, cell.symbol(), (x, y), across, &fill) => {}
        _ => {
            let mut text = String::new();
            let mut places = String::new();
            let mut column = run.start;
            while column < run.end {
                escape(&mut text, cells[column].symbol());
                // Writing to a string cannot fail.
                let _ = write!(places, "{} ", MARGIN + column * CELL.0 + WIDE_INSET);
                column += width(cells[column].symbol()).max(1);
            }
            // Wide letters are narrower than two cells in most fonts: each has its own place. The others only need to
            // take as much as their cells together.
            let place = if first == Kind::Wide {
                format!("x=\"{}\"", places.trim_end())
            } else {
                format!("x=\"{x}\" textLength=\"{across}\"")
            };
            let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"700\"" } else { "" };
            let _ = writeln!(picture, "<text {place} y=\"{}\"{fill}{weight}>{text}</text>", y + BASELINE);
        }
    }
}

/// Draws a rule, a bar or a part of a scale. Returns whether the symbol is one.
fn draw_shape(picture: &mut String, symbol: &str, (x, y): (usize, usize), across: usize, fill: &str) -> bool {
    let middle = y + CELL.1 / 2;
    let mut upright = |x: usize| rectangle(picture, (x, middle - 5), (1, 10), fill, 1.0);
    match symbol {
        "├" => upright(x),
        "┼" => upright(x + CELL.0 / 2),
        "┤" => upright(x + across - 1),
        _ => {}
    }
    match symbol {
        "━" => rectangle(picture, (x, middle - 1), (across, 3), fill, 1.0),
        "─" | "├" | "┼" | "┤" => rectangle(picture, (x, middle), (across, 1), fill, 1.0),
        "█" => rectangle(picture, (x, y + 4), (across, CELL.1 - 8), fill, 1.0),
        "░" => rectangle(picture, (x, y + 4), (across, CELL.1 - 8), fill, 0.25),
        level => {
            let Some(level) = "▁▂▃▄▅▆▇".chars().position(|known| level.starts_with(known)) else {
                return false;
            };
            let height = (level + 1) * (CELL.1 - 6) / 8;
            rectangle(picture, (x, y + CELL.1 - 4 - height), (across, height), fill, 1.0);
        }
    }
    true
}

fn rectangle(picture: &mut String, (x, y): (usize, usize), (across, down): (usize, usize), fill: &str, opacity: f32) {
    let opacity = if opacity < 1.0 { format!(" opacity=\"{opacity}\"") } else { String::new() };
    // Writing to a string cannot fail.
    let _ = writeln!(picture, "<rect x=\"{x}\" y=\"{y}\" width=\"{across}\" height=\"{down}\"{fill}{opacity}/>");
}

fn escape(text: &mut String, symbol: &str) {
    for character in symbol.chars() {
        match character {
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '&' => text.push_str("&amp;"),
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn japanese_takes_two_cells_and_markup_is_escaped() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, "a <b> 山田  ✓", Style::new().fg(Color::Green));
        let picture = svg(&buffer, PictureTheme::Light);
        assert!(picture.contains("textLength=\"45\" y=\"33\" fill=\"#1e7a34\">a &lt;b&gt;</text>"), "{picture}");
        assert!(picture.contains("<text x=\"73 91\" y=\"33\" fill=\"#1e7a34\">山田</text>"), "{picture}");
        assert!(picture.contains(">✓</text>"), "{picture}");
    }

    #[test]
    fn rules_and_bars_are_shapes_of_one_piece() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 2));
        buffer.set_string(0, 0, "━━━━━━━━━━", Style::new());
        buffer.set_string(0, 1, "███░░", Style::new());
        let picture = svg(&buffer, PictureTheme::Dark);
        assert!(!picture.contains("<text"), "{picture}");
        assert_eq!(picture.matches("<rect").count(), 4, "the ground, the rule and the two parts of the bar: {picture}");
    }
}
