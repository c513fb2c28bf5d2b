//! Colour in lines of text that are not drawn on a screen.

use super::Appearance;
use crate::core::question_set::Tone;

/// Puts colour around pieces of text, or leaves them as they are.
#[derive(Clone, Copy, Debug)]
pub struct Paint {
    color: bool,
}

impl Paint {
    /// With or without colour, as the appearance says.
    pub const fn new(appearance: &Appearance) -> Self {
        Self { color: appearance.color }
    }

    fn around(self, code: &str, text: &str) -> String {
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// Headings and what matters most.
    pub fn strong(self, text: &str) -> String {
        self.around("1", text)
    }

    /// The one accent.
    pub fn accent(self, text: &str) -> String {
        self.around("36", text)
    }

    /// Something is wrong.
    pub fn alarm(self, text: &str) -> String {
        self.around("31", text)
    }

    /// An answer, by how it stands.
    pub fn tone(self, tone: Option<Tone>, text: &str) -> String {
        let code = match tone {
            Some(Tone::Good) => "32",
            Some(Tone::Fair) => "33",
            Some(Tone::Poor) => "31",
            Some(Tone::Unknown) => "35",
            None => "2",
        };
        self.around(code, text)
    }
}
