//! `questions`: the available question sets, their faults, their content.

use std::path::PathBuf;

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use crate::core::catalog::Origin;
use crate::core::question_set::{QuestionSet, check_versions, parse};
use crate::text::{clean, pad, width, wrap};

/// Runs the command.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("list", matches)) => list(context, matches),
        Some(("check", matches)) => check(context, matches),
        Some(("schema", _)) => context.print(crate::core::question_set::JSON_SCHEMA),
        Some(("show", matches)) => show(context, matches),
        _ => Err(Failure::Usage(context.messages().cli.missing_command.to_owned())),
    }
}

fn list(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let catalog = context.catalog()?;
    let entries = catalog.entries(context.language);
    let origin = |origin: &Origin| match origin {
        Origin::BuiltIn => context.messages().cli.built_in.to_owned(),
        Origin::File(file) => clean(file).into_owned(),
    };
    if matches.get_flag("json") {
        let entries: Vec<_> = entries
            .iter()
            .map(|entry| {
                serde_json::json!({
                    "id": entry.id, "kind": entry.kind.name(), "edition": entry.edition, "title": entry.title,
                    "languages": entry.versions.iter().map(|(language, _)| language.code()).collect::<Vec<_>>(),
                })
            })
            .collect();
        return context.print_json(&entries);
    }
    let id_cells = entries.iter().map(|entry| width(&entry.id)).max().unwrap_or_default() + 2;
    let mut out = String::new();
    for entry in &entries {
        let versions: Vec<String> =
            entry.versions.iter().map(|(language, from)| format!("{} ({})", language.code(), origin(from))).collect();
        out.push_str(&format!(
            "{}{}  {}  {}  {}\n",
            pad(&clean(&entry.id), id_cells, ""),
            pad(entry.kind.name(), 9, ""),
            clean(&entry.edition),
            clean(&entry.title),
            versions.join(", "),
        ));
    }
    context.print(&out)
}

/// Every fault of every file, and where language versions given together differ.
fn check(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let words = &context.messages().cli;
    let files: Vec<&PathBuf> = matches.get_many("files").into_iter().flatten().collect();
    let mut faults = Vec::new();
    let mut sets: Vec<(String, QuestionSet)> = Vec::new();
    let mut fine = String::new();
    for file in files {
        let name = file.to_string_lossy().into_owned();
        let text = match context.read_text(file) {
            Ok(text) => text,
            Err(Failure::Failed(sentences)) => {
                faults.extend(sentences);
                continue;
            }
            Err(other) => return Err(other),
        };
        match parse(&text) {
            Ok(set) => {
                fine.push_str(&(words.file_is_fine)(&clean(&name), set.questions.len()));
                fine.push('\n');
                sets.push((name, set));
            }
            Err(found) => faults.extend(found.iter().map(|fault| context.messages().faults.in_file(&name, fault))),
        }
    }
    let versions: Vec<(&str, &QuestionSet)> = sets.iter().map(|(name, set)| (name.as_str(), set)).collect();
    faults.extend(check_versions(&versions).iter().map(|fault| context.messages().faults.sentence(fault)));
    context.print(&fine)?;
    if faults.is_empty() {
        return Ok(());
    }
    faults.push((words.faults_found)(faults.len()));
    Err(Failure::Failed(faults))
}

fn show(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let catalog = context.catalog()?;
    let id = matches.get_one::<String>("id").map(String::as_str).unwrap_or_default();
    let set = catalog
        .by_id(id, context.language)
        .ok_or_else(|| Failure::message((context.messages().cli.no_such_set)(&clean(id))))?;
    context.print(&readable(context, &set))
}

fn readable(context: &Context, set: &QuestionSet) -> String {
    let words = &context.messages().question;
    let mut out = format!("{}\n{} {}\n", clean(&set.title), clean(&set.id), clean(&set.edition));
    let mut paragraph = |indent: usize, text: &str| {
        for line in wrap(text, 78 - indent) {
            out.push_str(&" ".repeat(indent));
            out.push_str(&line);
            out.push('\n');
        }
    };
    paragraph(0, &set.source);
    paragraph(0, "");
    for choice in &set.choices {
        paragraph(2, &format!("{}  {}  {}", choice.id, choice.label, choice.points));
    }
    for band in &set.bands {
        paragraph(2, &format!("{}..{}  {}", band.min, band.max, band.verdict));
    }
    let mut category = "";
    for question in &set.questions {
        if question.category != category {
            category = &question.category;
            paragraph(0, "");
            paragraph(0, set.category(category).map_or(category, |found| &found.title));
        }
        paragraph(0, "");
        paragraph(0, &format!("{:>2}  {}  ({})", question.number, question.topic, question.id));
        for (label, text) in [
            ("", &question.title),
            ("", &question.text),
            (words.why, &question.why),
            (words.examples, &question.examples.join(words.example_separator)),
            (words.first_step, &question.first_step),
            (words.fuller_measure, &question.fuller_measure),
            (words.not_applicable, &question.not_applicable),
        ] {
            if !text.is_empty() {
                let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
                paragraph(4, &format!("{label}{text}"));
            }
        }
    }
    out
}
