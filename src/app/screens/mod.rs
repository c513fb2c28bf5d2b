//! One file per screen: its state, and what a command does to it.

pub mod checklist_result;
pub mod compare;
pub mod confirm_delete;
pub mod confirm_leaving;
pub mod details;
pub mod disagreements;
pub mod export;
pub mod guide;
pub mod help;
pub mod home;
pub mod plan;
pub mod policy;
pub mod policy_preview;
pub mod procedure;
pub mod question;
pub mod result;
pub mod review;
pub mod saved;
pub mod settings;
pub mod stages;
pub mod trend;
pub mod what_if;
