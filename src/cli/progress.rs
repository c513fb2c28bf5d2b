//! A bar on standard error for what takes longer than a second, where standard error is a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::appearance::Glyphs;
use crate::intake::Progress;

/// Nothing is shown before.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often it is shown anew.
const PAUSE: Duration = Duration::from_millis(100);

/// Cells of a whole bar.
const CELLS: u64 = 30;

/// The bar.
pub struct ProgressBar {
    begun: Instant,
    shown: Option<Instant>,
    is_wanted: bool,
    glyphs: &'static Glyphs,
    /// The sentence about how many were met.
    counted: fn(u64) -> String,
}

impl ProgressBar {
    /// A bar that is not shown yet.
    pub fn new(glyphs: &'static Glyphs, counted: fn(u64) -> String) -> Self {
        Self { begun: Instant::now(), shown: None, is_wanted: io::stderr().is_terminal(), glyphs, counted }
    }

    /// Whether it will be shown to anybody if it takes long.
    pub fn is_wanted(&self) -> bool {
        self.is_wanted
    }

    /// Shows how far it is, unless it is too early or was just shown.
    pub fn show(&mut self, progress: Progress) {
        let is_too_early = self.begun.elapsed() < PATIENCE || self.shown.is_some_and(|shown| shown.elapsed() < PAUSE);
        if !self.is_wanted || is_too_early {
            return;
        }
        self.shown = Some(Instant::now());
        let line = match progress.total {
            Some(total) if total > 0 => {
                let done = progress.done.min(total);
                let full = (done * CELLS / total) as usize;
                let (full, rest) = (self.glyphs.bar.repeat(full), self.glyphs.light.repeat(CELLS as usize - full));
                format!("{full}{rest} {:>3} %", done * 100 / total)
            }
            _ => (self.counted)(progress.counted),
        };
        // What cannot be shown is not missed.
        let _ = write!(io::stderr(), "\r{line}\x1b[K");
    }

    /// Takes it away.
    pub fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
