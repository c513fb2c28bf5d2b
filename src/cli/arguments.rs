//! The definition of the command line, from which parsing, help, completions and the man page come.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::help;
use crate::core::aggregate::GroupBy;
use crate::core::language::Language;
use crate::core::merge_record::MergeRule;
use crate::messages::cli::CommandLine;
use crate::messages::doctor::Doctor;
use crate::messages::manual::Manual;
use crate::messages::messages;
use crate::messages::sites::Sites;
use crate::report::format::ReportFormat;

/// The whole command line in a language.
pub fn command(language: Language) -> Command {
    let words = &messages(language).cli;
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", words.usage);
    let manual = &messages(language).manual;
    let commands = commands(words, manual, &messages(language).sites, &messages(language).doctor)
        .into_iter()
        .map(|command| with_examples(command, "", manual));
    let commands = commands.map(|command| finished(command, words, &template));
    finished(Command::new("hoshitori"), words, &template)
        .about(words.about)
        .after_help(words.after_help)
        .version(env!("CARGO_PKG_VERSION"))
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
/// Help is asked for, or something is wrong. Which it is, and how it is told, [`command`] knows.
pub fn matches(language: Language, arguments: &[OsString]) -> Result<ArgMatches, clap::Error> {
    let messages = messages(language);
    let commands = commands(&messages.cli, &messages.manual, &messages.sites, &messages.doctor);
    let named = commands.into_iter().filter(|command| arguments.iter().any(|argument| argument == command.get_name()));
    Command::new("hoshitori")
        .args(global_options(&messages.cli))
        .subcommands(named)
        .disable_help_subcommand(true)
        .try_get_matches_from(arguments)
}

/// Examples below the help of a command and of those under it.
fn with_examples(command: Command, above: &str, manual: &'static Manual) -> Command {
    let path = format!("{above}{}", command.get_name());
    let below: Vec<Command> = command.get_subcommands().cloned().collect();
    let mut command = match help::below(&path, manual) {
        Some(examples) => command.after_help(examples),
        None => command,
    };
    for one in below {
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
        global("lang", words.lang).value_name("LANG").value_parser(PossibleValuesParser::new(["ja", "en"])),
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

fn commands(
    words: &'static CommandLine,
    manual: &'static Manual,
    sites: &'static Sites,
    doctor: &'static Doctor,
) -> Vec<Command> {
    let option = |id: &'static str, name: &'static str, help: &'static str| {
        Arg::new(id).long(id).value_name(name).help(help).help_heading(words.options)
    };
    let switch = |id: &'static str, help: &'static str| {
        Arg::new(id).long(id).help(help).action(ArgAction::SetTrue).help_heading(words.options)
    };
    let argument = |id: &'static str, name: &'static str, help: &'static str| {
        Arg::new(id).value_name(name).help(help).required(true).help_heading(words.arguments)
    };
    let assessment = || argument("assessment", "ASSESSMENT", words.assessment);
    let json = || switch("json", words.json);
    let output = || option("output", "PATH", words.output).value_parser(value_parser!(PathBuf));
    let force = || switch("force", words.force);
    vec![
        Command::new("start").about(words.start).args([
            option("org", "NAME", words.org),
            option("site", "NAME", words.site),
            option("respondent", "NAME", words.respondent),
            option("from", "ASSESSMENT", words.from),
            option("checklist", "ID", words.checklist),
            option("diagnosis", "ID", words.diagnosis),
        ]),
        Command::new("open").about(words.open).args([assessment(), option("checklist", "ID", words.other_checklist)]),
        Command::new("list").about(words.list).args([option("org", "NAME", words.only_org), json()]),
        Command::new("show").about(words.show).args([assessment(), json()]),
        Command::new("plan").about(words.plan).args([
            assessment(),
            option("target", "POINTS", words.target).value_parser(value_parser!(i32)).allow_negative_numbers(true),
            json(),
            option("format", "FORMAT", words.plan_format).value_parser(PossibleValuesParser::new(["ics"])),
            output(),
            force(),
        ]),
        Command::new("compare").about(words.compare).args([
            argument("a", "A", words.assessment_a),
            argument("b", "B", words.assessment_b),
            json(),
        ]),
        Command::new("trend").about(words.trend).args([option("org", "NAME", words.org).required(true), json()]),
        Command::new("export").about(words.export).args([
            assessment(),
            option("format", "FORMAT", words.format)
                .required(true)
                .value_parser(PossibleValuesParser::new(ReportFormat::ALL.map(ReportFormat::extension))),
            output(),
            force(),
        ]),
        Command::new("policy").about(words.policy).args([
            assessment(),
            option("format", "FORMAT", words.format).value_parser(PossibleValuesParser::new(["md", "html", "docx"])),
            output(),
            force(),
        ]),
        Command::new("import").about(words.import).args([
            argument("files", "FILE", words.import_files).num_args(1..).value_parser(value_parser!(PathBuf)),
            option("org", "NAME", words.org),
        ]),
        Command::new("sheet").about(words.sheet).args([
            option("format", "FORMAT", words.format).value_parser(PossibleValuesParser::new(["xlsx", "csv", "html"])),
            output(),
            force(),
        ]),
        Command::new("merge").about(sites.merge).args([
            argument("assessments", "ASSESSMENT", sites.sources)
                .num_args(1..)
                .required(false)
                .required_unless_present("again"),
            option("org", "NAME", words.org).required_unless_present("again"),
            option("again", "MERGED", sites.again).conflicts_with_all(["org", "rule"]),
            option("rule", "RULE", sites.rule)
                .value_parser(PossibleValuesParser::new(MergeRule::ALL.map(MergeRule::name))),
            json(),
        ]),
        Command::new("aggregate").about(sites.aggregate).args([
            argument("paths", "PATH", sites.paths).num_args(1..).value_parser(value_parser!(PathBuf)),
            option("by", "FEATURE", sites.by)
                .action(ArgAction::Append)
                .value_parser(PossibleValuesParser::new(GroupBy::ALL.map(GroupBy::name))),
            switch("all-groups", sites.all_groups),
            json(),
            switch("csv", sites.csv).conflicts_with("json"),
        ]),
        Command::new("delete").about(words.delete).args([assessment(), switch("yes", words.yes)]),
        Command::new("doctor").about(doctor.doctor).args([switch("fix", doctor.fix), json()]),
        Command::new("path").about(words.path).arg(json()),
        questions(words, manual),
        Command::new("completions")
            .about(words.completions)
            .arg(argument("shell", "SHELL", words.shell).value_parser(value_parser!(Shell))),
        Command::new("man").about(words.man),
        Command::new("help").about(manual.help).arg(
            Arg::new("command")
                .value_name("COMMAND")
                .help(manual.help_command)
                .num_args(0..)
                .help_heading(words.arguments),
        ),
    ]
}

/// `questions` with what can be done with question sets.
fn questions(words: &'static CommandLine, manual: &'static Manual) -> Command {
    let argument = |id: &'static str, name: &'static str, help: &'static str| {
        Arg::new(id).value_name(name).help(help).required(true).help_heading(words.arguments)
    };
    let json = Arg::new("json").long("json").help(words.json).action(ArgAction::SetTrue).help_heading(words.options);
    Command::new("questions").about(words.questions).subcommand_required(true).subcommands([
        Command::new("list").about(words.questions_list).arg(json),
        Command::new("check")
            .about(words.questions_check)
            .arg(argument("files", "FILE", words.files).num_args(1..).value_parser(value_parser!(PathBuf))),
        Command::new("show").about(words.questions_show).arg(argument("id", "ID", words.set_id)),
        Command::new("schema").about(manual.questions_schema),
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
