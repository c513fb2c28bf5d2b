//! `show`: the result on standard output.

use std::path::PathBuf;

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use crate::core::benchmark::benchmark;
use crate::effects::read_statistics;
use crate::report::json::Document;

/// Runs the command.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let assessment = context.assessment(matches, "assessment")?;
    let statistics = matches.get_one::<PathBuf>("against").map(|file| read_statistics(file));
    let statistics = statistics.transpose().map_err(|error| context.failed(&error))?;
    let refused = |refusal| Failure::message((context.messages().benchmark.refusal)(&refusal));
    let benchmark =
        statistics.as_ref().map(|statistics| benchmark(&assessment, statistics)).transpose().map_err(refused)?;
    if matches.get_flag("json") {
        let document = Document::of(&assessment);
        return context.print_json(&match &benchmark {
            Some(benchmark) => document.with_benchmark(benchmark),
            None => document,
        });
    }
    let appearance = context.appearance();
    let report = context.text_report(&appearance);
    let mut text = report.result(&assessment);
    if let Some(benchmark) = &benchmark {
        text.push_str(&report.benchmark(benchmark));
    }
    context.print(&text)
}
