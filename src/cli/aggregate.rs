//! `aggregate`: figures over many assessments.

use std::io;
use std::path::PathBuf;

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use super::progress::ProgressBar;
use crate::aggregate::{Aggregator, Duplicate, FailedInput, InputError, total_work};
use crate::appearance::Glyphs;
use crate::core::statistics::{Aggregate, GroupBy, MIN_GROUP_SIZE};
use crate::report::json::statistics::{
    BrokenInput, DuplicateInput, Inputs, StatisticsDocument, WEAKEST, group_name, statistics_rows,
};
use crate::text::{clean, guarded};

/// How many broken inputs text names, and how many duplicates.
const NAMED_IN_TEXT: usize = 20;

/// Cells of a whole bar.
const BAR: f64 = 40.0;

/// Runs the command. Broken inputs are counted and named, and stop nothing; a path that could not be read fails it at the end.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let catalog = context.catalog()?;
    let Some(set) = catalog.default_diagnosis(context.language) else {
        return Err(Failure::message(context.messages().sites.bad_record));
    };
    let appearance = context.appearance();
    let paths: Vec<PathBuf> = matches.get_many::<PathBuf>("paths").into_iter().flatten().cloned().collect();
    let mut bar = ProgressBar::new(appearance.glyphs, context.messages().sites.on_the_way);
    let total = if bar.is_wanted() { total_work(&paths) } else { None };
    let mut show = |progress| bar.show(progress);
    // A saved file is asked for by its path: no folder of one's own is needed for it.
    let sets = catalog.lookup(context.language);
    let mut aggregator = Aggregator::new(set, &sets, total, &mut show);
    aggregator.count_all(&paths, io::stdin().lock());
    let inputs = inputs(context, &aggregator);
    let (aggregate, has_unreadable_path) = (aggregator.aggregate, aggregator.has_unreadable_path);
    bar.clear();
    let named = matches.get_many::<String>("by").into_iter().flatten();
    let mut by: Vec<GroupBy> = named.filter_map(|name| GroupBy::from_name(name)).collect();
    if by.is_empty() {
        by = GroupBy::ALL.to_vec();
    }
    let smallest = if matches.get_flag("all-groups") { 1 } else { MIN_GROUP_SIZE };
    if matches.get_flag("json") {
        context.print_json(&StatisticsDocument::of(&aggregate, &by, smallest, &inputs))?;
    } else if matches.get_flag("csv") {
        context.print(&table(&aggregate, &by, smallest, &inputs)?)?;
    } else {
        context.print(&text(context, appearance.glyphs, &aggregate, (&by, smallest), &inputs))?;
    }
    if has_unreadable_path { Err(Failure::message(context.messages().sites.unreadable_path)) } else { Ok(()) }
}

fn inputs(context: &Context, aggregator: &Aggregator<'_>) -> Inputs {
    let broken = |one: &FailedInput| BrokenInput { file: one.location.clone(), error: sentence(context, one) };
    let duplicate = |one: &Duplicate| DuplicateInput { file: one.location.clone(), id: one.id.clone() };
    Inputs {
        broken: aggregator.broken.iter().map(broken).collect(),
        broken_total: aggregator.broken_count,
        duplicates: aggregator.duplicates.iter().map(duplicate).collect(),
        duplicates_total: aggregator.duplicate_count,
        unchecked: aggregator.unchecked(),
    }
}

fn sentence(context: &Context, broken: &FailedInput) -> String {
    let words = &context.messages().sites;
    match &broken.error {
        InputError::Read(error) => error.to_string(),
        InputError::Line(fault) => context.messages().faults.of_kind(fault),
        InputError::OtherSet => words.bad_record.to_owned(),
        InputError::UnknownKind => words.bad_kind.to_owned(),
        InputError::Companion => words.companion.to_owned(),
        InputError::Saved(error) => error.sentences(context.language).join("; "),
    }
}

/// One value a row.
fn table(aggregate: &Aggregate, by: &[GroupBy], smallest: u64, inputs: &Inputs) -> Result<String, Failure> {
    let failed = |error: &dyn std::error::Error| Failure::message(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    for [kind, id, number, measure, value] in statistics_rows(aggregate, by, smallest, inputs) {
        // Names of groups come from outside, and spreadsheets take some texts for formulas.
        writer
            .write_record([&kind, &*guarded(&clean(&id)), &number, &measure, &value])
            .map_err(|error| failed(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(&error))?;
    String::from_utf8(bytes).map_err(|error| failed(&error))
}

fn text(
    context: &Context,
    glyphs: &Glyphs,
    aggregate: &Aggregate,
    (by, smallest): (&[GroupBy], u64),
    inputs: &Inputs,
) -> String {
    let words = &context.messages().sites;
    let figures = aggregate.figures();
    let groups = aggregate.groups(by, smallest);
    let bar = |share: f64| glyphs.bar.repeat((share.clamp(0.0, 1.0) * BAR).round() as usize);
    let mut out = format!("{}\n", (words.counted)(figures.assessments, figures.complete, inputs.broken_total));
    if inputs.duplicates_total > 0 {
        out.push_str(&format!("{}\n", (words.duplicates)(inputs.duplicates_total)));
    }
    if inputs.unchecked > 0 {
        out.push_str(&format!("{}\n", (words.unchecked)(inputs.unchecked)));
    }
    if figures.merged > 0 {
        out.push_str(&format!("{}\n", (words.merged)(figures.merged)));
    }
    if (1..MIN_GROUP_SIZE).contains(&figures.complete) {
        out.push_str(&format!("{}\n", words.few));
    }
    if let Some(points) = &figures.points {
        let middle = [points.mean, points.median, points.q1, points.q3];
        out.push_str(&format!("{}\n\n", (words.spread)(middle, points.min, points.max)));
        for band in &figures.bands {
            let share = band.count as f64 / figures.complete as f64;
            out.push_str(&format!("{:>8} {:>9} {}\n", band.band.id, band.count, bar(share)));
        }
        out.push('\n');
        for part in &figures.categories {
            if let Some(points) = &part.points {
                let middle = [points.mean, points.median, points.q1, points.q3];
                let spread = (words.spread)(middle, points.min, points.max);
                out.push_str(&format!("{}: {spread}\n", clean(&part.category.title)));
            }
        }
        out.push_str(&format!("\n{}\n", words.weakest));
        for one in figures.weakest(WEAKEST) {
            let mean = one.mean.unwrap_or_default();
            out.push_str(&format!("{:>4}. {mean:.2} {}\n", one.question.number, clean(&one.question.topic)));
        }
        out.push('\n');
    }
    for group in &groups.groups {
        let name = group_name(group).unwrap_or_else(|| words.unstated.to_owned());
        let line = (words.group)((words.feature)(group.by), &clean(&name), group.assessments, group.mean);
        out.push_str(&format!("{line}\n"));
    }
    if groups.hidden() > 0 {
        out.push_str(&format!("{}\n", (words.hidden)(groups.too_small, groups.protective)));
    }
    if !groups.left_out.is_empty() {
        let left_out: Vec<&str> = groups.left_out.iter().map(|by| (words.feature)(*by)).collect();
        out.push_str(&format!("{}\n", (words.left_out)(&left_out)));
    }
    for one in inputs.duplicates.iter().take(NAMED_IN_TEXT) {
        out.push_str(&format!("{}: {}\n", clean(&one.file), (words.duplicate)(&clean(&one.id))));
    }
    for one in inputs.broken.iter().take(NAMED_IN_TEXT) {
        out.push_str(&format!("{}: {}\n", clean(&one.file), clean(&one.error)));
    }
    out
}
