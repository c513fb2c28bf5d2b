//! Where the sites of a merged assessment differ, to be decided by hand.

use std::fmt::{self, Write as _};

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::key::Key;
use crate::app::key_table::{self, Binding, DETAILS, ENDS, LEFT, MOVE, OPEN, RETURN};
use crate::app::model::{Model, SavedList};
use crate::app::notice::Notice;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::core::assessment::Assessment;
use crate::core::merge::leave_to_rule;
use crate::core::merge_record::Disagreement;
use crate::core::question_set::Kind;
use crate::messages::Messages;
use crate::text::clean;

use super::{Screen, details};

/// State of the list of disagreements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The highlighted disagreement, from 0.
    pub cursor: usize,
}

/// The disagreements of an assessment, in the order of the questions; none of one that was not merged.
pub fn disagreements(assessment: &Assessment) -> &[Disagreement] {
    assessment.merge.as_ref().map_or(&[], |record| record.disagreements.as_slice())
}

/// The sheet that a disagreement is about.
pub const fn kind(disagreement: &Disagreement) -> Kind {
    if disagreement.in_checklist { Kind::Checklist } else { Kind::Diagnosis }
}

/// What a source is called: its site where the list knows it, else its id.
pub fn source_name(model: &Model, id: &str) -> String {
    let known = model.summaries.as_slice().iter().find(|summary| summary.id == id);
    let site = known.map(|summary| summary.site.trim()).filter(|site| !site.is_empty());
    crate::text::clean(site.unwrap_or(id)).into_owned()
}

/// How many disagreements there are, for the result in line mode; nothing of an assessment that was not merged, or whose
/// sites all agree.
pub fn on_result(model: &Model, assessment: &Assessment) -> Option<String> {
    let all = disagreements(assessment);
    let by_hand = all.iter().filter(|one| one.by_hand).count();
    (!all.is_empty()).then(|| (model.messages().disagreements.on_result)(all.len(), by_hand, "m"))
}

const LEAVE_TO_RULE: Binding =
    key_table::any(&[Key::Char('u'), Key::Function(3)], Command::Restore, |m| m.keys.leave_to_rule, 2);

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[OPEN, LEAVE_TO_RULE, DETAILS, MOVE, ENDS, RETURN, LEFT];

    /// Shows the disagreements of the open assessment, if it was merged. The sites' names stand in the list.
    fn open(model: &mut Model) -> Vec<Effect> {
        if model.assessment.as_ref().is_none_or(|assessment| assessment.merge.is_none()) {
            return Vec::new();
        }
        model.enter(Screen::Disagreements(Self::default()));
        if matches!(model.summaries, SavedList::Read(_)) { Vec::new() } else { vec![Effect::List] }
    }

    fn cursor(&mut self) -> Option<&mut usize> {
        Some(&mut self.cursor)
    }

    fn lines(&self, model: &Model) -> usize {
        model.assessment.as_ref().map_or(0, |assessment| disagreements(assessment).len())
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let now = model.now;
        let (Screen::Disagreements(state), Some(assessment)) = (&model.screen, &mut model.assessment) else {
            return model.go_back();
        };
        if command == Command::Back {
            return model.go_back();
        }
        let Some(one) = disagreements(assessment).get(state.cursor) else { return Vec::new() };
        let (kind, number, question) = (kind(one), one.number, one.question.clone());
        match command {
            Command::Accept => forms::open(model, Subject::Decision(kind, question)),
            Command::Details => model.enter(Screen::Details(details::State { kind, number, scroll: 0 })),
            Command::Restore if one.by_hand => match leave_to_rule(assessment, kind, &question, now) {
                Ok(()) => return model.save(),
                Err(error) => model.notice = Some(Notice::Undecided(error)),
            },
            _ => {}
        }
        Vec::new()
    }

    /// Each disagreement under its number: what is taken, who said what, and why it was decided so.
    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let words = &model.messages().disagreements;
        let Some(assessment) = &model.assessment else { return Ok(()) };
        let Some(record) = assessment.merge.as_ref().filter(|record| !record.disagreements.is_empty()) else {
            return writeln!(out, "{}", words.empty);
        };
        writeln!(out, "{}", words.title)?;
        writeln!(out, "{}", (words.introduction)(record.rule))?;
        for (index, one) in disagreements(assessment).iter().enumerate() {
            let set = &assessment.sheet(kind(one)).set;
            let label = |id: &str| clean(set.choice(id).map_or(id, |choice| &choice.label)).into_owned();
            let topic = set.question(&one.question).map_or(one.question.as_str(), |question| &question.topic);
            let by = if one.by_hand { words.by_hand } else { words.by_rule };
            writeln!(out, "{}. {}: {} ({by})", index + 1, clean(topic), label(&one.chosen))?;
            for source in &record.sources {
                let said = one.answers.get(source).map_or_else(|| words.no_answer.to_owned(), |id| label(id));
                writeln!(out, "   {}: {said}", source_name(model, source))?;
            }
            if !one.reason.is_empty() {
                writeln!(out, "   {}: {}", words.reason, clean(&one.reason))?;
            }
        }
        writeln!(out, "{}", words.words)
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.disagreements.words
    }
}
