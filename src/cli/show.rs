//! `show`: the result on standard output.

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use crate::report::json::Document;

/// Runs the command.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let assessment = context.assessment(matches, "assessment")?;
    if matches.get_flag("json") {
        return context.print_json(&Document::of(&assessment));
    }
    let appearance = context.appearance();
    context.print(&context.text_report(&appearance).result(&assessment))
}
