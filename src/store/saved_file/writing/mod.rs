//! Writes an assessment as the text of its file.
//!
//! Names and order of keys are those of [`super::layout`], which the scanner shares.

mod lines;

use super::layout::{answer, clause, declaration, disagreement, merge, plan_entry, policy, publication, summary, top};
use super::{END, SCHEMA, table_of};
use crate::core::assessment::Assessment;
use crate::core::declaration::{Declaration, Policy, Publication};
use crate::core::merge_record::MergeRecord;
use crate::core::organization::{FieldValue, OrganizationField};
use crate::core::question_set::{Kind, Outline, QuestionSet};
use crate::core::score::score;
use crate::core::sheet::{Answer, EarlierAnswer, Sheet};
use crate::messages::saved_file as comments;

use lines::{Lines, moment, quote};

/// An assessment as the text of its file. Answers to questions that its sets do not have, and choices that they do
/// not offer, are left out: they could not be read again.
pub fn write(assessment: &Assessment) -> String {
    write_as(assessment, SCHEMA)
}

/// The same with any number of the layout, so that tests can raise it.
pub(super) fn write_as(assessment: &Assessment, schema: i64) -> String {
    let mut lines = Lines::new();
    for sentence in comments::ABOUT {
        lines.comment(sentence);
    }
    lines.raw(top::SCHEMA, &schema.to_string());
    lines.text(top::ID, &assessment.id);
    lines.moment(top::CREATED_AT, assessment.created_at);
    lines.moment(top::UPDATED_AT, assessment.updated_at);
    lines.text(top::LANGUAGE, assessment.language.code());
    lines.text(top::PLACE, &assessment.place.to_string());
    if let Some(from) = &assessment.carried_from {
        lines.text(top::CARRIED_FROM, from);
    }
    lines.raw(top::ANSWERS, &assessment.answered().to_string());
    write_summary(&mut lines, assessment);
    write_organization(&mut lines, assessment);
    write_sheet(&mut lines, Kind::Checklist, &assessment.checklist);
    write_sheet(&mut lines, Kind::Diagnosis, &assessment.diagnosis);
    write_plan(&mut lines, assessment);
    write_policy(&mut lines, &assessment.policy);
    write_publication(&mut lines, assessment);
    if let Some(merge) = &assessment.merge {
        write_merge(&mut lines, merge);
    }
    lines.blank_line();
    lines.comment(comments::END);
    lines.line(END);
    lines.into_text()
}

fn write_summary(lines: &mut Lines, assessment: &Assessment) {
    let score = score(&assessment.diagnosis);
    let pair = |checklist: usize, diagnosis: usize| format!("[{checklist}, {diagnosis}]");
    lines.blank_line();
    lines.comment(comments::ABOUT_SUMMARY);
    lines.line("[summary]");
    lines.text(summary::STATUS, assessment.status().name());
    lines.raw(summary::POINTS, &score.points.to_string());
    lines.text(summary::BAND, score.band.map_or("", |band| &band.id));
    lines.raw(summary::ANSWERED, &pair(assessment.checklist.answered(), score.answered));
    lines.raw(summary::TOTAL, &pair(assessment.checklist.total(), score.total));
    lines.raw(summary::UNKNOWN, &score.unknown.len().to_string());
    let categories: Vec<String> =
        score.categories.iter().map(|part| format!("[{}, {}]", quote(&part.category.id), part.points)).collect();
    lines.raw(summary::CATEGORIES, &format!("[{}]", categories.join(", ")));
}

fn write_organization(lines: &mut Lines, assessment: &Assessment) {
    let organization = &assessment.organization;
    lines.table(&["organization"]);
    for field in OrganizationField::ALL {
        match organization.get(field) {
            // A file without a name would be damaged.
            FieldValue::Text(text) if field == OrganizationField::Name => lines.text(field.key(), text),
            FieldValue::Text(text) => lines.text_unless_empty(field.key(), text),
            FieldValue::Count(Some(count)) => lines.raw(field.key(), &count.to_string()),
            FieldValue::Count(None) => {}
        }
    }
}

/// What a file says about the question set of a sheet, before the answers: its name and its outline. The scanner
/// recognises it as one text.
pub(in crate::store) fn sheet_head(kind: Kind, set: &QuestionSet) -> String {
    let mut lines = Lines::new();
    write_sheet_head(&mut lines, kind, set);
    lines.into_text()
}

fn write_sheet_head(lines: &mut Lines, kind: Kind, set: &QuestionSet) {
    let name = table_of(kind);
    lines.table(&[name]);
    lines.text("set", &set.id);
    lines.text("edition", &set.edition);
    lines.table(&[name, "outline"]);
    write_outline(lines, &set.outline());
}

fn write_sheet(lines: &mut Lines, kind: Kind, sheet: &Sheet) {
    let name = table_of(kind);
    write_sheet_head(lines, kind, &sheet.set);
    for (question, choice) in sheet.chosen() {
        let Some(answer) = sheet.answer(&question.id).filter(|answer| !answer.is_empty()) else { continue };
        lines.table(&[name, "answers", &question.id]);
        if let Some(choice) = choice {
            lines.text(answer::CHOICE, &choice.id);
        }
        write_answer(lines, answer);
    }
}

