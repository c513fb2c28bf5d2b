//! `merge`: several sites' assessments as one of the company, saved as a new assessment.

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use super::import::save;
use crate::core::assessment::{Assessment, Organization};
use crate::core::merge::merge;
use crate::core::merge_record::{Disagreement, MergeRule};
use crate::core::place::Place;
use crate::core::question_set::Kind;
use crate::session::{lookup, now};

/// Runs the command. All faults are told, and then nothing is saved.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.store()?;
    let catalog = context.catalog()?;
    let mut sources = Vec::new();
    let mut faults = Vec::new();
    for name in matches.get_many::<String>("assessments").into_iter().flatten() {
        let opened = context.find(name).and_then(|path| {
            store.read(&path, &lookup(&catalog, context.language)).map_err(|error| context.failed(&error))
        });
        match opened {
            Ok(opened) => sources.push(opened.assessment),
            Err(Failure::Failed(sentences)) => faults.extend(sentences),
            Err(other) => return Err(other),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Failed(faults));
    }
    if sources.len() < 2 {
        return Err(Failure::told(context.messages().sites.two_needed));
    }
    let rule = matches.get_one::<String>("rule").and_then(|name| MergeRule::from_name(name)).unwrap_or_default();
    let merged = merge(&sources.iter().collect::<Vec<_>>(), rule).map_err(|faults| {
        Failure::Failed(faults.iter().map(|fault| fault.sentence(context.language).to_owned()).collect())
    })?;
    let name = matches.get_one::<String>("org").map(|name| name.trim().to_owned()).unwrap_or_default();
    let organization = Organization { name, ..Organization::default() };
    let (checklist, diagnosis) = (merged.checklist, merged.diagnosis);
    let mut assessment = Assessment::new(store.new_id(), organization, checklist, diagnosis, context.language, now());
    assessment.place = Place::Result;
    assessment.merge = Some(merged.record);
    save(&store, &assessment).map_err(|error| context.failed(&error))?;
    if matches.get_flag("json") {
        return context.print_json(&crate::report::document::Document::of(&assessment));
    }
    context.print(&told(context, &assessment, &sources))
}

/// The id, then every disagreement with who said what.
fn told(context: &Context, assessment: &Assessment, sources: &[Assessment]) -> String {
    let words = &context.messages().sites;
    let mut out = format!("{}\n", assessment.id);
    let Some(record) = &assessment.merge else { return out };
    out.push_str(&(words.disagreements)(record.disagreements.len()));
    out.push('\n');
    for one in &record.disagreements {
        let kind = if one.in_checklist { Kind::Checklist } else { Kind::Diagnosis };
        out.push_str(&format!("\n{}. {}\n", one.number, crate::text::clean(&one.question)));
        for source in sources {
            out.push_str(&format!(
                "  {}: {}\n",
                source_name(source),
                said(assessment, kind, one, source, words.no_answer)
            ));
        }
        let chosen = label(assessment, kind, &one.chosen);
        out.push_str(&format!("  {}\n", (words.chosen)(&chosen, record.rule.name())));
    }
    out
}

fn source_name(source: &Assessment) -> String {
    let site = source.organization.site.trim();
    let id = crate::text::clean(&source.id).into_owned();
    if site.is_empty() { id } else { format!("{} ({id})", crate::text::clean(site)) }
}

fn said(assessment: &Assessment, kind: Kind, one: &Disagreement, source: &Assessment, none: &str) -> String {
    one.answers.get(&source.id).map_or_else(|| none.to_owned(), |choice| label(assessment, kind, choice))
}

fn label(assessment: &Assessment, kind: Kind, choice: &str) -> String {
    let found = assessment.sheet(kind).set.choice(choice);
    crate::text::clean(found.map_or(choice, |choice| choice.label.as_str())).into_owned()
}
