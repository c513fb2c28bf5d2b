//! The screens in a terminal.

pub mod theme;
