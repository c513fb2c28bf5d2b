//! The interactive program without a terminal: a model, messages, and a pure `update` between them.

pub mod command;
pub mod effect;
pub mod form;
pub mod forms;
pub mod key;
pub mod key_table;
pub mod list;
pub mod message;
pub mod model;
pub mod progress;
pub mod screen;
pub mod screens;
pub mod text_field;
pub mod update;
