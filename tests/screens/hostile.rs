//! Texts from files and fields that would steer or disturb a terminal never reach it raw.

use hoshitori::app::key::Key;
use hoshitori::app::message::Message;
use hoshitori::app::model::{Model, SavedList};
use hoshitori::app::notice::Notice;
use hoshitori::app::screens::Screen;
use hoshitori::app::update::update;
use hoshitori::core::language::Language;
use hoshitori::core::organization::{FieldValueMut, Organization, OrganizationField};
use hoshitori::core::plan_entry::PlanEntry;
use hoshitori::core::question_set::QuestionSet;
use hoshitori::core::question_set::SharedSet;
use ratatui::buffer::Buffer;
use std::sync::Arc;

use super::display::{draw, stage};
use super::scenes::{SCENES, begun_by};

/// Everything at once: escape sequences, C1, bidirectional overrides, zero width, tags, a heap of marks, and length.
fn hostile() -> String {
    let heap = "\u{301}".repeat(5000);
    let long = "長い名前".repeat(2_000);
    format!(
        "a\u{1b}[31m\u{1b}]0;title\u{7}\u{9b}2J\u{202e}rev\u{2066}\u{200b}\u{feff}\u{e0041}\u{2028}\r\n\tb{heap}c\u{1f}\u{7f}{long}"
    )
}

/// Every text that comes from a file or from a field is made hostile.
fn spoil(model: &mut Model) {
    let text = hostile();
    if let Some(assessment) = &mut model.assessment {
        let spoiled = || text.clone();
        for field in OrganizationField::ALL {
            match assessment.organization.get_mut(field) {
                FieldValueMut::Text(text) => *text = spoiled(),
                FieldValueMut::Count(count) => *count = None,
            }
        }
        for sheet in [&mut assessment.checklist, &mut assessment.diagnosis] {
            sheet.set = SharedSet::from(spoiled_set(&sheet.set, &text));
            for answer in sheet.answers.values_mut() {
                (answer.note, answer.evidence) = (text.clone(), text.clone());
            }
        }
        for question in &assessment.diagnosis.set.questions {
            let entry = PlanEntry { owner: spoiled(), note: spoiled(), reason: spoiled(), ..PlanEntry::default() };
            assessment.plan.insert(question.id.clone(), entry);
        }
        let policy = &mut assessment.policy;
        (policy.company, policy.contact, policy.scope) = (text.clone(), text.clone(), text.clone());
        (policy.representative_name, policy.representative_title) = (text.clone(), text.clone());
        assessment.publication.place.clone_from(&text);
        assessment.declaration.declaration_id.clone_from(&text);
        model.newest = Some(Box::new(assessment.clone()));
    }
    if let SavedList::Read(summaries) = &mut model.summaries {
        for summary in summaries {
            (summary.organization, summary.site, summary.id) = (text.clone(), text.clone(), text.clone());
        }
    }
    model.notice = Some(Notice::Deleted(text.clone()));
    let assessment = model.assessment.clone();
    match (&mut model.screen, assessment) {
        (Screen::Compare(state), Some(assessment)) => state.pair = Arc::new((state.pair.0.clone(), assessment)),
        (Screen::Trend(state), Some(assessment)) => {
            state.assessments = Arc::new(vec![assessment; 3]);
            state.organization = text;
        }
        (Screen::WhatIf(state), Some(assessment)) => state.sheet = assessment.diagnosis,
        (Screen::ConfirmDelete(state), _) => (state.name, state.date) = (text.clone(), text),
        _ => {}
    }
}

fn spoiled_set(set: &QuestionSet, text: &str) -> QuestionSet {
    let mut set = set.clone();
    (set.title, set.short_title) = (text.to_owned(), text.to_owned());
    for category in &mut set.categories {
        (category.title, category.description) = (text.to_owned(), text.to_owned());
    }
    for choice in &mut set.choices {
        text.clone_into(&mut choice.label);
    }
    for band in &mut set.bands {
        (band.verdict, band.advice) = (text.to_owned(), text.to_owned());
    }
    for question in &mut set.questions {
        let texts = [
            &mut question.topic,
            &mut question.title,
            &mut question.text,
            &mut question.why,
            &mut question.first_step,
            &mut question.fuller_measure,
            &mut question.not_applicable,
            &mut question.measure,
        ];
        for part in texts {
            text.clone_into(part);
        }
        question.examples = vec![text.to_owned(); 2];
    }
    set
}

fn assert_harmless(name: &str, buffer: &Buffer) {
    for cell in &buffer.content {
        let symbol = cell.symbol();
        for character in symbol.chars() {
            assert!(
                !character.is_control()
                    && !matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}'..='\u{2029}'
                        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'),
                "{name}: {character:?}"
            );
        }
        assert!(symbol.chars().count() <= 8, "{name}: {} characters in a cell", symbol.chars().count());
    }
}

#[test]
fn hostile_texts_are_drawn_harmless_on_every_screen() {
    for scene in SCENES {
        let mut model = (scene.build)(&stage(Language::Ja));
        spoil(&mut model);
        for (width, height) in [(80, 24), (40, 12)] {
            assert_harmless(scene.name, &draw(&model, width, height).buffer);
        }
    }
}

#[test]
fn hostile_texts_typed_and_pasted_are_drawn_harmless() {
    let organization = Organization { name: "長い名前".repeat(10_000), ..Organization::default() };
    let mut model = begun_by(&stage(Language::En), organization);
    let now = model.now;
    update(&mut model, Message::Key(Key::Char('n')), now);
    update(&mut model, Message::Paste(hostile()), now);
    for character in "\u{202e}\u{200b}か\u{3099}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}".chars() {
        update(&mut model, Message::Key(Key::Char(character)), now);
    }
    for _ in 0..30 {
        assert_harmless("note", &draw(&model, 80, 24).buffer);
        assert!(draw(&model, 80, 24).cursor.is_some());
        update(&mut model, Message::Key(Key::Left), now);
    }
}

#[test]
fn a_list_of_ten_thousand_is_drawn_as_fast_as_a_short_one() {
    let stage = stage(Language::Ja);
    let scene = SCENES.iter().find(|scene| scene.name == "saved").unwrap();
    let mut model = (scene.build)(&stage);
    let one = model.summaries.as_slice()[0].clone();
    model.summaries = SavedList::Read(vec![one; 10_000]);
    let now = model.now;
    for _ in 0..1000 {
        update(&mut model, Message::Key(Key::PageDown), now);
    }
    let drawn = draw(&model, 80, 24);
    assert!(drawn.lines()[0].contains("10000/10000"), "{}", drawn.text());
    let begun = std::time::Instant::now();
    for _ in 0..20 {
        draw(&model, 80, 24);
    }
    assert!(begun.elapsed().as_millis() < 2000, "{:?}", begun.elapsed());
}
