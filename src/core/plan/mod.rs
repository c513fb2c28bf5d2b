//! The remediation plan: what is still to be done, in which order, and the shortest way to a target.
//!
//! Trying out answers needs nothing of its own: a cloned [`Sheet`] with other choices is scored like any other.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::plan_entry::{PlanEntry, PlanState};
use super::question_set::{Choice, Question, QuestionSet, Tone};
use super::score;
use super::sheet::Sheet;

/// What stands for an item about which nobody decided anything yet.
static UNDECIDED: PlanEntry =
    PlanEntry { owner: String::new(), due: None, state: PlanState::Open, reason: String::new(), note: String::new() };

/// A question of the diagnosis that is not fully implemented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanItem<'a> {
    /// The question.
    pub question: &'a Question,
    /// The answer; `None` where there is none yet.
    pub choice: Option<&'a Choice>,
    /// Points that full implementation would add to the total, above 0. An unanswered question adds nothing to the total,
    /// so it loses the most that an answer gives.
    pub points_lost: i32,
    /// Who does it by when; empty where nothing was decided.
    pub entry: &'a PlanEntry,
}

impl PlanItem<'_> {
    /// Whether nobody knows yet how it stands: answered with "don't know", or not answered.
    pub fn is_unknown(&self) -> bool {
        self.choice.is_none_or(|choice| choice.tone == Tone::Unknown)
    }

    /// Whether its due date has passed and there is still something to do. On the due date itself it is not overdue.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.entry.state.is_pending() && self.entry.due.is_some_and(|due| due < today)
    }
}

/// The items of the plan in the order in which to do them: the first category of the set first, because it is a must for
/// every company; what is unknown before known gaps, because finding out costs nothing; more points lost first; then by
/// number.
pub fn items<'a>(sheet: &'a Sheet, entries: &'a BTreeMap<String, PlanEntry>) -> Vec<PlanItem<'a>> {
    let most = sheet.set.most_points();
    let first_category = sheet.set.categories.first().map(|category| category.id.as_str());
    let mut items: Vec<PlanItem<'a>> = sheet
        .chosen()
        .map(|(question, choice)| PlanItem {
            question,
            choice,
            points_lost: most - choice.map_or(0, |choice| choice.points),
            entry: entries.get(&question.id).unwrap_or(&UNDECIDED),
        })
        .filter(|item| item.points_lost > 0)
        .collect();
    items.sort_by_key(|item| {
        let elsewhere = first_category != Some(item.question.category.as_str());
        (elsewhere, !item.is_unknown(), Reverse(item.points_lost), item.question.number)
    });
    items
}

/// The next total worth reaching from a total: the lower limit of the next band, or the maximum of the set where no band
/// follows.
pub fn next_target(set: &QuestionSet, points: i32) -> i32 {
    let max = set.most_points() * set.questions.len() as i32;
    score::next_band(set, points).map_or(max, |band| band.min.min(max))
}

/// The fewest answers that reach a target once they are fully implemented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path<'a> {
    /// The total to reach.
    pub target: i32,
    /// The total so far.
    pub start: i32,
    /// What to implement, the largest gain first, equal gains in the order of the plan. Empty where the target is reached.
    pub steps: Vec<PathStep<'a>>,
    /// The total after all steps.
    pub points: i32,
}

impl Path<'_> {
    /// Whether the steps reach the target. They do not where it lies beyond the maximum of the set; the steps are then all
    /// that there is to do.
    pub fn reaches(&self) -> bool {
        self.points >= self.target
    }

    /// The total after each step, in order.
    pub fn totals(&self) -> impl Iterator<Item = i32> {
        self.steps.iter().scan(self.start, |total, step| {
            *total += step.gain;
            Some(*total)
        })
    }
}

/// One answer of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathStep<'a> {
    /// The question.
    pub question: &'a Question,
    /// The answer now; `None` where there is none yet.
    pub from: Option<&'a Choice>,
    /// The answer once it is fully implemented.
    pub to: &'a Choice,
    /// Points that this adds to the total, above 0.
    pub gain: i32,
}

/// The shortest path to a target. Every answer adds its points on its own, so taking the largest gains first needs the
/// fewest answers. The path speaks of points only: a diagnosis with other questions unanswered has no band even then.
pub fn path(sheet: &Sheet, target: i32) -> Path<'_> {
    static NO_ENTRIES: BTreeMap<String, PlanEntry> = BTreeMap::new();
    let start = score::score(sheet).points;
    let mut path = Path { target, start, steps: Vec::new(), points: start };
    let Some(best) = sheet.set.best_choice() else { return path };
    let mut items = items(sheet, &NO_ENTRIES);
    items.sort_by_key(|item| Reverse(item.points_lost));
    for item in items {
        if path.reaches() {
            break;
        }
        path.points += item.points_lost;
        path.steps.push(PathStep { question: item.question, from: item.choice, to: best, gain: item.points_lost });
    }
    path
}

#[cfg(test)]
mod tests;
