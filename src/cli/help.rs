//! `help`: the help of a command, the same as its `--help`.

use clap::{ArgMatches, Command};

use super::context::Context;
use super::failure::Failure;
use super::{arguments, examples};
use crate::text::clean;

/// Prints the help of the command that is named, or of the program.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let words = &context.messages().cli;
    let mut command: Command = arguments::command(context.language);
    // Only then do commands below know what stands before them.
    command.build();
    let mut found = &mut command;
    for name in matches.get_many::<String>("command").into_iter().flatten() {
        found = found.find_subcommand_mut(name).ok_or_else(|| Failure::Usage((words.unknown_command)(&clean(name))))?;
    }
    context.print(&found.render_help().to_string())
}

/// The lines below the help of a command: how it is used, by example.
pub fn below(path: &str, context_words: &'static crate::messages::manual::Manual) -> Option<String> {
    let lines = examples::of(path);
    if lines.is_empty() {
        return None;
    }
    let lines: Vec<String> = lines.iter().map(|line| format!("  {}", examples::worded(line, context_words))).collect();
    Some(format!("{}:\n{}", context_words.examples, lines.join("\n")))
}
