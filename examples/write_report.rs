//! Answers everything in the best way and writes the report of that as Markdown on standard output.
//! `cargo run --example write_report > report.md`

use std::error::Error;
use std::io::{self, Write};

use hoshitori::core::assessment::{Assessment, Organization, new_id};
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::question_set::Kind;
use hoshitori::core::sheet::Sheet;
use hoshitori::effects::now;
use hoshitori::report::format::ReportFormat;
use hoshitori::report::render;

fn main() -> Result<(), Box<dyn Error>> {
    let language = Language::En;
    let catalog = Catalog::built_in();
    let checklist = catalog.default_checklist(language).ok_or("there is no checklist")?;
    let diagnosis = catalog.default_diagnosis(language).ok_or("there is no diagnosis")?;
    let organization = Organization { name: "Yamada Works".to_owned(), ..Organization::default() };
    let mut assessment =
        Assessment::new(new_id(), organization, Sheet::new(checklist), Sheet::new(diagnosis), language, now());
    for kind in [Kind::Checklist, Kind::Diagnosis] {
        let sheet = assessment.sheet_mut(kind);
        let set = sheet.set.clone();
        let first = set.choices.first().ok_or("there is no answer")?;
        for question in &set.questions {
            sheet.choose(&question.id, &first.id, now());
        }
    }
    let report = render::report(ReportFormat::Markdown, &assessment, language, now())?;
    io::stdout().write_all(&report)?;
    Ok(())
}
