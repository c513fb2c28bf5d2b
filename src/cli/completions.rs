//! Completions for shells. bash, zsh and fish also complete the names of saved assessments, which they ask the program for.

use std::fmt::Write as _;

use clap::{Arg, ArgMatches, Command};
use clap_complete::{Shell, generate};

use super::arguments;
use super::context::Context;
use super::failure::Failure;
use crate::text::clean;

/// The hidden command that scripts ask for the names of assessments.
pub const NAMES_COMMAND: &str = "complete-assessments";

/// Names of values in the definition of the command line that stand for an assessment.
const ASSESSMENT_VALUES: [&str; 3] = ["ASSESSMENT", "A", "B"];

/// The hidden command.
pub fn names_command() -> Command {
    Command::new(NAMES_COMMAND).hide(true)
}

/// `completions`: prints the script of a shell.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(shell) = matches.get_one::<Shell>("shell") else { return Ok(()) };
    let mut command = arguments::command(context.language);
    let mut script = Vec::new();
    generate(*shell, &mut command, "hoshitori", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    context.print(&match shell {
        Shell::Bash => with_names_in_bash(&script, &command),
        Shell::Zsh => with_names_in_zsh(&script, &command),
        Shell::Fish => with_names_in_fish(&script, &command),
        _ => script,
    })
}

/// The hidden command: id, a tab, and what a person knows the assessment by. A shell that
/// completes a word shows no errors, so a folder that cannot be read has no names here.
pub fn names(context: &Context) -> Result<(), Failure> {
    let catalog = context.catalog()?;
    let summaries = context.store()?.list(&catalog.lookup(context.language)).unwrap_or_default();
    let mut lines = format!("latest\t{}\n", context.messages().manual.latest);
    for summary in summaries {
        let names: Vec<_> = [&summary.organization, &summary.site]
            .into_iter()
            .map(|name| clean(name))
            .filter(|n| !n.is_empty())
            .collect();
        // Names on one line, whatever was typed into them.
        let name = names.join(" ").replace(char::is_whitespace, " ");
        let _ = writeln!(lines, "{}\t{name} {}", clean(&summary.id), summary.created_at.format("%Y-%m-%d"));
    }
    context.print(&lines)
}

fn is_assessment(argument: &Arg) -> bool {
    argument.get_value_names().is_some_and(|names| names.iter().any(|name| ASSESSMENT_VALUES.contains(&name.as_str())))
}

/// Commands with an assessment as an argument.
fn with_argument(command: &Command) -> Vec<&str> {
    command
        .get_subcommands()
        .filter(|command| command.get_positionals().any(is_assessment))
        .map(Command::get_name)
        .collect()
}

/// Commands with an option whose value is an assessment, with that option.
fn with_option(command: &Command) -> Vec<(&str, &str)> {
    command
        .get_subcommands()
        .flat_map(|command| command.get_opts().map(move |option| (command.get_name(), option)))
        .filter(|(_, option)| is_assessment(option))
        .filter_map(|(name, option)| Some((name, option.get_long()?)))
        .collect()
}

fn with_names_in_bash(script: &str, command: &Command) -> String {
    let commands = with_argument(command).join("|");
    let options: Vec<String> = with_option(command).iter().map(|(_, option)| format!("--{option}")).collect();
    let options = options.join("|");
    let script = script.replace("complete -F _hoshitori ", "complete -F _hoshitori_with_names ");
    let function = format!(
        r#"
_hoshitori_with_names() {{
    _hoshitori "$@"
    local command word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$word" in
            {commands}) command="$word"; break ;;
        esac
    done
    case "$3" in
        {options}) COMPREPLY=() ;;
        -*) return ;;
        *) [[ -n "$command" && "$2" != -* ]] || return ;;
    esac
    local names
    names="$(hoshitori {NAMES_COMMAND} 2>/dev/null | cut -f 1)"
    COMPREPLY=($(compgen -W "$names" -- "$2"))
}}
"#
    );
    let end = script.find("\nif [[ \"${BASH_VERSINFO[0]}\" -eq 4").unwrap_or(script.len());
    format!("{}{function}{}", &script[..end], &script[end..])
}

fn with_names_in_zsh(script: &str, command: &Command) -> String {
    let mut starts: Vec<String> = with_option(command).iter().map(|(_, option)| format!("'--{option}=[")).collect();
    for argument in
        command.get_subcommands().flat_map(Command::get_positionals).filter(|argument| is_assessment(argument))
    {
        starts.extend([format!("':{} -- ", argument.get_id()), format!("'*::{} -- ", argument.get_id())]);
    }
    let mut out = String::new();
    for line in script.lines() {
        let names_one = starts.iter().any(|start| line.starts_with(start));
        match line.strip_suffix(":_default' \\") {
            Some(line) if names_one => out.push_str(&format!("{line}:_hoshitori_assessments' \\")),
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    let function = format!(
        r#"_hoshitori_assessments() {{
    local -a names
    names=("${{(@f)$(hoshitori {NAMES_COMMAND} 2>/dev/null)}}")
    names=("${{(@)names//:/\\\\:}}")
    names=("${{(@)names/$'\t'/:}}")
    _describe -t assessments assessment names || _files
}}

"#
    );
    let place = out.find("_hoshitori() {").unwrap_or(0);
    out.insert_str(place, &function);
    out
}

fn with_names_in_fish(script: &str, command: &Command) -> String {
    let mut out = script.to_owned();
    let names = format!("(hoshitori {NAMES_COMMAND} 2>/dev/null)");
    for name in with_argument(command) {
        let _ =
            writeln!(out, "complete -c hoshitori -n \"__fish_hoshitori_using_subcommand {name}\" -k -a \"{names}\"");
    }
    for (name, option) in with_option(command) {
        let _ = writeln!(
            out,
            "complete -c hoshitori -n \"__fish_hoshitori_using_subcommand {name}\" -l {option} -r -k -a \"{names}\""
        );
    }
    out
}
