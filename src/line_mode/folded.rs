//! Lines that do not fit are broken between words before they reach a terminal, which would break them anywhere.

use std::io::{self, Write};

use crate::text::{width, wrap};

/// An output whose lines are at most so many cells long.
pub struct Folded<W> {
    inner: W,
    cells: Option<usize>,
    /// What was written of the line so far.
    line: Vec<u8>,
}

impl<W: Write> Folded<W> {
    /// Breaks lines that are longer than `cells`; with none, lines stay as they are.
    pub fn new(inner: W, cells: Option<usize>) -> Self {
        Self { inner, cells, line: Vec::new() }
    }

    fn end_line(&mut self) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        let text = String::from_utf8_lossy(&line);
        match self.cells {
            // Lines with colours come from reports, which fit already.
            Some(cells) if !text.contains('\u{1b}') && width(text.trim_end()) > cells => {
                for part in wrap(text.trim_end(), cells) {
                    writeln!(self.inner, "{part}")?;
                }
                Ok(())
            }
            _ => self.inner.write_all(&line),
        }
    }
}

impl<W: Write> Write for Folded<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                self.end_line()?;
            }
        }
        Ok(bytes.len())
    }

    /// A line without its end, such as a prompt, goes out as it is.
    fn flush(&mut self) -> io::Result<()> {
        let begun = std::mem::take(&mut self.line);
        self.inner.write_all(&begun)?;
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str, cells: Option<usize>) -> String {
        let mut out = Vec::new();
        let mut lines = Folded::new(&mut out, cells);
        lines.write_all(text.as_bytes()).expect("written");
        lines.flush().expect("written");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn lines_are_broken_between_words_and_prompts_stay() {
        assert_eq!(folded("one two three\nfour\n> ", Some(9)), "one two\nthree\nfour\n> ");
        assert_eq!(folded("one two three\n", None), "one two three\n");
        assert_eq!(folded("    1  \u{1b}[32mo\u{1b}[0m Updates\n", Some(16)), "    1  \u{1b}[32mo\u{1b}[0m Updates\n");
    }
}
