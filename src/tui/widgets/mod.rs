//! Parts that several screens are made of. Each is a function from data to lines.

pub mod answer_map;
pub mod bars;
pub mod choices;
pub mod content;
pub mod footer;
pub mod form;
pub mod header;
pub mod line;
pub mod paragraphs;
pub mod radar;
pub mod text_line;
