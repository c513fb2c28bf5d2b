//! Whether colour is used.

use std::ffi::OsStr;

enum_with_all! {
    /// What the user says about colour.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum ColorChoice {
        /// Where a terminal shows it and nothing speaks against it.
        #[default]
        Auto,
        /// Always.
        Always,
        /// Never.
        Never,
    }
}

impl ColorChoice {
    /// The name on the command line and in settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }

    /// The choice with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.name() == name)
    }
}

/// Decides about colour from the user's choice, `NO_COLOR` (counts when not empty), `TERM`, and whether the output is a
/// terminal.
pub fn use_color(choice: ColorChoice, no_color: Option<&OsStr>, term: Option<&OsStr>, is_terminal: bool) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            is_terminal && no_color.is_none_or(OsStr::is_empty) && term.is_none_or(|term| term != "dumb")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn explicit_colour_choice_overrides_no_color() {
        let some = |text: &'static str| Some(OsStr::new(text));
        assert!(use_color(ColorChoice::Always, some("1"), some("dumb"), false));
        assert!(!use_color(ColorChoice::Never, None, None, true));
        assert!(use_color(ColorChoice::Auto, some(""), some("xterm"), true));
        assert!(!use_color(ColorChoice::Auto, some("1"), some("xterm"), true));
        assert!(!use_color(ColorChoice::Auto, None, some("dumb"), true));
        assert!(!use_color(ColorChoice::Auto, None, None, false));
    }
}
