//! Text as terminals show it: cleaned, measured in cells, and wrapped.

mod cache;
mod clean;
mod formula;
mod json;
mod width;
mod wrap;

pub use cache::wrap;
pub use clean::{clean, clean_lines};
pub use formula::{guarded, unguarded};
pub use json::escaped_json;
pub use width::{cut, pad, plain_cells, width};
pub use wrap::lay_out;
