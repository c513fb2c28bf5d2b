//! The result of the diagnosis.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::key_table::{self, BACK_KEYS, Binding, ENDS, ESCAPE, MOVE, OPEN, PAGE, REVIEW, STAGES};
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::core::place::Place;
use crate::core::question_set::{Kind, Question};
use crate::core::score::score;
use crate::core::sheet::Sheet;
use crate::messages::Messages;

use super::{Screen, ScreenKind, disagreements, question, review};

/// State of the result screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted line, from 0: what is unanswered, then unknown, then lost.
    pub cursor: usize,
}

/// The questions that the result lists: unanswered ones, then unknown ones, then the rest that misses points, most
/// first.
pub fn lines(sheet: &Sheet) -> Vec<&Question> {
    let score = score(sheet);
    let mut lines: Vec<&Question> =
        sheet.chosen().filter(|(_, choice)| choice.is_none()).map(|(question, _)| question).collect();
    lines.extend(&score.unknown);
    let mut lost = score.lost;
    lost.sort_by_key(|(question, points)| (-points, question.number));
    lines.extend(lost.into_iter().map(|(question, _)| question).filter(|question| !score.unknown.contains(question)));
    lines
}

const PLAN: Binding =
    key_table::any(&[Key::Char('p'), Key::Function(2)], Command::Open(ScreenKind::Plan), |m| m.keys.plan, 2);
const WHAT_IF: Binding =
    key_table::any(&[Key::Char('w'), Key::Function(3)], Command::Open(ScreenKind::WhatIf), |m| m.keys.what_if, 3);
const LAST_QUESTION: Binding = key_table::any(BACK_KEYS, Command::Back, |m| m.keys.back, 6);
const COMPARE: Binding =
    key_table::any(&[Key::Char('c'), Key::Function(5)], Command::Compare, |m| m.keys.compare_previous, 7);
const TREND: Binding = key_table::any(&[Key::Char('t'), Key::Function(6)], Command::Trend, |m| m.keys.trend, 8);
const EXPORT: Binding =
    key_table::any(&[Key::Char('e'), Key::Function(8)], Command::Open(ScreenKind::Export), |m| m.keys.export, 4);
const OTHERS: Binding = key_table::any(
    &[Key::Char('o'), Key::Function(12)],
    Command::Open(ScreenKind::StatisticsFile),
    |m| m.keys.others,
    9,
);
const DISAGREEMENTS: Binding = key_table::any(
    &[Key::Char('m'), Key::Function(11)],
    Command::Open(ScreenKind::Disagreements),
    |m| m.keys.disagreements,
    0,
);

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[
        OPEN,
        PLAN,
        WHAT_IF,
        MOVE,
        LAST_QUESTION,
        REVIEW,
        STAGES,
        COMPARE,
        TREND,
        OTHERS,
        EXPORT,
        DISAGREEMENTS,
        ENDS,
        PAGE,
        ESCAPE,
    ];

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, model: &Model) -> usize {
        model.assessment.as_ref().map_or(0, |assessment| lines(&assessment.diagnosis).len())
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let (Screen::Result(state), Some(assessment)) = (&model.screen, &model.assessment) else { return Vec::new() };
        let sheet = &assessment.diagnosis;
        match command {
            Command::Accept => {
                if let Some(question) = lines(sheet).get(state.cursor) {
                    let state = question::State::new(sheet, Kind::Diagnosis, question.number);
                    model.enter(Screen::Question(state));
                }
            }
            Command::Back => model.show_place(Place::Question(Kind::Diagnosis, sheet.total())),
            Command::Review => {
                let review = review::State::at(model, Kind::Diagnosis, 1);
                model.enter(Screen::Review(review));
            }
            Command::Compare => return vec![Effect::CompareWithPrevious(Box::new(assessment.clone()))],
            Command::Trend => return vec![Effect::ReadTrend(assessment.organization.name.clone())],
            _ => {}
        }
        Vec::new()
    }

    fn write_page(&self, model: &Model, style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let Some(assessment) = &model.assessment else { return Ok(()) };
        let report = &style.report;
        let text = if style.in_full { report.result(assessment) } else { report.headline(assessment) };
        write!(out, "{text}")?;
        if let Some(line) = disagreements::on_result(model, assessment) {
            writeln!(out, "\n{line}")?;
        }
        writeln!(out, "\n{}", model.messages().line_mode.result_words)
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.line_mode.result_words
    }

    /// Reports name questions by their own numbers.
    fn numbers(&self, model: &Model) -> usize {
        model.assessment.as_ref().map_or(0, |assessment| assessment.diagnosis.total())
    }

    fn on_number(model: &mut Model, number: usize) -> Option<Vec<Effect>> {
        let sheet = &model.assessment.as_ref()?.diagnosis;
        let state = question::State::new(sheet, Kind::Diagnosis, number);
        model.enter(Screen::Question(state));
        Some(Vec::new())
    }
}
