//! A bar on standard error for what takes longer than a second, where standard error is a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::aggregate::Progress;
use crate::appearance::Glyphs;

/// Nothing is shown before.
const SHOW_AFTER: Duration = Duration::from_secs(1);

/// How often it is updated.
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
        let is_too_early = self.begun.elapsed() < SHOW_AFTER || self.shown.is_some_and(|shown| shown.elapsed() < PAUSE);
        if !self.is_wanted || is_too_early {
            return;
        }
        self.shown = Some(Instant::now());
        // What cannot be shown is not missed.
        let _ = write!(io::stderr(), "\r{}\x1b[K", self.line(progress));
    }

    /// How far it is: the share of what there is to do, or how many were met where that is not known.
    fn line(&self, progress: Progress) -> String {
        match progress.total {
            Some(total) if total > 0 => {
                let done = u128::from(progress.done.min(total));
                let share = |of: u64| (done * u128::from(of) / u128::from(total)) as usize;
                let full = share(CELLS);
                let (full, rest) = (self.glyphs.bar.repeat(full), self.glyphs.light.repeat(CELLS as usize - full));
                format!("{full}{rest} {:>3} %", share(100))
            }
            _ => (self.counted)(progress.counted),
        }
    }

    /// Takes it away.
    pub fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appearance::{ASCII, UNICODE};

    fn line(glyphs: &'static Glyphs, done: u64, total: Option<u64>) -> String {
        let bar = ProgressBar::new(glyphs, |count| format!("{count} so far"));
        bar.line(Progress { done, total, counted: 7 })
    }

    #[test]
    fn the_bar_is_as_full_as_what_is_done() {
        assert_eq!(line(&UNICODE, 0, Some(10)), format!("{}   0 %", UNICODE.light.repeat(30)));
        assert_eq!(
            line(&UNICODE, 5, Some(10)),
            format!("{}{}  50 %", UNICODE.bar.repeat(15), UNICODE.light.repeat(15))
        );
        assert_eq!(line(&UNICODE, u64::MAX, Some(u64::MAX)), format!("{} 100 %", UNICODE.bar.repeat(30)));
        // A file may have grown.
        assert_eq!(line(&UNICODE, 12, Some(10)), line(&UNICODE, 10, Some(10)));
        assert!(line(&ASCII, 3, Some(10)).is_ascii());
    }

    #[test]
    fn without_an_end_in_sight_it_tells_how_many_there_were() {
        assert_eq!(line(&ASCII, 5, None), "7 so far");
        assert_eq!(line(&ASCII, 5, Some(0)), "7 so far");
    }
}
