//! What leaves the program: one file per format.

pub mod content;
pub mod format;
pub mod html;
pub mod markdown;
