//! The what-if line by line: a number tries out the best answer, and what it would bring is told at once.

use std::io::{self, Write};

use crate::app::model::Model;
use crate::app::screens::what_if::State;
use crate::appearance::Glyphs;
use crate::core::plan::{next_target, path};
use crate::core::question_set::{Choice, Question};
use crate::core::score::score;
use crate::text::clean;

/// What the answers tried out would bring. All questions where `whole` asks for them or nothing is tried out yet, else
/// only those that are: nobody wants to hear 25 lines after each try.
pub fn page(model: &Model, state: &State, whole: bool, glyphs: &Glyphs, out: &mut impl Write) -> io::Result<()> {
    let Some(saved) = model.assessment.as_ref().map(|assessment| &assessment.diagnosis) else { return Ok(()) };
    let words = model.messages();
    let (before, after) = (score(saved), score(&state.sheet));
    let set = &state.sheet.set;
    writeln!(out, "{}  {}", words.what_if.title, words.what_if.not_saved)?;
    let verdict = after.band.map_or("", |band| band.verdict.as_str());
    let change = after.points - before.points;
    let total = format!("{} {} {}  ({change:+})  {}", before.points, glyphs.arrow, after.points, clean(verdict));
    writeln!(out, "{}", total.trim_end())?;
    let target = next_target(set, after.points);
    let path = path(&state.sheet, target);
    if !path.steps.is_empty() {
        let steps: Vec<String> = path
            .steps
            .iter()
            .map(|step| format!("{} {} +{}", step.question.number, clean(&step.question.topic), step.gain))
            .collect();
        let steps = steps.join(words.what_if.step_separator);
        writeln!(out, "{}", (words.what_if.fewest)(target, &steps, path.points))?;
    }
    let label = |choice: Option<&Choice>| {
        clean(choice.map_or(words.common.unanswered, |choice| choice.label.as_str())).into_owned()
    };
    let row = |question: &Question| {
        let (a, b) = (saved.choice(&question.id), state.sheet.choice(&question.id));
        let is_tried = a.map(|choice| &choice.id) != b.map(|choice| &choice.id);
        let line = if is_tried {
            let gain = b.map_or(0, |choice| choice.points) - a.map_or(0, |choice| choice.points);
            format!("{} {} {}  {gain:+}", label(a), glyphs.arrow, label(b))
        } else {
            label(b)
        };
        (is_tried, format!("{}. {}: {line}", question.number, clean(&question.topic)))
    };
    let rows: Vec<(bool, String)> = set.questions.iter().map(row).collect();
    let whole = whole || rows.iter().all(|(is_tried, _)| !is_tried);
    for (_, line) in rows.iter().filter(|(is_tried, _)| whole || *is_tried) {
        writeln!(out, "{line}")?;
    }
    if whole {
        let choices = set.choices.iter().enumerate();
        let choices: Vec<String> =
            choices.map(|(index, choice)| format!("{} {}", index + 1, clean(&choice.label))).collect();
        let choices = choices.join(words.what_if.step_separator);
        writeln!(out, "{}", (words.line_mode.what_if_words)(&choices))?;
    } else {
        writeln!(out, "{}", words.line_mode.what_if_more)?;
    }
    Ok(())
}
