//! What every report says, already worded and cleaned: each format only sets it.

mod build;
mod cleaning;
mod merge;

use chrono::NaiveDate;

use crate::core::language::Language;
use crate::core::plan_entry::PlanState;
use crate::core::question_set::Tone;
use crate::core::sheet::Timestamp;

/// A report about one assessment in one language. Every text in it went through [`crate::text::clean`].
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Language of the report.
    pub language: Language,
    /// Identifier of the assessment.
    pub id: String,
    /// Title with the organisation's name.
    pub title: String,
    /// Name of the organisation; never empty.
    pub organization: String,
    /// Who answered; may be empty.
    pub respondent: String,
    /// When the assessment was last changed, written out.
    pub date: String,
    /// When the assessment was last changed.
    pub changed_at: Timestamp,
    /// Who, when, with which sheets; only what is known.
    pub facts: Vec<ReportFact>,
    /// The result at a glance.
    pub result: ReportResult,
    /// The parts of the diagnosis, in order.
    pub categories: Vec<ReportCategory>,
    /// The topic groups, in order; empty where the set has none.
    pub groups: Vec<ReportGroup>,
    /// One star, two stars.
    pub stars: Vec<ReportStar>,
    /// The principles.
    pub checklist: ReportSheet,
    /// The diagnosis.
    pub diagnosis: ReportSheet,
    /// The plan in the order in which to do it.
    pub plan: Vec<ReportPlanItem>,
    /// How several sites were brought together, if they were.
    pub merge: Option<ReportMerge>,
    /// What the report is and is not, one sentence each.
    pub notices: Vec<String>,
}

/// A label with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFact {
    /// The label.
    pub label: &'static str,
    /// The value, never empty.
    pub value: String,
}

/// The result at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportResult {
    /// Points so far.
    pub points: i32,
    /// Fewest points possible.
    pub min: i32,
    /// Most points possible.
    pub max: i32,
    /// Questions answered.
    pub answered: usize,
    /// Questions in all.
    pub total: usize,
    /// The total in words, such as `64 / 100 点`, or the points so far.
    pub total_line: String,
    /// Limits of the band in words; `None` while an answer is missing.
    pub band: Option<String>,
    /// How the band stands, for its colour; `None` while an answer is missing.
    pub tone: Option<Tone>,
    /// What the total means; while an answer is missing, why there is no band.
    pub verdict: String,
    /// What to do now; may be empty.
    pub advice: String,
    /// How many points lead to the next band; `None` in the last band and while an answer is missing.
    pub next_band: Option<String>,
    /// Lower limits of the bands within the scale, ascending, without the very lowest.
    pub limits: Vec<i32>,
}

/// The points of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportCategory {
    /// Title.
    pub title: String,
    /// Points so far.
    pub points: i32,
    /// Fewest points possible.
    pub min: i32,
    /// Most points possible.
    pub max: i32,
    /// Questions answered.
    pub answered: usize,
    /// Questions in the part.
    pub total: usize,
}

impl ReportCategory {
    /// Share of the most points in percent, 0 to 100; points below nothing are 0.
    pub fn percent(&self) -> i32 {
        percent(self.points, self.max)
    }
}

/// How far a topic group is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportGroup {
    /// Title.
    pub title: String,
    /// Points of its answers so far.
    pub points: i32,
    /// Most points possible.
    pub max: i32,
}

impl ReportGroup {
    /// Mean share of the most points in percent, 0 to 100; points below nothing are 0.
    pub fn percent(&self) -> i32 {
        percent(self.points, self.max)
    }
}

fn percent(points: i32, max: i32) -> i32 {
    if max > 0 { (f64::from(points.clamp(0, max)) / f64::from(max) * 100.0).round() as i32 } else { 0 }
}

/// A star and what it still needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportStar {
    /// Name of the star.
    pub title: &'static str,
    /// Whether it was declared.
    pub is_declared: bool,
    /// Declared, ready, or what is missing, in words.
    pub state: String,
}

/// A sheet with all its questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportSheet {
    /// Title of the sheet.
    pub title: String,
    /// What the set is modelled on and whose the sentences are.
    pub source: String,
    /// Id of the set.
    pub set: String,
    /// Whether its answers are worth points.
    pub has_points: bool,
    /// The questions in order.
    pub answers: Vec<ReportAnswer>,
}

/// A question with what was said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportAnswer {
    /// Number of the question.
    pub number: usize,
    /// Id of the question.
    pub question_id: String,
    /// Title of its part; empty in a checklist.
    pub category: String,
    /// Topic in a word or two.
    pub topic: String,
    /// Title of a principle, else the question as asked.
    pub question: String,
    /// Id of the choice; empty where none is made.
    pub choice_id: String,
    /// The answer as worded, or that there is none.
    pub answer: String,
    /// How the answer stands; `None` where there is none.
    pub tone: Option<Tone>,
    /// Points; `None` where there is no answer or the sheet has no points.
    pub points: Option<i32>,
    /// Note, may have several lines.
    pub note: String,
    /// Where the proof is.
    pub evidence: String,
    /// The share of other companies that have it in place, such as `73.0%`; empty where no figure is known.
    pub others: String,
    /// Marked for another look.
    pub is_flagged: bool,
    /// When it was answered, RFC 3339; empty where it is not.
    pub answered_at: String,
}

/// An item of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPlanItem {
    /// Number of the question.
    pub number: usize,
    /// Id of the question.
    pub question_id: String,
    /// Topic in a word or two.
    pub topic: String,
    /// Title of its part.
    pub category: String,
    /// The answer as worded, or that there is none.
    pub answer: String,
    /// How the answer stands; `None` where there is none.
    pub tone: Option<Tone>,
    /// Points that doing it brings.
    pub gain: i32,
    /// What costs little and can be done this week; may be empty.
    pub first_step: String,
    /// What to do then; may be empty.
    pub fuller_measure: String,
    /// Who does it; may be empty.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// By when, written out; empty where no date is set.
    pub due_text: String,
    /// How far it is.
    pub state: PlanState,
    /// How far it is, in words, with the reason where the gap is accepted and a word where it is overdue.
    pub state_text: String,
    /// Whether its date has passed.
    pub is_overdue: bool,
    /// A note, may have several lines.
    pub note: String,
}

/// How several sites were brought together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportMerge {
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// The rule in words.
    pub rule: &'static str,
    /// What the sources did not agree on, in order.
    pub disagreements: Vec<ReportDisagreement>,
}

/// One question on which the sources did not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDisagreement {
    /// The sheet's short title and the number of the question.
    pub question: String,
    /// Topic in a word or two.
    pub topic: String,
    /// Source and its answer as worded.
    pub said: Vec<(String, String)>,
    /// The answer taken.
    pub taken: String,
    /// How it was settled.
    pub settled: String,
}
