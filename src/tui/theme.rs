//! Styles: the terminal's own sixteen colours and modifiers, and no background.

use ratatui::style::{Color, Modifier, Style};

use crate::appearance::Appearance;
use crate::core::question_set::Tone;

/// The styles of the screens. Without colour only bold, dim and reverse remain.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    color: bool,
}

impl Theme {
    /// The styles for an appearance.
    pub const fn new(appearance: &Appearance) -> Self {
        Self { color: appearance.color }
    }

    const fn colored(self, color: Color) -> Style {
        if self.color { Style::new().fg(color) } else { Style::new() }
    }

    /// Ordinary text.
    pub const fn plain(self) -> Style {
        Style::new()
    }

    /// Headings and what matters most.
    pub const fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What may be overlooked. The terminal's dim is readable on dark and on light.
    pub const fn faint(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The one accent.
    pub const fn accent(self) -> Style {
        self.colored(Color::Cyan)
    }

    /// The highlighted line.
    pub const fn highlight(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD)
    }

    /// The selected cell: reversed, whatever the colours.
    pub const fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// A field that is being typed into.
    pub const fn field(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// An address.
    pub const fn link(self) -> Style {
        self.accent().add_modifier(Modifier::UNDERLINED)
    }

    /// A key in the footer.
    pub const fn key(self) -> Style {
        self.strong()
    }

    /// Something is wrong and stays so until it is mended.
    pub const fn alarm(self) -> Style {
        self.colored(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// An answer, by how it stands.
    pub const fn tone(self, tone: Option<Tone>) -> Style {
        match tone {
            Some(Tone::Good) => self.colored(Color::Green),
            Some(Tone::Fair) => self.colored(Color::Yellow),
            Some(Tone::Poor) => self.colored(Color::Red),
            Some(Tone::Unknown) => self.colored(Color::Magenta),
            None => self.faint(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(theme: Theme) -> Vec<Style> {
        let mut styles = vec![
            theme.plain(),
            theme.strong(),
            theme.faint(),
            theme.accent(),
            theme.highlight(),
            theme.selected(),
            theme.field(),
            theme.link(),
            theme.key(),
            theme.alarm(),
            theme.tone(None),
        ];
        styles.extend([Tone::Good, Tone::Fair, Tone::Poor, Tone::Unknown].map(|tone| theme.tone(Some(tone))));
        styles
    }

    #[test]
    fn without_colour_there_is_none() {
        for style in styles(Theme::new(&Appearance::new(false, false))) {
            assert_eq!((style.fg, style.bg, style.underline_color), (None, None, None));
        }
    }

    #[test]
    fn theme_uses_terminal_colours_and_no_background() {
        for style in styles(Theme::new(&Appearance::new(false, true))) {
            assert_eq!(style.bg, None);
            assert!(!matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_) | Color::White | Color::Black)));
        }
    }

    #[test]
    fn the_highlight_and_the_alarm_stand_out_without_colour() {
        let theme = Theme::new(&Appearance::new(false, false));
        for style in [theme.highlight(), theme.alarm(), theme.selected(), theme.field(), theme.link()] {
            assert_ne!(style, theme.plain());
        }
    }
}
