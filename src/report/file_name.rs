//! Names of the files that leave the program.

use super::format::{PolicyFormat, ReportFormat};
use crate::core::assessment::Assessment;
use crate::core::language::Language;
use crate::messages::messages;
use crate::store::outgoing::file_name;

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

/// The name of a plan as a calendar: organisation and id.
pub fn plan_name(assessment: &Assessment) -> String {
    file_name(&[&assessment.organization.name, "plan", &assessment.id], "ics")
}
