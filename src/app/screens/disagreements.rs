//! Where the sites of a merged assessment differ, to be decided by hand.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms::{self, Subject};
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::core::assessment::Assessment;
use crate::core::merge::leave_to_rule;
use crate::core::merge_record::Disagreement;
use crate::core::question_set::Kind;

use super::details;

/// What only this screen knows.
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
    let known = model.summaries.iter().flatten().find(|summary| summary.id == id);
    let site = known.map(|summary| summary.site.trim()).filter(|site| !site.is_empty());
    crate::text::clean(site.unwrap_or(id)).into_owned()
}

/// Shows the disagreements of the open assessment. The list tells the sites' names.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if model.assessment.as_ref().is_none_or(|assessment| assessment.merge.is_none()) {
        return Vec::new();
    }
    model.enter(Screen::Disagreements(State::default()));
    if model.summaries.is_none() { vec![Effect::List] } else { Vec::new() }
}

/// What a command does here.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    let now = model.now;
    let cannot_leave = model.messages().disagreements.cannot_leave;
    let Some(assessment) = &mut model.assessment else { return model.go_back() };
    let all = disagreements(assessment);
    if list::moved(&mut state.cursor, all.len(), command) {
        model.screen = Screen::Disagreements(state);
        return Vec::new();
    }
    if command == Command::Back {
        return model.go_back();
    }
    let Some(one) = all.get(state.cursor) else { return Vec::new() };
    let (kind, number, question) = (kind(one), one.number, one.question.clone());
    match command {
        Command::Accept => forms::open(model, Subject::Decision(kind, question)),
        Command::Details => model.enter(Screen::Details(details::State { kind, number, scroll: 0 })),
        Command::Restore if one.by_hand => match leave_to_rule(assessment, kind, &question, now) {
            Ok(()) => return model.save(),
            Err(_) => model.notice = Some(cannot_leave.to_owned()),
        },
        _ => {}
    }
    Vec::new()
}
