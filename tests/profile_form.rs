//! The form about the company of a new assessment: taken by its button, or by a key wherever one is in it; left by Escape.

use std::sync::Arc;

use chrono::Local;
use hoshitori::app::effect::Effect;
use hoshitori::app::key::Key;
use hoshitori::app::message::Message;
use hoshitori::app::model::Model;
use hoshitori::app::screens::ScreenKind;
use hoshitori::app::update::update;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;

fn form() -> Model {
    let mut model = Model::new(Language::Ja, Arc::new(Catalog::built_in()), (80, 24), Local::now().fixed_offset());
    press(&mut model, Key::Enter);
    assert_eq!(model.screen.kind(), ScreenKind::Profile);
    model
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    update(model, Message::Key(key), Local::now().fixed_offset())
}

#[test]
fn a_name_is_enough_and_one_key_begins() {
    let mut model = form();
    for letter in "山田".chars() {
        press(&mut model, Key::Char(letter));
    }
    let effects = press(&mut model, Key::Control('s'));
    assert!(matches!(effects[..], [Effect::Save(..)]), "{effects:?}");
    assert_eq!(model.screen.kind(), ScreenKind::Question);
    assert_eq!(model.assessment.map(|assessment| assessment.organization.name).as_deref(), Some("山田"));
}

#[test]
fn without_a_name_it_says_so_and_stays() {
    let mut model = form();
    assert!(press(&mut model, Key::Control('s')).is_empty());
    assert_eq!(model.screen.kind(), ScreenKind::Profile);
    assert!(model.assessment.is_none());
}

#[test]
fn escape_begins_nothing() {
    let mut model = form();
    press(&mut model, Key::Char('a'));
    press(&mut model, Key::Escape);
    assert_eq!(model.screen.kind(), ScreenKind::Home);
    assert!(model.assessment.is_none());
}
