//! The languages in which everything the program says exists.

use serde::{Deserialize, Serialize};

enum_with_all! {
    /// A language of the interface and of the question files.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Language {
        /// Japanese, the language of the scheme.
        Ja,
        /// English, the language where nothing asks for another one.
        #[default]
        En,
    }
}

impl Language {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The code used in files, in folders of questions and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language of a POSIX locale such as `ja_JP.UTF-8`; English where it is none of them.
    pub fn from_locale(locale: &str) -> Self {
        Self::ALL.into_iter().find(|language| locale.starts_with(language.code())).unwrap_or_default()
    }

    /// The one after it; after the last one the first.
    #[must_use]
    pub const fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::COUNT]
    }
}
