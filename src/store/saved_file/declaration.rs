//! What follows the answers in a saved file: plan, policy, publication, declaration, and how it was merged.

use std::collections::BTreeMap;

use crate::core::declaration::{ClauseChange, Declaration, Policy, Publication};
use crate::core::merge_record::{Disagreement, MergeRecord, MergeRule};
use crate::core::plan_entry::{PlanEntry, PlanState};
use crate::core::star::Star;
use crate::input::FieldFault;
use crate::input::toml::Fields;

pub(super) fn plan(root: Fields<'_>) -> BTreeMap<String, PlanEntry> {
    let entry = |fields: Fields<'_>| PlanEntry {
        owner: fields.text_or_empty("owner"),
        due: fields.date("due"),
        state: fields.one_of("state", &PlanState::ALL.map(|state| (state.name(), state))).unwrap_or_default(),
        reason: fields.text_or_empty("reason"),
        note: fields.text_or_empty("note"),
    };
    root.tables("plan").into_iter().map(|(question, _, fields)| (question.to_owned(), entry(fields))).collect()
}

pub(super) fn policy(root: Fields<'_>) -> Policy {
    let Some(fields) = root.table("policy") else { return Policy::default() };
    let change = |fields: Fields<'_>| ClauseChange {
        included: fields.boolean("included"),
        text: fields.text("text").map(str::to_owned),
        lists_measures: fields.boolean("lists_measures").unwrap_or_default(),
    };
    Policy {
        company: fields.text_or_empty("company"),
        representative_title: fields.text_or_empty("representative_title"),
        representative_name: fields.text_or_empty("representative_name"),
        set_on: fields.date("set_on"),
        revised_on: fields.date("revised_on"),
        contact: fields.text_or_empty("contact"),
        scope: fields.text_or_empty("scope"),
        japanese_era: fields.boolean("japanese_era").unwrap_or_default(),
        clauses: fields.tables("clauses").into_iter().map(|(id, _, clause)| (id.to_owned(), change(clause))).collect(),
    }
}

pub(super) fn publication(root: Fields<'_>) -> Publication {
    let Some(fields) = root.table("publication") else { return Publication::default() };
    Publication { place: fields.text_or_empty("place"), published_at: fields.date("published_at") }
}

pub(super) fn declaration(root: Fields<'_>) -> Declaration {
    let Some(fields) = root.table("declaration") else { return Declaration::default() };
    Declaration {
        procedure: fields.text_or_empty("procedure"),
        star: star(fields),
        declared_on: fields.date("declared_on"),
        steps: fields.entries("steps", Fields::date).into_iter().collect(),
        declaration_id: fields.text_or_empty("declaration_id"),
        logo_downloaded_on: fields.date("logo_downloaded_on"),
    }
}

/// The declared star, which files write as its number.
fn star(fields: Fields<'_>) -> Option<Star> {
    let number = fields.count("star")?;
    let star = Star::from_number(number);
    if star.is_none() {
        fields.fault("star", FieldFault::not_one_of("star", &number.to_string(), ["1", "2"]));
    }
    star
}

pub(super) fn merge(root: Fields<'_>) -> Option<MergeRecord> {
    let fields = root.table("merge")?;
    let disagreement = |fields: Fields<'_>| Disagreement {
        in_checklist: fields.boolean("in_checklist").unwrap_or_default(),
        number: fields.count("number").unwrap_or_default() as usize,
        question: fields.text_or_empty("question"),
        answers: fields
            .entries("answers", |answers, source| answers.text(source).map(str::to_owned))
            .into_iter()
            .collect(),
        chosen: fields.text_or_empty("chosen"),
        by_hand: fields.boolean("by_hand").unwrap_or_default(),
        reason: fields.text_or_empty("reason"),
    };
    Some(MergeRecord {
        rule: fields.one_of("rule", &MergeRule::ALL.map(|rule| (rule.name(), rule))).unwrap_or_default(),
        sources: fields.texts("sources"),
        disagreements: fields.list("disagreements").into_iter().map(disagreement).collect(),
    })
}
