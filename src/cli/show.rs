//! `show`: the result on standard output, or in a file.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::context::{Context, json_text};
use super::export::deliver;
use super::failure::Failure;
use crate::appearance::Appearance;
use crate::core::benchmark::benchmark;
use crate::effects::read_statistics;
use crate::report::json::Document;
use crate::store::outgoing;

/// Runs the command. Into a file goes what a pipe would get: no colours, and UTF-8 whatever a shell makes of pipes.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let assessment = context.assessment(matches, "assessment")?;
    let statistics = matches.get_one::<PathBuf>("against").map(|file| read_statistics(file));
    let statistics = statistics.transpose().map_err(|error| context.failed(&error))?;
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
