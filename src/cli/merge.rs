//! `merge`: several sites' assessments as one of the company, saved as a new assessment.

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use super::import::save;
use crate::core::assessment::{Assessment, Organization};
use crate::core::merge::{MergeFault, merge, merge_again};
use crate::core::merge_record::{Disagreement, MergeRule};
use crate::core::place::Place;
use crate::core::question_set::Kind;
use crate::effects::now;
use crate::store::failure::shown;

/// Runs the command. All faults are reported, and then nothing is saved.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.get_one::<String>("again") {
        Some(merged) => again(context, matches, merged),
        None => merge_new(context, matches),
    }
}

fn merge_new(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.store()?;
    let named = matches.get_many::<String>("assessments").into_iter().flatten();
    let sources = read(context, named)?;
    let rule = matches.get_one::<String>("rule").and_then(|name| MergeRule::from_name(name)).unwrap_or_default();
    let merged = merge(&sources.iter().collect::<Vec<_>>(), rule).map_err(|faults| refused(context, &faults))?;
    let name = matches.get_one::<String>("org").map(|name| name.trim().to_owned()).unwrap_or_default();
    let organization = Organization { name, ..Organization::default() };
    let (checklist, diagnosis) = (merged.checklist, merged.diagnosis);
    let mut assessment = Assessment::new(store.new_id(), organization, checklist, diagnosis, context.language, now());
    assessment.place = Place::Result;
    assessment.merge = Some(merged.record);
    save(&store, &assessment).map_err(|error| context.failed(&error))?;
    print(context, matches, &assessment, &sources, "")
}

/// Merges again into the same assessment. Its plan, policy and declaration stay. What was answered or noted in it by hand,
/// outside the decisions, gives way to the sources: so the file as it was is kept beside it.
fn again(context: &Context, matches: &ArgMatches, merged: &str) -> Result<(), Failure> {
    let store = context.store()?;
    let catalog = context.catalog()?;
    let path = context.find(merged)?;
    // Held from reading to writing: nobody else may change it in between.
    let lock = store.lock(&path).map_err(|error| context.failed(&error))?;
    let mut assessment =
        store.read(&path, &catalog.lookup(context.language)).map_err(|error| context.failed(&error))?.assessment;
    let words = &context.messages().disagreements;
    let Some(earlier) = assessment.merge.take() else {
        return Err(Failure::message((words.not_merged)(&crate::text::clean(merged))));
    };
    let mut named = matches.get_many::<String>("assessments").into_iter().flatten().peekable();
    let sources = if named.peek().is_some() { read(context, named)? } else { read(context, earlier.sources.iter())? };
    let merged =
        merge_again(&sources.iter().collect::<Vec<_>>(), &earlier).map_err(|faults| refused(context, &faults))?;
    assessment.checklist = merged.checklist;
    assessment.diagnosis = merged.diagnosis;
    assessment.updated_at = now();
    let kept = merged.record.disagreements.iter().filter(|one| one.by_hand).count();
    assessment.merge = Some(merged.record);
    let before = store.keep(&lock).map_err(|error| context.failed(&error))?;
    store.save(&lock, &assessment).map_err(|error| context.failed(&error))?;
    let mut about = format!("{}\n{}\n", (words.before)(&shown(&before)), (words.kept)(kept));
    for one in &merged.dropped {
        let kind = if one.earlier.in_checklist { Kind::Checklist } else { Kind::Diagnosis };
        let question = assessment.sheet(kind).set.question(&one.earlier.question);
        let topic = question.map_or(one.earlier.question.as_str(), |question| &question.topic);
        about.push_str(&format!("{}\n", (words.dropped)(&crate::text::clean(topic), one.cause)));
    }
    print(context, matches, &assessment, &sources, &about)
}

/// The assessments of the sites; all that cannot be read are reported at once.
fn read<'a>(context: &Context, names: impl Iterator<Item = &'a String>) -> Result<Vec<Assessment>, Failure> {
    let (store, catalog) = (context.store()?, context.catalog()?);
    let mut sources = Vec::new();
    let mut faults = Vec::new();
    for name in names {
        let opened = context.find(name).and_then(|path| {
            store.read(&path, &catalog.lookup(context.language)).map_err(|error| context.failed(&error))
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
        return Err(Failure::message(context.messages().sites.two_needed));
    }
    Ok(sources)
}

fn refused(context: &Context, faults: &[MergeFault]) -> Failure {
    Failure::Failed(faults.iter().map(context.messages().faults.merge).collect())
}

fn print(
    context: &Context,
    matches: &ArgMatches,
    assessment: &Assessment,
    sources: &[Assessment],
    about: &str,
) -> Result<(), Failure> {
    if matches.get_flag("json") {
        return context.print_json(&crate::report::json::Document::of(assessment));
    }
    context.print(&(report(context, assessment, sources) + about))
}

/// The id, then every disagreement with who said what.
fn report(context: &Context, assessment: &Assessment, sources: &[Assessment]) -> String {
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
        let line = if one.by_hand {
            (words.decided)(&chosen, &crate::text::clean(&one.reason))
        } else {
            (words.chosen)(&chosen, record.rule.name())
        };
        out.push_str(&format!("  {line}\n"));
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
