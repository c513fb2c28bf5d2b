//! The definition of the command line, from which parsing, help, completions and the man page come.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::examples;
use crate::core::language::Language;
use crate::core::merge_record::MergeRule;
use crate::core::organization::{FieldValue, Organization, OrganizationField};
use crate::core::statistics::GroupBy;
use crate::messages::cli::CommandLine;
use crate::messages::manual::Manual;
use crate::messages::{Messages, messages};
use crate::report::format::ReportFormat;

/// The whole command line in a language.
pub fn command(language: Language) -> Command {
    let messages = messages(language);
    let words = &messages.cli;
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", words.usage);
    let commands = COMMANDS
        .iter()
        .map(|(name, define)| define(Command::new(*name), messages))
        .map(|command| with_examples(command, "", &messages.manual))
        .map(|command| finished(command, words, &template));
    finished(Command::new("hoshitori"), words, &template)
        .about(words.about)
        .after_help(words.after_help)
        .version(env!("CARGO_PKG_VERSION"))
        // Not `hoshitori.exe`: everywhere the same name is told.
        .bin_name("hoshitori")
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .help(words.version)
                .action(ArgAction::Version)
                .help_heading(words.global_options),
        )
        .args(global_options(words).map(|option| with_values(option, words)))
        .subcommands(commands)
        .subcommand_help_heading(words.commands)
        .subcommand_value_name("COMMAND")
        .disable_help_subcommand(true)
        .infer_subcommands(false)
}

/// What the arguments say, without anything that only help and errors need: the commands that are not named among the
/// arguments, and most of the words.
///
/// # Errors
///
/// Help is asked for, or something is wrong. [`command`] finds out which, with all its words.
pub fn matches(language: Language, arguments: &[OsString]) -> Result<ArgMatches, clap::Error> {
    let messages = messages(language);
    let is_named = |name: &str| arguments.iter().any(|argument| argument == name);
    let named = COMMANDS.iter().filter(|(name, _)| is_named(name));
    let named = named.map(|(name, define)| define(Command::new(*name), messages));
    Command::new("hoshitori")
        .args(global_options(&messages.cli))
        .subcommands(named)
        .disable_help_subcommand(true)
        .try_get_matches_from(arguments)
}

/// Adds examples to the help of a command and of its subcommands.
fn with_examples(command: Command, above: &str, manual: &'static Manual) -> Command {
    let path = format!("{above}{}", command.get_name());
    let subcommands: Vec<Command> = command.get_subcommands().cloned().collect();
    let mut command = match examples::section(&path, manual) {
        Some(examples) => command.after_help(examples),
        None => command,
    };
    for one in subcommands {
        let name = one.get_name().to_owned();
        let one = with_examples(one, &format!("{path} "), manual);
        command = command.mut_subcommand(name, |_| one);
    }
    command
}

/// Headings and the help option in the user's language, for a command and what is under it.
fn finished(command: Command, words: &'static CommandLine, template: &str) -> Command {
    let below: Vec<Command> =
        command.get_subcommands().cloned().map(|command| finished(command, words, template)).collect();
    let names: Vec<String> = below.iter().map(|command| command.get_name().to_owned()).collect();
    let mut command = command
        .help_template(template.to_owned())
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_help_heading(words.commands)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .help(words.help)
                .action(ArgAction::Help)
                .help_heading(words.global_options),
        )
        .mut_args(|argument| with_values(argument, words));
    for (name, below) in names.into_iter().zip(below) {
        command = command.mut_subcommand(name, |_| below);
    }
    command
}

/// What an argument may be, in the user's language, behind what it is for.
fn with_values(argument: Arg, words: &'static CommandLine) -> Arg {
    let values = argument.get_possible_values();
    if values.is_empty() || !argument.get_action().takes_values() {
        return argument;
    }
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    argument.help((words.one_of)(&help, &names)).hide_possible_values(true)
}

