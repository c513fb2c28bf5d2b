//! The page that line mode shows of a screen: lines that a screen reader reads well, without boxes, with numbered choices.

use std::fmt::{self, Write as _};

use crate::appearance::Glyphs;
use crate::report::text::TextReport;
use crate::text::clean;

/// How a page is written.
#[derive(Debug)]
pub(crate) struct PageStyle<'a> {
    /// The symbols.
    pub glyphs: &'static Glyphs,
    /// Writes reports in the language and width of the page.
    pub report: TextReport<'a>,
    /// Whether a page that also exists in short is written in full.
    pub in_full: bool,
}

/// Writes lines under their numbers, from 1. Every line is cleaned: it may hold a name from a file.
pub(crate) fn numbered(lines: impl IntoIterator<Item = String>, out: &mut String) -> fmt::Result {
    for (index, line) in lines.into_iter().enumerate() {
        writeln!(out, "{}. {}", index + 1, clean(&line))?;
    }
    Ok(())
}
