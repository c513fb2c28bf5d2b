//! What leaves the program: one file per format.
//!
//! Every report for people is set from one [`content::Report`]; the formats for programs come from the assessment itself.

pub mod answer_sheet;
pub mod content;
pub mod csv;
pub mod docx;
pub mod error;
pub(crate) mod file_name;
pub mod format;
pub mod html;
pub mod icalendar;
pub mod json;
pub mod jsonl;
pub mod markdown;
pub mod policy;
pub mod render;
pub(crate) mod survey;
pub mod text;
pub mod xlsx;
