//! Reads TOML files by hand so that **every** fault is found at once, each with its place and what to do.
//!
//! A file is read whole: [`read_toml`] parses it, hands its root [`Table`] to a closure that takes what it needs, and
//! returns either what the closure built or all faults in the order of their places. Keys that nobody asked for are
//! faults too; [`Table::finish`] names them. Lines and columns are only counted when there is a fault.

mod faults;
mod sentences;
mod syntax;
mod table;

use std::borrow::Cow;

use toml::de::DeTable;

use super::fault::Fault;

pub use faults::{Faults, quoted};
pub use table::{Placed, Table};

/// Reads a TOML file: whatever `read` makes of its root table, or else every fault, in the order of their places.
///
/// A byte order mark and CRLF are accepted; NUL characters and bare carriage returns are faults. `read` returns `None`
/// only after it has reported a fault.
///
/// # Errors
///
/// All faults of the file, at least one.
pub fn read_toml<Content>(
    text: &str,
    read: impl FnOnce(&Table<'_>, &Faults<'_>) -> Option<Content>,
) -> Result<Content, Vec<Fault>> {
    let mut faults = Faults::new(text);
    let readable = without_stray_characters(text, &faults);
    let (root, errors) = DeTable::parse_recoverable(&readable);
    syntax::report(&errors, root.get_ref(), &readable, &mut faults);
    let root = Table::root(root.get_ref(), &faults);
    let content = if root.is_empty() {
        if errors.is_empty() {
            let (ja, en) = sentences::empty_file();
            faults.add(0, ja, en);
        }
        None
    } else {
        let content = read(&root, &faults);
        root.finish();
        content
    };
    faults.into_result(content)
}

/// Reports NUL characters and bare carriage returns, and replaces them by spaces so that the rest can be read.
fn without_stray_characters<'text>(text: &'text str, faults: &Faults<'_>) -> Cow<'text, str> {
    let bytes = text.as_bytes();
    let is_stray = |offset: usize| match bytes[offset] {
        0 => true,
        b'\r' => bytes.get(offset + 1) != Some(&b'\n'),
        _ => false,
    };
    if !bytes.contains(&0) && !bytes.contains(&b'\r') {
        return Cow::Borrowed(text);
    }
    let mut readable = String::with_capacity(text.len());
    for (offset, character) in text.char_indices() {
        if is_stray(offset) {
            let (ja, en) = if character == '\0' { sentences::nul() } else { sentences::bare_carriage_return() };
            faults.add_syntax(offset, ja, en);
            readable.push(' ');
        } else {
            readable.push(character);
        }
    }
    Cow::Owned(readable)
}
