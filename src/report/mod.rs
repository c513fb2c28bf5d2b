//! What leaves the program: one file per format.
//!
//! Every report for people is set from one [`content::Report`]; the formats for programs come from the assessment itself.

pub mod analysis_documents;
pub mod answer_sheet;
pub mod calendar;
pub mod content;
pub mod csv;
pub mod document;
pub mod docx;
pub mod error;
pub mod figures_document;
pub mod flat;
pub mod format;
pub mod html;
pub mod markdown;
pub mod policy;
pub mod render;
pub mod text;
pub mod xlsx;
