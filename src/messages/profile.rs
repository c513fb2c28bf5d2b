//! The form about the organisation, and what its fields are called everywhere.

use crate::core::organization::OrganizationField;

use super::messages;
use crate::core::language::Language;

/// Sentences of the profile form.
#[derive(Debug)]
pub struct Profile {
    /// Title for a new assessment.
    pub title: &'static str,
    /// What is asked and what is required.
    pub introduction: &'static str,
    /// Name of the company.
    pub name: &'static str,
    /// Site or department.
    pub site: &'static str,
    /// Who answers.
    pub respondent: &'static str,
    /// Industry.
    pub industry: &'static str,
    /// Region.
    pub region: &'static str,
    /// Number of employees.
    pub employees: &'static str,
    /// The checklist to use.
    pub checklist: &'static str,
    /// Required.
    pub required: &'static str,
    /// The button that begins.
    pub begin: &'static str,
    /// Words for people that may follow a number of employees.
    pub employee_units: &'static [char],
    /// The name is missing.
    pub name_missing: &'static str,
    /// The number of employees is not a number.
    pub employees_not_a_number: &'static str,
}

impl Profile {
    /// What a field of the organisation is called.
    pub const fn label(&self, field: OrganizationField) -> &'static str {
        match field {
            OrganizationField::Name => self.name,
            OrganizationField::Site => self.site,
            OrganizationField::Respondent => self.respondent,
            OrganizationField::Industry => self.industry,
            OrganizationField::Region => self.region,
            OrganizationField::Employees => self.employees,
        }
    }
}

/// Japanese.
pub const JA: Profile = Profile {
    title: "会社のこと",
    introduction: "会社名だけで始められます。ほかの欄は空のままでもかまいません。",
    name: "会社名",
    site: "拠点・部署",
    respondent: "回答者",
    industry: "業種",
    region: "地域",
    employees: "従業員数",
    checklist: "チェックリスト",
    required: "必須",
    begin: "始める",
    employee_units: &['人', '名'],
    name_missing: "会社名を入力してください。",
    employees_not_a_number: "従業員数は数字で入力してください。",
};

/// English.
pub const EN: Profile = Profile {
    title: "Your company",
    introduction: "Only the name is needed to begin. Leave the rest empty if you like.",
    name: "Company",
    site: "Site or department",
    respondent: "Who answers",
    industry: "Industry",
    region: "Region",
    employees: "Employees",
    checklist: "Checklist",
    required: "required",
    begin: "Begin",
    employee_units: &[],
    name_missing: "Please enter the company's name.",
    employees_not_a_number: "Please enter the number of employees in digits.",
};

/// Whether a character is a word for people in any language, as in a number of employees.
pub fn is_employee_unit(character: char) -> bool {
    Language::ALL.into_iter().any(|language| messages(language).profile.employee_units.contains(&character))
}
