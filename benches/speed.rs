//! What happens at start-up, on a key press, and to many assessments, piece by piece. Compare the lines of one run with
//! each other; times of different runs say little on a shared machine.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

#[path = "../examples/generate.rs"]
#[allow(dead_code, reason = "the example has a main function of its own")]
mod generate;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use divan::{Bencher, black_box};
use hoshitori::aggregate::Aggregator;
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
use hoshitori::store::{Store, saved_file};
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
    bencher.bench(|| saved_file::write(black_box(&assessment)));
}

#[divan::bench]
fn read_document(bencher: Bencher) {
    let catalog = Catalog::built_in();
    let text = saved_file::write(&finished());
    bencher.bench(|| {
        saved_file::parse(black_box(&text), &|kind, id, edition| catalog.find(kind, id, edition, Language::Ja)).unwrap()
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

/// How many assessments are listed and counted.
const MANY: u64 = 500;

/// A store of many made-up assessments, and the file of one.
fn store_of_many() -> (tempfile::TempDir, Store, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().to_owned()).unwrap();
    generate::write_files(MANY, 1, store.assessments()).unwrap();
    let path = store.path_of("g0000007").unwrap();
    (folder, store, path)
}

#[divan::bench]
fn list(bencher: Bencher) {
    let (_folder, store, _) = store_of_many();
    let catalog = Catalog::built_in();
    bencher.bench_local(|| store.list(&catalog.lookup(Language::Ja)).unwrap().len());
}

#[divan::bench]
fn load(bencher: Bencher) {
    let (_folder, store, path) = store_of_many();
    let catalog = Catalog::built_in();
    bencher.bench_local(|| store.read(black_box(&path), &catalog.lookup(Language::Ja)).unwrap());
}

/// Counts what a path leads to, or lines if it is `-`.
fn counted(path: &str, lines: &[u8]) -> u64 {
    let catalog = Catalog::built_in();
    let lookup = catalog.lookup(Language::Ja);
    let mut progress = |_| {};
    let mut aggregator =
        Aggregator::new(catalog.default_diagnosis(Language::Ja).unwrap(), &lookup, None, &mut progress);
    aggregator.count_all(&[path.into()], lines);
    assert_eq!(aggregator.broken_count, 0);
    aggregator.aggregate.figures().assessments
}

#[divan::bench]
fn aggregate_saved_files(bencher: Bencher) {
    let (_folder, store, _) = store_of_many();
    let path = store.assessments().to_string_lossy().into_owned();
    bencher.bench_local(|| counted(black_box(&path), &[]));
}

/// As many as there are saved files, as a whole thing with its threads.
#[divan::bench]
fn aggregate_lines(bencher: Bencher) {
    let mut lines = Vec::new();
    generate::write(MANY, 1, &mut lines).unwrap();
    bencher.bench_local(|| counted("-", black_box(&lines)));
}

/// The same lines with blanks in them, which the general parser reads.
#[divan::bench]
fn aggregate_spaced_lines(bencher: Bencher) {
    let mut lines = Vec::new();
    generate::write(MANY, 1, &mut lines).unwrap();
    let lines = String::from_utf8(lines).unwrap().replace("\":", "\": ");
    bencher.bench_local(|| counted("-", black_box(lines.as_bytes())));
}

#[divan::bench]
fn aggregate_one_record(bencher: Bencher) {
    use hoshitori::core::statistics::{Aggregate, Record};
    let answers = [Some(1); 25];
    let record = Record {
        complete: true,
        merged: false,
        industry: "製造業",
        region: "東京都",
        employees: Some(12),
        answers: &answers,
    };
    let mut aggregate = Aggregate::new(Catalog::built_in().default_diagnosis(Language::Ja).unwrap());
    bencher.bench_local(|| aggregate.add(black_box(&record)).unwrap());
}
