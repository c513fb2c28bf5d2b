//! What leaves the program: one file per format.

pub mod analysis_documents;
pub mod document;
pub mod format;
pub mod text;
