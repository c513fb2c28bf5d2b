//! Every sentence of the interface, in every language.
//!
//! Each area has its own file with a struct of sentences and one constant per language, so that a missing translation
//! does not compile. Sentences with values in them are functions.

pub mod benchmark;
pub mod cli;
pub mod common;
pub mod compare;
pub mod disagreements;
pub mod doctor;
pub mod export;
pub mod faults;
pub mod home;
pub mod key_labels;
pub mod line_mode;
pub mod manual;
pub mod note;
pub mod plan;
pub mod policy;
pub mod profile;
pub mod progress;
pub mod question;
pub mod report_file;
pub mod result;
pub mod review;
pub mod saved;
pub mod saved_file;
pub mod settings;
pub mod sites;
pub mod store_errors;
pub mod web_sheet;
pub mod what_if;

use crate::core::language::Language;

/// All sentences of one language.
#[derive(Debug)]
pub struct Messages {
    /// The language.
    pub language: Language,
    /// How other companies stand.
    pub benchmark: benchmark::BenchmarkWords,
    /// The command line.
    pub cli: cli::CommandLine,
    /// Words that many screens share.
    pub common: common::Common,
    /// Comparison and trend.
    pub compare: compare::Compare,
    /// Where several sites differ.
    pub disagreements: disagreements::Disagreements,
    /// The state of the data folder.
    pub doctor: doctor::Doctor,
    /// Writing reports.
    pub export: export::Export,
    /// What is wrong with files.
    pub faults: faults::Faults,
    /// The home screen.
    pub home: home::Home,
    /// What keys do, for footers and help.
    pub keys: key_labels::KeyLabels,
    /// Help and the man page.
    pub manual: manual::Manual,
    /// The note of an answer.
    pub note: note::Note,
    /// Line mode.
    pub line_mode: line_mode::LineMode,
    /// The remediation plan.
    pub plan: plan::Plan,
    /// Basic policy, publication, declaration.
    pub policy: policy::PolicyScreens,
    /// The form about the organisation.
    pub profile: profile::Profile,
    /// Principles and questions.
    pub question: question::Question,
    /// Words of reports, answer sheets and calendars.
    pub report_file: report_file::ReportFile,
    /// Results of checklist and diagnosis.
    pub result: result::ResultScreen,
    /// The review of all answers.
    pub review: review::Review,
    /// The road to the stars.
    pub progress: progress::Progress,
    /// The list of saved assessments.
    pub saved: saved::Saved,
    /// The settings.
    pub settings: settings::SettingsScreen,
    /// Several sites, many organisations.
    pub sites: sites::Sites,
    /// Errors of files and folders.
    pub store_errors: store_errors::StoreErrors,
    /// The answer sheet that is filled in with a browser.
    pub web_sheet: web_sheet::WebSheet,
    /// The what-if.
    pub what_if: what_if::WhatIf,
}

static JA: Messages = Messages {
    language: Language::Ja,
    benchmark: benchmark::JA,
    cli: cli::JA,
    common: common::JA,
    compare: compare::JA,
    disagreements: disagreements::JA,
    doctor: doctor::JA,
    export: export::JA,
    faults: faults::JA,
    home: home::JA,
    keys: key_labels::JA,
    manual: manual::JA,
    note: note::JA,
    line_mode: line_mode::JA,
    plan: plan::JA,
    policy: policy::JA,
    profile: profile::JA,
    question: question::JA,
    report_file: report_file::JA,
    result: result::JA,
    review: review::JA,
    progress: progress::JA,
    saved: saved::JA,
    settings: settings::JA,
    sites: sites::JA,
    store_errors: store_errors::JA,
    web_sheet: web_sheet::JA,
    what_if: what_if::JA,
};

static EN: Messages = Messages {
    language: Language::En,
    benchmark: benchmark::EN,
    cli: cli::EN,
    common: common::EN,
    compare: compare::EN,
    disagreements: disagreements::EN,
    doctor: doctor::EN,
    export: export::EN,
    faults: faults::EN,
    home: home::EN,
    keys: key_labels::EN,
    manual: manual::EN,
    note: note::EN,
    line_mode: line_mode::EN,
    plan: plan::EN,
    policy: policy::EN,
    profile: profile::EN,
    question: question::EN,
    report_file: report_file::EN,
    result: result::EN,
    review: review::EN,
    progress: progress::EN,
    saved: saved::EN,
    settings: settings::EN,
    sites: sites::EN,
    store_errors: store_errors::EN,
    web_sheet: web_sheet::EN,
    what_if: what_if::EN,
};

/// The sentences of a language.
pub fn messages(language: Language) -> &'static Messages {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

impl Messages {
    /// The sentences of the language to which the interface switches from this one.
    pub fn next_language(&self) -> &'static Self {
        messages(self.language.next())
    }
}
