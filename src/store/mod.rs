//! Saved assessments on disk.

pub mod summary;
