//! Every screen of the program in a state worth looking at, reached as a person reaches it: by keys.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hoshitori::app::key::Key;
use hoshitori::app::message::Message;
use hoshitori::app::model::{Model, SavedList};
use hoshitori::app::update::update;
use hoshitori::core::assessment::{Assessment, Organization};
use hoshitori::core::benchmark::{BenchmarkStatistics, Quartiles};
use hoshitori::core::catalog::Catalog;
use hoshitori::core::content::policy_text;
use hoshitori::core::language::Language;
use hoshitori::core::merge::{decide, merge};
use hoshitori::core::merge_record::MergeRule;
use hoshitori::core::place::Place;
use hoshitori::core::plan_entry::{PlanEntry, PlanState};
use hoshitori::core::question_set::{Kind, QuestionSet, SharedSet};
use hoshitori::core::sheet::{Sheet, Timestamp};
use hoshitori::store::failure::{Operation, StoreError};
use hoshitori::store::summary::Summary;

/// A screen in a state worth looking at.
pub struct Scene {
    /// Its name in snapshots and on the command line.
    pub name: &'static str,
    /// Makes it.
    pub build: fn(&Stage) -> Model,
}

/// What scenes are made from.
#[derive(Clone)]
pub struct Stage {
    /// Language of the interface and of the company.
    pub language: Language,
    /// Question sets.
    pub catalog: Arc<Catalog>,
}

/// All scenes, in the order in which a company meets them.
pub const SCENES: &[Scene] = &[
    Scene { name: "home-first", build: home_first },
    Scene { name: "home", build: home },
    Scene { name: "home-list-fails", build: list_fails },
    Scene { name: "settings", build: |stage| press(home(stage), "s45") },
    Scene { name: "confirm-leaving", build: |stage| press(home(stage), "s5<esc>q") },
    Scene { name: "guide", build: |stage| press(home(stage), "<down><down><down><enter>") },
    Scene { name: "profile", build: |stage| press(home_first(stage), "<enter>Yamada<down><down>") },
    Scene {
        name: "profile-refused",
        build: |stage| press(home_first(stage), "<enter><down><down><down><down><down><down><down><enter>"),
    },
    Scene { name: "principle", build: begun },
    Scene { name: "checklist-result", build: |stage| press(begun(stage), "11221") },
    Scene { name: "checklist-result-undecided", build: |stage| press(begun(stage), "11331") },
    Scene { name: "question-first", build: |stage| press(begun(stage), "11221<enter>") },
    Scene { name: "question", build: question },
    Scene { name: "question-carried-over", build: carried_over },
    Scene { name: "question-texts-missing", build: texts_missing },
    Scene { name: "details", build: |stage| press(question(stage), "d") },
    Scene { name: "details-others", build: |stage| press(begun(stage), "11221<enter>d<end>") },
    Scene { name: "details-texts-missing", build: |stage| press(texts_missing(stage), "d") },
    Scene { name: "note", build: note },
    Scene { name: "review", build: review },
    Scene { name: "result-half", build: result_half },
    Scene { name: "result", build: result },
    Scene { name: "result-perfect", build: |stage| press(begun(stage), "11111<enter>1111111111111111111111111") },
    Scene { name: "plan", build: plan },
    Scene { name: "plan-item", build: |stage| press(plan(stage), "<enter>") },
    Scene { name: "what-if", build: |stage| press(result(stage), "wa<down><down>") },
    Scene { name: "result-merged", build: merged },
    Scene { name: "disagreements", build: |stage| press(merged(stage), "m<down>") },
    Scene { name: "decision", build: |stage| press(merged(stage), "m<enter><down>") },
    Scene { name: "compare", build: compare },
    Scene { name: "trend", build: trend },
    Scene { name: "statistics-file", build: |stage| press(result(stage), "ostatistics.json") },
    Scene { name: "statistics-too-few", build: |stage| with_statistics(stage, 4) },
    Scene { name: "benchmark", build: |stage| with_statistics(stage, 38) },
    Scene { name: "export", build: |stage| press(result(stage), "e") },
    Scene { name: "stages", build: |stage| press(result(stage), "s<down><down>") },
    Scene { name: "policy", build: |stage| press(result(stage), "s3<down><down>") },
    Scene { name: "policy-data", build: policy_data },
    Scene { name: "clause", build: |stage| press(result(stage), "s3<down><down><enter>") },
    Scene { name: "policy-preview", build: policy_preview },
    Scene { name: "publication", build: |stage| press(result(stage), "s4") },
    Scene { name: "procedure", build: |stage| press(result(stage), "s5<down><down><down><enter>") },
    Scene { name: "declaration", build: |stage| press(result(stage), "s5<end><enter>") },
    Scene { name: "saved", build: |stage| press(saved(stage), "<down>") },
    Scene { name: "saved-search", build: |stage| press(saved(stage), "202") },
    Scene { name: "saved-nothing-found", build: |stage| press(saved(stage), "zzz") },
    Scene { name: "confirm-delete", build: |stage| press(saved(stage), "<down><del>") },
    Scene { name: "help", build: |stage| press(question(stage), "?") },
    Scene { name: "saving-fails", build: saving_fails },
];

