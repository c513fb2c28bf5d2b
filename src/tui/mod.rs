//! The screens in a terminal.

pub mod events;
pub mod terminal;
pub mod theme;
pub mod views;
mod widgets;
