//! `plan`, `compare` and `trend`: what follows from results.

use clap::ArgMatches;

use super::context::Context;
use super::export::deliver;
use super::failure::Failure;
use crate::core::assessment::Assessment;
use crate::core::plan::next_target;
use crate::core::score::score;
use crate::effects::now;
use crate::report::content::Report;
use crate::report::file_name::plan_name;
use crate::report::icalendar::calendar;
use crate::report::json::analyses::{PlanDocument, comparison, trend_document};

/// `plan`: what to do next, in order, and the fewest changes to a target.
pub fn plan(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let assessment = context.assessment(matches, "assessment")?;
    let sheet = &assessment.diagnosis;
    let target = matches.get_one::<i32>("target").copied();
    let target = target.unwrap_or_else(|| next_target(&sheet.set, score(sheet).points));
    if matches.get_one::<String>("format").is_some() {
        let report = Report::new(&assessment, context.language, now().date_naive());
        return deliver(context, matches, &plan_name(&assessment), calendar(&report, now()).as_bytes(), false);
    }
    if matches.get_flag("json") {
        return context.print_json(&PlanDocument::of(&assessment, target));
    }
    let appearance = context.appearance();
    context.print(&context.text_report(&appearance).plan(&assessment, target, now().date_naive()))
}

/// `compare`: what changed from one assessment to another.
pub fn compare(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (a, b) = (context.assessment(matches, "a")?, context.assessment(matches, "b")?);
    if matches.get_flag("json") {
        let text = comparison(&a, &b).map_err(|error| Failure::message(error.to_string()))?;
        return context.print(&format!("{text}\n"));
    }
    let appearance = context.appearance();
    context.print(&context.text_report(&appearance).comparison(&a, &b))
}

/// `trend`: all finished assessments of an organisation, oldest first.
pub fn trend(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let organization = matches.get_one::<String>("org").map(|name| name.trim()).unwrap_or_default();
    let finished = finished_of(context, organization)?;
    if matches.get_flag("json") {
        let text = trend_document(organization, &finished).map_err(|error| Failure::message(error.to_string()))?;
        return context.print(&format!("{text}\n"));
    }
    let appearance = context.appearance();
    context.print(&context.text_report(&appearance).trend(organization, &finished))
}

/// The finished assessments of an organisation; files that cannot be read are named on standard error.
fn finished_of(context: &Context, organization: &str) -> Result<Vec<Assessment>, Failure> {
    let catalog = context.catalog()?;
    let finished = context
        .store()?
        .finished_of(organization, &catalog.lookup(context.language))
        .map_err(|error| context.failed(&error))?;
    for error in &finished.unreadable {
        context.warn(error);
    }
    Ok(finished.assessments)
}
