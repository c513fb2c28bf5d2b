//! What only Windows has: consoles, files that other programs hold open, names of devices, a disk that takes large and small
//! letters for the same.
//!
//! Tests of consoles need `driver.c`, compiled, under the name that `HOSHITORI_CONSOLE_DRIVER` holds; `.ci/windows` does that. Wine
//! tells no program that its window is closed: where `HOSHITORI_UNDER_WINE` is set, such a test says that it is skipped.
#![cfg(windows)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod console;
mod consoles;
mod files;
#[path = "../program/mod.rs"]
mod program;
#[path = "../storm/mod.rs"]
mod storm;
