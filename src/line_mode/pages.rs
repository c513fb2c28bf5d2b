//! Screens as lines that a screen reader reads well: no boxes, numbered choices.

use std::io::{self, Write};

use super::declaration;
use super::disagreements;
use crate::app::form::Input;
use crate::app::forms;
use crate::app::model::Model;
use crate::app::progress::{label, progress};
use crate::app::screen::Screen;
use crate::app::screens::{export, home, question, review, settings, stages};
use crate::appearance::Glyphs;
use crate::core::question_set::Kind;
use crate::core::stars::stars;
use crate::report::format::ReportFormat;
use crate::text::clean;

/// Most saved assessments that a page names; a search finds the rest.
const MAX_LISTED: usize = 50;

/// Writes the screen that the model shows.
pub fn show(model: &Model, glyphs: &Glyphs, out: &mut impl Write) -> io::Result<()> {
    writeln!(out)?;
    match &model.screen {
        Screen::Question(state) => question_page(model, *state, glyphs, out),
        Screen::ChecklistResult => checklist_result(model, out),
        Screen::Form(state) => form(model, state, out),
        Screen::Details(state) => details(model, state.kind, state.number, out),
        Screen::Home(_) => numbered(home_lines(model), out),
        Screen::Saved(state) => {
            let summaries = model.summaries.as_deref().unwrap_or_default();
            let matching = state.matching(summaries);
            let lines = matching.starting_at(0).take(MAX_LISTED).map(|(_, summary)| {
                format!("{}  {}  {}", clean(&summary.organization), summary.created_at.format("%Y-%m-%d"), summary.id)
            });
            numbered(lines, out)
        }
        Screen::Review(_) => review_page(model, out),
        Screen::Stages(_) => numbered(stage_lines(model), out),
        Screen::ConfirmDelete(state) => {
            let words = &model.messages().saved;
            writeln!(out, "{}", (words.confirm_delete)(&clean(&state.name), &state.date))?;
            numbered(vec![words.keep.to_owned(), words.delete.to_owned()], out)
        }
        Screen::ConfirmLeaving(_) => {
            let words = &model.messages().settings;
            writeln!(out, "{}", words.leave_question)?;
            numbered(vec![words.stay.to_owned(), words.leave.to_owned()], out)
        }
        Screen::Settings(_) => {
            let words = &model.messages().settings;
            writeln!(out, "{}", words.introduction)?;
            let lines = settings::Item::ALL
                .map(|item| format!("{}: {}", settings::label(model, item), settings::value(model, item)));
            numbered(lines, out)
        }
        Screen::Guide(state) => declaration::guide_page(model, *state, glyphs, out),
        Screen::Policy(_) => declaration::policy_page(model, out),
        Screen::PolicyPreview(_) => declaration::policy_preview(model, glyphs, out),
        Screen::Procedure(_) => declaration::procedure_page(model, out),
        Screen::Export(state) => export_page(model, *state, out),
        Screen::Disagreements(_) => disagreements::page(model, out),
        // These are reports, or only drawn.
        Screen::Result(_)
        | Screen::Plan(_)
        | Screen::WhatIf(_)
        | Screen::Compare(_)
        | Screen::Trend(_)
        | Screen::Help(_) => Ok(()),
    }
}

/// How many numbers can be chosen on the page.
pub fn choices(model: &Model) -> usize {
    match (&model.screen, &model.assessment) {
        (Screen::Question(state), Some(assessment)) => assessment.sheet(state.kind).set.choices.len(),
        (Screen::Home(_), _) => home::Item::ALL.len(),
        (Screen::Saved(state), _) => {
            state.matching(model.summaries.as_deref().unwrap_or_default()).len().min(MAX_LISTED)
        }
        (Screen::Review(_), Some(assessment)) => review::lines(assessment).count(),
        (Screen::Result(_) | Screen::Plan(_) | Screen::WhatIf(_), Some(assessment)) => assessment.diagnosis.total(),
        (Screen::Disagreements(_), Some(assessment)) => {
            assessment.merge.as_ref().map_or(0, |record| record.disagreements.len())
        }
        (Screen::Export(_), _) => ReportFormat::ALL.len() + 1,
        (Screen::Form(state), _) => match state.form.fields.get(state.form.focus).map(|field| &field.input) {
            Some(Input::Choice { options, .. }) => options.len(),
            _ => 0,
        },
        (Screen::Stages(_), _) => stages::Step::ALL.len(),
        (Screen::Guide(_), _) => declaration::sections(model),
        (Screen::Policy(_), _) => declaration::policy_lines(model),
        (Screen::Procedure(_), _) => declaration::procedure_lines(model),
        (Screen::ConfirmDelete(_) | Screen::ConfirmLeaving(_), _) => 2,
        (Screen::Settings(_), _) => settings::Item::ALL.len(),
        _ => 0,
    }
}

