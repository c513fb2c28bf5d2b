//! The two languages in which everything the program says exists.

use serde::{Deserialize, Serialize};

enum_with_all! {
    /// A language of the interface and of the question files.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Language {
        /// Japanese, the language of the scheme.
        Ja,
        /// English, the language where nothing asks for Japanese.
        #[default]
        En,
    }
}

impl Language {
    /// The code used in files, in folders of questions and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language with that code, if it is one of the two.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language of a POSIX locale such as `ja_JP.UTF-8`: Japanese for `ja*`, English for any other.
    pub fn from_locale(locale: &str) -> Self {
        if locale.starts_with("ja") { Self::Ja } else { Self::En }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ja => Self::En,
            Self::En => Self::Ja,
        }
    }
}
