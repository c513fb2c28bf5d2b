//! An answer sheet: a question set and what was answered to it.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, SecondsFormat, SubsecRound};

use super::question_set::{Choice, Question, SharedSet};

/// A moment with the offset of the place where it was noted.
pub type Timestamp = DateTime<FixedOffset>;

/// A moment without what is finer than a millisecond: files do not keep that, so nothing may have it before it is saved.
pub fn to_the_millisecond(moment: Timestamp) -> Timestamp {
    moment.trunc_subsecs(3)
}

/// A moment as documents write it: RFC 3339 with the offset of the place, and milliseconds where there are any.
pub fn rfc3339(moment: Timestamp) -> String {
    moment.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

/// How many earlier answers a question keeps; the oldest goes first.
pub const HISTORY_LIMIT: usize = 20;

/// What a company said to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Id of the choice; `None` while only a note, a flag or an answer to confirm is there.
    pub choice: Option<String>,
    /// When the choice was made.
    pub answered_at: Option<Timestamp>,
    /// A note in the company's own words, may have several lines.
    pub note: String,
    /// Where the proof is: a file, a place, a person.
    pub evidence: String,
    /// Marked for another look.
    pub flagged: bool,
    /// The answer of the assessment from which this one was begun.
    pub previous: Option<EarlierAnswer>,
    /// Earlier answers to this question, oldest first, at most [`HISTORY_LIMIT`].
    pub history: Vec<EarlierAnswer>,
}

/// An answer that was given before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierAnswer {
    /// Id of the choice.
    pub choice: String,
    /// When it was made.
    pub answered_at: Timestamp,
}

impl Answer {
    /// Whether an answer was carried over and is neither confirmed nor given anew.
    pub fn is_unconfirmed(&self) -> bool {
        self.choice.is_none() && self.previous.is_some()
    }

    /// Whether nothing at all is recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A question set with its answers. It scores itself from what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The set; its texts are in the language of the interface where they are at hand.
    pub set: SharedSet,
    /// Answers by question id.
    pub answers: BTreeMap<String, Answer>,
}

impl Sheet {
    /// An empty sheet of a set.
    pub fn new(set: SharedSet) -> Self {
        Self { set, answers: BTreeMap::new() }
    }

    /// What is recorded for a question.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers.get(question)
    }

    /// The choice made for a question.
    pub fn choice(&self, question: &str) -> Option<&Choice> {
        self.set.choice(self.answers.get(question)?.choice.as_deref()?)
    }

    /// Questions with the choices made, in order.
    pub fn chosen(&self) -> impl Iterator<Item = (&Question, Option<&Choice>)> {
        self.set.questions.iter().map(|question| (question, self.choice(&question.id)))
    }

    /// How many questions are answered.
    pub fn answered(&self) -> usize {
        self.chosen().filter(|(_, choice)| choice.is_some()).count()
    }

    /// How many questions there are.
    pub fn total(&self) -> usize {
        self.set.questions.len()
    }

    /// Whether every question is answered.
    pub fn is_complete(&self) -> bool {
        // Where nothing is answered, the set need not be looked at, which may not even have been read.
        !self.answers.is_empty() && self.answered() == self.total()
    }

    /// Number of the first unanswered question.
    pub fn first_unanswered(&self) -> Option<usize> {
        self.chosen().find(|(_, choice)| choice.is_none()).map(|(question, _)| question.number)
    }

    /// Takes a choice. The one before it goes into the history; the same one again only renews its time.
    pub fn choose(&mut self, question: &str, choice: &str, now: Timestamp) {
        let answer = self.answers.entry(question.to_owned()).or_default();
        if let (Some(earlier), Some(answered_at)) = (answer.choice.take(), answer.answered_at)
            && earlier != choice
        {
            answer.history.push(EarlierAnswer { choice: earlier, answered_at });
            if answer.history.len() > HISTORY_LIMIT {
                answer.history.remove(0);
            }
        }
        answer.choice = Some(choice.to_owned());
        answer.answered_at = Some(now);
    }

    /// Takes the carried-over answer as today's. Returns whether there was one.
    pub fn confirm(&mut self, question: &str, now: Timestamp) -> bool {
        let Some(choice) = self
            .answers
            .get(question)
            .filter(|answer| answer.is_unconfirmed())
            .and_then(|answer| answer.previous.as_ref().map(|previous| previous.choice.clone()))
        else {
            return false;
        };
        self.choose(question, &choice, now);
        true
    }

    /// Sets or takes away the mark for another look.
    pub fn toggle_flag(&mut self, question: &str) {
        let answer = self.answers.entry(question.to_owned()).or_default();
        answer.flagged = !answer.flagged;
        self.forget_if_empty(question);
    }

    /// Replaces note and evidence of a question.
    pub fn annotate(&mut self, question: &str, note: String, evidence: String) {
        let answer = self.answers.entry(question.to_owned()).or_default();
        answer.note = note;
        answer.evidence = evidence;
        self.forget_if_empty(question);
    }

    fn forget_if_empty(&mut self, question: &str) {
        if self.answers.get(question).is_some_and(Answer::is_empty) {
            self.answers.remove(question);
        }
    }
}
