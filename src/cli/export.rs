//! `export` and `policy`: files that leave the program.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use crate::core::content::policy_text;
use crate::core::policy_document::missing_data;
use crate::effects::now;
use crate::report::file_name::{policy_name, report_name};
use crate::report::format::{PolicyFormat, ReportFormat};
use crate::report::render;
use crate::store::failure::shown;
use crate::store::outgoing;

/// `export`: a report of an assessment.
pub fn export(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let assessment = context.assessment(matches, "assessment")?;
    let name = matches.get_one::<String>("format").map(String::as_str).unwrap_or_default();
    let Some(format) = ReportFormat::ALL.into_iter().find(|format| format.extension() == name) else {
        return Err(Failure::Usage(name.to_owned()));
    };
    let contents = render::report(format, &assessment, context.language, now())
        .map_err(|error| Failure::of_document(&error, context.language))?;
    deliver(context, matches, &report_name(&assessment, format), &contents, format.is_binary())
}

/// `policy`: the basic policy, if nothing that it needs is missing.
pub fn policy(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let assessment = context.assessment(matches, "assessment")?;
    let name = matches.get_one::<String>("format").map_or("md", String::as_str);
    let Some(format) = PolicyFormat::ALL.into_iter().find(|format| format.extension() == name) else {
        return Err(Failure::Usage(name.to_owned()));
    };
    let words = context.messages();
    if let Some(text) = policy_text(context.language) {
        let missing: Vec<&str> = missing_data(&assessment, text).into_iter().map(words.policy.missing_name).collect();
        if !missing.is_empty() {
            return Err(Failure::message((words.cli.policy_lacks)(
                &missing.join(words.common.list_separator),
                &assessment.id,
            )));
        }
    }
    let contents = render::policy(format, &assessment, context.language, now())
        .map_err(|error| Failure::of_document(&error, context.language))?;
    deliver(
        context,
        matches,
        &policy_name(&assessment, format, context.language),
        &contents,
        format == PolicyFormat::Docx,
    )
}

/// Where a document goes: `--output`, `-` for standard output, else its name in the current folder.
pub(super) fn deliver(
    context: &Context,
    matches: &ArgMatches,
    name: &str,
    contents: &[u8],
    is_binary: bool,
) -> Result<(), Failure> {
    let output = matches.get_one::<PathBuf>("output").map(PathBuf::as_path);
    if output == Some(Path::new("-")) {
        if is_binary && io::stdout().is_terminal() {
            return Err(Failure::message(context.messages().cli.binary_on_terminal));
        }
        return context.print_bytes(contents);
    }
    let path = match output {
        Some(path) if path.is_dir() => path.join(name),
        Some(path) => path.to_owned(),
        None => PathBuf::from(name),
    };
    outgoing::write(&path, contents, matches.get_flag("force")).map_err(|error| context.failed(&error))?;
    context.print(&format!("{}\n", shown(&path)))
}
