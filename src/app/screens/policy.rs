//! The basic policy: the company's data, its clauses, the whole text, and the files.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::key_table::{Binding, ENDS, LEFT, MOVE, OPEN, RETURN, TOGGLE};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::page::{PageStyle, numbered};
use crate::app::screen_state::ScreenState;
use crate::core::content::{PolicyText, policy_text};
use crate::core::policy_document::{implemented_measures, is_included, lists_measures, missing_data};
use crate::messages::Messages;
use crate::report::format::PolicyFormat;

use super::{Screen, policy_preview};

/// State of the policy screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted line, from 0.
    pub cursor: usize,
}

/// A line of the policy screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The company's data.
    Data,
    /// A clause, from 0.
    Clause(usize),
    /// The whole text.
    Preview,
    /// A file.
    Write(PolicyFormat),
}

/// The lines in order.
pub fn items(text: &PolicyText) -> Vec<Item> {
    let mut items = vec![Item::Data];
    items.extend((0..text.clauses.len()).map(Item::Clause));
    items.push(Item::Preview);
    items.extend(PolicyFormat::ALL.map(Item::Write));
    items
}

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[OPEN, TOGGLE, MOVE, ENDS, RETURN, LEFT];

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, model: &Model) -> usize {
        policy_text(model.language).map_or(0, |text| items(text).len())
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let (Screen::Policy(state), Some(text)) = (&model.screen, policy_text(model.language)) else {
            return model.go_back();
        };
        let items = items(text);
        let Some(item) = items.get(state.cursor) else { return Vec::new() };
        match (command, item) {
            (Command::Back, _) => model.go_back(),
            (Command::Toggle, Item::Clause(index)) => toggle(model, text, *index),
            (Command::Accept, Item::Data) => {
                forms::open(model, Subject::PolicyData);
                Vec::new()
            }
            (Command::Accept, Item::Clause(index)) => {
                forms::open(model, Subject::Clause(text.clauses[*index].id.clone()));
                Vec::new()
            }
            (Command::Accept, Item::Preview) => {
                model.enter(Screen::PolicyPreview(policy_preview::State::default()));
                Vec::new()
            }
            (Command::Accept, Item::Write(format)) => write(model, text, *format),
            _ => Vec::new(),
        }
    }

    /// The company's data, the clauses, the files.
    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let (Some(assessment), Some(text)) = (&model.assessment, policy_text(model.language)) else { return Ok(()) };
        let words = &model.messages().policy;
        let lines = items(text).into_iter().map(|item| match item {
            Item::Data => words.data.to_owned(),
            Item::Clause(index) => {
                let clause = &text.clauses[index];
                let included = if is_included(assessment, clause) {
                    model.messages().line_mode.included
                } else {
                    model.messages().line_mode.left_out
                };
                let mut line = format!("{}: {included}", clause.title);
                if lists_measures(assessment, clause) {
                    let measures = implemented_measures(&assessment.diagnosis, clause).len();
                    line.push_str(&format!("  {}", (words.lists_measures)(measures)));
                }
                line
            }
            Item::Preview => words.preview.to_owned(),
            Item::Write(format) => (words.write)(format.title()),
        });
        writeln!(out, "{}", words.title)?;
        numbered(lines, out)?;
        writeln!(out, "{}", model.messages().line_mode.tick_words)
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.line_mode.tick_words
    }
}

fn toggle(model: &mut Model, text: &PolicyText, index: usize) -> Vec<Effect> {
    let clause = &text.clauses[index];
    let Some(assessment) = &mut model.assessment else { return Vec::new() };
    let included = !is_included(assessment, clause);
    assessment.policy.clauses.entry(clause.id.clone()).or_default().included = Some(included);
    model.save()
}

/// Writes a file when nothing is missing; else asks for what is.
fn write(model: &mut Model, text: &PolicyText, format: PolicyFormat) -> Vec<Effect> {
    let Some(assessment) = &model.assessment else { return Vec::new() };
    let missing = missing_data(assessment, text);
    if missing.is_empty() {
        return vec![Effect::WritePolicy(format, Box::new(assessment.clone()), model.language)];
    }
    forms::open(model, Subject::PolicyData);
    model.notice = Some(Notice::MissingData(missing));
    Vec::new()
}
