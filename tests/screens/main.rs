//! What the screens look like: every screen in both languages, in three sizes, and what holds of all of them.
#![allow(clippy::unwrap_used)]

mod display;
mod looks;
mod scenes;
