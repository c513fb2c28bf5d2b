//! TOML read by hand, so that **every** fault is found at once, each with its place.
//!
//! There are two readers over the same parser, collector and kinds of faults. `Table` is strict, for files that people
//! write: unknown keys are faults. `Fields` is lenient, for files that the program writes: keys of a later version are
//! ignored. Lines and columns are only counted when there is a fault.

mod fields;
mod syntax;
mod table;
mod value;

use std::borrow::Cow;

use ::toml::de::{DeTable, Error};

use super::{EncodingFault, Fault, Faults};

pub(crate) use fields::Fields;
pub use syntax::SyntaxFault;
pub(crate) use table::{Placed, Table};
pub(crate) use value::schema_of;

/// The most faults of a file that people write. Beyond them it is not what it should be at all.
const MAX_FAULTS: usize = 1000;

/// Reads a TOML file strictly: whatever `read` makes of its root table, or else every fault, in the order of their places.
///
/// A byte order mark and CRLF are accepted; NUL characters and bare carriage returns are faults. Keys that `read` did not
/// ask for are faults, too. `read` returns `None` only after it has noted a fault.
///
/// # Errors
///
/// All faults of the file, at least one.
pub(crate) fn read_toml<Content>(
    text: &str,
    read: impl FnOnce(&Table<'_>, &Faults<'_>) -> Option<Content>,
) -> Result<Content, Vec<Fault>> {
    let mut faults = Faults::of_text(text, MAX_FAULTS);
    let readable = without_stray_characters(text, &faults);
    let (root, errors) = DeTable::parse_recoverable(&readable);
    syntax::report(&errors, root.get_ref(), &readable, &mut faults);
    let root = Table::root(root.get_ref(), &faults);
    let content = if root.is_empty() {
        if errors.is_empty() {
            faults.add(0, EncodingFault::Empty);
        }
        None
    } else {
        let content = read(&root, &faults);
        root.finish();
        content
    };
    faults.into_result(content)
}

/// Notes what the parser found wrong with a text that is not read by [`read_toml`].
pub(crate) fn report_syntax(errors: &[Error], root: &DeTable<'_>, text: &str, faults: &mut Faults<'_>) {
    syntax::report(errors, root, text, faults);
}

/// Notes NUL characters and bare carriage returns, and replaces them by spaces so that the rest can be read.
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
            let fault = if character == '\0' { EncodingFault::Nul } else { EncodingFault::BareCarriageReturn };
            faults.add_syntax(offset, fault);
            readable.push(' ');
        } else {
            readable.push(character);
        }
    }
    Cow::Owned(readable)
}
