//! What is sent to the terminal for a frame: as few bytes as it takes.
//!
//! ratatui's own backend moves the cursor after every character that is two cells wide, which makes Japanese three times
//! as long as it need be; over SSH that is felt. This one knows how wide characters are, writes a style in one sequence,
//! and erases runs of blanks instead of writing them.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveRight, MoveTo, Show};
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
    /// As last measured: ratatui asks before each frame, and asking the system opens the terminal anew each time.
    size: Size,
    /// Whether the cursor is hidden, as far as is known.
    is_cursor_hidden: bool,
    /// Which cells show the first half of a character that is two cells wide, row by row.
    wide: Vec<bool>,
}

impl<W: Write> TerseBackend<W> {
    /// A backend that writes to `writer`, a terminal of this size; with links where it passes over what it does not know.
    pub const fn new(writer: W, links: bool, size: Size) -> Self {
        Self { inner: CrosstermBackend::new(writer), links, size, is_cursor_hidden: false, wide: Vec::new() }
    }

    /// The terminal is so large now, and nothing else is known of it any more.
    pub fn forget(&mut self, size: Size) {
        self.size = size;
        self.is_cursor_hidden = false;
        self.wide.clear();
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

    /// Whether a blank with this look is not the same as one without.
    const fn is_visible_on_blanks(self) -> bool {
        self.modifier.intersects(Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT))
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

/// Cells on their way to the terminal.
struct Run<'a> {
    /// Plain blanks before the cursor that are not written yet.
    blanks: usize,
    /// Where the next character goes if the cursor is not moved.
    cursor: Option<(u16, u16)>,
    /// Whether it stands there on every terminal: some take two cells for signs that are one cell wide elsewhere.
    is_certain: bool,
    look: Look,
    /// Whether the next cell was the second half of a wide character, of which the first half was replaced. It is blank
    /// now, which ratatui leaves to the terminal.
    is_half: bool,
    wide: &'a mut [bool],
    /// Cells in a row.
    columns: u16,
}

impl Run<'_> {
    /// Writes the blanks that are owed: few as they are, many by erasing them.
    fn settle(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.blanks >= ERASED_FROM {
            // Erasing does not move the cursor.
            write!(out, "\x1b[{}X", self.blanks)?;
            self.cursor = self.cursor.map(|(x, y)| (x - self.blanks as u16, y));
        } else {
            for _ in 0..self.blanks {
                out.write_all(b" ")?;
            }
        }
        self.blanks = 0;
        Ok(())
    }

    fn put(&mut self, out: &mut impl Write, x: u16, y: u16, cell: &Cell) -> io::Result<()> {
        if self.cursor != Some((x, y)) {
            self.complete(out)?;
        }
        let look = Look::of(cell);
        let is_blank = cell.symbol() == " " && look == Look::PLAIN;
        if !(is_blank && self.cursor == Some((x, y)) && self.look == Look::PLAIN) {
            self.settle(out)?;
        }
        match self.cursor {
            Some(cursor) if cursor == (x, y) => {}
            Some((before, row)) if row == y && before < x && self.is_certain => queue!(out, MoveRight(x - before))?,
            _ => {
                queue!(out, MoveTo(x, y))?;
                self.is_certain = true;
            }
        }
        if look != self.look {
            look.write(out)?;
            self.look = look;
        }
        let cells = if is_blank { 1 } else { width(cell.symbol()).max(1) as u16 };
        if is_blank {
            self.blanks += 1;
        } else {
            out.write_all(cell.symbol().as_bytes())?;
            self.is_certain &= cells == 2 || cell.symbol().is_ascii();
        }
        self.cursor = Some((x + cells, y));
        let place = usize::from(y) * usize::from(self.columns) + usize::from(x);
        let was_wide = self.wide.get_mut(place).is_some_and(|wide| std::mem::replace(wide, cells == 2));
        self.is_half = was_wide && cells == 1 && (is_blank || look.is_visible_on_blanks());
        Ok(())
    }

    /// Makes the rest of a wide character blank. A terminal may give it the style of what replaced the first half.
    fn complete(&mut self, out: &mut impl Write) -> io::Result<()> {
        match self.cursor {
            Some((x, y)) if std::mem::take(&mut self.is_half) => self.put(out, x, y, &Cell::EMPTY),
            _ => Ok(()),
        }
    }
}

/// Whether an address may begin with a cell: those are underlined.
fn begins_address(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::UNDERLINED) && cell.symbol() == "h"
}

/// Writes underlined cells; where they are a whole address, so that the terminal lets one click on it (OSC 8).
fn put_address(run: &mut Run<'_>, out: &mut impl Write, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
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
        let columns = self.size.width;
        self.wide.resize(usize::from(columns) * usize::from(self.size.height), false);
        let wide = &mut self.wide[..];
        let mut run =
            Run { blanks: 0, cursor: None, is_certain: false, look: Look::PLAIN, is_half: false, wide, columns };
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
        run.complete(&mut self.inner)?;
        run.settle(&mut self.inner)?;
        if run.look != Look::PLAIN {
            Look::PLAIN.write(&mut self.inner)?;
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.is_cursor_hidden, true) {
            return Ok(());
        }
        queue!(self.inner, Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.is_cursor_hidden = false;
        queue!(self.inner, Show)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.wide.clear();
        self.inner.clear_region(region)
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.inner.append_lines(lines)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests;
