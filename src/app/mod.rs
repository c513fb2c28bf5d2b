//! The interactive program without a terminal: a model, messages, and a pure `update` between them.

pub(crate) mod command;
pub mod effect;
pub(crate) mod form;
pub(crate) mod forms;
pub mod key;
pub(crate) mod key_table;
pub(crate) mod list;
pub mod message;
pub mod model;
pub mod notice;
pub(crate) mod page;
pub(crate) mod progress;
pub(crate) mod screen_state;
pub mod screens;
pub(crate) mod text_field;
pub mod update;
