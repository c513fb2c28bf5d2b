//! Builds the report from an assessment.

use chrono::NaiveDate;

use super::cleaning::{line, lines};
use super::{
    Report, ReportAnswer, ReportCategory, ReportFact, ReportGroup, ReportPlanItem, ReportResult, ReportSheet,
    ReportStar,
};
use crate::core::assessment::{Assessment, Status};
use crate::core::content::procedures;
use crate::core::language::Language;
use crate::core::organization::{FieldValue, OrganizationField};
use crate::core::plan;
use crate::core::plan_entry::PlanState;
use crate::core::question_set::{Choice, Question, QuestionSet, Tone};
use crate::core::score::{self, Score, next_band};
use crate::core::sheet::{Answer, Sheet, Timestamp, rfc3339};
use crate::core::star::Star;
use crate::core::stars::stars;
use crate::messages::progress::star_state;
use crate::messages::{Messages, messages};
use crate::report::survey;

impl Report {
    /// The report about an assessment. Texts of questions come in the language of the assessment's sheets; `today` tells
    /// what is overdue.
    pub fn new(assessment: &Assessment, language: Language, today: NaiveDate) -> Self {
        let words = messages(language);
        let file = &words.report_file;
        let name = line(&assessment.organization.name);
        let organization = if name.is_empty() { words.common.unnamed.to_owned() } else { name };
        let score = score::score(&assessment.diagnosis);
        Self {
            language,
            id: line(&assessment.id),
            title: (file.title_of)(&organization),
            respondent: line(&assessment.organization.respondent),
            date: day(assessment.updated_at, language),
            changed_at: assessment.updated_at,
            facts: facts(assessment, &organization, language),
            result: result(&score, &assessment.diagnosis.set, words),
            categories: categories(&score),
            groups: groups(&assessment.diagnosis),
            stars: star_lines(assessment, words),
            checklist: sheet(&assessment.checklist, words),
            diagnosis: sheet(&assessment.diagnosis, words),
            plan: plan_items(assessment, language, today),
            merge: super::merge::report_merge(assessment, words),
            notices: notices(assessment, words),
            organization,
        }
    }
}

fn day(moment: Timestamp, language: Language) -> String {
    (messages(language).common.date)(moment.date_naive(), false)
}

fn facts(assessment: &Assessment, organization: &str, language: Language) -> Vec<ReportFact> {
    let words = messages(language);
    let (file, profile) = (&words.report_file, &words.profile);
    let who = &assessment.organization;
    let date = |date: Option<NaiveDate>| date.map(|date| (words.common.date)(date, false)).unwrap_or_default();
    let edition = |set: &QuestionSet| (file.edition)(&line(&set.title), &line(&set.edition));
    let status = match assessment.status() {
        Status::Complete => file.complete,
        Status::InProgress => file.in_progress,
    };
    let about_organization = OrganizationField::ALL.map(|field| {
        let value = match who.get(field) {
            FieldValue::Text(_) if field == OrganizationField::Name => organization.to_owned(),
            FieldValue::Text(text) => line(text),
            FieldValue::Count(count) => count.map(file.people).unwrap_or_default(),
        };
        (profile.label(field), value)
    });
    let about_assessment = [
        (file.begun, day(assessment.created_at, language)),
        (file.changed, day(assessment.updated_at, language)),
        (file.status, status.to_owned()),
        (file.checklist, edition(&assessment.checklist.set)),
        (file.diagnosis, edition(&assessment.diagnosis.set)),
        (file.policy_set_on, date(assessment.policy.set_on)),
        (file.published_place, line(&assessment.publication.place)),
        (file.published, date(assessment.publication.published_at)),
        (file.declaration_id, line(sound_declaration_id(assessment, language))),
        (file.id, line(&assessment.id)),
    ];
    about_organization
        .into_iter()
        .chain(about_assessment)
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| ReportFact { label, value })
        .collect()
}

fn result(score: &Score<'_>, set: &QuestionSet, words: &Messages) -> ReportResult {
    let (file, result) = (&words.report_file, &words.result);
    let next = score.band.and_then(|_| next_band(set, score.points));
    let mut limits: Vec<i32> = set.bands.iter().map(|band| band.min).filter(|limit| *limit > score.min).collect();
    limits.sort_unstable();
    ReportResult {
        points: score.points,
        min: score.min,
        max: score.max,
        answered: score.answered,
        total: score.total,
        total_line: if score.is_complete() {
            (result.points)(score.points, score.max)
        } else {
            (result.points_so_far)(score.points)
        },
        band: score.band.map(|band| (file.band_range)(Some(band.min).filter(|min| *min > score.min), band.max)),
        tone: score.band.map(|band| tone_of_band(set, band.min)),
        verdict: score.band.map_or_else(|| result.no_band_yet.to_owned(), |band| line(&band.verdict)),
        advice: score.band.map(|band| lines(&band.advice)).unwrap_or_default(),
        next_band: next.map(|band| (result.to_next_band)(band.min - score.points, band.min)),
        limits,
    }
}

/// The best band is good, the one below it fair, whatever is lower poor.
fn tone_of_band(set: &QuestionSet, min: i32) -> Tone {
    match set.bands.iter().filter(|band| band.min > min).count() {
        0 => Tone::Good,
        1 => Tone::Fair,
        _ => Tone::Poor,
    }
}