fn global_options(words: &'static CommandLine) -> [Arg; 6] {
    let global = |id: &'static str, help: &'static str| {
        Arg::new(id).long(id).help(help).global(true).help_heading(words.global_options)
    };
    [
        global("data-dir", words.data_dir).value_name("DIR").value_parser(value_parser!(PathBuf)),
        global("lang", words.lang)
            .value_name("LANG")
            .value_parser(PossibleValuesParser::new(Language::ALL.map(Language::code))),
        global("questions", words.questions_option)
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .action(ArgAction::Append),
        global("color", words.color)
            .value_name("WHEN")
            .value_parser(PossibleValuesParser::new(["auto", "always", "never"])),
        global("ascii", words.ascii).action(ArgAction::SetTrue),
        global("plain", words.plain).action(ArgAction::SetTrue),
    ]
}

fn option(messages: &'static Messages, id: &'static str, name: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).value_name(name).help(help).help_heading(messages.cli.options)
}

fn switch(messages: &'static Messages, id: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).help(help).action(ArgAction::SetTrue).help_heading(messages.cli.options)
}

fn argument(messages: &'static Messages, id: &'static str, name: &'static str, help: &'static str) -> Arg {
    Arg::new(id).value_name(name).help(help).required(true).help_heading(messages.cli.arguments)
}

fn assessment(messages: &'static Messages) -> Arg {
    argument(messages, "assessment", "ASSESSMENT", messages.cli.assessment)
}

fn json(messages: &'static Messages) -> Arg {
    switch(messages, "json", messages.cli.json)
}

fn output(messages: &'static Messages) -> Arg {
    option(messages, "output", "PATH", messages.cli.output).value_parser(value_parser!(PathBuf))
}

fn force(messages: &'static Messages) -> Arg {
    switch(messages, "force", messages.cli.force)
}

/// The option of `sheet` that fills in a field beforehand.
pub const fn option_of(field: OrganizationField) -> &'static str {
    match field {
        OrganizationField::Name => "org",
        OrganizationField::Respondent => "for",
        other => other.key(),
    }
}

fn field_option(messages: &'static Messages, field: OrganizationField) -> Arg {
    let help = messages.profile.label(field);
    match Organization::default().get(field) {
        FieldValue::Text(_) => option(messages, option_of(field), "NAME", help),
        FieldValue::Count(_) => option(messages, option_of(field), "NUMBER", help).value_parser(value_parser!(u32)),
    }
}

