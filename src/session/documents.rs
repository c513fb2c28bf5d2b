//! Reports and policies written into the current folder.

use crate::core::assessment::Assessment;
use crate::core::language::Language;
use crate::report::format::{PolicyFormat, ReportFormat};

/// Writes reports; returns where they went.
pub fn reports(_formats: &[ReportFormat], _assessment: &Assessment, _language: Language) -> Result<String, String> {
    Err(String::new())
}

/// Writes the basic policy; returns where it went.
pub fn policy(_format: PolicyFormat, _assessment: &Assessment, _language: Language) -> Result<String, String> {
    Err(String::new())
}
