//! Reports and policies written into the current folder, under a name that nothing has yet.

use super::now;
use crate::core::assessment::Assessment;
use crate::core::language::Language;
use crate::messages::messages;
use crate::report::format::{PolicyFormat, ReportFormat};
use crate::report::render;
use crate::store::failure::shown;
use crate::store::outgoing::{file_name, free_name, write};

/// Writes reports; returns where they went.
///
/// # Errors
///
/// Why not, in the user's language.
pub fn reports(formats: &[ReportFormat], assessment: &Assessment, language: Language) -> Result<String, String> {
    let mut written = Vec::new();
    for format in formats {
        let contents = render::report(*format, assessment, language, now()).map_err(|error| error.to_string())?;
        written.push(put(&report_name(assessment, *format), &contents, language)?);
    }
    Ok(written.join(", "))
}

/// Writes the basic policy; returns where it went.
///
/// # Errors
///
/// Why not, in the user's language.
pub fn policy(format: PolicyFormat, assessment: &Assessment, language: Language) -> Result<String, String> {
    let contents = render::policy(format, assessment, language, now()).map_err(|error| error.to_string())?;
    put(&policy_name(assessment, format, language), &contents, language)
}

/// The name of a report: organisation, date and id.
pub fn report_name(assessment: &Assessment, format: ReportFormat) -> String {
    let date = assessment.created_at.format("%Y-%m-%d").to_string();
    file_name(&[&assessment.organization.name, &date, &assessment.id], format.extension())
}

/// The name of a policy: organisation and what it is, in the language of the policy.
pub fn policy_name(assessment: &Assessment, format: PolicyFormat, language: Language) -> String {
    let what = messages(language).policy.file_name;
    file_name(&[&assessment.organization.name, what], format.extension())
}

fn put(name: &str, contents: &[u8], language: Language) -> Result<String, String> {
    // The whole path, so that a person finds the file; the bare name where the folder is unknown.
    let folder = std::env::current_dir().unwrap_or_default();
    let path = free_name(&folder, name);
    write(&path, contents, false).map_err(|error| error.sentence(language))?;
    Ok(shown(&path))
}