/// What a command is about and takes, in a language.
type Definition = fn(Command, &'static Messages) -> Command;

/// The commands, each to be defined only where it is needed.
const COMMANDS: [(&str, Definition); 20] = [
    ("start", |command, messages| {
        command.about(messages.cli.start).args([
            option(messages, "org", "NAME", messages.cli.org),
            option(messages, "site", "NAME", messages.cli.site),
            option(messages, "respondent", "NAME", messages.cli.respondent),
            option(messages, "from", "ASSESSMENT", messages.cli.from),
            option(messages, "checklist", "ID", messages.cli.checklist),
            option(messages, "diagnosis", "ID", messages.cli.diagnosis),
        ])
    }),
    ("open", |command, messages| {
        command
            .about(messages.cli.open)
            .args([assessment(messages), option(messages, "checklist", "ID", messages.cli.other_checklist)])
    }),
    ("list", |command, messages| {
        command.about(messages.cli.list).args([option(messages, "org", "NAME", messages.cli.only_org), json(messages)])
    }),
    ("show", |command, messages| {
        command.about(messages.cli.show).args([
            assessment(messages),
            option(messages, "against", "FILE", messages.cli.against).value_parser(value_parser!(PathBuf)),
            json(messages),
            output(messages),
            force(messages),
        ])
    }),
    ("plan", |command, messages| {
        command.about(messages.cli.plan).args([
            assessment(messages),
            option(messages, "target", "POINTS", messages.cli.target)
                .value_parser(value_parser!(i32))
                .allow_negative_numbers(true),
            json(messages),
            option(messages, "format", "FORMAT", messages.cli.plan_format)
                .value_parser(PossibleValuesParser::new(["ics"])),
            output(messages),
            force(messages),
        ])
    }),
    ("compare", |command, messages| {
        command.about(messages.cli.compare).args([
            argument(messages, "a", "A", messages.cli.assessment_a),
            argument(messages, "b", "B", messages.cli.assessment_b),
            json(messages),
        ])
    }),
    ("trend", |command, messages| {
        command
            .about(messages.cli.trend)
            .args([option(messages, "org", "NAME", messages.cli.org).required(true), json(messages)])
    }),
    ("export", |command, messages| {
        command.about(messages.cli.export).args([
            assessment(messages),
            option(messages, "format", "FORMAT", messages.cli.format)
                .required(true)
                .value_parser(PossibleValuesParser::new(ReportFormat::ALL.map(ReportFormat::extension))),
            output(messages),
            force(messages),
        ])
    }),
    ("policy", |command, messages| {
        command.about(messages.cli.policy).args([
            assessment(messages),
            option(messages, "format", "FORMAT", messages.cli.format)
                .value_parser(PossibleValuesParser::new(["md", "html", "docx"])),
            output(messages),
            force(messages),
        ])
    }),
    ("import", |command, messages| {
        command.about(messages.cli.import).args([
            argument(messages, "files", "FILE", messages.cli.import_files)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf)),
            option(messages, "org", "NAME", messages.cli.org),
        ])
    }),
    ("sheet", |command, messages| {
        let format = option(messages, "format", "FORMAT", messages.cli.sheet_format)
            .value_parser(PossibleValuesParser::new(["xlsx", "csv", "html"]));
        let fields = OrganizationField::ALL.map(|field| field_option(messages, field));
        command.about(messages.cli.sheet).arg(format).args(fields).args([
            option(messages, "checklist", "ID", messages.cli.checklist),
            option(messages, "diagnosis", "ID", messages.cli.diagnosis),
            switch(messages, "without-points", messages.cli.without_points),
            output(messages),
            force(messages),
        ])
    }),
    ("merge", |command, messages| {
        command.about(messages.sites.merge).args([
            argument(messages, "assessments", "ASSESSMENT", messages.sites.sources)
                .num_args(1..)
                .required(false)
                .required_unless_present("again"),
            option(messages, "org", "NAME", messages.cli.org).required_unless_present("again"),
            option(messages, "again", "MERGED", messages.sites.again).conflicts_with_all(["org", "rule"]),
            option(messages, "rule", "RULE", messages.sites.rule)
                .value_parser(PossibleValuesParser::new(MergeRule::ALL.map(MergeRule::name))),
            json(messages),
        ])
    }),
    ("aggregate", |command, messages| {
        command.about(messages.sites.aggregate).args([
            argument(messages, "paths", "PATH", messages.sites.paths)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf)),
            option(messages, "by", "FEATURE", messages.sites.by)
                .action(ArgAction::Append)
                .value_parser(PossibleValuesParser::new(GroupBy::ALL.map(GroupBy::name))),
            switch(messages, "all-groups", messages.sites.all_groups),
            json(messages),
            switch(messages, "csv", messages.sites.csv).conflicts_with("json"),
        ])
    }),
    ("delete", |command, messages| {
        command.about(messages.cli.delete).args([assessment(messages), switch(messages, "yes", messages.cli.yes)])
    }),
    ("doctor", |command, messages| {
        command.about(messages.doctor.doctor).args([switch(messages, "fix", messages.doctor.fix), json(messages)])
    }),
    ("path", |command, messages| command.about(messages.cli.path).arg(json(messages))),
    ("questions", questions),
    ("completions", |command, messages| {
        command
            .about(messages.cli.completions)
            .arg(argument(messages, "shell", "SHELL", messages.cli.shell).value_parser(value_parser!(Shell)))
    }),
    ("man", |command, messages| command.about(messages.cli.man)),
    ("help", |command, messages| {
        command.about(messages.manual.help).arg(
            Arg::new("command")
                .value_name("COMMAND")
                .help(messages.manual.help_command)
                .num_args(0..)
                .help_heading(messages.cli.arguments),
        )
    }),
];

/// `questions` with what can be done with question sets.
fn questions(command: Command, messages: &'static Messages) -> Command {
    let words = &messages.cli;
    let files = argument(messages, "files", "FILE", words.files).num_args(1..).value_parser(value_parser!(PathBuf));
    command.about(words.questions).subcommand_required(true).subcommands([
        Command::new("list").about(words.questions_list).arg(json(messages)),
        Command::new("check").about(words.questions_check).arg(files),
        Command::new("show").about(words.questions_show).arg(argument(messages, "id", "ID", words.set_id)),
        Command::new("schema").about(messages.manual.questions_schema),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound_in_both_languages() {
        for language in Language::ALL {
            command(language).debug_assert();
        }
    }
}
