//! `man`: the whole command line on one page, in the macros that every `man` knows.

use clap::{Arg, Command};
use unicode_linebreak::linebreaks;

use super::context::Context;
use super::failure::Failure;
use super::{arguments, examples};
use crate::messages::messages;

/// Prints the page.
pub fn run(context: &Context) -> Result<(), Failure> {
    context.print(&page(context.language))
}

/// The page in a language.
pub fn page(language: crate::core::language::Language) -> String {
    let words = &messages(language).manual;
    let [name, synopsis, description, options, commands, exit_codes, files, environment] = words.sections;
    let mut command = arguments::command(language);
    command.build();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut page = format!(".TH HOSHITORI 1 \"\" \"hoshitori {}\" \"\"\n", env!("CARGO_PKG_VERSION"));
    // Neither stretched lines nor broken words: Japanese has no spaces that could grow.
    page.push_str(".ad l\n.nh\n");
    section(&mut page, name);
    text(&mut page, &format!("hoshitori - {}", about.lines().next().unwrap_or_default()));
    section(&mut page, synopsis);
    page.push_str(".B hoshitori\n");
    text(&mut page, "[OPTIONS] [COMMAND]");
    section(&mut page, description);
    for (index, paragraph) in words.description.iter().enumerate() {
        if index > 0 {
            page.push_str(".PP\n");
        }
        text(&mut page, paragraph);
    }
    section(&mut page, options);
    for argument in command.get_arguments() {
        entry(&mut page, argument);
    }
    section(&mut page, commands);
    for below in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        describe(&mut page, below, below.get_name(), words);
    }
    for (heading, entries) in [(exit_codes, words.exit_codes), (files, words.files), (environment, words.environment)] {
        section(&mut page, heading);
        for (term, meaning) in entries {
            page.push_str(".TP\n.B ");
            text(&mut page, term);
            text(&mut page, meaning);
        }
    }
    page
}

fn describe(page: &mut String, command: &Command, path: &str, words: &crate::messages::manual::Manual) {
    let values: Vec<String> = command
        .get_positionals()
        .map(|argument| {
            let more = if argument.get_num_args().is_some_and(|count| count.max_values() > 1) { "..." } else { "" };
            format!(" {}{more}", value_name(argument))
        })
        .collect();
    page.push_str(".SS \"");
    page.push_str(&escaped(&format!("{path}{}", values.concat())));
    page.push_str("\"\n");
    text(page, &command.get_about().map(ToString::to_string).unwrap_or_default());
    for argument in command.get_arguments().filter(|argument| !argument.is_global_set() && argument.get_id() != "help")
    {
        entry(page, argument);
    }
    let lines = examples::of(path);
    if !lines.is_empty() {
        page.push_str(".PP\n");
        text(page, &format!("{}:", words.examples));
        page.push_str(".PP\n.nf\n.RS 4\n");
        for line in lines {
            text(page, &examples::worded(line, words));
        }
        page.push_str(".RE\n.fi\n");
    }
    for below in command.get_subcommands().filter(|below| !below.is_hide_set() && below.get_name() != "help") {
        describe(page, below, &format!("{path} {}", below.get_name()), words);
    }
}

/// An option or an argument and what it is for.
fn entry(page: &mut String, argument: &Arg) {
    let mut names = Vec::new();
    names.extend(argument.get_short().map(|short| format!("-{short}")));
    names.extend(argument.get_long().map(|long| format!("--{long}")));
    let takes_value = argument.get_action().takes_values();
    let mut term = names.join(", ");
    if takes_value {
        if !term.is_empty() {
            term.push(' ');
        }
        term.push_str(&value_name(argument));
    }
    page.push_str(".TP\n.B ");
    text(page, &term);
    text(page, &argument.get_help().map(ToString::to_string).unwrap_or_default());
}

fn value_name(argument: &Arg) -> String {
    argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default()
}

fn section(page: &mut String, heading: &str) {
    page.push_str(".SH \"");
    page.push_str(&escaped(heading));
    page.push_str("\"\n");
}

fn text(page: &mut String, text: &str) {
    for line in text.lines() {
        // A point or an apostrophe at the beginning would be an instruction.
        if line.starts_with(['.', '\'']) {
            page.push_str("\\&");
        }
        page.push_str(&breakable(line));
        page.push('\n');
    }
}

/// A line with a mark wherever it may be broken without a space, which the typesetter does not know for Japanese.
fn breakable(line: &str) -> String {
    let mut out = String::new();
    let mut start = 0;
    for (end, _) in linebreaks(line) {
        out.push_str(&escaped(&line[start..end]));
        if end < line.len() && !line[..end].ends_with([' ', '-']) {
            out.push_str("\\:");
        }
        start = end;
    }
    out
}

/// Text as the typesetter shows it: hyphens of options stay what they are when they are copied.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-").replace('"', "\\(dq")
}
