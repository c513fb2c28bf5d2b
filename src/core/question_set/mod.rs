//! Question sets: the five principles, the self-diagnosis, and any set of one's own.
//!
//! A set is data. Nothing in the program knows how many questions, categories or choices there are, or what they
//! are worth; it all comes from a file in `questions/` or from `--questions`.

mod check;
mod outline;
mod parse;
mod places;
mod shared;
mod versions;

use super::language::Language;
use super::star::Star;

pub use outline::Outline;
pub use parse::parse;
pub use shared::SharedSet;
pub use versions::check_versions;

/// The newest layout of question files that this program reads.
pub const SCHEMA: i64 = 1;

/// The JSON Schema of question files, for editors that check and complete while one writes.
pub const JSON_SCHEMA: &str = include_str!("../../../questions/schema.json");

/// What a set is for, which decides how it is evaluated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Principles to which a company commits itself; the answers count or do not count.
    #[default]
    Checklist,
    /// Questions whose answers are worth points.
    Diagnosis,
}

impl Kind {
    /// The kinds by their names in files.
    pub const NAMES: [(&'static str, Self); 2] = [("checklist", Self::Checklist), ("diagnosis", Self::Diagnosis)];

    /// The star to which a set of this kind can lead: principles to one, a diagnosis to two.
    pub const fn star(self) -> Star {
        match self {
            Self::Checklist => Star::One,
            Self::Diagnosis => Star::Two,
        }
    }

    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Checklist => "checklist",
            Self::Diagnosis => "diagnosis",
        }
    }
}

enum_with_all! {
    /// How an answer stands, from which screens derive mark and colour.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Tone {
        /// Fully done.
        Good,
        /// Done in part.
        Fair,
        /// Not done.
        Poor,
        /// Nobody knows: to be found out first.
        Unknown,
    }
}

/// A question set in one language. The default has no questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionSet {
    /// What it is for.
    pub kind: Kind,
    /// Stable name of the set, the same in every language.
    pub id: String,
    /// Edition of the set, the same in every language.
    pub edition: String,
    /// Language of the texts.
    pub language: Language,
    /// Title of the sheet.
    pub title: String,
    /// Title for the head line.
    pub short_title: String,
    /// The star to which its answers can lead; `None` for a questionnaire like any other.
    pub counts_for: Option<Star>,
    /// What the set is modelled on and whose the sentences are.
    pub source: String,
    /// Parts of a diagnosis in order; empty for a checklist.
    pub categories: Vec<Category>,
    /// Topic groups of a diagnosis in order; may be empty.
    pub groups: Vec<Group>,
    /// The choices in the order of their digits.
    pub choices: Vec<Choice>,
    /// Bands of the total, in the order of the file; empty for a checklist.
    pub bands: Vec<Band>,
    /// The questions in order.
    pub questions: Vec<Question>,
}

/// A part of a diagnosis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Stable name.
    pub id: String,
    /// Title as shown.
    pub title: String,
    /// One sentence about the part.
    pub description: String,
}

/// A topic group: an axis of the radar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Stable name.
    pub id: String,
    /// Title as shown.
    pub title: String,
}

/// One of the answers that every question of a set offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stable name.
    pub id: String,
    /// Wording as shown.
    pub label: String,
    /// Points in a diagnosis; 0 in a checklist.
    pub points: i32,
    /// Whether the answer counts towards readiness in a checklist; false in a diagnosis.
    pub counts: bool,
    /// How the answer stands.
    pub tone: Tone,
}

/// A band of the total with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Stable name, such as `70-99`.
    pub id: String,
    /// Lowest total of the band.
    pub min: i32,
    /// Highest total of the band.
    pub max: i32,
    /// What the total means, one sentence.
    pub verdict: String,
    /// What to do now.
    pub advice: String,
}

/// One question, or one principle of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Position in the set, from 1.
    pub number: usize,
    /// Stable name.
    pub id: String,
    /// Id of the category; empty in a checklist.
    pub category: String,
    /// Id of the topic group; empty where the set has none.
    pub group: String,
    /// The topic in a word or two.
    pub topic: String,
    /// Title of a principle; empty in a diagnosis.
    pub title: String,
    /// The question as asked.
    pub text: String,
    /// Why it matters.
    pub why: String,
    /// Examples of doing it.
    pub examples: Vec<String>,
    /// What costs little and can be done this week.
    pub first_step: String,
    /// What to do then.
    pub fuller_measure: String,
    /// What to answer where the topic does not apply; may be empty.
    pub not_applicable: String,
    /// The measure as a phrase for a published policy; may be empty.
    pub measure: String,
}

impl QuestionSet {
    /// The question with that id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The choice with that id.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// The category with that id.
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == id)
    }

    /// The fewest points that one answer can give.
    pub fn least_points(&self) -> i32 {
        self.choices.iter().map(|choice| choice.points).min().unwrap_or_default()
    }

    /// The most points that one answer can give.
    pub fn most_points(&self) -> i32 {
        self.choices.iter().map(|choice| choice.points).max().unwrap_or_default()
    }

    /// The band in which a total lies.
    pub fn band(&self, points: i32) -> Option<&Band> {
        self.bands.iter().find(|band| (band.min..=band.max).contains(&points))
    }

    /// The best answer: the most points in a diagnosis, the first that counts in a checklist.
    pub fn best_choice(&self) -> Option<&Choice> {
        match self.kind {
            Kind::Checklist => self.choices.iter().find(|choice| choice.counts),
            Kind::Diagnosis => self.choices.iter().rev().max_by_key(|choice| choice.points),
        }
    }
}
