//! What happens at start-up and on a key press, piece by piece. Compare the lines of one run with each other; times of
//! different runs say little on a shared machine.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use divan::{Bencher, black_box};
use hoshitori::app::key::Key;
use hoshitori::app::message::Message;
use hoshitori::app::model::Model;
use hoshitori::app::update::update;
use hoshitori::appearance::Appearance;
use hoshitori::core::assessment::{Assessment, Organization};
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::question_set::parse;
use hoshitori::core::score::score;
use hoshitori::core::sheet::Sheet;
use hoshitori::store::document;
use hoshitori::text::wrap;
use hoshitori::tui::views::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    divan::main();
}

const DIAGNOSIS: &str = include_str!("../questions/ja/self-diagnosis.toml");
const PRINCIPLES: &str = include_str!("../questions/ja/five-principles.toml");

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T10:00:00+09:00").unwrap()
}

/// The program after these keys, in a new assessment.
fn after(keys: &str) -> Model {
    let catalog = Arc::new(Catalog::built_in());
    let mut model = Model::new(Language::Ja, Arc::clone(&catalog), (100, 30), now());
    let organization = Organization { name: "山田製作所".to_owned(), ..Organization::default() };
    model.begin(
        organization,
        Sheet::new(catalog.default_checklist(Language::Ja).unwrap()),
        Sheet::new(catalog.default_diagnosis(Language::Ja).unwrap()),
    );
    for key in keys.chars() {
        let key = if key == '\n' { Key::Enter } else { Key::Char(key) };
        update(&mut model, Message::Key(key), now());
    }
    model
}

fn finished() -> Assessment {
    after("11111\n1213412134121341213412134").assessment.unwrap()
}

#[divan::bench(args = ["principles", "diagnosis"])]
fn parse_question_set(bencher: Bencher, name: &str) {
    let text = if name == "principles" { PRINCIPLES } else { DIAGNOSIS };
    bencher.bench(|| parse(black_box(text)).unwrap());
}

#[divan::bench]
fn score_25_answers(bencher: Bencher) {
    let assessment = finished();
    bencher.bench(|| score(black_box(&assessment.diagnosis)).points);
}

#[divan::bench]
fn write_document(bencher: Bencher) {
    let assessment = finished();
    bencher.bench(|| document::write(black_box(&assessment)));
}

#[divan::bench]
fn read_document(bencher: Bencher) {
    let catalog = Catalog::built_in();
    let text = document::write(&finished());
    bencher.bench(|| {
        document::parse(black_box(&text), &|kind, id, edition| catalog.find(kind, id, edition, Language::Ja)).unwrap()
    });
}

#[divan::bench]
fn clone_assessment(bencher: Bencher) {
    let assessment = finished();
    bencher.bench(|| black_box(&assessment).clone());
}

#[divan::bench]
fn wrap_a_paragraph() -> Vec<String> {
    wrap(black_box("机の上の書類は、来客や清掃の人の目にも触れます。持ち去られても、すぐには気づけません。"), 60)
}

#[divan::bench(args = ["1", "11111", "11111\n", "11111\n1213412134121341213412134", "11111\n1r", "11111\n1d"])]
fn one_frame(bencher: Bencher, keys: &str) {
    let model = after(keys);
    let appearance = Appearance::new(false, true);
    let mut terminal = Terminal::new(TestBackend::new(100, 30)).unwrap();
    bencher.bench_local(|| terminal.draw(|frame| view(&model, &appearance, frame)).map(|_| ()).unwrap());
}

/// The least that a frame costs: an empty one.
#[divan::bench]
fn empty_frame(bencher: Bencher) {
    let mut terminal = Terminal::new(TestBackend::new(100, 30)).unwrap();
    bencher.bench_local(|| terminal.draw(|_| {}).map(|_| ()).unwrap());
}

#[divan::bench]
fn one_key(bencher: Bencher) {
    bencher
        .with_inputs(|| after("11111\n1213"))
        .bench_local_values(|mut model| update(&mut model, Message::Key(Key::Char('1')), now()).len());
}
