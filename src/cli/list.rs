//! `list`: the saved assessments, newest first.

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use crate::core::assessment::Status;
use crate::report::json::Document;
use crate::store::finished::is_same_organization;
use crate::store::summary::Summary;
use crate::text::{clean, pad, width};

/// Widest column of names.
const WIDEST_NAME: usize = 40;

/// Runs the command.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let catalog = context.catalog()?;
    let lookup = catalog.lookup(context.language);
    let store = context.store()?;
    let mut summaries = store.list(&lookup).map_err(|error| context.failed(&error))?;
    // Also with --org: an unreadable file may belong to that organisation.
    for problem in summaries.iter().filter_map(|summary| summary.problem.as_ref()) {
        context.warn(problem);
    }
    if let Some(organization) = matches.get_one::<String>("org") {
        summaries.retain(|summary| is_same_organization(&summary.organization, organization));
    }
    if !matches.get_flag("json") {
        return context.print(&match matches.get_one::<String>("org") {
            Some(organization) if summaries.is_empty() => {
                format!("{}\n", (context.messages().cli.none_of_organization)(&clean(organization.trim())))
            }
            _ => table(context, &summaries),
        });
    }
    summaries.retain(|summary| summary.problem.is_none());
    let paths: Vec<_> = summaries.into_iter().map(|summary| summary.path).collect();
    let mut assessments = Vec::with_capacity(paths.len());
    for read in store.read_all(&paths, &lookup) {
        match read {
            Ok(assessment) => assessments.push(assessment),
            Err(error) => context.warn(&error),
        }
    }
    let documents: Vec<_> = assessments.iter().map(Document::without_answers).collect();
    context.print_json(&documents)
}

fn table(context: &Context, summaries: &[Summary]) -> String {
    let words = &context.messages().saved;
    if summaries.is_empty() {
        return format!("{}\n", words.empty);
    }
    let ellipsis = context.appearance().glyphs.ellipsis;
    let rows: Vec<(String, &Summary, String)> = summaries
        .iter()
        .map(|summary| {
            let mut name = clean(&summary.organization).into_owned();
            if !summary.site.is_empty() {
                name.push_str("  ");
                name.push_str(&clean(&summary.site));
            }
            let state = match summary.status {
                Some(Status::Complete) => (words.points)(summary.points),
                Some(Status::InProgress) => {
                    (words.in_progress)(summary.answered.0 + summary.answered.1, summary.total.0 + summary.total.1)
                }
                None => words.broken.to_owned(),
            };
            (name, summary, state)
        })
        .collect();
    let name_cells = rows.iter().map(|(name, ..)| width(name)).max().unwrap_or_default().min(WIDEST_NAME);
    let id_cells = rows.iter().map(|(_, summary, _)| width(&clean(&summary.id))).max().unwrap_or_default().min(24);
    let mut out = String::new();
    for (name, summary, state) in rows {
        out.push_str(&pad(&clean(&summary.id), id_cells, ellipsis));
        out.push_str(&summary.created_at.format("  %Y-%m-%d  ").to_string());
        out.push_str(&pad(&name, name_cells, ellipsis));
        out.push_str("  ");
        out.push_str(&state);
        out.push('\n');
    }
    out
}
