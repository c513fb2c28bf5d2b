//! What became of one organisation over several assessments.

use chrono::NaiveDate;

use super::assessment::{Assessment, Status};
use super::question_set::{Choice, Question};
use super::score::{self, Score};
use super::sheet::Sheet;

/// The finished assessments of an organisation in order of date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trend<'a> {
    /// Finished assessments, the oldest first; those begun at the same moment by id.
    pub assessments: Vec<TrendPoint<'a>>,
    /// Questions not fully implemented in the latest one: open longest first, then by number.
    pub open_longest: Vec<OpenItem<'a>>,
}

/// One assessment of a trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendPoint<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// Its points, band and categories.
    pub score: Score<'a>,
}

/// A question that is still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenItem<'a> {
    /// The question as the latest assessment asks it.
    pub question: &'a Question,
    /// The latest answer.
    pub choice: &'a Choice,
    /// Date of the first of the assessments that, up to the latest, all found it open.
    pub since: NaiveDate,
    /// How many assessments in a row found it open, from 1.
    pub assessments: usize,
}

/// The trend of these assessments, which the caller has chosen for one organisation. Those in progress are left out. The
/// date is the day on which an assessment was begun, where it was begun.
///
/// A question is open where its answer gives fewer points than the best one of its set. An assessment that does not ask it
/// ends the row: nothing is known about that time.
pub fn trend<'a>(assessments: impl IntoIterator<Item = &'a Assessment>) -> Trend<'a> {
    let mut finished: Vec<&Assessment> =
        assessments.into_iter().filter(|assessment| assessment.status() == Status::Complete).collect();
    finished.sort_by(|one, other| (one.created_at, &one.id).cmp(&(other.created_at, &other.id)));
    let open_longest = open_longest(&finished);
    let point = |assessment: &'a Assessment| TrendPoint { assessment, score: score::score(&assessment.diagnosis) };
    Trend { assessments: finished.into_iter().map(point).collect(), open_longest }
}

fn open_longest<'a>(finished: &[&'a Assessment]) -> Vec<OpenItem<'a>> {
    let Some(latest) = finished.last() else { return Vec::new() };
    let mut items: Vec<OpenItem<'a>> = latest
        .diagnosis
        .chosen()
        .filter_map(|(question, choice)| {
            let row = finished.iter().rev().take_while(|one| is_open(&one.diagnosis, &question.id));
            let (assessments, first) = row.enumerate().last()?;
            let since = first.created_at.date_naive();
            Some(OpenItem { question, choice: choice?, since, assessments: assessments + 1 })
        })
        .collect();
    items.sort_by_key(|item| (item.since, item.question.number));
    items
}

fn is_open(sheet: &Sheet, question: &str) -> bool {
    sheet.set.question(question).is_some()
        && sheet.choice(question).is_some_and(|choice| choice.points < sheet.set.most_points())
}

#[cfg(test)]
mod tests;
