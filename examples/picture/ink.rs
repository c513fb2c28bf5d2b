//! The colours of pictures, of one theme or of both.

use std::borrow::Cow;

use ratatui::style::Color;

/// The colours of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureTheme {
    /// Dark letters on a light ground.
    Light,
    /// Light letters on a dark ground.
    Dark,
}

/// What something in a picture is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Ground,
    Frame,
    Letters,
    Faint,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
}

impl Ink {
    /// All inks.
    const ALL: [Self; 10] = [
        Self::Ground,
        Self::Frame,
        Self::Letters,
        Self::Faint,
        Self::Red,
        Self::Green,
        Self::Yellow,
        Self::Blue,
        Self::Magenta,
        Self::Cyan,
    ];

    /// The ink for a colour of the terminal's sixteen.
    pub const fn of(color: Color) -> Self {
        match color {
            Color::Red | Color::LightRed => Self::Red,
            Color::Green | Color::LightGreen => Self::Green,
            Color::Yellow | Color::LightYellow => Self::Yellow,
            Color::Blue | Color::LightBlue => Self::Blue,
            Color::Magenta | Color::LightMagenta => Self::Magenta,
            Color::Cyan | Color::LightCyan => Self::Cyan,
            _ => Self::Letters,
        }
    }

    /// Its colour in a theme.
    pub const fn in_theme(self, theme: PictureTheme) -> &'static str {
        let [light, dark] = match self {
            Self::Ground => ["#fdfcf9", "#16181d"],
            Self::Frame => ["#d9d6cf", "#33373f"],
            Self::Letters => ["#24272d", "#dcdfe4"],
            Self::Faint => ["#6d7078", "#8b919c"],
            Self::Red => ["#b3261e", "#f28b82"],
            Self::Green => ["#1e7a34", "#81c995"],
            Self::Yellow => ["#8a5a00", "#fdd663"],
            Self::Blue => ["#1f5fbf", "#8ab4f8"],
            Self::Magenta => ["#8e3a9d", "#d7aefb"],
            Self::Cyan => ["#00707c", "#78d9ec"],
        };
        match theme {
            PictureTheme::Light => light,
            PictureTheme::Dark => dark,
        }
    }

    /// The name of its class in pictures of both themes.
    const fn class(self) -> &'static str {
        match self {
            Self::Ground => "g",
            Self::Frame => "e",
            Self::Letters => "l",
            Self::Faint => "a",
            Self::Red => "r",
            Self::Green => "n",
            Self::Yellow => "y",
            Self::Blue => "b",
            Self::Magenta => "m",
            Self::Cyan => "c",
        }
    }
}

/// How colours get into a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inks {
    /// Written where they are used.
    Of(PictureTheme),
    /// As classes, for a style sheet that follows the reader's theme.
    OfReader,
}

impl Inks {
    /// The attribute that fills a shape or letters with an ink, with the space before it.
    pub fn fill(self, ink: Ink) -> Cow<'static, str> {
        match self {
            Self::Of(theme) => format!(" fill=\"{}\"", ink.in_theme(theme)).into(),
            // What the picture as a whole has.
            Self::OfReader if ink == Ink::Letters => "".into(),
            Self::OfReader => format!(" class=\"{}\"", ink.class()).into(),
        }
    }
}

/// The style sheet with the classes of [`Inks::OfReader`].
pub fn style_sheet() -> String {
    let rules = |theme: PictureTheme| -> String {
        let classes = Ink::ALL.iter().map(|ink| format!(".{}{{fill:{}}}", ink.class(), ink.in_theme(theme)));
        format!("svg{{fill:{}}}{}", Ink::Letters.in_theme(theme), classes.collect::<String>())
    };
    format!("{}\n@media(prefers-color-scheme:dark){{{}}}\n", rules(PictureTheme::Light), rules(PictureTheme::Dark))
}
