//! The documents that leave the program, and how they come back.

#![allow(clippy::unwrap_used, missing_docs)]

mod basic_policy;
mod coming_back;
mod faulty;
mod hostile;
mod rendering;
mod samples;
mod show;
mod spoilt;
mod survey;
