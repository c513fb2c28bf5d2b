//! What happens at start-up and on a key press, piece by piece. Compare the lines of one run with each other; times of
//! different runs say little on a shared machine.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use std::path::Path;
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
use hoshitori::intake::Intake;
use hoshitori::report::flat::json_line;
use hoshitori::session::lookup;
use hoshitori::store::{Store, document};
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

/// Another width each time: what was wrapped before is remembered.
#[divan::bench]
fn wrap_a_paragraph(bencher: Bencher) {
    let text = "机の上の書類は、来客や清掃の人の目にも触れます。持ち去られても、すぐには気づけません。";
    let mut widths = (30..70).cycle();
    bencher.with_inputs(move || widths.next().unwrap_or(60)).bench_local_values(|cells| wrap(black_box(text), cells));
}

#[divan::bench]
fn wrap_a_paragraph_again() -> Vec<String> {
    wrap(black_box("机の上の書類は、来客や清掃の人の目にも触れます。持ち去られても、すぐには気づけません。"), 60)
}

/// A folder of so many saved assessments, made for one benchmark.
fn saved(count: usize) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().to_owned()).unwrap();
    std::fs::create_dir_all(store.assessments()).unwrap();
    let text = document::write(&finished());
    for number in 0..count {
        std::fs::write(store.assessments().join(format!("a{number:07}.toml")), &text).unwrap();
    }
    (folder, store)
}

/// Linear: ten times the files, ten times the time.
#[divan::bench(args = [30, 300])]
fn list(bencher: Bencher, count: usize) {
    let (_folder, store) = saved(count);
    let catalog = Catalog::built_in();
    bencher.bench(|| store.list(&lookup(&catalog, Language::Ja)).unwrap().len());
}

#[divan::bench]
fn load(bencher: Bencher) {
    let (_folder, store) = saved(1);
    let catalog = Catalog::built_in();
    let path = store.assessments().join("a0000000.toml");
    bencher.bench(|| store.read(&path, &lookup(&catalog, Language::Ja)).unwrap().assessment.answered());
}

fn counted(take: impl FnOnce(&mut Intake<'_>)) -> u64 {
    let set = Catalog::built_in().default_diagnosis(Language::Ja).unwrap();
    let parse = |path: &Path| {
        let catalog = Catalog::built_in();
        Store::open(path.to_owned())
            .and_then(|store| store.read(path, &lookup(&catalog, Language::Ja)))
            .map(|one| one.assessment)
    };
    let mut progress = |_| {};
    let mut intake = Intake::new(set, &parse, &mut progress);
    take(&mut intake);
    assert_eq!(intake.broken_count, 0);
    intake.aggregate.figures().assessments
}

#[divan::bench(args = [30, 300])]
fn aggregate_saved_files(bencher: Bencher, count: usize) {
    let (_folder, store) = saved(count);
    bencher.bench(|| counted(|intake| intake.path(store.assessments())));
}

#[divan::bench(args = [1000, 10_000])]
fn aggregate_lines(bencher: Bencher, count: usize) {
    let lines = json_line(&finished()).repeat(count);
    bencher.bench(|| counted(|intake| intake.lines("-", lines.as_bytes(), None)));
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
