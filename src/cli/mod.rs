//! The command line: arguments, one file per command, errors, exit codes.

mod aggregate;
mod analyses;
pub mod arguments;
mod completions;
mod context;
mod delete;
mod doctor;
mod examples;
mod export;
mod failure;
mod help;
mod import;
mod interactive;
mod language;
mod list;
mod manual;
mod merge;
mod own_window;
mod path;
mod progress;
mod questions;
mod sheet;
mod show;
mod usage;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;

use crate::core::language::Language;
use crate::store::folders;
use crate::store::settings::SettingsFile;
use context::Context;
use failure::Failure;

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    ignore_sigxfsz();
    own_window::look();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let settings_file = SettingsFile::new(folders::config_folder());
    let (settings, settings_fault) = settings_file.read();
    let language = language::in_arguments(arguments.get(1..).unwrap_or_default()).unwrap_or_else(|| {
        language::of_environment(|name| std::env::var(name).ok(), || settings.language, language::of_system)
    });
    let _panic = own_window::WaitAfterPanic(language);
    // Most runs need neither help nor usage errors. Those that do are parsed again with the whole definition.
    let matches = arguments::matches(language, &arguments).or_else(|_| {
        arguments::command(language).subcommand(completions::names_command()).try_get_matches_from(arguments)
    });
    let matches = match matches {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let shown = write!(io::stdout(), "{error}").and_then(|()| io::stdout().flush());
            return ended(shown.map_err(|error| Failure::of_output(&error, language)), language);
        }
        Err(error) => return ended(Err(usage::failure(&error, language)), language),
    };
    let mut context = Context::new(language, &matches, settings, settings_file);
    if let Some(fault) = settings_fault {
        context.warn(&fault);
    }
    match dispatch(&mut context, &matches) {
        Ok(code) => code,
        Err(failure) => ended(Err(failure), language),
    }
}

/// Turns SIGXFSZ (file size limit) into a write error instead of the end of the process.
fn ignore_sigxfsz() {
    #[cfg(unix)]
    {
        // If this fails, only that one case ends the program.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
    }
}

fn dispatch(context: &mut Context, matches: &clap::ArgMatches) -> Result<ExitCode, Failure> {
    let done = |result: Result<(), Failure>| result.map(|()| ExitCode::SUCCESS);
    match matches.subcommand() {
        None => interactive::home(context),
        Some(("start", matches)) => interactive::start(context, matches),
        Some(("open", matches)) => interactive::open(context, matches),
        Some(("list", matches)) => done(list::run(context, matches)),
        Some(("show", matches)) => done(show::run(context, matches)),
        Some(("plan", matches)) => done(analyses::plan(context, matches)),
        Some(("compare", matches)) => done(analyses::compare(context, matches)),
        Some(("trend", matches)) => done(analyses::trend(context, matches)),
        Some(("export", matches)) => done(export::export(context, matches)),
        Some(("policy", matches)) => done(export::policy(context, matches)),
        Some(("import", matches)) => done(import::run(context, matches)),
        Some(("merge", matches)) => done(merge::run(context, matches)),
        Some(("aggregate", matches)) => done(aggregate::run(context, matches)),
        Some(("sheet", matches)) => done(sheet::run(context, matches)),
        Some(("delete", matches)) => done(delete::run(context, matches)),
        Some(("doctor", matches)) => done(doctor::run(context, matches)),
        Some(("path", matches)) => done(path::run(context, matches)),
        Some(("questions", matches)) => done(questions::run(context, matches)),
        Some(("completions", matches)) => done(completions::run(context, matches)),
        Some((completions::NAMES_COMMAND, _)) => done(completions::names(context)),
        Some(("man", _)) => done(manual::run(context)),
        Some(("help", matches)) => done(help::run(context, matches)),
        Some((other, _)) => Err(Failure::Usage(other.to_owned())),
    }
}

/// The exit code of a command that is over. Its failure is printed on standard error.
fn ended(result: Result<(), Failure>, language: Language) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let mut err = io::stderr().lock();
            for line in failure.lines() {
                // Ignore write errors: standard error is closed.
                let _ = writeln!(err, "{line}");
            }
            drop(err);
            own_window::wait_to_be_read(language);
            ExitCode::from(failure.code())
        }
    }
}

/// The exit code after a signal: 128 and its number, as shells have it.
fn ended_by(signal: Option<i32>) -> ExitCode {
    signal.and_then(|signal| u8::try_from(128 + signal).ok()).map_or(ExitCode::SUCCESS, ExitCode::from)
}
