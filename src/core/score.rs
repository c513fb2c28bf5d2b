//! Points of a diagnosis: the one function that screens, plain mode, JSON and exports share.

use super::question_set::{Band, Category, Group, Question, QuestionSet, Tone};
use super::sheet::Sheet;

/// What the answers of a sheet are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score<'sheet> {
    /// Points so far.
    pub points: i32,
    /// The fewest points that the whole set can give.
    pub min: i32,
    /// The most points that the whole set can give.
    pub max: i32,
    /// Questions answered.
    pub answered: usize,
    /// Questions in all.
    pub total: usize,
    /// The band of the total; `None` while an answer is missing, for there is no band of a half-done diagnosis.
    pub band: Option<&'sheet Band>,
    /// The parts, in order.
    pub categories: Vec<CategoryScore<'sheet>>,
    /// Questions answered with "don't know", in order.
    pub unknown: Vec<&'sheet Question>,
    /// Answered questions that miss points, with how many, in order.
    pub lost: Vec<(&'sheet Question, i32)>,
}

/// What the answers of one part are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryScore<'sheet> {
    /// The part.
    pub category: &'sheet Category,
    /// Points so far.
    pub points: i32,
    /// The fewest points possible.
    pub min: i32,
    /// The most points possible.
    pub max: i32,
    /// Questions answered.
    pub answered: usize,
    /// Questions in the part.
    pub total: usize,
}

impl Score<'_> {
    /// Whether every question is answered.
    pub fn is_complete(&self) -> bool {
        self.answered == self.total
    }
}

/// Scores a sheet. Points are sums over the answered questions; an unanswered one adds nothing.
pub fn score(sheet: &Sheet) -> Score<'_> {
    let set = &*sheet.set;
    let (least, most) = (set.least_points(), set.most_points());
    let mut categories: Vec<CategoryScore<'_>> = set
        .categories
        .iter()
        .map(|category| CategoryScore { category, points: 0, min: 0, max: 0, answered: 0, total: 0 })
        .collect();
    let mut score = Score {
        points: 0,
        min: least * set.questions.len() as i32,
        max: most * set.questions.len() as i32,
        answered: 0,
        total: set.questions.len(),
        band: None,
        categories: Vec::new(),
        unknown: Vec::new(),
        lost: Vec::new(),
    };
    for (question, choice) in sheet.chosen() {
        let mut part = categories.iter_mut().find(|part| part.category.id == question.category);
        if let Some(part) = part.as_deref_mut() {
            part.total += 1;
            part.min += least;
            part.max += most;
        }
        let Some(choice) = choice else { continue };
        score.answered += 1;
        score.points += choice.points;
        if let Some(part) = part {
            part.answered += 1;
            part.points += choice.points;
        }
        if choice.tone == Tone::Unknown {
            score.unknown.push(question);
        }
        if choice.points < most {
            score.lost.push((question, most - choice.points));
        }
    }
    score.band = if score.is_complete() { set.band(score.points) } else { None };
    score.categories = categories;
    score
}

/// What the answers to one topic group are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupScore<'sheet> {
    /// The group.
    pub group: &'sheet Group,
    /// Points so far.
    pub points: i32,
    /// The most points possible.
    pub max: i32,
}

impl GroupScore<'_> {
    /// The share of the points reached, from 0 to 1; below nothing counts as nothing.
    pub fn share(&self) -> f64 {
        if self.max > 0 { f64::from(self.points.max(0)) / f64::from(self.max) } else { 0.0 }
    }

    /// The share in whole percent.
    pub fn percent(&self) -> i32 {
        (self.share() * 100.0).round() as i32
    }
}

/// The topic groups of a sheet in order, with their points.
pub fn groups(sheet: &Sheet) -> Vec<GroupScore<'_>> {
    let most = sheet.set.most_points();
    let of = |group: &Group| {
        sheet
            .chosen()
            .filter(|(question, _)| question.group == group.id)
            .fold((0, 0), |(points, max), (_, choice)| (points + choice.map_or(0, |choice| choice.points), max + most))
    };
    sheet
        .set
        .groups
        .iter()
        .map(|group| {
            let (points, max) = of(group);
            GroupScore { group, points, max }
        })
        .collect()
}

/// The next band above a total: the one with the smallest lower limit beyond it.
pub fn next_band(set: &QuestionSet, points: i32) -> Option<&Band> {
    set.bands.iter().filter(|band| band.min > points).min_by_key(|band| band.min)
}
