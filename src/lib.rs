//! hoshitori.

pub mod app;
pub mod appearance;
pub mod cli;
pub mod core;
pub mod import;
pub mod messages;
pub mod plain;
pub mod report;
pub mod session;
pub mod store;
pub mod text;
pub mod tui;
