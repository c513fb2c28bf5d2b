//! The basic policy as a document: clauses, the company's data, and measures only where the company wants them listed.

use chrono::NaiveDate;

use super::assessment::Assessment;
use super::content::{Clause, PolicyText};
use super::language::Language;
use super::sheet::Sheet;

/// A basic policy ready to be written in any format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyDocument {
    /// Language of the document.
    pub language: Language,
    /// Title.
    pub title: String,
    /// Opening.
    pub preamble: String,
    /// To what it applies, if that is said.
    pub scope: Option<String>,
    /// Clauses in order; they are numbered from 1.
    pub clauses: Vec<DocumentClause>,
    /// Whom to ask, if that is said.
    pub contact: Option<String>,
    /// When it was set.
    pub set_on: Option<NaiveDate>,
    /// When it was last revised.
    pub revised_on: Option<NaiveDate>,
    /// Whether dates are written in the Japanese era, in a language that has it.
    pub japanese_era: bool,
    /// Name of the company for the signature.
    pub company: String,
    /// Title of the representative for the signature; may be empty.
    pub representative_title: String,
    /// Name of the representative for the signature; may be empty.
    pub representative_name: String,
}

/// A clause of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentClause {
    /// Stable name of the clause.
    pub id: String,
    /// Title.
    pub title: String,
    /// Text, one paragraph a line.
    pub text: String,
    /// The sentence before the measures; empty where there are none.
    pub measures_intro: String,
    /// Measures that the company has implemented; empty unless it wants them listed.
    pub measures: Vec<String>,
}

/// What a policy still needs before it can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingData {
    /// Name of the company.
    Company,
    /// Title of the representative.
    RepresentativeTitle,
    /// Name of the representative.
    RepresentativeName,
    /// When it was set.
    SetOn,
    /// At least one clause.
    Clauses,
}

/// What the policy of an assessment still needs, in the order in which it is asked for.
pub fn missing_data(assessment: &Assessment, text: &PolicyText) -> Vec<MissingData> {
    let policy = &assessment.policy;
    let mut missing = Vec::new();
    if company(assessment).is_empty() {
        missing.push(MissingData::Company);
    }
    if policy.representative_title.trim().is_empty() {
        missing.push(MissingData::RepresentativeTitle);
    }
    if policy.representative_name.trim().is_empty() {
        missing.push(MissingData::RepresentativeName);
    }
    if policy.set_on.is_none() {
        missing.push(MissingData::SetOn);
    }
    if !text.clauses.iter().any(|clause| is_included(assessment, clause)) {
        missing.push(MissingData::Clauses);
    }
    missing
}

/// Whether a clause is in the policy of an assessment.
pub fn is_included(assessment: &Assessment, clause: &Clause) -> bool {
    assessment.policy.clauses.get(&clause.id).and_then(|change| change.included).unwrap_or(clause.default)
}

/// The text of a clause: the company's own where it has one.
pub fn clause_text<'a>(assessment: &'a Assessment, clause: &'a Clause) -> &'a str {
    assessment.policy.clauses.get(&clause.id).and_then(|change| change.text.as_deref()).unwrap_or(&clause.text)
}

/// Whether a clause lists the measures that are implemented.
pub fn lists_measures(assessment: &Assessment, clause: &Clause) -> bool {
    assessment.policy.clauses.get(&clause.id).is_some_and(|change| change.lists_measures)
}

/// The measures of a clause that are fully implemented: never one that is done in part, not done or unknown.
pub fn implemented_measures(sheet: &Sheet, clause: &Clause) -> Vec<String> {
    let best = sheet.set.most_points();
    clause
        .measures
        .iter()
        .filter(|id| sheet.choice(id).is_some_and(|choice| choice.points == best))
        .filter_map(|id| sheet.set.question(id))
        .map(|question| question.measure.clone())
        .filter(|measure| !measure.is_empty())
        .collect()
}

/// Builds the document. Data that are missing stay empty; ask [`missing_data`] first.
pub fn policy_document(assessment: &Assessment, text: &PolicyText, language: Language) -> PolicyDocument {
    let policy = &assessment.policy;
    let company = company(assessment).to_owned();
    let said = |template: &str, place: &str, value: &str| {
        let value = value.trim();
        (!value.is_empty()).then(|| template.replace(place, value))
    };
    let clauses = text
        .clauses
        .iter()
        .filter(|clause| is_included(assessment, clause))
        .map(|clause| {
            let measures = if lists_measures(assessment, clause) {
                implemented_measures(&assessment.diagnosis, clause)
            } else {
                Vec::new()
            };
            DocumentClause {
                id: clause.id.clone(),
                title: clause.title.clone(),
                text: clause_text(assessment, clause).to_owned(),
                measures_intro: if measures.is_empty() { String::new() } else { clause.measures_intro.clone() },
                measures,
            }
        })
        .collect();
    PolicyDocument {
        language,
        title: text.title.clone(),
        preamble: text.preamble.replace("{company}", &company),
        scope: said(&text.scope_text, "{scope}", &policy.scope),
        clauses,
        contact: said(&text.contact_text, "{contact}", &policy.contact),
        set_on: policy.set_on,
        revised_on: policy.revised_on,
        japanese_era: policy.japanese_era,
        company,
        representative_title: policy.representative_title.trim().to_owned(),
        representative_name: policy.representative_name.trim().to_owned(),
    }
}

fn company(assessment: &Assessment) -> &str {
    let own = assessment.policy.company.trim();
    if own.is_empty() { assessment.organization.name.trim() } else { own }
}
