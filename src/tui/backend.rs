//! What is sent to the terminal for a frame: as few bytes as it takes.
//!
//! ratatui's own backend moves the cursor after every character that is two cells wide, which makes Japanese three times
//! as long as it need be; over SSH that is felt. This one knows how wide characters are, writes a style in one sequence,
//! and erases runs of blanks instead of writing them.

use std::io::{self, Write};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use crate::text::width;

/// From this many blanks on, erasing them is shorter than writing them.
const ERASED_FROM: usize = 6;

/// A backend that sends few bytes.
#[derive(Debug)]
pub struct TerseBackend<W: Write> {
    inner: CrosstermBackend<W>,
    /// Whether addresses can be clicked on.
    links: bool,
}

impl<W: Write> TerseBackend<W> {
    /// A backend that writes to `writer`; with links where the terminal passes over what it does not know.
    pub const fn new(writer: W, links: bool) -> Self {
        Self { inner: CrosstermBackend::new(writer), links }
    }
}

/// Sequences that leave together with the next frame.
impl<W: Write> Write for TerseBackend<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}

/// What a cell looks like beside its symbol.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    foreground: Color,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Self = Self { foreground: Color::Reset, modifier: Modifier::empty() };

    fn of(cell: &Cell) -> Self {
        Self { foreground: cell.fg, modifier: cell.modifier }
    }

    /// One sequence that says everything, whatever was before.
    fn write(self, out: &mut impl Write) -> io::Result<()> {
        out.write_all(b"\x1b[0")?;
        for (modifier, code) in [
            (Modifier::BOLD, 1),
            (Modifier::DIM, 2),
            (Modifier::ITALIC, 3),
            (Modifier::UNDERLINED, 4),
            (Modifier::REVERSED, 7),
            (Modifier::CROSSED_OUT, 9),
        ] {
            if self.modifier.contains(modifier) {
                write!(out, ";{code}")?;
            }
        }
        if let Some(code) = color_code(self.foreground) {
            write!(out, ";{code}")?;
        }
        out.write_all(b"m")
    }
}

/// The code of one of the terminal's sixteen colours; the theme uses no others.
const fn color_code(color: Color) -> Option<u8> {
    Some(match color {
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        _ => return None,
    })
}

/// Cells of a row that follow each other without a gap.
struct Run {
    blanks: usize,
    /// Where the cursor of the terminal stands after what was written.
    cursor: Option<(u16, u16)>,
    look: Look,
}

impl Run {
    /// Writes the blanks that are owed: few as they are, many by erasing them.
    fn settle(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.blanks >= ERASED_FROM {
            // Erasing does not move the cursor; the next cell moves it.
            write!(out, "\x1b[{}X", self.blanks)?;
            self.cursor = None;
        } else {
            for _ in 0..self.blanks {
                out.write_all(b" ")?;
            }
        }
        self.blanks = 0;
        Ok(())
    }

    fn put(&mut self, out: &mut impl Write, x: u16, y: u16, cell: &Cell) -> io::Result<()> {
        let look = Look::of(cell);
        let is_blank = cell.symbol() == " " && look == Look::PLAIN;
        let follows = self.cursor == Some((x, y));
        if !(is_blank && follows && self.look == Look::PLAIN) {
            self.settle(out)?;
        }
        if self.cursor != Some((x, y)) {
            queue!(out, MoveTo(x, y))?;
        }
        if look != self.look {
            look.write(out)?;
            self.look = look;
        }
        if is_blank {
            self.blanks += 1;
            self.cursor = Some((x + 1, y));
        } else {
            out.write_all(cell.symbol().as_bytes())?;
            self.cursor = Some((x + width(cell.symbol()).max(1) as u16, y));
        }
        Ok(())
    }
}

/// Whether an address may begin with a cell: those are underlined.
fn begins_address(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::UNDERLINED) && cell.symbol() == "h"
}

/// Writes underlined cells; where they are a whole address, so that the terminal lets one click on it (OSC 8).
fn put_address(run: &mut Run, out: &mut impl Write, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
    let text: String = cells.iter().map(|(.., cell)| cell.symbol()).collect();
    let is_link = text.starts_with("https://") && text.bytes().all(|byte| byte.is_ascii_graphic());
    if is_link {
        run.settle(out)?;
        write!(out, "\x1b]8;;{text}\x1b\\")?;
    }
    for (x, y, cell) in cells {
        run.put(out, *x, *y, cell)?;
    }
    if is_link {
        out.write_all(b"\x1b]8;;\x1b\\")?;
    }
    Ok(())
}