/// The moment at which every scene plays.
pub fn now() -> Timestamp {
    moment("2026-11-22")
}

fn moment(day: &str) -> Timestamp {
    format!("{day}T10:00:00+09:00").parse().expect("a moment")
}

/// Presses keys, written as `12<enter>note`.
pub fn press(mut model: Model, keys: &str) -> Model {
    let now = model.now;
    for key in parse_keys(keys) {
        update(&mut model, Message::Key(key), now);
    }
    settled(model)
}

/// Everything so far is saved.
fn settled(mut model: Model) -> Model {
    model.saving.durable = model.saving.revision;
    model
}

fn parse_keys(keys: &str) -> Vec<Key> {
    let mut parsed = Vec::new();
    let mut rest = keys;
    while let Some(character) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|inside| inside.split_once('>'));
        if let Some((name, after)) = named {
            parsed.push(match name {
                "enter" => Key::Enter,
                "esc" => Key::Escape,
                "up" => Key::Up,
                "down" => Key::Down,
                "left" => Key::Left,
                "right" => Key::Right,
                "tab" => Key::Tab,
                "del" => Key::Delete,
                "home" => Key::Home,
                "end" => Key::End,
                other => panic!("no key is called <{other}>"),
            });
            rest = after;
        } else {
            parsed.push(Key::Char(character));
            rest = &rest[character.len_utf8()..];
        }
    }
    parsed
}

/// Japanese or English, by the language of the stage.
fn either(stage: &Stage, ja: &'static str, en: &'static str) -> &'static str {
    match stage.language {
        Language::Ja => ja,
        Language::En => en,
    }
}

fn company(stage: &Stage) -> Organization {
    Organization {
        name: either(stage, "山田製作所", "Yamada Works").to_owned(),
        industry: either(stage, "製造業", "Manufacturing").to_owned(),
        employees: Some(12),
        ..Organization::default()
    }
}

/// The home screen of somebody who has nothing saved.
pub fn home_first(stage: &Stage) -> Model {
    let mut model = Model::new(stage.language, Arc::clone(&stage.catalog), (80, 24), now());
    model.summaries = SavedList::Read(Vec::new());
    model
}

fn home(stage: &Stage) -> Model {
    let half = result_half(stage).assessment.expect("it is open");
    let mut model = Model::new(stage.language, Arc::clone(&stage.catalog), (80, 24), now());
    model.summaries = SavedList::Read(summaries(stage));
    model.newest = Some(Box::new(half));
    model
}

/// The folder of the saved assessments cannot be read.
fn list_fails(stage: &Stage) -> Model {
    let (path, denied) = (Path::new("/home/hana/hoshitori/assessments"), ErrorKind::PermissionDenied.into());
    let error = StoreError::system(Operation::Listing, path, &denied);
    received(home_first(stage), Message::Listed(Err(error)))
}

/// A new assessment at its first principle.
pub fn begun(stage: &Stage) -> Model {
    let organization = company(stage);
    begun_by(stage, organization)
}

/// A new assessment of an organisation at its first principle.
pub fn begun_by(stage: &Stage, organization: Organization) -> Model {
    let mut model = Model::new(stage.language, Arc::clone(&stage.catalog), (80, 24), now());
    let checklist = model.catalog.default_checklist(stage.language).expect("a checklist");
    let diagnosis = model.catalog.default_diagnosis(stage.language).expect("a diagnosis");
    model.begin(organization, Sheet::new(checklist), Sheet::new(diagnosis));
    "kz3m8a2b".clone_into(&mut model.assessment.as_mut().expect("it was begun").id);
    settled(model)
}

