//! Texts that want to be something else than text, and a company all of whose texts are such.

use hoshitori::core::assessment::Assessment;
use hoshitori::core::declaration::ClauseChange;
use hoshitori::core::language::Language;
use hoshitori::core::merge_record::Disagreement;
use hoshitori::core::organization::{FieldValueMut, OrganizationField};
use hoshitori::core::plan_entry::{PlanEntry, PlanState};
use hoshitori::core::question_set::{Kind, QuestionSet, SharedSet};

use crate::samples::{day, merged};

/// Everything at once: sequences that steer terminals, invisible characters, formulas, HTML, Markdown, XML.
pub const HOSTILE: [&str; 12] = [
    "=HYPERLINK(\"http://example.com\",\"click\")",
    "  @SUM(A1)\u{1b}[2J\u{1b}]0;title\u{7}",
    "＝cmd|' /C calc'!A0",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>&lt;&amp;<!--]]>",
    "[click](javascript:alert(1)) ![x](http://example.com) `code` **bold** | cell | <b>raw</b>",
    "\u{202e}evil\u{2066}\u{200b}\u{feff}\u{e0041}\u{9b}31m\u{0}\u{8}\u{b}\u{fffe}\u{ffff}",
    "-1+1\r\n# heading\n- item\n1. one\n\n---\n",
    "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "BEGIN:VEVENT\r\nSUMMARY:injected;,\\\r\nEND:VEVENT",
    "&P&N&\"Arial\"{{7*7}}${7*7}%s%n",
    "\t=1+1",
];

/// A company whose every text is hostile, the texts of its question sets among them.
pub fn hostile(text: &str) -> Assessment {
    let mut assessment = merged(Language::Ja);
    let text = || text.to_owned();
    assessment.id = text();
    for field in OrganizationField::ALL {
        if let FieldValueMut::Text(value) = assessment.organization.get_mut(field) {
            *value = text();
        }
    }
    assessment.publication.place = text();
    assessment.declaration.declaration_id = text();
    assessment.policy.company = text();
    assessment.policy.representative_title = text();
    assessment.policy.representative_name = text();
    assessment.policy.contact = text();
    assessment.policy.scope = text();
    assessment
        .policy
        .clauses
        .insert("organization".to_owned(), ClauseChange { included: None, text: Some(text()), lists_measures: true });
    for kind in [Kind::Checklist, Kind::Diagnosis] {
        let sheet = assessment.sheet_mut(kind);
        let set = QuestionSet::clone(&sheet.set);
        sheet.set = SharedSet::from(hostile_set(set, &text()));
        for question in &sheet.set.clone().questions {
            sheet.annotate(&question.id, text(), text());
        }
    }
    for item in ["threat-awareness", "strong-passwords", "training"] {
        let entry = PlanEntry {
            owner: text(),
            due: Some(day("2026-12-25")),
            state: if item == "training" { PlanState::Accepted } else { PlanState::Doing },
            reason: text(),
            note: text(),
        };
        assessment.plan.insert(item.to_owned(), entry);
    }
    if let Some(record) = &mut assessment.merge {
        record.sources = vec![text()];
        let extra =
            Disagreement { question: text(), chosen: text(), reason: text(), by_hand: true, ..Disagreement::default() };
        record.disagreements.push(extra);
    }
    assessment
}

fn hostile_set(mut set: QuestionSet, text: &str) -> QuestionSet {
    let text = || text.to_owned();
    (set.title, set.short_title, set.source) = (text(), text(), text());
    set.categories.iter_mut().for_each(|part| part.title = text());
    set.groups.iter_mut().for_each(|group| group.title = text());
    set.choices.iter_mut().for_each(|choice| choice.label = text());
    set.bands.iter_mut().for_each(|band| (band.verdict, band.advice) = (text(), text()));
    for question in &mut set.questions {
        (question.topic, question.text, question.title) = (text(), text(), String::new());
        (question.first_step, question.fuller_measure, question.measure) = (text(), text(), text());
    }
    set
}