fn categories(score: &Score<'_>) -> Vec<ReportCategory> {
    score
        .categories
        .iter()
        .map(|part| ReportCategory {
            title: line(&part.category.title),
            points: part.points,
            min: part.min,
            max: part.max,
            answered: part.answered,
            total: part.total,
        })
        .collect()
}

fn groups(sheet: &Sheet) -> Vec<ReportGroup> {
    score::groups(sheet)
        .into_iter()
        .map(|group| ReportGroup { title: line(&group.group.title), points: group.points, max: group.max })
        .collect()
}

/// The declaration ID, unless it cannot be one.
fn sound_declaration_id(assessment: &Assessment, language: Language) -> &str {
    let id = assessment.declaration.declaration_id.trim();
    let is_sound = procedures(language).is_some_and(|all| all.declaration_id.fits(id));
    if is_sound { id } else { "" }
}

fn star_lines(assessment: &Assessment, words: &Messages) -> Vec<ReportStar> {
    let stars = stars(assessment);
    [(Star::One, words.progress.one_star), (Star::Two, words.progress.two_stars)]
        .map(|(star, title)| ReportStar {
            title,
            is_declared: stars.state(star).is_declared(),
            state: star_state(words, assessment, star),
        })
        .into()
}

fn sheet(sheet: &Sheet, words: &Messages) -> ReportSheet {
    let set = &*sheet.set;
    let has_points = set.most_points() != set.least_points();
    ReportSheet {
        title: line(&set.title),
        source: line(&set.source),
        set: line(&set.id),
        has_points,
        answers: sheet.chosen().map(|(question, choice)| answer(sheet, question, choice, has_points, words)).collect(),
    }
}

fn answer(
    sheet: &Sheet,
    question: &Question,
    choice: Option<&Choice>,
    has_points: bool,
    words: &Messages,
) -> ReportAnswer {
    let recorded = sheet.answer(&question.id);
    ReportAnswer {
        number: question.number,
        question_id: line(&question.id),
        category: category_title(&sheet.set, question),
        topic: line(&question.topic),
        question: line(if question.title.is_empty() { &question.text } else { &question.title }),
        choice_id: choice.map(|choice| line(&choice.id)).unwrap_or_default(),
        answer: answer_words(choice, recorded.is_some_and(Answer::is_unconfirmed), words),
        tone: choice.map(|choice| choice.tone),
        points: choice.filter(|_| has_points).map(|choice| choice.points),
        note: recorded.map(|answer| lines(&answer.note)).unwrap_or_default(),
        evidence: recorded.map(|answer| lines(&answer.evidence)).unwrap_or_default(),
        others: survey::share(&sheet.set.id, &question.id, words.language).unwrap_or_default(),
        is_flagged: recorded.is_some_and(|answer| answer.flagged),
        answered_at: recorded
            .filter(|_| choice.is_some())
            .and_then(|answer| answer.answered_at)
            .map(rfc3339)
            .unwrap_or_default(),
    }
}

fn category_title(set: &QuestionSet, question: &Question) -> String {
    set.category(&question.category).map(|category| line(&category.title)).unwrap_or_default()
}

fn answer_words(choice: Option<&Choice>, is_unconfirmed: bool, words: &Messages) -> String {
    match choice {
        Some(choice) => line(if choice.label.is_empty() { &choice.id } else { &choice.label }),
        None if is_unconfirmed => words.common.unconfirmed.to_owned(),
        None => words.common.unanswered.to_owned(),
    }
}

fn plan_items(assessment: &Assessment, language: Language, today: NaiveDate) -> Vec<ReportPlanItem> {
    let words = messages(language);
    plan::items(&assessment.diagnosis, &assessment.plan)
        .into_iter()
        .map(|item| {
            let entry = item.entry;
            let is_overdue = item.is_overdue(today);
            let mut state_text = (words.plan.state)(entry.state).to_owned();
            let reason = line(&entry.reason);
            if is_overdue {
                state_text = format!("{state_text} ({})", words.plan.overdue);
            } else if entry.state == PlanState::Accepted && !reason.is_empty() {
                state_text = format!("{state_text}: {reason}");
            }
            ReportPlanItem {
                number: item.question.number,
                question_id: line(&item.question.id),
                topic: line(&item.question.topic),
                category: category_title(&assessment.diagnosis.set, item.question),
                answer: answer_words(item.choice, false, words),
                tone: item.choice.map(|choice| choice.tone),
                gain: item.points_lost,
                first_step: line(&item.question.first_step),
                fuller_measure: line(&item.question.fuller_measure),
                owner: line(&entry.owner),
                due: entry.due,
                due_text: entry.due.map(|due| (words.common.date)(due, false)).unwrap_or_default(),
                state: entry.state,
                state_text,
                is_overdue,
                note: lines(&entry.note),
            }
        })
        .collect()
}

fn notices(assessment: &Assessment, words: &Messages) -> Vec<String> {
    [
        words.result.self_assessment.to_owned(),
        words.progress.self_declared.to_owned(),
        words.common.not_ipa.to_owned(),
        line(&assessment.checklist.set.source),
        line(&assessment.diagnosis.set.source),
        survey::origin(&assessment.diagnosis.set.id, words.language).map_or_else(String::new, |[origin, note]| {
            [words.benchmark.others, words.common.label_separator, &origin, words.common.sentence_end, &note].concat()
        }),
    ]
    .into_iter()
    .filter(|notice| !notice.is_empty())
    .collect()
}
