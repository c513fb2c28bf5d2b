//! JSON documents, read field by field with every fault noted at its path. Fields that nobody asks for are ignored.

mod fields;
mod node;

pub(crate) use fields::Object;
pub(crate) use node::Node;

use super::encoding::decode_json;
use super::{Fault, ImportFault, Location, Position};
use node::DUPLICATE;

/// The value that a document is.
///
/// # Errors
///
/// It is not JSON in UTF-8, or an object of it has a key twice.
pub(crate) fn parse(bytes: &[u8]) -> Result<Node, Fault> {
    let text = decode_json(bytes)?;
    serde_json::from_str(text).map_err(|error| {
        let is_duplicate = error.to_string().starts_with(DUPLICATE);
        let kind = if is_duplicate { ImportFault::DuplicateField } else { ImportFault::NotJson };
        Fault::new(Location::Position(position(text, &error)), kind)
    })
}

/// Where the parser stopped. It counts columns in bytes.
fn position(text: &str, error: &serde_json::Error) -> Position {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    Position::of_offset(text, before + error.column().saturating_sub(1))
}
