//! Text as terminals show it: cleaned, measured in cells, and wrapped.

mod cache;
mod characters;
mod clean;
mod composed;
mod formula;
mod json;
mod width;
mod wrap;

pub use cache::wrap;
pub use clean::{clean, clean_lines};
pub use composed::composed;
pub use formula::{guarded, unguarded};
pub(crate) use json::escaped_json;
pub(crate) use width::plain_cells;
pub use width::{cut, pad, width};
pub use wrap::lay_out;
