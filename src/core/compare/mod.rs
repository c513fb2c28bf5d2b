//! Two assessments side by side, b minus a. Questions are matched by id, so editions and shapes may differ.

use super::assessment::Assessment;
use super::question_set::{Category, Choice, Kind, Question};
use super::score::{self, Score};
use super::sheet::Sheet;

/// What changed from one assessment to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// The principles; all their points are 0.
    pub checklist: SheetComparison<'a>,
    /// The self-diagnosis.
    pub diagnosis: SheetComparison<'a>,
}

/// What changed from one sheet to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetComparison<'a> {
    /// The score of a.
    pub a: Score<'a>,
    /// The score of b.
    pub b: Score<'a>,
    /// Categories by id: those of b in its order, then those that only a has.
    pub categories: Vec<CategoryChange<'a>>,
    /// Questions of both whose answers differ, in the order of b.
    pub changed: Vec<AnswerChange<'a>>,
    /// Questions that only one of the two asks: those of a, then those of b.
    pub unmatched: Vec<Unmatched<'a>>,
}

impl SheetComparison<'_> {
    /// Points of b minus points of a. It is the sum of all changes, plus the points of what only b asks, minus the points of
    /// what only a asks.
    pub fn change(&self) -> i32 {
        self.b.points - self.a.points
    }
}

/// Points of one category on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CategoryChange<'a> {
    /// The category as b has it, or a where b lacks it.
    pub category: &'a Category,
    /// Points in a; `None` where a has no such category.
    pub a: Option<i32>,
    /// Points in b; `None` where b has no such category.
    pub b: Option<i32>,
}

impl CategoryChange<'_> {
    /// Points of b minus points of a; `None` where one side lacks the category.
    pub fn change(&self) -> Option<i32> {
        Some(self.b? - self.a?)
    }
}

/// A question answered differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerChange<'a> {
    /// The question as b asks it.
    pub question: &'a Question,
    /// Its number in a, which may be another edition.
    pub number_in_a: usize,
    /// The answer in a; `None` where it is missing.
    pub a: Option<&'a Choice>,
    /// The answer in b; `None` where it is missing.
    pub b: Option<&'a Choice>,
    /// Points in b minus points in a; a missing answer has none. Always 0 in a checklist.
    pub change: i32,
    /// Whether it became better.
    pub direction: Direction,
}

/// Which way an answer went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More points, or an earlier choice of a checklist.
    Better,
    /// Fewer points, or a later choice of a checklist.
    Worse,
    /// Another answer of the same worth, or one that is missing on one side and so cannot be weighed.
    Neither,
}

/// One of the two assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The first, usually the older one.
    A,
    /// The second.
    B,
}

/// A question that only one side asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmatched<'a> {
    /// Who asks it.
    pub side: Side,
    /// The question.
    pub question: &'a Question,
    /// The answer there.
    pub choice: Option<&'a Choice>,
}

/// Compares two assessments.
pub fn compare<'a>(a: &'a Assessment, b: &'a Assessment) -> Comparison<'a> {
    Comparison {
        checklist: compare_sheets(&a.checklist, &b.checklist),
        diagnosis: compare_sheets(&a.diagnosis, &b.diagnosis),
    }
}

/// Compares two sheets of the same kind.
pub fn compare_sheets<'a>(a: &'a Sheet, b: &'a Sheet) -> SheetComparison<'a> {
    let (score_a, score_b) = (score::score(a), score::score(b));
    let changed = b
        .set
        .questions
        .iter()
        .filter_map(|question| Some((question, a.set.question(&question.id)?.number)))
        .filter_map(|(question, number_in_a)| {
            let (choice_a, choice_b) = (a.choice(&question.id), b.choice(&question.id));
            let change = points(choice_b) - points(choice_a);
            let same = choice_a.map(|choice| &choice.id) == choice_b.map(|choice| &choice.id);
            if same && change == 0 {
                return None;
            }
            let direction = direction(a, b, choice_a.zip(choice_b));
            Some(AnswerChange { question, number_in_a, a: choice_a, b: choice_b, change, direction })
        })
        .collect();
    SheetComparison {
        categories: categories(&score_a, &score_b),
        a: score_a,
        b: score_b,
        changed,
        unmatched: unmatched(a, b, Side::A).chain(unmatched(b, a, Side::B)).collect(),
    }
}

fn points(choice: Option<&Choice>) -> i32 {
    choice.map_or(0, |choice| choice.points)
}

fn direction(a: &Sheet, b: &Sheet, choices: Option<(&Choice, &Choice)>) -> Direction {
    let Some((from, to)) = choices else { return Direction::Neither };
    let order = match b.set.kind {
        Kind::Diagnosis => to.points.cmp(&from.points),
        // The earlier a choice stands, the better; a choice that b no longer offers is ranked as a had it.
        Kind::Checklist => {
            let position = |choice: &Choice| {
                [b, a].into_iter().find_map(|sheet| sheet.set.choices.iter().position(|other| other.id == choice.id))
            };
            position(from).cmp(&position(to))
        }
    };
    match order {
        std::cmp::Ordering::Greater => Direction::Better,
        std::cmp::Ordering::Less => Direction::Worse,
        std::cmp::Ordering::Equal => Direction::Neither,
    }
}

fn categories<'a>(a: &Score<'a>, b: &Score<'a>) -> Vec<CategoryChange<'a>> {
    let in_score = |score: &Score<'a>, id: &str| {
        score.categories.iter().find(|part| part.category.id == id).map(|part| part.points)
    };
    let of_b = b.categories.iter().map(|part| CategoryChange {
        category: part.category,
        a: in_score(a, &part.category.id),
        b: Some(part.points),
    });
    let only_a = a
        .categories
        .iter()
        .filter(|part| in_score(b, &part.category.id).is_none())
        .map(|part| CategoryChange { category: part.category, a: Some(part.points), b: None });
    of_b.chain(only_a).collect()
}

fn unmatched<'a>(own: &'a Sheet, other: &'a Sheet, side: Side) -> impl Iterator<Item = Unmatched<'a>> {
    own.chosen()
        .filter(|(question, _)| other.set.question(&question.id).is_none())
        .map(move |(question, choice)| Unmatched { side, question, choice })
}

#[cfg(test)]
mod tests;
