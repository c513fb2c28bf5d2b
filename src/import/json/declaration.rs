//! What a document says beyond the answers: plan, policy, publication, declaration, merge.

use std::collections::BTreeMap;

use super::super::fault::quoted;
use super::fields::Object;
use crate::core::assessment::Assessment;
use crate::core::declaration::{ClauseChange, Declaration, Policy, Publication};
use crate::core::merge_record::{Disagreement, MergeRecord, MergeRule};
use crate::core::plan_entry::{PlanEntry, PlanState};
use crate::core::question_set::Kind;

/// Reads all of it into an assessment whose answers are there.
pub(super) fn read(root: &Object<'_>, assessment: &mut Assessment) {
    for entry in root.objects("plan") {
        let id = entry.text("id");
        if assessment.diagnosis.set.question(&id).is_none() {
            let id = quoted(&id);
            entry.fault(
                "id",
                format!("「{id}」という設問はありません。idを確かめてください。"),
                format!("there is no question \"{id}\"; check the id."),
            );
            continue;
        }
        let state = entry.parsed("state", PlanState::from_name, "open, doing, done, accepted").unwrap_or_default();
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

/// Notes that something is there twice: which one is meant, nobody can tell.
fn twice(entry: &Object<'_>, key: &str, name: &str) {
    let name = quoted(name);
    entry.fault(
        key,
        format!("「{name}」が2回あります。1つにしてください。"),
        format!("\"{name}\" is there twice; keep one."),
    );
}

fn policy(object: &Object<'_>) -> Policy {
    let mut clauses = BTreeMap::new();
    for clause in object.objects("clauses") {
        let change = ClauseChange {
            included: clause.optional_flag("included"),
            text: clause.optional_text("text").map(str::to_owned),
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
        japanese_era: object.flag("japanese_era"),
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
        steps,
        declaration_id: object.text("id"),
        logo_downloaded_on: object.date("logo_downloaded_on"),
    }
}

fn merge(object: &Object<'_>, assessment: &Assessment) -> MergeRecord {
    let disagreement = |entry: &Object<'_>| {
        let kind = entry
            .parsed("set", |name| Kind::NAMES.into_iter().find(|known| known.0 == name), "checklist, diagnosis")
            .map_or(Kind::Diagnosis, |(_, kind)| kind);
        let question = entry.text("id");
        let number = assessment.sheet(kind).set.question(&question).map(|question| question.number);
        let by_hand =
            entry.parsed("by", |by| [("hand", true), ("rule", false)].into_iter().find(|it| it.0 == by), "rule, hand");
        Disagreement {
            in_checklist: kind == Kind::Checklist,
            number: number.or_else(|| entry.count("number").map(|number| number as usize)).unwrap_or_default(),
            question,
            answers: entry.texts("answers").into_iter().collect(),
            chosen: entry.text("chosen"),
            by_hand: by_hand.is_some_and(|(_, by_hand)| by_hand),
            reason: entry.text("reason"),
        }
    };
    MergeRecord {
        rule: object.parsed("rule", MergeRule::from_name, "worst, average, majority").unwrap_or_default(),
        sources: object.texts("sources").into_iter().map(|(_, source)| source).collect(),
        disagreements: object.objects("disagreements").iter().map(disagreement).collect(),
    }
}