fn question(stage: &Stage) -> Model {
    press(begun(stage), "11221<enter>112141133211<left><down>f")
}

fn carried_over(stage: &Stage) -> Model {
    let old = result(stage).assessment.expect("it is open");
    let model = received(home(stage), Message::ReadToCarryOver(Ok(Box::new(old))));
    press(model, "cccccc<enter>cccccccccc")
}

/// What a saved assessment shows whose question file is not at hand.
fn texts_missing(stage: &Stage) -> Model {
    let mut model = question(stage);
    let assessment = model.assessment.as_mut().expect("it is open");
    for sheet in [&mut assessment.checklist, &mut assessment.diagnosis] {
        let QuestionSet { kind, id, edition, .. } = &*sheet.set;
        sheet.set = SharedSet::from(sheet.set.outline().into_question_set(*kind, id, edition));
    }
    model
}

fn note(stage: &Stage) -> Model {
    let text = either(
        stage,
        "書庫の鍵は総務の鈴木さんが管理。<enter>来月、営業の机の引き出しにも鍵を付ける見積もりを取ることにした。",
        "Suzuki of general affairs keeps the key of the cabinet.<enter>Next month we ask what locks for the drawers cost.",
    );
    press(press(question(stage), "n"), text)
}

fn review(stage: &Stage) -> Model {
    let text = either(stage, "書庫の鍵は総務の鈴木さんが管理。", "Suzuki of general affairs keeps the key.");
    press(press(press(question(stage), "n"), text), "<esc>r")
}

fn result_half(stage: &Stage) -> Model {
    let mut model = question(stage);
    model.show_place(Place::Result);
    model
}

/// A finished diagnosis with 64 points.
pub fn result(stage: &Stage) -> Model {
    press(begun(stage), "11221<enter>1121411332131213111211324")
}

fn older(stage: &Stage, day: &str, answers: &str, id: &str) -> Assessment {
    let mut model = begun(stage);
    model.now = moment(day);
    let mut assessment = press(press(model, "11221<enter>"), answers).assessment.expect("it is open");
    assessment.created_at = moment(day);
    assessment.updated_at = moment(day);
    id.clone_into(&mut assessment.id);
    assessment
}

/// Two sites as one, one of their disagreements decided by hand.
fn merged(stage: &Stage) -> Model {
    let mut tokyo = older(stage, "2026-11-20", "1121411332131213111211324", "tokyo23x");
    let mut osaka = older(stage, "2026-11-21", "1121411332131213112211321", "osaka23x");
    let [east, west, reason] = match stage.language {
        Language::Ja => ["東京", "大阪", "本社の基準による"],
        Language::En => ["Tokyo", "Osaka", "as the head office does it"],
    };
    east.clone_into(&mut tokyo.organization.site);
    west.clone_into(&mut osaka.organization.site);
    let merged = merge(&[&tokyo, &osaka], MergeRule::Worst).expect("they fit");
    let mut model = result(stage);
    let open = model.assessment.as_mut().expect("it is open");
    (open.checklist, open.diagnosis) = (merged.checklist, merged.diagnosis);
    open.merge = Some(merged.record);
    let disagreement = &open.merge.as_ref().expect("just merged").disagreements[0];
    let (kind, question) = (Kind::Diagnosis, disagreement.question.clone());
    decide(open, kind, &question, "implemented", reason, moment("2026-11-22")).expect("a decision");
    model.summaries = SavedList::Read([&tokyo, &osaka].map(|site| Summary::of(site, PathBuf::new())).to_vec());
    model
}

fn years(stage: &Stage) -> Vec<Assessment> {
    vec![
        older(stage, "2023-11-20", "1243413334334211133443344", "ab3c9d2e"),
        older(stage, "2024-11-21", "1223411334234211122333344", "cd7m2k9p"),
        older(stage, "2025-11-25", "1122411332231211111322324", "hn4q8r2s"),
        result(stage).assessment.expect("it is open"),
    ]
}

fn compare(stage: &Stage) -> Model {
    let years = years(stage);
    let pair = Box::new((years[2].clone(), years[3].clone()));
    received(press(result(stage), "c"), Message::Compared(Ok(pair)))
}

fn trend(stage: &Stage) -> Model {
    let (years, name) = (years(stage), company(stage).name);
    received(press(result(stage), "t"), Message::TrendRead(name, Ok(years)))
}

