//! Texts as reports hold them: cleaned, without spaces around them.

use crate::text::{clean, clean_lines};

/// A text of one line.
pub(super) fn line(text: &str) -> String {
    clean(text).trim().to_owned()
}

/// A text that may have several lines.
pub(super) fn lines(text: &str) -> String {
    clean_lines(text).trim().to_owned()
}
