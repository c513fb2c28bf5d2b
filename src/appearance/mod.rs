//! How things look wherever they are shown: symbols, and whether there is colour.

mod color;
mod glyphs;
mod paint;

pub use color::{ColorChoice, use_color};
pub use glyphs::{ASCII, Glyphs, UNICODE};
pub use paint::Paint;

/// How things look in this run of the program.
#[derive(Clone, Copy, Debug)]
pub struct Appearance {
    /// The symbols.
    pub glyphs: &'static Glyphs,
    /// Whether colour is used.
    pub color: bool,
}

impl Appearance {
    /// Symbols of Unicode or of ASCII, with or without colour.
    pub const fn new(ascii: bool, color: bool) -> Self {
        Self { glyphs: if ascii { &ASCII } else { &UNICODE }, color }
    }
}
