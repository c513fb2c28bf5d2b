//! A ratatui backend that sends few bytes for each frame.
//!
//! The backend of ratatui positions the cursor after every character that is two cells wide, which makes Japanese text three
//! times as long; that is noticeable over SSH. This one knows the width of characters, sets a style in one sequence, erases
//! runs of blanks instead of writing them, and marks addresses as links (OSC 8).
//!
//! # Example
//!
//! A screen of one row shows `a日本語の文章b`, and the next frame shows `a日本        b`. ratatui compares the two and hands over
//! the cells that changed, blanks in this case, from column 5 on. [`FrameWriter`] takes them one by one:
//!
//! | cell | what is sent | why |
//! | --- | --- | --- |
//! | column 5, blank | `ESC [1;6H` | the cursor is elsewhere, so it is moved; the blank itself is owed |
//! | columns 6–12, blanks | nothing | each is owed as well: the cursor is where it would be after writing them |
//! | end of the frame | `ESC [8X` | eight blanks are owed, and erasing takes fewer bytes than writing them |
//!
//! Wide characters make this delicate. ratatui does not hand over the second cell of a wide character: the terminal is
//! expected to cover it. When the first cell is replaced by a narrow character, what happens to the second one depends on the
//! terminal, so it is blanked explicitly ([`FrameWriter::finish_wide`]). Symbols whose width terminals disagree about make the
//! position of the cursor uncertain, so the next movement is an absolute one.
//!
//! # Tests
//!
//! A change here must be tested with:
//!
//! - sequences byte by byte, and random frames through a terminal emulator (`tests.rs`);
//! - the same screens through the backend of ratatui (`screens_look_the_same_through_crossterm` in `tests/terminal_journey`);
//! - resizing, and suspending and resuming in the middle of a screen (`tests/terminal_edge`), because the state kept here
//!   must be invalidated together with ratatui's;
//! - by hand in a terminal on Windows, on macOS, and over SSH, with Japanese text and the mouse on.
//!
//! `HOSHITORI_BACKEND=crossterm` bypasses all of this and uses the backend of ratatui, to find out whether a garbled screen is
//! the fault of this module.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveRight, MoveTo, Show};
use crossterm::queue;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use crate::text::width;

/// From this many blanks on, erasing them takes fewer bytes than writing them.
const MIN_ERASED_BLANKS: usize = 6;

/// How cells are sent to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// With as few bytes as possible.
    #[default]
    Terse,
    /// By the backend of ratatui, for reports of garbled screens.
    Crossterm,
}

impl Encoding {
    /// The one that `HOSHITORI_BACKEND` asks for.
    pub(super) fn from_environment() -> Self {
        if std::env::var_os("HOSHITORI_BACKEND").is_some_and(|name| name == "crossterm") {
            Self::Crossterm
        } else {
            Self::Terse
        }
    }
}

/// A backend that sends few bytes.
#[derive(Debug)]
pub(super) struct TerseBackend<W: Write> {
    inner: CrosstermBackend<W>,
    encoding: Encoding,
    /// Whether addresses are sent as links.
    links: bool,
    /// As last measured. ratatui asks before each frame, and asking the system opens the terminal's device each time.
    size: Size,
    /// Whether the cursor is known to be hidden.
    is_cursor_hidden: bool,
    /// For each cell, row by row, whether it shows the first half of a character that is two cells wide.
    wide: Vec<bool>,
}

impl<W: Write> TerseBackend<W> {
    /// A backend that writes to `writer`, a terminal of this size. `links` must be off for terminals that print sequences
    /// they do not know.
    pub(super) const fn new(writer: W, encoding: Encoding, links: bool, size: Size) -> Self {
        let inner = CrosstermBackend::new(writer);
        Self { inner, encoding, links, size, is_cursor_hidden: false, wide: Vec::new() }
    }

    /// Sets the size and discards what is known about the contents of the terminal.
    pub(super) fn invalidate(&mut self, size: Size) {
        self.size = size;
        self.is_cursor_hidden = false;
        self.wide.clear();
    }
}

/// For sequences that are sent together with the next frame.
impl<W: Write> Write for TerseBackend<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}

/// What a cell looks like apart from its symbol, as one SGR sequence sets it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Attributes {
    foreground: Color,
    modifier: Modifier,
}

impl Attributes {
    const PLAIN: Self = Self { foreground: Color::Reset, modifier: Modifier::empty() };

    fn of(cell: &Cell) -> Self {
        Self { foreground: cell.fg, modifier: cell.modifier }
    }

    /// Whether a blank with these attributes looks different from a plain one.
    const fn is_visible_on_blanks(self) -> bool {
        self.modifier.intersects(Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT))
    }

    /// One sequence that resets all attributes and sets these.
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

/// The SGR code of one of the terminal's sixteen colours; the theme uses no others.
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