impl<W: Write> Backend for TerseBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut run = Run { blanks: 0, cursor: None, look: Look::PLAIN };
        let mut content = content.peekable();
        while let Some((x, y, cell)) = content.next() {
            if self.links && begins_address(cell) {
                let mut address = vec![(x, y, cell)];
                while let Some(next) = content.next_if(|(next_x, next_y, next)| {
                    *next_y == y
                        && usize::from(*next_x) == usize::from(x) + address.len()
                        && Look::of(next) == Look::of(cell)
                }) {
                    address.push(next);
                }
                put_address(&mut run, &mut self.inner, &address)?;
            } else {
                run.put(&mut self.inner, x, y, cell)?;
            }
        }
        run.settle(&mut self.inner)?;
        if run.look != Look::PLAIN {
            Look::PLAIN.write(&mut self.inner)?;
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.inner.append_lines(lines)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// What is sent to turn one screen into another.
    fn sent(before: &Buffer, after: &Buffer) -> Vec<u8> {
        let mut sent = Vec::new();
        TerseBackend::new(&mut sent, true).draw(before.diff(after).into_iter()).expect("a vector takes everything");
        sent
    }

    fn screen(lines: &[&str]) -> Buffer {
        Buffer::with_lines(lines.iter().map(|line| format!("{line:<20}")).collect::<Vec<_>>())
    }

    #[test]
    fn japanese_needs_one_cursor_movement_a_line() {
        let before = Buffer::empty(Rect::new(0, 0, 20, 1));
        let mut after = before.clone();
        after.set_string(2, 0, "山田製作所", Style::new());
        assert_eq!(sent(&before, &after), "\x1b[1;3H山田製作所".as_bytes());
    }

    #[test]
    fn many_blanks_are_erased_and_few_are_written() {
        let before = screen(&["abcdefghij"]);
        let after = screen(&["a        j"]);
        assert_eq!(sent(&before, &after), b"\x1b[1;2H\x1b[8X");
        let after = screen(&["abcd   hij"]);
        assert_eq!(sent(&before, &after), b"\x1b[1;5H   ");
    }

    #[test]
    fn a_style_is_one_sequence_and_ends_plain() {
        let before = Buffer::empty(Rect::new(0, 0, 20, 1));
        let mut after = before.clone();
        after.set_string(0, 0, "ab", Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD));
        assert_eq!(sent(&before, &after), b"\x1b[1;1H\x1b[0;1;36mab\x1b[0m");
    }

    #[test]
    fn a_whole_address_can_be_clicked_on() {
        let before = Buffer::empty(Rect::new(0, 0, 40, 1));
        let mut after = before.clone();
        after.set_string(0, 0, "https://www.ipa.go.jp/", Style::new().add_modifier(Modifier::UNDERLINED));
        let sent = String::from_utf8(sent(&before, &after)).expect("text");
        assert_eq!(
            sent,
            "\x1b]8;;https://www.ipa.go.jp/\x1b\\\x1b[1;1H\x1b[0;4mhttps://www.ipa.go.jp/\x1b]8;;\x1b\\\x1b[0m"
        );
    }

    proptest! {
        /// Whatever was on the screen, what is sent turns it into the new one.
        #[test]
        fn a_terminal_shows_what_was_meant(
            before in proptest::collection::vec("[a-c 山田]{0,10}", 3),
            after in proptest::collection::vec("[a-c 山田]{0,10}", 3),
            bold in 0_u16..10,
        ) {
            let area = Rect::new(0, 0, 20, 3);
            let filled = |lines: &[String]| {
                let mut buffer = Buffer::empty(area);
                for (y, line) in lines.iter().enumerate() {
                    buffer.set_string(0, y as u16, line, Style::new());
                }
                buffer.set_style(Rect::new(bold, 1, 5, 1), Style::new().add_modifier(Modifier::BOLD));
                buffer
            };
            let (before, after) = (filled(&before), filled(&after));
            let cells = |count| std::num::NonZeroU16::new(count).expect("not zero");
            let mut terminal = vt100::Parser::new(cells(3), cells(20), 0);
            terminal.process(&sent(&Buffer::empty(area), &before));
            terminal.process(&sent(&before, &after));
            for y in 0..3 {
                for x in 0..20 {
                    let shown = terminal.screen().cell(y, x).expect("a cell");
                    if shown.is_wide_continuation() {
                        continue;
                    }
                    let meant = &after[(x, y)];
                    let symbol = if shown.contents().is_empty() { " " } else { shown.contents() };
                    prop_assert_eq!(symbol, meant.symbol(), "at {},{}", x, y);
                    prop_assert_eq!(shown.bold() && symbol != " ", meant.modifier.contains(Modifier::BOLD) && symbol != " ");
                }
            }
        }
    }
}
