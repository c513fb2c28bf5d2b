//! Text as terminals show it: cleaned, measured in cells, broken into lines.

mod clean;
mod formula;
mod json;
mod memory;
mod width;
mod wrap;

pub use clean::{clean, clean_lines};
pub use formula::{guarded, unguarded};
pub use json::escaped_json;
pub use memory::wrap;
pub use width::{cut, pad, plain_cells, width};
pub use wrap::lay_out;
