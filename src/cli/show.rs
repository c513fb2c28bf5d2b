//! `show`: the result on standard output, or in a file.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::context::{Context, json_text};
use super::export::deliver;
use super::failure::Failure;
use crate::appearance::Appearance;
use crate::core::benchmark::{BenchmarkStatistics, benchmark};
use crate::import::{MAX_FILE_SIZE, statistics, too_large};
use crate::input::Fault;
use crate::report::json::Document;
use crate::store::failure::{StoreError, shown};
use crate::store::outgoing;
use crate::store::read::read_up_to;

/// Runs the command. Into a file goes what a pipe would get: no colours, and UTF-8 whatever a shell makes of pipes.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let assessment = context.assessment(matches, "assessment")?;
    let statistics = match matches.get_one::<PathBuf>("against") {
        Some(file) => Some(read_statistics(context, file)?),
        None => None,
    };
    let refused = |refusal| Failure::message((context.messages().benchmark.refusal)(&refusal));
    let benchmark =
        statistics.as_ref().map(|statistics| benchmark(&assessment, statistics)).transpose().map_err(refused)?;
    let is_json = matches.get_flag("json");
    let output = matches.get_one::<PathBuf>("output").filter(|output| *output != Path::new("-"));
    let text = if is_json {
        let document = Document::of(&assessment);
        json_text(&match &benchmark {
            Some(benchmark) => document.with_benchmark(benchmark),
            None => document,
        })?
    } else {
        let appearance = match output {
            Some(_) => Appearance::new(context.settings.ascii.unwrap_or_default(), false),
            None => context.appearance(),
        };
        let report = context.text_report(&appearance);
        let mut text = report.result(&assessment);
        if let Some(benchmark) = &benchmark {
            text.push_str(&report.benchmark(benchmark));
        }
        text
    };
    if output.is_none() {
        return context.print(&text);
    }
    let name = outgoing::file_name(&["hoshitori", &assessment.id], if is_json { "json" } else { "txt" });
    deliver(context, matches, &name, text.as_bytes(), false)
}

fn read_statistics(context: &Context, file: &Path) -> Result<BenchmarkStatistics, Failure> {
    let refused = |faults: Vec<Fault>| Failure::of_file(&shown(file), &faults, context.language);
    match read_up_to(file, MAX_FILE_SIZE as u64) {
        Ok(bytes) => statistics::read(&bytes).map_err(refused),
        Err(StoreError::TooLarge(_)) => Err(refused(vec![too_large()])),
        Err(error) => Err(context.failed(&error)),
    }
}