fn write_outline(lines: &mut Lines, outline: &Outline) {
    lines.text("language", outline.language.code());
    lines.text("title", &outline.title);
    lines.text("short_title", &outline.short_title);
    if let Some(star) = &outline.counts_for {
        lines.text("counts_for", star);
    }
    let row = |parts: &[String]| format!("[{}]", parts.join(", "));
    lines.rows(
        "choices",
        outline.choices.iter().map(|(id, label, tone, points, counts)| {
            row(&[quote(id), quote(label), quote(tone), points.to_string(), counts.to_string()])
        }),
    );
    lines.rows("categories", outline.categories.iter().map(|(id, title)| row(&[quote(id), quote(title)])));
    lines.rows("groups", outline.groups.iter().map(|(id, title)| row(&[quote(id), quote(title)])));
    lines.rows(
        "bands",
        outline
            .bands
            .iter()
            .map(|(id, min, max, verdict)| row(&[quote(id), min.to_string(), max.to_string(), quote(verdict)])),
    );
    lines.rows(
        "questions",
        outline
            .questions
            .iter()
            .map(|(id, category, group, topic)| row(&[quote(id), quote(category), quote(group), quote(topic)])),
    );
}

fn write_answer(lines: &mut Lines, answer: &Answer) {
    let earlier = |earlier: &EarlierAnswer| {
        format!("{{ choice = {}, answered_at = {} }}", quote(&earlier.choice), moment(earlier.answered_at))
    };
    if let Some(answered_at) = answer.answered_at {
        lines.moment(answer::ANSWERED_AT, answered_at);
    }
    lines.text_unless_empty(answer::NOTE, &answer.note);
    lines.text_unless_empty(answer::EVIDENCE, &answer.evidence);
    lines.raw_if(answer.flagged, answer::FLAGGED, "true");
    if let Some(previous) = &answer.previous {
        lines.raw(answer::PREVIOUS, &earlier(previous));
    }
    lines.rows(answer::HISTORY, answer.history.iter().map(earlier));
}

fn write_plan(lines: &mut Lines, assessment: &Assessment) {
    for (question, entry) in &assessment.plan {
        lines.table(&["plan", question]);
        lines.text(plan_entry::STATE, entry.state.name());
        lines.text_unless_empty(plan_entry::OWNER, &entry.owner);
        lines.date(plan_entry::DUE, entry.due);
        lines.text_unless_empty(plan_entry::REASON, &entry.reason);
        lines.text_unless_empty(plan_entry::NOTE, &entry.note);
    }
}

fn write_policy(lines: &mut Lines, policy: &Policy) {
    if *policy == Policy::default() {
        return;
    }
    lines.table(&["policy"]);
    lines.text_unless_empty(policy::COMPANY, &policy.company);
    lines.text_unless_empty(policy::REPRESENTATIVE_TITLE, &policy.representative_title);
    lines.text_unless_empty(policy::REPRESENTATIVE_NAME, &policy.representative_name);
    lines.date(policy::SET_ON, policy.set_on);
    lines.date(policy::REVISED_ON, policy.revised_on);
    lines.text_unless_empty(policy::CONTACT, &policy.contact);
    lines.text_unless_empty(policy::SCOPE, &policy.scope);
    lines.raw_if(policy.japanese_era, policy::JAPANESE_ERA, "true");
    for (id, change) in &policy.clauses {
        lines.table(&["policy", "clauses", id]);
        if let Some(included) = change.included {
            lines.raw(clause::INCLUDED, &included.to_string());
        }
        if let Some(text) = &change.text {
            lines.text(clause::TEXT, text);
        }
        lines.raw_if(change.lists_measures, clause::LISTS_MEASURES, "true");
    }
}

fn write_publication(lines: &mut Lines, assessment: &Assessment) {
    let (publication, declaration) = (&assessment.publication, &assessment.declaration);
    if *publication != Publication::default() {
        lines.table(&["publication"]);
        lines.text_unless_empty(publication::PLACE, &publication.place);
        lines.date(publication::PUBLISHED_AT, publication.published_at);
    }
    if *declaration != Declaration::default() {
        lines.table(&["declaration"]);
        lines.text_unless_empty(declaration::PROCEDURE, &declaration.procedure);
        if let Some(star) = declaration.star {
            lines.raw(declaration::STAR, &star.number().to_string());
        }
        lines.date(declaration::DECLARED_ON, declaration.declared_on);
        lines.text_unless_empty(declaration::DECLARATION_ID, &declaration.declaration_id);
        lines.date(declaration::LOGO_DOWNLOADED_ON, declaration.logo_downloaded_on);
        if !declaration.steps.is_empty() {
            lines.table(&["declaration", "steps"]);
            declaration.steps.iter().for_each(|(step, done_on)| lines.date(step, Some(*done_on)));
        }
    }
}

fn write_merge(lines: &mut Lines, merge: &MergeRecord) {
    lines.table(&["merge"]);
    lines.text(merge::RULE, merge.rule.name());
    lines.rows(merge::SOURCES, merge.sources.iter().map(|source| quote(source)));
    for disagreement in &merge.disagreements {
        lines.blank_line();
        lines.line("[[merge.disagreements]]");
        lines.raw_if(disagreement.in_checklist, disagreement::IN_CHECKLIST, "true");
        lines.raw(disagreement::NUMBER, &disagreement.number.to_string());
        lines.text(disagreement::QUESTION, &disagreement.question);
        lines.pairs(disagreement::ANSWERS, disagreement.answers.iter());
        lines.text(disagreement::CHOSEN, &disagreement.chosen);
        lines.raw_if(disagreement.by_hand, disagreement::BY_HAND, "true");
        lines.text_unless_empty(disagreement::REASON, &disagreement.reason);
    }
}
