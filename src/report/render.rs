//! Any report and any policy by its format.

use super::content::Report;
use super::error::DocumentError;
use super::format::{PolicyFormat, ReportFormat};
use super::json::Document;
use super::{csv, docx, html, jsonl, markdown, policy, xlsx};
use crate::core::assessment::Assessment;
use crate::core::content::policy_text;
use crate::core::language::Language;
use crate::core::policy_document::policy_document;
use crate::core::sheet::Timestamp;
use crate::text::escaped_json;

/// The file of an assessment in a format.
///
/// # Errors
///
/// What the library that writes the format says; it does not depend on the assessment's texts.
pub fn report(
    format: ReportFormat,
    assessment: &Assessment,
    language: Language,
    now: Timestamp,
) -> Result<Vec<u8>, DocumentError> {
    let report = || Report::new(assessment, language, now.date_naive());
    Ok(match format {
        ReportFormat::Html => html::html(&report()).into_bytes(),
        ReportFormat::Xlsx => xlsx::xlsx(&report())?,
        ReportFormat::Docx => docx::docx(&report())?,
        ReportFormat::Markdown => markdown::markdown(&report()).into_bytes(),
        ReportFormat::Csv => csv::csv(&report()).into_bytes(),
        ReportFormat::Json => json(assessment)?,
        ReportFormat::JsonLines => jsonl::json_line(assessment).into_bytes(),
    })
}

/// The basic policy of an assessment in a format.
///
/// # Errors
///
/// What the library that writes the format says.
pub fn policy(
    format: PolicyFormat,
    assessment: &Assessment,
    language: Language,
    now: Timestamp,
) -> Result<Vec<u8>, DocumentError> {
    let text = policy_text(language).ok_or_else(|| DocumentError("policy.toml".to_owned()))?;
    let document = policy_document(assessment, text, language);
    Ok(match format {
        PolicyFormat::Docx => policy::docx(&document, now)?,
        PolicyFormat::Html => policy::html(&document).into_bytes(),
        PolicyFormat::Markdown => policy::markdown(&document).into_bytes(),
    })
}

fn json(assessment: &Assessment) -> Result<Vec<u8>, DocumentError> {
    let text =
        serde_json::to_string_pretty(&Document::of(assessment)).map_err(|error| DocumentError(error.to_string()))?;
    // It may go to a terminal, and JSON allows characters that control one.
    Ok((escaped_json(&text) + "\n").into_owned().into_bytes())
}
