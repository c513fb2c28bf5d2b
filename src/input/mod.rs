//! What comes from outside (files, imported documents, typed text), before anything is known of what it means.

pub mod fold;
pub mod suggestion;
