//! What the screens look like: every screen in both languages, in three sizes, and what holds of all of them.
#![allow(clippy::unwrap_used)]

mod always;
mod display;
mod hostile;
mod looks;
mod scenes;
