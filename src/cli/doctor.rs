//! `doctor`: looks over the data folder, and repairs what is safe to repair.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::context::Context;
use super::failure::Failure;
use crate::store::doctor::{Examination, Finding, FindingKind, Outcome, examine};
use crate::store::failure::shown;

/// Runs the command. It fails if anything is still wrong after everything was printed.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let words = &context.messages().doctor;
    let catalog = context.catalog()?;
    let store = context.store()?;
    let examination = examine(&store, &catalog.lookup(context.language), matches.get_flag("fix"))
        .map_err(|error| context.failed(&error))?;
    let is_open = examination.findings.iter().filter(|finding| finding.is_open()).count();
    if matches.get_flag("json") {
        context.print_json(&document(context, store.data(), &examination))?;
    } else {
        let mut text: String = examination.findings.iter().map(|finding| line(context, finding)).collect();
        text.push_str(&(words.examined)(examination.assessments, is_open));
        text.push('\n');
        context.print(&text)?;
    }
    let can_mend = examination.findings.iter().any(|finding| finding.outcome == Outcome::Repairable);
    match (is_open, can_mend) {
        (0, _) => Ok(()),
        (_, true) => Err(Failure::message(words.repair_with_fix)),
        (_, false) => Err(Failure::message(words.repair_by_hand)),
    }
}

fn line(context: &Context, finding: &Finding) -> String {
    let words = &context.messages().doctor;
    let outcome = match &finding.outcome {
        Outcome::Notice => words.notice.to_owned(),
        Outcome::Repairable => words.repairable.to_owned(),
        Outcome::Repaired(None) => words.repaired.to_owned(),
        Outcome::Repaired(Some(copy)) => (words.repaired_with_copy)(&shown(copy)),
        Outcome::Unrepaired => words.left.to_owned(),
    };
    format!("{} {}\n", sentence(context, finding), outcome)
}

fn sentence(context: &Context, finding: &Finding) -> String {
    let words = &context.messages().doctor;
    let path = shown(&finding.path);
    match &finding.kind {
        FindingKind::OpenToOthers(mode) => (words.open_to_others)(&path, *mode),
        FindingKind::NotPrivate => (words.not_private)(&path),
        FindingKind::Broken(error) => error.sentences(context.language).join("\n"),
        FindingKind::Unfinished => (words.unfinished)(&path),
        FindingKind::StaleLock => (words.dead_lock)(&path),
        FindingKind::InUse(holder) => (words.in_use)(&path, holder.as_ref().map(|holder| holder.process)),
        FindingKind::OlderLayout(layout) => (words.older_layout)(&path, *layout),
    }
}

fn document(context: &Context, data: &Path, examination: &Examination) -> Value {
    let findings: Vec<Value> = examination
        .findings
        .iter()
        .map(|finding| {
            let (kind, detail) = match &finding.kind {
                FindingKind::OpenToOthers(mode) => ("permissions", json!({ "mode": format!("{mode:03o}") })),
                FindingKind::NotPrivate => ("not-private", json!({})),
                FindingKind::Broken(error) => ("broken", json!({ "errors": error.sentences(context.language) })),
                FindingKind::Unfinished => ("unfinished", json!({})),
                FindingKind::StaleLock => ("dead-lock", json!({})),
                FindingKind::InUse(holder) => {
                    ("in-use", json!({ "process": holder.as_ref().map(|holder| holder.process) }))
                }
                FindingKind::OlderLayout(layout) => ("older-layout", json!({ "layout": layout })),
            };
            let (outcome, copy) = match &finding.outcome {
                Outcome::Notice => ("notice", None),
                Outcome::Repairable => ("repairable", None),
                Outcome::Repaired(copy) => ("repaired", copy.as_ref().map(|copy| copy.to_string_lossy())),
                Outcome::Unrepaired => ("left", None),
            };
            let path = finding.path.to_string_lossy();
            json!({ "path": path, "kind": kind, "detail": detail, "outcome": outcome, "copy": copy })
        })
        .collect();
    json!({
        "schema": crate::report::json::SCHEMA,
        "data": data.to_string_lossy(),
        "assessments": examination.assessments,
        "findings": findings,
    })
}
