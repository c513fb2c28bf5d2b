//! `help`: the help of a command, the same as its `--help`.

use clap::{ArgMatches, Command};

use super::arguments;
use super::context::Context;
use super::failure::Failure;
use crate::text::clean;

/// Prints the help of the command that is named, or of the program.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let words = &context.messages().cli;
    let mut command: Command = arguments::command(context.language);
    // Fills in the usage of the commands inside.
    command.build();
    let mut found = &mut command;
    for name in matches.get_many::<String>("command").into_iter().flatten() {
        found = found.find_subcommand_mut(name).ok_or_else(|| Failure::Usage((words.unknown_command)(&clean(name))))?;
    }
    context.print(&found.render_help().to_string())
}
