//! Reports and policies written into the current folder, under a name that nothing has yet.

use std::path::PathBuf;

use super::now;
use crate::app::effect::EffectError;
use crate::core::assessment::Assessment;
use crate::core::language::Language;
use crate::report::file_name::{policy_name, report_name};
use crate::report::format::{PolicyFormat, ReportFormat};
use crate::report::render;
use crate::store::failure::StoreError;
use crate::store::outgoing::{free_name, write};

/// Writes reports; returns where they went. After an error those before it are there.
pub(super) fn reports(
    formats: &[ReportFormat],
    assessment: &Assessment,
    language: Language,
) -> Result<Vec<PathBuf>, EffectError> {
    let mut written = Vec::new();
    for format in formats {
        let contents = render::report(*format, assessment, language, now())?;
        written.push(put(&report_name(assessment, *format), &contents)?);
    }
    Ok(written)
}

/// Writes the basic policy; returns where it went.
pub(super) fn policy(
    format: PolicyFormat,
    assessment: &Assessment,
    language: Language,
) -> Result<Vec<PathBuf>, EffectError> {
    let contents = render::policy(format, assessment, language, now())?;
    Ok(vec![put(&policy_name(assessment, format, language), &contents)?])
}

fn put(name: &str, contents: &[u8]) -> Result<PathBuf, StoreError> {
    // With the whole path a person finds the file. Where the current folder is unknown, the bare name still works.
    let folder = std::env::current_dir().unwrap_or_default();
    let path = free_name(&folder, name);
    write(&path, contents, false)?;
    Ok(path)
}