/// Writes what can be typed, first what matters most on this page.
pub fn help(model: &Model, out: &mut impl Write) -> io::Result<()> {
    let words = &model.messages().line_mode;
    if let Screen::Form(_) = &model.screen {
        // Anything else that is typed there goes into the field.
        return writeln!(out, "{}", words.form_hint);
    }
    let own = match &model.screen {
        Screen::Result(_) => words.result_words,
        Screen::Plan(_) => words.plan_words,
        Screen::WhatIf(_) => words.what_if_more,
        Screen::Disagreements(_) => model.messages().disagreements.words,
        Screen::Export(_) => words.export_words,
        Screen::Guide(_) => words.guide_words,
        Screen::Policy(_) | Screen::Procedure(_) => words.tick_words,
        _ => "",
    };
    if !own.is_empty() {
        writeln!(out, "{own}")?;
    }
    for line in model.messages().line_mode.help {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Lines under their numbers, from 1. They hold names from files, so they are cleaned here, whoever made them.
pub fn numbered(lines: impl IntoIterator<Item = String>, out: &mut impl Write) -> io::Result<()> {
    for (index, line) in lines.into_iter().enumerate() {
        writeln!(out, "{}. {}", index + 1, clean(&line))?;
    }
    Ok(())
}

fn question_page(model: &Model, state: question::State, glyphs: &Glyphs, out: &mut impl Write) -> io::Result<()> {
    let Some(assessment) = &model.assessment else { return Ok(()) };
    let sheet = assessment.sheet(state.kind);
    let Some(question) = sheet.set.questions.get(state.number - 1) else { return Ok(()) };
    let words = model.messages();
    let part = sheet.set.category(&question.category).map_or(&sheet.set.short_title, |category| &category.title);
    writeln!(out, "{}/{}  {}  {}", state.number, sheet.total(), clean(part), clean(&question.topic))?;
    for text in [&question.title, &question.text].into_iter().filter(|text| !text.is_empty()) {
        writeln!(out, "{}", clean(text))?;
    }
    let answer = sheet.answer(&question.id);
    let chosen = answer.and_then(|answer| answer.choice.as_deref());
    let previous = answer.and_then(|answer| answer.previous.as_ref()).map(|previous| previous.choice.as_str());
    for (index, choice) in sheet.set.choices.iter().enumerate() {
        let aside = if chosen == Some(&choice.id) {
            format!("  ({} {})", glyphs.check, words.question.current)
        } else if chosen.is_none() && previous == Some(&choice.id) {
            format!("  ({}, {})", words.question.previous, words.common.unconfirmed)
        } else {
            String::new()
        };
        writeln!(out, "{}. {}{aside}", index + 1, clean(&choice.label))?;
    }
    if let Some(answer) = answer {
        if answer.flagged {
            writeln!(out, "{}", words.question.flagged)?;
        }
        if !answer.note.is_empty() {
            writeln!(out, "{}: {}", words.note.note, clean(&answer.note))?;
        }
    }
    Ok(())
}

fn checklist_result(model: &Model, out: &mut impl Write) -> io::Result<()> {
    let Some(assessment) = &model.assessment else { return Ok(()) };
    let words = &model.messages().result;
    let stars = stars(assessment);
    if stars.one_ready() {
        writeln!(out, "{}", words.one_star_ready)?;
    } else {
        writeln!(out, "{}", (words.one_star_missing)(stars.one_missing.len()))?;
    }
    writeln!(out, "{}", words.on_to_diagnosis)
}

fn form(model: &Model, state: &forms::State, out: &mut impl Write) -> io::Result<()> {
    if state.form.focus == 0 {
        writeln!(out, "{}", state.subject.title(model.messages()))?;
        writeln!(out, "{}", model.messages().line_mode.form_hint)?;
    }
    if let Some((_, why)) = state.form.fault {
        writeln!(out, "{why}")?;
    }
    let Some(field) = state.form.fields.get(state.form.focus) else { return Ok(()) };
    let label = (field.label)(model.messages());
    match &field.input {
        Input::Text(text) if text.text().is_empty() => {
            writeln!(out, "{}", format!("{label} {}", (field.hint)(model.messages())).trim_end())
        }
        Input::Text(text) => writeln!(out, "{label} ({})", clean(text.text())),
        Input::Choice { options, selected } => {
            writeln!(out, "{label}")?;
            for (index, option) in options.iter().enumerate() {
                let mark = if index == *selected { "*" } else { " " };
                writeln!(out, "{}. {}{mark}", index + 1, clean(option))?;
            }
            Ok(())
        }
        Input::Button => writeln!(out, "{label}"),
    }
}

fn details(model: &Model, kind: Kind, number: usize, out: &mut impl Write) -> io::Result<()> {
    let Some(sheet) = model.assessment.as_ref().map(|assessment| assessment.sheet(kind)) else { return Ok(()) };
    let Some(question) = sheet.set.questions.get(number - 1) else { return Ok(()) };
    let words = &model.messages().question;
    for (label, text) in [
        (words.why, &question.why),
        (words.examples, &question.examples.join(words.example_separator)),
        (words.first_step, &question.first_step),
        (words.fuller_measure, &question.fuller_measure),
        (words.not_applicable, &question.not_applicable),
    ] {
        if !text.is_empty() {
            writeln!(out, "{label}: {}", clean(text))?;
        }
    }
    writeln!(out, "{}", model.messages().line_mode.enter_returns)
}

fn export_page(model: &Model, state: export::State, out: &mut impl Write) -> io::Result<()> {
    let words = &model.messages().export;
    writeln!(out, "{}", words.title)?;
    writeln!(out, "{}", words.introduction)?;
    let formats = ReportFormat::ALL.into_iter().zip(state.chosen).map(|(format, is_chosen)| {
        let mark = if is_chosen { model.messages().line_mode.chosen } else { "" };
        format!("{}{mark}", format.title())
    });
    numbered(formats.chain([words.write.to_owned()]), out)?;
    writeln!(out, "{}", model.messages().line_mode.export_words)
}

fn review_page(model: &Model, out: &mut impl Write) -> io::Result<()> {
    let Some(assessment) = &model.assessment else { return Ok(()) };
    let lines = review::lines(assessment).map(|(kind, question)| {
        let sheet = assessment.sheet(kind);
        let label = sheet.choice(&question.id).map_or(model.messages().common.unanswered, |choice| &choice.label);
        format!("{}: {}", clean(&question.topic), clean(label))
    });
    numbered(lines, out)
}

fn home_lines(model: &Model) -> Vec<String> {
    let words = &model.messages().home;
    home::Item::ALL
        .into_iter()
        .map(|item| match item {
            home::Item::Resume => match home::unfinished(model) {
                Some(summary) => format!("{}: {}", words.resume, clean(&summary.organization)),
                None => format!("{}: {}", words.resume, words.nothing_to_resume),
            },
            home::Item::New => words.new.to_owned(),
            home::Item::Saved => words.saved.to_owned(),
            home::Item::Guide => model.messages().progress.guide.to_owned(),
            home::Item::Language => words.language_detail.to_owned(),
            home::Item::Settings => model.messages().settings.title.to_owned(),
            home::Item::Quit => words.quit.to_owned(),
        })
        .collect()
}

fn stage_lines(model: &Model) -> Vec<String> {
    let Some(assessment) = &model.assessment else { return Vec::new() };
    let line = |step| format!("{}: {}", label(model.messages(), step), progress(model, assessment, step).1);
    stages::Step::ALL.into_iter().map(line).collect()
}
