//! The interactive program without a terminal.

pub mod key;
pub mod message;
