//! `aggregate`: figures over many assessments.

use std::io;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use crate::core::aggregate::{Aggregate, GroupBy, SMALLEST_SHOWN_GROUP};
use crate::intake::{Broken, Cause, Intake};
use crate::report::figures_document::{WEAKEST, figures_document, group_name};
use crate::session::lookup;
use crate::text::clean;

/// Broken inputs that text names.
const NAMED_IN_TEXT: usize = 20;

/// Cells of a whole bar.
const BAR: f64 = 40.0;

/// Runs the command. Broken inputs are counted and named, and stop nothing.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let catalog = context.catalog()?;
    let Some(set) = catalog.default_diagnosis(context.language) else {
        return Err(Failure::told(context.messages().sites.bad_record));
    };
    let store = context.store()?;
    let saved = |path: &Path| store.read(path, &lookup(&catalog, context.language)).map(|opened| opened.assessment);
    let mut intake = Intake::new(set, &saved);
    for path in matches.get_many::<PathBuf>("paths").into_iter().flatten() {
        if path.as_os_str() == "-" {
            intake.lines("-", io::stdin().lock());
        } else {
            intake.path(path);
        }
    }
    let named = matches.get_many::<String>("by").into_iter().flatten();
    let mut by: Vec<GroupBy> = named.filter_map(|name| GroupBy::from_name(name)).collect();
    if by.is_empty() {
        by = GroupBy::ALL.to_vec();
    }
    let smallest = if matches.get_flag("all-groups") { 1 } else { SMALLEST_SHOWN_GROUP };
    let broken: Vec<(String, String)> =
        intake.broken.iter().map(|one| (one.place.clone(), sentence(context, one))).collect();
    if matches.get_flag("json") {
        return context.print_json(&figures_document(&intake.aggregate, &by, smallest, &broken));
    }
    if matches.get_flag("csv") {
        return context.print(&table(&intake.aggregate)?);
    }
    context.print(&text(context, &intake.aggregate, &by, smallest, (&broken, intake.broken_count)))
}

fn sentence(context: &Context, broken: &Broken) -> String {
    let words = &context.messages().sites;
    match &broken.cause {
        Cause::Input(error) => error.to_string(),
        Cause::Line(why) => (words.bad_line)(why),
        Cause::Record => words.bad_record.to_owned(),
        Cause::Kind => words.bad_kind.to_owned(),
        Cause::Saved(error) => error.sentences(context.language).join("; "),
    }
}

/// One line per question: its number and id, its mean, the share of each choice.
fn table(aggregate: &Aggregate) -> Result<String, Failure> {
    let told = |error: &dyn std::error::Error| Failure::told(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut head = vec!["number".to_owned(), "id".to_owned(), "mean".to_owned()];
    head.extend(aggregate.set().choices.iter().map(|choice| choice.id.clone()));
    writer.write_record(&head).map_err(|error| told(&error))?;
    for one in &aggregate.figures().questions {
        let mean = one.mean.map(|mean| mean.to_string()).unwrap_or_default();
        let mut row = vec![one.question.number.to_string(), one.question.id.clone(), mean];
        row.extend(one.shares().map(|(_, share)| share.to_string()));
        row.resize(head.len(), String::new());
        writer.write_record(&row).map_err(|error| told(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| told(&error))?;
    String::from_utf8(bytes).map_err(|error| told(&error))
}

fn text(
    context: &Context,
    aggregate: &Aggregate,
    by: &[GroupBy],
    smallest: u64,
    (broken, broken_count): (&[(String, String)], usize),
) -> String {
    let words = &context.messages().sites;
    let figures = aggregate.figures();
    let groups = aggregate.groups(by, smallest);
    let full = if context.settings.ascii == Some(true) { "#" } else { "█" };
    let bar = |share: f64| full.repeat((share.clamp(0.0, 1.0) * BAR).round() as usize);
    let mut out = format!("{}\n", (words.counted)(figures.assessments, figures.complete, broken_count));
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
        let name = group_name(group).unwrap_or_else(|| "-".to_owned());
        out.push_str(&format!("{}: {} ({}) {:.1}\n", group.by.name(), clean(&name), group.assessments, group.mean));
    }
    if groups.hidden > 0 {
        out.push_str(&format!("{}\n", (words.hidden)(groups.hidden)));
    }
    for (place, error) in broken.iter().take(NAMED_IN_TEXT) {
        out.push_str(&format!("{}: {}\n", clean(place), clean(error)));
    }
    out
}
