//! hoshitori.

pub mod app;
pub mod core;
pub mod store;
pub mod text;