/// The result after statistics over so many were read, in which every other company is a little better.
fn with_statistics(stage: &Stage, complete: u64) -> Model {
    let model = press(result(stage), "ostatistics.json");
    let set = &model.assessment.as_ref().expect("it is open").diagnosis.set;
    let quartiles = |max: f64| Quartiles { q1: max * 0.5, median: max * 0.63, q3: max * 0.81 };
    let statistics = BenchmarkStatistics {
        set: Some(set.id.clone()),
        edition: Some(set.edition.clone()),
        complete,
        points: quartiles(100.0),
        categories: set
            .categories
            .iter()
            .zip([20.0, 52.0, 28.0])
            .map(|(c, max)| (c.id.clone(), quartiles(max)))
            .collect(),
        questions: set.questions.iter().map(|q| (q.id.clone(), 3.9 - 0.1 * q.number as f64)).collect(),
    };
    received(model, Message::StatisticsRead("statistics.json".to_owned(), Ok(statistics)))
}

fn received(mut model: Model, message: Message) -> Model {
    let now = model.now;
    update(&mut model, message, now);
    model
}

fn summaries(stage: &Stage) -> Vec<Summary> {
    let mut newest = result_half(stage).assessment.expect("it is open");
    newest.created_at = moment("2026-11-22");
    let mut all: Vec<Assessment> = vec![newest];
    let mut other = older(stage, "2026-10-03", "1111111211111111211111211", "ew5t3y7u");
    other.organization = Organization {
        name: either(
            stage,
            "株式会社 北海道情報通信システムサービス",
            "Hokkaido Information and Communication Services",
        )
        .to_owned(),
        site: either(stage, "札幌本社", "Sapporo").to_owned(),
        ..Organization::default()
    };
    all.push(other);
    all.extend(years(stage).into_iter().rev().skip(1));
    let mut summaries: Vec<Summary> = all
        .iter()
        .map(|assessment| Summary::of(assessment, PathBuf::from(format!("{}.toml", assessment.id))))
        .collect();
    summaries.push(Summary {
        id: "x9broken".to_owned(),
        created_at: moment("2022-01-05"),
        updated_at: moment("2022-01-05"),
        ..Summary::default()
    });
    summaries
}

fn saved(stage: &Stage) -> Model {
    let summaries = summaries(stage);
    received(press(home(stage), "<down><down><enter>"), Message::Listed(Ok(summaries)))
}

fn with_policy(stage: &Stage) -> Model {
    let person = either(stage, "山田 太郎", "Taro Yamada");
    let title = either(stage, "代表取締役", "President");
    let mut model = result(stage);
    let assessment = model.assessment.as_mut().expect("it is open");
    person.clone_into(&mut assessment.policy.representative_name);
    title.clone_into(&mut assessment.policy.representative_title);
    assessment.policy.company.clone_from(&assessment.organization.name);
    assessment.policy.set_on = Some(moment("2026-12-01").date_naive());
    model
}

fn policy_data(stage: &Stage) -> Model {
    press(with_policy(stage), "s3<enter><down><down>")
}

fn policy_preview(stage: &Stage) -> Model {
    let clauses = policy_text(stage.language).map_or(0, |text| text.clauses.len());
    let down = "<down>".repeat(clauses + 1);
    press(press(with_policy(stage), "s3"), &format!("{down}<enter>"))
}

fn plan(stage: &Stage) -> Model {
    let owner = either(stage, "総務 鈴木", "Suzuki");
    let mut model = result(stage);
    let assessment = model.assessment.as_mut().expect("it is open");
    for (question, due, state) in [
        ("written-rules", "2026-11-10", PlanState::Open),
        ("threat-awareness", "2026-12-25", PlanState::Doing),
        ("secure-storage", "2027-01-15", PlanState::Done),
    ] {
        let entry =
            PlanEntry { owner: owner.to_owned(), due: Some(moment(due).date_naive()), state, ..PlanEntry::default() };
        assessment.plan.insert(question.to_owned(), entry);
    }
    press(model, "p<down>")
}

fn saving_fails(stage: &Stage) -> Model {
    let (path, full) = (Path::new("/home/hana/.local/share/hoshitori/a.toml"), ErrorKind::StorageFull.into());
    received(question(stage), Message::SaveFailed(StoreError::system(Operation::Writing, path, &full)))
}
