//! The sample assessments in `examples/` open, score as the README says, and are marked as samples.

#![allow(clippy::unwrap_used, reason = "a failed step ends the test")]

use std::path::Path;

use hoshitori::core::assessment::Assessment;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::score::score;
use hoshitori::core::star::Star;
use hoshitori::core::stars::{StarState, TwoStarStep, stars};
use hoshitori::store::Store;

fn sample(name: &str) -> Assessment {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path().to_owned()).unwrap();
    let catalog = Catalog::built_in();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/assessments").join(format!("{name}.toml"));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("# A SAMPLE"), "{name}");
    let assessment = store.read(&path, &catalog.lookup(Language::Ja)).unwrap().assessment;
    assert!(assessment.organization.name.starts_with("（見本）"), "{name}");
    assessment
}

#[test]
fn a_manufacturer_is_ready_for_one_star() {
    let assessment = sample("manufacturer-one-star");
    let stars = stars(&assessment);
    assert_eq!(stars.state(Star::One), StarState::Ready);
    assert!(stars.two_missing.contains(&TwoStarStep::Diagnosis));
}

#[test]
fn an_it_company_with_ninety_points_is_ready_for_two_stars() {
    let assessment = sample("it-company-two-stars");
    assert_eq!(score(&assessment.diagnosis).points, 90);
    assert_eq!(stars(&assessment).state(Star::Two), StarState::Ready);
    assert_eq!(assessment.declaration.steps.len(), 3);
}

#[test]
fn another_one_is_on_its_way() {
    let assessment = sample("it-company-on-its-way");
    assert_eq!(stars(&assessment).two_missing, [TwoStarStep::Publication]);
    assert_eq!(assessment.plan.len(), 2);
}
