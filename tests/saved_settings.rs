//! Settings: remembered, and never in the way.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;

use hoshitori::core::language::Language;
use hoshitori::store::failure::{Folder, StoreError};
use hoshitori::store::settings::{ColorChoice, Settings, SettingsFile};

#[test]
fn what_is_remembered_is_there_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::new(Ok(folder.path().join("a/b")));
    assert_eq!(file.read(), (Settings::default(), None));
    let settings = Settings {
        language: Some(Language::Ja),
        color: Some(ColorChoice::Never),
        ascii: Some(true),
        mouse: Some(false),
        confirm_on_leaving: Some(true),
        statistics: Some("C:\\集計\\\"2026\".json".to_owned()),
    };
    file.remember(&settings).unwrap();
    assert_eq!(file.read(), (settings.clone(), None));
    file.remember(&Settings { language: Some(Language::En), ..Settings::default() }).unwrap();
    assert_eq!(file.read(), (Settings { language: Some(Language::En), ..settings }, None));
    let names: Vec<_> =
        fs::read_dir(folder.path().join("a/b")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["config.toml"]);
}

#[test]
fn what_a_person_wrote_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::write(&path, "# mine\nlanguage = 'en' # for now\nfuture = 1\n[table]\nlanguage = 3\n").unwrap();
    let file = SettingsFile::new(Ok(folder.path().to_owned()));
    file.remember(&Settings { language: Some(Language::Ja), ascii: Some(true), ..Settings::default() }).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text, "ascii = true\n# mine\nlanguage = \"ja\" # for now\nfuture = 1\n[table]\nlanguage = 3\n");
}

#[test]
fn broken_settings_never_stop_and_are_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    let file = SettingsFile::new(Ok(folder.path().to_owned()));
    let settings = Settings { language: Some(Language::Ja), ..Settings::default() };
    for broken in [&b"language = "[..], b"\x82\xa0", b"language = \"ja\"\n[", b"\0", b"a = 1\na = 2"] {
        fs::write(&path, broken).unwrap();
        assert!(file.read().1.is_some(), "{broken:?}");
        assert!(matches!(file.remember(&settings), Err(StoreError::Broken(..))), "{broken:?}");
        assert_eq!(fs::read(&path).unwrap(), broken);
    }
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(matches!(file.read(), (_, Some(StoreError::NotAFile(..)))));
    assert!(file.remember(&settings).is_err());
}

#[test]
fn without_a_folder_there_are_no_settings() {
    let file = SettingsFile::new(Err(StoreError::NoFolder(Folder::Config)));
    assert_eq!(file.read(), (Settings::default(), Some(StoreError::NoFolder(Folder::Config))));
    assert_eq!(file.remember(&Settings::default()), Err(StoreError::NoFolder(Folder::Config)));
}