/// Writes the changed cells of a frame, from left to right and from top to bottom.
struct FrameWriter<'a> {
    /// Plain blanks just before the cursor that are owed: not written yet.
    blanks: usize,
    /// Where the next character goes if the cursor is not moved, counting the blanks that are owed; unknown at first.
    cursor: Option<(u16, u16)>,
    /// Whether the cursor is there on every terminal: some take two cells for symbols that are one cell wide elsewhere.
    is_certain: bool,
    attributes: Attributes,
    /// Whether the cell at the cursor was the second half of a wide character whose first half was just replaced. ratatui
    /// expects the terminal to blank it.
    is_orphaned: bool,
    /// [`TerseBackend::wide`].
    wide: &'a mut [bool],
    /// Cells in a row.
    columns: u16,
}

impl FrameWriter<'_> {
    /// Sends the blanks that are owed: few are written, many erased.
    fn flush_blanks(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.blanks >= MIN_ERASED_BLANKS {
            // Erasing does not move the cursor, so it is still before the blanks.
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
            self.finish_wide(out)?;
        }
        let attributes = Attributes::of(cell);
        let is_blank = cell.symbol() == " " && attributes == Attributes::PLAIN;
        if !(is_blank && self.cursor == Some((x, y)) && self.attributes == Attributes::PLAIN) {
            self.flush_blanks(out)?;
        }
        match self.cursor {
            Some(cursor) if cursor == (x, y) => {}
            Some((before, row)) if row == y && before < x && self.is_certain => queue!(out, MoveRight(x - before))?,
            _ => {
                queue!(out, MoveTo(x, y))?;
                self.is_certain = true;
            }
        }
        if attributes != self.attributes {
            attributes.write(out)?;
            self.attributes = attributes;
        }
        let cells = if is_blank { 1 } else { width(cell.symbol()).max(1) as u16 };
        if is_blank {
            self.blanks += 1;
        } else {
            out.write_all(cell.symbol().as_bytes())?;
            self.is_certain &= cells == 2 || cell.symbol().is_ascii();
        }
        self.cursor = Some((x + cells, y));
        let index = usize::from(y) * usize::from(self.columns) + usize::from(x);
        let was_wide = self.wide.get_mut(index).is_some_and(|wide| std::mem::replace(wide, cells == 2));
        self.is_orphaned = was_wide && cells == 1 && (is_blank || attributes.is_visible_on_blanks());
        Ok(())
    }

    /// Blanks the second half of a wide character whose first half was replaced. Some terminals would give it the style of the
    /// replacement.
    fn finish_wide(&mut self, out: &mut impl Write) -> io::Result<()> {
        match self.cursor {
            Some((x, y)) if std::mem::take(&mut self.is_orphaned) => self.put(out, x, y, &Cell::EMPTY),
            _ => Ok(()),
        }
    }
}

/// Whether an address may begin at a cell. Addresses are underlined.
fn begins_address(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::UNDERLINED) && cell.symbol() == "h"
}

/// Writes underlined cells. If they are a whole address, it becomes a link (OSC 8).
fn put_address(frame: &mut FrameWriter<'_>, out: &mut impl Write, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
    let text: String = cells.iter().map(|(.., cell)| cell.symbol()).collect();
    let is_link = text.starts_with("https://") && text.bytes().all(|byte| byte.is_ascii_graphic());
    if is_link {
        frame.flush_blanks(out)?;
        write!(out, "\x1b]8;;{text}\x1b\\")?;
    }
    for (x, y, cell) in cells {
        frame.put(out, *x, *y, cell)?;
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
        if self.encoding == Encoding::Crossterm {
            return self.inner.draw(content);
        }
        let columns = self.size.width;
        self.wide.resize(usize::from(columns) * usize::from(self.size.height), false);
        let wide = &mut self.wide[..];
        let mut frame = FrameWriter {
            blanks: 0,
            cursor: None,
            is_certain: false,
            attributes: Attributes::PLAIN,
            is_orphaned: false,
            wide,
            columns,
        };
        let mut content = content.peekable();
        while let Some((x, y, cell)) = content.next() {
            if self.links && begins_address(cell) {
                let mut address = vec![(x, y, cell)];
                while let Some(next) = content.next_if(|(next_x, next_y, next)| {
                    *next_y == y
                        && usize::from(*next_x) == usize::from(x) + address.len()
                        && Attributes::of(next) == Attributes::of(cell)
                }) {
                    address.push(next);
                }
                put_address(&mut frame, &mut self.inner, &address)?;
            } else {
                frame.put(&mut self.inner, x, y, cell)?;
            }
        }
        frame.finish_wide(&mut self.inner)?;
        frame.flush_blanks(&mut self.inner)?;
        if frame.attributes != Attributes::PLAIN {
            Attributes::PLAIN.write(&mut self.inner)?;
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
