//! `delete`: removes a saved assessment, after a yes.

use std::io::{self, BufRead, IsTerminal};

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use crate::core::language::Language;
use crate::messages::messages;
use crate::text::clean;

/// Runs the command.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let words = &context.messages().cli;
    let name = matches.get_one::<String>("assessment").map(String::as_str).unwrap_or_default();
    let path = context.find(name)?;
    let store = context.store()?;
    if !matches.get_flag("yes") {
        if !io::stdin().is_terminal() {
            return Err(Failure::Usage(words.delete_needs_yes.to_owned()));
        }
        // A broken file can be deleted as well; it is then called by its path.
        let catalog = context.catalog()?;
        let (name, date) = match store.read(&path, &catalog.lookup(context.language)) {
            Ok(opened) => {
                (opened.assessment.organization.name, opened.assessment.created_at.format("%Y-%m-%d").to_string())
            }
            Err(_) => (path.to_string_lossy().into_owned(), "-".to_owned()),
        };
        if !confirmed(context, &(words.delete_question)(&clean(&name), &date))? {
            return context.print(&format!("{}\n", words.kept));
        }
    }
    store.delete(&path).map_err(|error| context.failed(&error))?;
    let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    context.print(&format!("{}\n", (words.deleted)(&clean(&id))))
}

fn confirmed(context: &Context, question: &str) -> Result<bool, Failure> {
    context.print(question)?;
    let mut line = String::new();
    // Input that cannot be read is no yes.
    let read = io::stdin().lock().read_line(&mut line);
    let line = line.trim().to_lowercase();
    Ok(read.is_ok()
        && Language::ALL.into_iter().any(|language| messages(language).cli.confirmations.contains(&line.as_str())))
}
