//! The screens in a terminal.

mod backend;
pub mod events;
mod run;
pub mod terminal;
pub mod theme;
pub mod views;
mod widgets;

pub use run::run;
pub use terminal::install_panic_hook;
