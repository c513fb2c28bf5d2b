//! What a document says beyond the answers: plan, policy, publication, declaration, merge.

use std::collections::BTreeMap;

use crate::core::assessment::Assessment;
use crate::core::declaration::{ClauseChange, Declaration, Policy, Publication};
use crate::core::merge_record::{Disagreement, MergeRecord, MergeRule};
use crate::core::plan_entry::{PlanEntry, PlanState};
use crate::core::question_set::Kind;
use crate::core::star::Star;
use crate::input::json::Object;
use crate::input::{AnswerFault, FieldFault, ImportFault};

/// Reads all of it into an assessment whose answers are there.
pub(super) fn read(root: &Object<'_>, assessment: &mut Assessment) {
    for entry in root.objects("plan") {
        let id = entry.text("id");
        if assessment.diagnosis.set.question(&id).is_none() {
            let set = (&assessment.diagnosis.set.id).into();
            entry.fault("id", AnswerFault::UnknownQuestion { set, id: (&id).into() });
            continue;
        }
        let state = entry.one_of("state", &PlanState::ALL.map(|state| (state.name(), state))).unwrap_or_default();
        let planned = PlanEntry {
            owner: entry.text("owner"),
            due: entry.date("due"),
            state,
            reason: entry.text("reason"),
            note: entry.text("note"),
        };
        if assessment.plan.insert(id.clone(), planned).is_some() {
            twice(&entry, "id", &id);
        }
    }
    if let Some(object) = root.object("policy") {
        assessment.policy = policy(&object);
        assessment.publication =
            Publication { place: object.text("published_where"), published_at: object.date("published_at") };
    }
    if let Some(object) = root.object("declaration") {
        assessment.declaration = declaration(&object);
    }
    assessment.merge = root.object("merge").map(|object| merge(&object, assessment));
}

/// Notes that something is there twice, so that it is unclear which one is meant.
fn twice(entry: &Object<'_>, key: &str, name: &str) {
    entry.fault(key, ImportFault::Twice { name: name.into() });
}

fn policy(object: &Object<'_>) -> Policy {
    let mut clauses = BTreeMap::new();
    for clause in object.objects("clauses") {
        let change = ClauseChange {
            included: clause.optional_boolean("included"),
            text: clause.optional_text("text").map(str::to_owned),
            lists_measures: clause.boolean("lists_measures"),
        };
        let id = clause.text("id");
        if clauses.insert(id.clone(), change).is_some() {
            twice(&clause, "id", &id);
        }
    }
    Policy {
        company: object.text("company"),
        representative_title: object.text("representative_title"),
        representative_name: object.text("representative_name"),
        set_on: object.date("set_on"),
        revised_on: object.date("revised_on"),
        contact: object.text("contact"),
        scope: object.text("scope"),
        japanese_era: object.boolean("japanese_era"),
        clauses,
    }
}

fn declaration(object: &Object<'_>) -> Declaration {
    let mut steps = BTreeMap::new();
    for step in object.objects("steps") {
        let (name, done_on) = (step.text("step"), step.date("done_on"));
        if done_on.is_some_and(|done_on| steps.insert(name.clone(), done_on).is_some()) {
            twice(&step, "step", &name);
        }
    }
    Declaration {
        procedure: object.text("procedure"),
        star: star(object),
        declared_on: object.date("declared_on"),
        steps,
        declaration_id: object.text("id"),
        logo_downloaded_on: object.date("logo_downloaded_on"),
    }
}

/// The declared star, which documents write as its number.
fn star(object: &Object<'_>) -> Option<Star> {
    let number = object.count("star")?;
    let star = Star::from_number(number);
    if star.is_none() {
        object.fault("star", FieldFault::not_one_of("star", &number.to_string(), ["1", "2"]));
    }
    star
}

fn merge(object: &Object<'_>, assessment: &Assessment) -> MergeRecord {
    let disagreement = |entry: &Object<'_>| {
        let kind = entry.one_of("set", &Kind::NAMES).unwrap_or(Kind::Diagnosis);
        let question = entry.text("id");
        let number = assessment.sheet(kind).set.question(&question).map(|question| question.number);
        let by_hand = entry.one_of("by", &[("hand", true), ("rule", false)]);
        Disagreement {
            in_checklist: kind == Kind::Checklist,
            number: number.or_else(|| entry.count("number").map(|number| number as usize)).unwrap_or_default(),
            question,
            answers: entry.texts("answers"),
            chosen: entry.text("chosen"),
            by_hand: by_hand.unwrap_or_default(),
            reason: entry.text("reason"),
        }
    };
    MergeRecord {
        rule: object.one_of("rule", &MergeRule::ALL.map(|rule| (rule.name(), rule))).unwrap_or_default(),
        sources: object.list("sources"),
        disagreements: object.objects("disagreements").iter().map(disagreement).collect(),
    }
}
