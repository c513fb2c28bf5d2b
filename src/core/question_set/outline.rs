//! What a saved assessment keeps of its question sets, so that it can be read and scored without them.

use serde::{Deserialize, Serialize};

use super::super::language::Language;
use super::super::star::Star;
use super::{Band, Category, Choice, Group, Kind, Question, QuestionSet, Tone};

/// The bones of a question set: ids, order, points and short labels, but none of the longer texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Language of the labels.
    pub language: Language,
    /// Title of the sheet.
    pub title: String,
    /// Title for the head line.
    pub short_title: String,
    /// The star that the set counts for by its name in question files, or `none`; `None` in files of before, where the id
    /// of the set decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts_for: Option<String>,
    /// Choices as (id, label, tone, points, whether it counts).
    pub choices: Vec<(String, String, String, i32, bool)>,
    /// Categories as (id, title).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<(String, String)>,
    /// Groups as (id, title).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<(String, String)>,
    /// Bands as (id, lowest, highest, verdict).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<(String, i32, i32, String)>,
    /// Questions in order as (id, category, group, topic).
    pub questions: Vec<(String, String, String, String)>,
}

/// What an outline says of a set that counts for no star.
pub const NO_STAR: &str = "none";

/// The star for which a set counted before outlines said so.
fn star_by_id(id: &str) -> Option<Star> {
    match id {
        "five-principles" | "six-principles" => Some(Star::One),
        "self-diagnosis" => Some(Star::Two),
        _ => None,
    }
}

impl Tone {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Fair => "fair",
            Self::Poor => "poor",
            Self::Unknown => "unknown",
        }
    }

    /// The tone with that name in files.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tone| tone.name() == name)
    }
}

impl QuestionSet {
    /// What a saved assessment keeps of this set.
    pub fn outline(&self) -> Outline {
        Outline {
            language: self.language,
            title: self.title.clone(),
            short_title: self.short_title.clone(),
            counts_for: Some(self.counts_for.map_or(NO_STAR, Star::name).to_owned()),
            choices: self
                .choices
                .iter()
                .map(|c| (c.id.clone(), c.label.clone(), c.tone.name().to_owned(), c.points, c.counts))
                .collect(),
            categories: self.categories.iter().map(|c| (c.id.clone(), c.title.clone())).collect(),
            groups: self.groups.iter().map(|g| (g.id.clone(), g.title.clone())).collect(),
            bands: self.bands.iter().map(|b| (b.id.clone(), b.min, b.max, b.verdict.clone())).collect(),
            questions: self
                .questions
                .iter()
                .map(|q| (q.id.clone(), q.category.clone(), q.group.clone(), q.topic.clone()))
                .collect(),
        }
    }

    /// Whether answers to a set with that outline mean the same in this one: same ids in the same order, same points.
    pub fn agrees_with(&self, outline: &Outline) -> bool {
        self.questions.len() == outline.questions.len()
            && self.choices.len() == outline.choices.len()
            && self.questions.iter().zip(&outline.questions).all(|(q, o)| q.id == o.0 && q.category == o.1)
            && self.choices.iter().zip(&outline.choices).all(|(c, o)| c.id == o.0 && c.points == o.3 && c.counts == o.4)
    }
}

impl Outline {
    /// A question set made of what was kept, its longer texts empty.
    pub fn into_question_set(self, kind: Kind, id: &str, edition: &str) -> QuestionSet {
        let question = |(index, (id, category, group, topic)): (usize, (String, String, String, String))| Question {
            number: index + 1,
            id,
            category,
            group,
            text: topic.clone(),
            topic,
            title: String::new(),
            why: String::new(),
            examples: Vec::new(),
            first_step: String::new(),
            fuller_measure: String::new(),
            not_applicable: String::new(),
            measure: String::new(),
        };
        let counts_for = self.counts_for.as_deref().map_or_else(|| star_by_id(id), Star::from_name);
        QuestionSet {
            counts_for: counts_for.filter(|star| *star == kind.star()),
            kind,
            id: id.to_owned(),
            edition: edition.to_owned(),
            language: self.language,
            title: self.title,
            short_title: self.short_title,
            source: String::new(),
            categories: self
                .categories
                .into_iter()
                .map(|(id, title)| Category { id, title, description: String::new() })
                .collect(),
            groups: self.groups.into_iter().map(|(id, title)| Group { id, title }).collect(),
            choices: self
                .choices
                .into_iter()
                .map(|(id, label, tone, points, counts)| Choice {
                    id,
                    label,
                    points,
                    counts,
                    tone: Tone::from_name(&tone).unwrap_or(Tone::Unknown),
                })
                .collect(),
            bands: self
                .bands
                .into_iter()
                .map(|(id, min, max, verdict)| Band { id, min, max, verdict, advice: String::new() })
                .collect(),
            questions: self.questions.into_iter().enumerate().map(question).collect(),
        }
    }
}
