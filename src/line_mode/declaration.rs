//! The road to two stars as lines: the guide, the basic policy, the procedure of declaring.

use std::io::{self, Write};

use super::pages::numbered;
use crate::app::model::Model;
use crate::app::screens::{guide, policy, procedure};
use crate::appearance::Glyphs;
use crate::core::content::{guide as guide_text, policy_text, procedures};
use crate::core::policy_document::{is_included, policy_document};
use crate::text::{clean, clean_lines};

/// A section of the guide, and which there are.
pub fn guide_page(model: &Model, state: guide::State, glyphs: &Glyphs, out: &mut impl Write) -> io::Result<()> {
    let Some(guide) = guide_text(model.language) else { return Ok(()) };
    let Some(section) = guide.sections.get(state.section) else { return Ok(()) };
    writeln!(out, "{}/{}  {}", state.section + 1, guide.sections.len(), section.title)?;
    for paragraph in &section.paragraphs {
        writeln!(out, "{paragraph}")?;
    }
    for point in &section.points {
        writeln!(out, "{} {point}", glyphs.bullet)?;
    }
    for link in &section.links {
        writeln!(out, "{}: {}", link.label, link.url)?;
    }
    if section.check {
        writeln!(out, "{}", model.messages().progress.check_official)?;
    }
    writeln!(out)?;
    numbered(guide.sections.iter().map(|section| section.title.clone()), out)?;
    writeln!(out, "{}", model.messages().line_mode.guide_words)
}

/// How many sections the guide has.
pub fn sections(model: &Model) -> usize {
    guide_text(model.language).map_or(0, |guide| guide.sections.len())
}

/// The company's data, the clauses, the files.
pub fn policy_page(model: &Model, out: &mut impl Write) -> io::Result<()> {
    let (Some(assessment), Some(text)) = (&model.assessment, policy_text(model.language)) else { return Ok(()) };
    let words = &model.messages().policy;
    let lines = policy::items(text).into_iter().map(|item| match item {
        policy::Item::Data => words.data.to_owned(),
        policy::Item::Clause(index) => {
            let clause = &text.clauses[index];
            let included = if is_included(assessment, clause) {
                model.messages().line_mode.included
            } else {
                model.messages().line_mode.left_out
            };
            format!("{}: {included}", clause.title)
        }
        policy::Item::Preview => words.preview.to_owned(),
        policy::Item::Write(format) => (words.write)(format.title()),
    });
    writeln!(out, "{}", words.title)?;
    numbered(lines, out)?;
    writeln!(out, "{}", model.messages().line_mode.tick_words)
}

/// How many lines the page of the policy has.
pub fn policy_lines(model: &Model) -> usize {
    policy_text(model.language).map_or(0, |text| policy::items(text).len())
}

/// The whole text of the policy.
pub fn policy_preview(model: &Model, glyphs: &Glyphs, out: &mut impl Write) -> io::Result<()> {
    let (Some(assessment), Some(text)) = (&model.assessment, policy_text(model.language)) else { return Ok(()) };
    let document = policy_document(assessment, text, model.language);
    let words = &model.messages().policy;
    for text in [Some(document.title), Some(document.preamble), document.scope].into_iter().flatten() {
        writeln!(out, "{}", clean_lines(&text))?;
    }
    for (index, clause) in document.clauses.iter().enumerate() {
        writeln!(out, "\n{}. {}\n{}", index + 1, clean(&clause.title), clean_lines(&clause.text))?;
        if !clause.measures.is_empty() {
            writeln!(out, "{}", clean_lines(&clause.measures_intro))?;
        }
        for measure in &clause.measures {
            writeln!(out, "{} {}", glyphs.bullet, clean(measure))?;
        }
    }
    writeln!(out)?;
    let signature = [
        document.contact,
        document.set_on.map(|date| format!("{} {date}", words.set_on)),
        document.revised_on.map(|date| format!("{} {date}", words.revised_on)),
        Some(document.company),
        Some(document.representative),
    ];
    for line in signature.into_iter().flatten().filter(|line| !line.is_empty()) {
        writeln!(out, "{}", clean_lines(&line))?;
    }
    writeln!(out, "{}", model.messages().line_mode.enter_returns)
}

/// The procedures, and the steps of the one that is followed.
pub fn procedure_page(model: &Model, out: &mut impl Write) -> io::Result<()> {
    let (Some(assessment), Some(all)) = (&model.assessment, procedures(model.language)) else { return Ok(()) };
    let declaration = &assessment.declaration;
    let words = &model.messages().policy;
    let picked = procedure::picked(all, declaration);
    if let Some(picked) = picked {
        writeln!(out, "{}\n{}\n{}", picked.title, picked.description, picked.url)?;
    }
    let lines = procedure::items(all, declaration).into_iter().filter_map(|item| match item {
        procedure::Item::Procedure(index) => {
            Some(format!("{}: {}", words.choose_procedure, all.procedures[index].title))
        }
        procedure::Item::Step(step) => {
            let picked = picked?;
            let done = declaration.steps.get(&procedure::step_name(picked, step));
            let done = done.map(|date| format!("  ({} {date})", model.messages().progress.done)).unwrap_or_default();
            let step = &picked.steps[step];
            Some(format!("{}{done}  {}", step.title, step.text))
        }
        procedure::Item::Data => {
            Some(format!("{} {}", words.declaration_data, clean(&declaration.declaration_id)).trim_end().to_owned())
        }
    });
    numbered(lines, out)?;
    writeln!(out, "{}", all.hint)
}

/// How many lines the page of the procedure has.
pub fn procedure_lines(model: &Model) -> usize {
    match (&model.assessment, procedures(model.language)) {
        (Some(assessment), Some(all)) => procedure::items(all, &assessment.declaration).len(),
        _ => 0,
    }
}
