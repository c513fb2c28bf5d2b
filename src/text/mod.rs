//! Text as terminals show it.

use std::borrow::Cow;

/// Text without anything that could steer a terminal.
pub fn clean(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}
