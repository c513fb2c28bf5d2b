//! The sets at hand: built-in ones, and those that come with a question file.

use hoshitori::core::catalog::{Catalog, Origin};
use hoshitori::core::language::Language::{En, Ja};
use hoshitori::core::question_set::Kind;

use super::{CHECKLIST, DIAGNOSIS, file};

#[test]
fn built_in_sets_are_there_in_both_languages() {
    let catalog = Catalog::built_in();
    let entries = catalog.entries(Ja);
    let ids: Vec<(Kind, &str, &str)> = entries.iter().map(|e| (e.kind, e.id.as_str(), e.edition.as_str())).collect();
    assert_eq!(
        ids,
        [
            (Kind::Checklist, "five-principles", "1"),
            (Kind::Checklist, "six-principles", "1"),
            (Kind::Diagnosis, "self-diagnosis", "1"),
        ]
    );
    for entry in &entries {
        assert_eq!(entry.versions, [(Ja, Origin::BuiltIn), (En, Origin::BuiltIn)]);
        for language in [Ja, En] {
            let set = catalog.find(entry.kind, &entry.id, &entry.edition, language).unwrap();
            assert_eq!(
                (set.kind, &set.id, &set.edition, set.language),
                (entry.kind, &entry.id, &entry.edition, language)
            );
            assert_eq!(catalog.by_id(&entry.id, language), Some(set));
        }
    }
    assert_eq!(entries[0].title, "情報セキュリティ5か条");
    assert_eq!(catalog.default_checklist(En).unwrap().id, "five-principles");
    assert_eq!(catalog.default_diagnosis(Ja).unwrap().id, "self-diagnosis");
    let checklists: Vec<String> = catalog.checklists(En).iter().map(|set| set.id.clone()).collect();
    assert_eq!(checklists, ["five-principles", "six-principles"]);
}

#[test]
fn what_is_not_there_is_not_found() {
    let catalog = Catalog::built_in();
    assert_eq!(catalog.find(Kind::Checklist, "five-principles", "9", Ja), None);
    assert_eq!(catalog.find(Kind::Diagnosis, "five-principles", "1", Ja), None);
    assert_eq!(catalog.by_id("seven-principles", Ja), None);
}

#[test]
fn a_set_is_read_once() {
    let catalog = Catalog::built_in();
    let (first, second) = (catalog.default_checklist(Ja).unwrap(), catalog.default_checklist(Ja).unwrap());
    assert!(std::ptr::eq(&raw const *first, &raw const *second));
}

#[test]
fn added_set_becomes_the_default_in_both_languages() {
    let mut catalog = Catalog::built_in();
    catalog.add(DIAGNOSIS, "small.toml".into()).unwrap();
    for language in [Ja, En] {
        let set = catalog.default_diagnosis(language).unwrap();
        assert_eq!((set.id.as_str(), set.language), ("small", En));
        assert_eq!(catalog.default_checklist(language).unwrap().id, "five-principles");
        assert!(catalog.by_id("self-diagnosis", language).is_some());
    }
    let entry = catalog.entries(Ja).pop().unwrap();
    assert_eq!((entry.id.as_str(), entry.title.as_str()), ("small", "A small set"));
    assert_eq!(entry.versions, [(En, Origin::File("small.toml".into()))]);
}

#[test]
fn both_languages_of_an_added_set_are_one_entry() {
    let mut catalog = Catalog::built_in();
    for path in ["examples/question-sets/shop-opening.ja.toml", "examples/question-sets/shop-opening.en.toml"] {
        catalog.add(&file(path), path.into()).unwrap();
    }
    assert_eq!(catalog.entries(En).len(), 4);
    assert_eq!(catalog.default_diagnosis(Ja).unwrap().language, Ja);
    assert_eq!(catalog.default_diagnosis(En).unwrap().language, En);
}

#[test]
fn the_last_added_goes_first() {
    let mut catalog = Catalog::built_in();
    catalog.add(DIAGNOSIS, "one.toml".into()).unwrap();
    catalog.add(&DIAGNOSIS.replace("edition = \"1\"", "edition = \"2\""), "two.toml".into()).unwrap();
    catalog.add(CHECKLIST, "list.toml".into()).unwrap();
    assert_eq!(catalog.by_id("small", En).unwrap().edition, "2");
    assert_eq!(catalog.default_diagnosis(En).unwrap().edition, "2");
    assert_eq!(catalog.default_checklist(En).unwrap().id, "small-list");
    assert_eq!(catalog.find(Kind::Diagnosis, "small", "1", En).unwrap().edition, "1");
}

#[test]
fn the_same_set_again_replaces_the_earlier_one() {
    let mut catalog = Catalog::built_in();
    catalog.add(DIAGNOSIS, "one.toml".into()).unwrap();
    catalog.add(&DIAGNOSIS.replace("A small set", "Another title"), "two.toml".into()).unwrap();
    assert_eq!(catalog.by_id("small", En).unwrap().title, "Another title");
    assert_eq!(catalog.entries(En).len(), 4);
}

#[test]
fn replaced_set_replaces_both_languages_unless_they_agree() {
    let mut catalog = Catalog::built_in();
    let text = file("questions/ja/five-principles.toml");
    catalog.add(&text.replace("情報セキュリティ5か条\"", "わが社の5か条\""), "ours.toml".into()).unwrap();
    assert_eq!(catalog.default_checklist(Ja).unwrap().title, "わが社の5か条");
    assert_eq!(catalog.default_checklist(En).unwrap().language, En);

    let shorter = text.rsplit_once("[[questions]]").unwrap().0;
    catalog.add(shorter, "ours.toml".into()).unwrap();
    for language in [Ja, En] {
        let set = catalog.default_checklist(language).unwrap();
        assert_eq!((set.questions.len(), set.language), (4, Ja));
    }
    assert_eq!(catalog.checklists(En).len(), 2);
}

#[test]
fn added_language_versions_must_agree() {
    let mut catalog = Catalog::built_in();
    catalog.add(DIAGNOSIS, "en.toml".into()).unwrap();
    let other =
        DIAGNOSIS.replace("language = \"en\"", "language = \"ja\"").replace("tone = \"poor\"", "tone = \"fair\"");
    let faults = catalog.add(&other, "ja.toml".into()).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert!(
        super::english(&faults[0]).contains("\"tone\" of \"no\" is \"poor\" in en.toml but \"fair\" in ja.toml"),
        "{faults:?}"
    );
    assert_eq!(catalog.by_id("small", Ja).unwrap().language, En);
}

#[test]
fn a_faulty_file_adds_nothing() {
    let mut catalog = Catalog::built_in();
    assert!(catalog.add("schema = 1", "bad.toml".into()).is_err());
    assert_eq!(catalog.entries(En).len(), 3);
}
