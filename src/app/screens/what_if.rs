//! What-if: other answers tried out on a copy. The saved ones are never touched.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::key_table::{self, Binding, DIGITS, ENDS, LEFT, MOVE, RETURN, TOGGLE};
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::app::update;
use crate::core::plan::{next_target, path};
use crate::core::question_set::{Choice, Question};
use crate::core::score::score;
use crate::core::sheet::Sheet;
use crate::messages::Messages;
use crate::text::clean;

use super::Screen;

/// State of the what-if.
#[derive(Clone, Debug)]
pub struct State {
    /// The copy on which answers are tried out.
    pub sheet: Sheet,
    /// The highlighted question, from 0.
    pub cursor: usize,
}

impl State {
    /// The answers as they are, with the first question that misses points highlighted.
    pub fn new(sheet: &Sheet) -> Self {
        let cursor = score(sheet).lost.first().map_or(0, |(question, _)| question.number - 1);
        Self { sheet: sheet.clone(), cursor }
    }
}

const TOGGLE_BY_ENTER: Binding = key_table::any(&[Key::Enter], Command::Accept, |m| m.keys.toggle, 0);
const APPLY_PATH: Binding =
    key_table::any(&[Key::Char('a'), Key::Function(2)], Command::ApplyPath, |m| m.keys.apply_path, 3);
const RESTORE: Binding = key_table::any(&[Key::Char('u'), Key::Function(3)], Command::Restore, |m| m.keys.restore, 5);

impl ScreenState for State {
    const BINDINGS: &'static [Binding] =
        &[DIGITS, TOGGLE, TOGGLE_BY_ENTER, APPLY_PATH, RESTORE, MOVE, ENDS, RETURN, LEFT];

    fn open(model: &mut Model) -> Vec<Effect> {
        if let Some(assessment) = &model.assessment {
            let state = Self::new(&assessment.diagnosis);
            model.enter(Screen::WhatIf(state));
        }
        Vec::new()
    }

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, _model: &Model) -> usize {
        self.sheet.total()
    }

    fn digits(&self, _model: &Model) -> usize {
        self.sheet.set.choices.len()
    }

    /// Escape leaves the what-if, and the saved answers are as they were.
    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let (Screen::WhatIf(state), Some(assessment)) = (&mut model.screen, &model.assessment) else {
            return model.go_back();
        };
        let saved = &assessment.diagnosis;
        let set = &state.sheet.set;
        let (Some(question), Some(best)) = (set.questions.get(state.cursor), set.best_choice()) else {
            return Vec::new();
        };
        let id = question.id.clone();
        match command {
            Command::Choose(number) => {
                if let Some(choice) = set.choices.get(number - 1).map(|choice| choice.id.clone()) {
                    state.sheet.choose(&id, &choice, model.now);
                }
            }
            Command::Accept | Command::Toggle => {
                let best = best.id.clone();
                let changed = state.sheet.choice(&id) != saved.choice(&id);
                if changed {
                    restore(&mut state.sheet, saved, &id);
                } else {
                    state.sheet.choose(&id, &best, model.now);
                }
            }
            Command::ApplyPath => {
                let target = next_target(set, score(&state.sheet).points);
                let steps: Vec<(String, String)> = path(&state.sheet, target)
                    .steps
                    .iter()
                    .map(|step| (step.question.id.clone(), step.to.id.clone()))
                    .collect();
                for (question, choice) in steps {
                    state.sheet.choose(&question, &choice, model.now);
                }
            }
            Command::Restore => state.sheet = saved.clone(),
            Command::Back => return model.go_back(),
            _ => {}
        }
        Vec::new()
    }

    /// What the answers tried out would bring. In short only the questions that are tried out are listed: nobody wants to
    /// hear 25 lines after each try.
    fn write_page(&self, model: &Model, style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let Some(saved) = model.assessment.as_ref().map(|assessment| &assessment.diagnosis) else { return Ok(()) };
        let (words, glyphs) = (model.messages(), style.glyphs);
        let (before, after) = (score(saved), score(&self.sheet));
        let set = &self.sheet.set;
        writeln!(out, "{}  {}", words.what_if.title, words.what_if.not_saved)?;
        let verdict = after.band.map_or("", |band| band.verdict.as_str());
        let change = after.points - before.points;
        let total = format!("{} {} {}  ({change:+})  {}", before.points, glyphs.arrow, after.points, clean(verdict));
        writeln!(out, "{}", total.trim_end())?;
        let target = next_target(set, after.points);
        let path = path(&self.sheet, target);
        if !path.steps.is_empty() {
            let steps: Vec<String> = path
                .steps
                .iter()
                .map(|step| format!("{} {} +{}", step.question.number, clean(&step.question.topic), step.gain))
                .collect();
            let steps = steps.join(words.what_if.step_separator);
            writeln!(out, "{}", (words.what_if.fewest)(target, &steps, path.points))?;
        }
        let rows: Vec<(bool, String)> =
            set.questions.iter().map(|question| page_row(model, style, saved, &self.sheet, question)).collect();
        let in_full = style.in_full || rows.iter().all(|(is_tried, _)| !is_tried);
        for (_, line) in rows.iter().filter(|(is_tried, _)| in_full || *is_tried) {
            writeln!(out, "{line}")?;
        }
        if in_full {
            let choices = set.choices.iter().enumerate();
            let choices: Vec<String> =
                choices.map(|(index, choice)| format!("{} {}", index + 1, clean(&choice.label))).collect();
            let choices = choices.join(words.what_if.step_separator);
            writeln!(out, "{}", (words.line_mode.what_if_words)(&choices))
        } else {
            writeln!(out, "{}", words.line_mode.what_if_more)
        }
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.line_mode.what_if_more
    }

    /// A number tries out the best answer to its question.
    fn on_number(model: &mut Model, number: usize) -> Option<Vec<Effect>> {
        let line = model.screen.line_of(model, number)?;
        Some(update::perform_on_line(model, line, Command::Accept))
    }
}

/// Whether another answer to a question is tried out, and the question's line on the page.
fn page_row(model: &Model, style: &PageStyle<'_>, saved: &Sheet, tried: &Sheet, question: &Question) -> (bool, String) {
    let unanswered = model.messages().common.unanswered;
    let label = |choice: Option<&Choice>| clean(choice.map_or(unanswered, |choice| &choice.label)).into_owned();
    let (before, after) = (saved.choice(&question.id), tried.choice(&question.id));
    let is_tried = before.map(|choice| &choice.id) != after.map(|choice| &choice.id);
    let line = if is_tried {
        let gain = after.map_or(0, |choice| choice.points) - before.map_or(0, |choice| choice.points);
        format!("{} {} {}  {gain:+}", label(before), style.glyphs.arrow, label(after))
    } else {
        label(after)
    };
    (is_tried, format!("{}. {}: {line}", question.number, clean(&question.topic)))
}

fn restore(sheet: &mut Sheet, saved: &Sheet, question: &str) {
    match saved.answer(question) {
        Some(answer) => sheet.answers.insert(question.to_owned(), answer.clone()),
        None => sheet.answers.remove(question),
    };
}
