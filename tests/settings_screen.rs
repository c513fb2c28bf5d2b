//! The settings screen, asking before leaving, and the mouse.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use hoshitori::app::effect::Effect;
use hoshitori::app::key::Key;
use hoshitori::app::message::Message;
use hoshitori::app::model::Model;
use hoshitori::app::screens::settings;
use hoshitori::app::screens::{Screen, ScreenKind};
use hoshitori::app::update::update;
use hoshitori::appearance::{Appearance, ColorChoice};
use hoshitori::core::assessment::Organization;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::sheet::{Sheet, Timestamp};
use hoshitori::store::settings::Settings;
use hoshitori::tui::views::view_and_targets;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn now() -> Timestamp {
    "2026-11-22T10:00:00+09:00".parse().unwrap()
}

fn home() -> Model {
    Model::new(Language::En, Arc::new(Catalog::built_in()), (80, 24), now())
}

fn question() -> Model {
    let mut model = home();
    let catalog = Arc::clone(&model.catalog);
    let [checklist, diagnosis] =
        [catalog.default_checklist(Language::En), catalog.default_diagnosis(Language::En)].map(Option::unwrap);
    let organization = Organization { name: "Yamada Works".into(), ..Organization::default() };
    model.begin(organization, Sheet::new(checklist), Sheet::new(diagnosis));
    model
}

fn press(model: &mut Model, keys: impl IntoIterator<Item = Key>) -> Vec<Effect> {
    keys.into_iter().flat_map(|key| update(model, Message::Key(key), now())).collect()
}

fn leaves(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Leave(None)))
}

/// Clicks on the row of a target as it is drawn, as the loop of the screens does.
fn click(model: &mut Model, index: usize) -> Vec<Effect> {
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let mut targets = Vec::new();
    terminal.draw(|frame| targets = view_and_targets(model, &Appearance::new(false, true), frame)).unwrap();
    let (_, target) = targets.iter().find(|(_, target)| target.index == index).unwrap();
    update(model, Message::Point { index, again: target.selected }, now())
}

#[test]
fn every_setting_holds_at_once_and_is_remembered() {
    let mut model = home();
    press(&mut model, [Key::Char('s')]);
    assert_eq!(model.screen.kind(), ScreenKind::Settings);
    let effects = press(&mut model, [Key::Char('2'), Key::Char('3'), Key::Char('4'), Key::Char('5')]);
    let remembered: Vec<Settings> = effects
        .into_iter()
        .map(|effect| match effect {
            Effect::Remember(settings) => settings,
            other => panic!("{other:?}"),
        })
        .collect();
    let nothing = Settings::default();
    assert_eq!(
        remembered,
        [
            Settings { color: Some(ColorChoice::Always), ..nothing.clone() },
            Settings { ascii: Some(true), ..nothing.clone() },
            Settings { mouse: Some(true), ..nothing.clone() },
            Settings { confirm_on_leaving: Some(true), ..nothing.clone() },
        ],
        "only what was changed is written"
    );
    assert_eq!(model.settings.ascii, Some(true));
    let effects = press(&mut model, [Key::Home, Key::Enter]);
    assert!(
        matches!(&effects[..], [Effect::Remember(settings)] if settings.language == Some(Language::Ja)),
        "{effects:?}"
    );
    assert_eq!(model.language, Language::Ja);
    assert_eq!(settings::value(&model, settings::Item::Ascii), "はい");
    press(&mut model, [Key::Escape]);
    assert_eq!(model.screen.kind(), ScreenKind::Home);
}

#[test]
fn q_asks_where_that_is_wanted_and_nothing_else_does() {
    let mut model = question();
    assert!(leaves(&press(&mut model, [Key::Char('q')])), "off by default");

    let mut model = question();
    model.settings.confirm_on_leaving = Some(true);
    assert!(!leaves(&press(&mut model, [Key::Char('q')])));
    assert_eq!(model.screen.kind(), ScreenKind::ConfirmLeaving);
    assert!(!leaves(&press(&mut model, [Key::Enter])), "staying is highlighted");
    assert_eq!(model.screen.kind(), ScreenKind::Question);
    for keys in
        [[Key::Char('q'), Key::Char('2')], [Key::Char('q'), Key::Char('q')], [Key::Function(10), Key::Char('2')]]
    {
        let mut model = question();
        model.settings.confirm_on_leaving = Some(true);
        assert!(leaves(&press(&mut model, keys)), "{keys:?}");
    }
    assert!(leaves(&press(&mut model, [Key::Control('c')])), "Ctrl-C never asks");
    press(&mut model, [Key::Char('q')]);
    let effects = update(&mut model, Message::Terminate(15), now());
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Leave(Some(15)))), "a signal never asks");
}

#[test]
fn a_click_highlights_and_a_second_one_takes() {
    let mut model = question();
    assert!(click(&mut model, 2).is_empty(), "the first click changes no answer");
    let Screen::Question(state) = model.screen.clone() else { panic!("still the question") };
    assert_eq!((state.number, state.cursor), (1, 2));
    let effects = click(&mut model, 2);
    assert!(matches!(effects[..], [Effect::Save(..)]), "{effects:?}");
    let Screen::Question(state) = model.screen.clone() else { panic!("the next question") };
    assert_eq!(state.number, 2);

    let mut model = home();
    click(&mut model, 1);
    click(&mut model, 1);
    assert_eq!(model.screen.kind(), ScreenKind::Profile);
    click(&mut model, 2);
    let Screen::Profile(state) = &model.screen else { panic!("the form") };
    assert_eq!(state.form.focus, 2);
}
