//! `show`: the result on standard output.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use crate::core::benchmark::{BenchmarkStatistics, benchmark};
use crate::import::{MAX_FILE_SIZE, statistics, too_large};
use crate::input::Fault;
use crate::report::json::Document;
use crate::store::failure::{StoreError, shown};
use crate::store::read::read_up_to;

/// Runs the command.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let assessment = context.assessment(matches, "assessment")?;
    let statistics = match matches.get_one::<PathBuf>("against") {
        Some(file) => Some(read_statistics(context, file)?),
        None => None,
    };
    let refused = |refusal| Failure::told((context.messages().benchmark.refusal)(&refusal));
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

fn read_statistics(context: &Context, file: &Path) -> Result<BenchmarkStatistics, Failure> {
    let refused = |faults: Vec<Fault>| Failure::of_file(&shown(file), &faults, context.language);
    match read_up_to(file, MAX_FILE_SIZE as u64) {
        Ok(bytes) => statistics::read(&bytes).map_err(refused),
        Err(StoreError::TooLarge(_)) => Err(refused(vec![too_large()])),
        Err(error) => Err(context.failed(&error)),
    }
}
