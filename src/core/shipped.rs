//! The texts compiled into the program: a folder of `questions/` for each language.

use super::language::Language;

/// A shipped file in each language.
pub(super) type Shipped = fn(Language) -> &'static str;

/// The shipped file of a name, as a [`Shipped`].
macro_rules! shipped {
    ($file:literal) => {
        |language| match language {
            $crate::core::language::Language::Ja => $crate::core::shipped::text!("ja", $file),
            $crate::core::language::Language::En => $crate::core::shipped::text!("en", $file),
        }
    };
}

macro_rules! text {
    ($language:literal, $file:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/questions/", $language, "/", $file))
    };
}

pub(super) use {shipped, text};
