//! hoshitori.

pub mod app;
pub mod core;
pub mod messages;
pub mod report;
pub mod store;
pub mod text;
