//! Finding, listing, reading and deleting saved assessments, with whatever may stand in their place.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

mod assessments;

use std::fs::{self, File};
use std::path::Path;
#[cfg(unix)]
use std::process::Command;
use std::time::{Duration, Instant};

use hoshitori::core::assessment::Status;
use hoshitori::core::language::Language;
use hoshitori::store::failure::{NotRegular, StoreError};
use hoshitori::store::read::{MAX_FILE_SIZE, read};
use hoshitori::store::saved_file::write;
use hoshitori::store::{Store, summary::Summary};

use assessments::{finished, moment, names, nothing_at_hand, save, store, unanswered};

fn list(store: &Store) -> Vec<Summary> {
    store.list(&nothing_at_hand).unwrap()
}

#[test]
fn nothing_is_made_by_reading() {
    let (folder, store) = store();
    assert!(list(&store).is_empty());
    assert_eq!(store.find("latest", &nothing_at_hand), Err(StoreError::NothingSaved));
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[test]
fn the_list_is_newest_first_and_knows_what_it_shows() {
    let (_folder, store) = store();
    let paths = [save(&store, &finished("older", 1)), save(&store, &unanswered("newer", 20))];
    let summaries = list(&store);
    assert_eq!(summaries.iter().map(|summary| summary.id.as_str()).collect::<Vec<_>>(), ["newer", "older"]);
    assert_eq!(summaries[1], Summary::of(&finished("older", 1), paths[0].clone()));
    assert_eq!(summaries[0], Summary::of(&unanswered("newer", 20), paths[1].clone()));
    assert_eq!((summaries[1].points, summaries[1].band.as_str()), (11, "10-20"));
    assert_eq!(summaries[1].status, Some(Status::Complete));
}

#[test]
fn the_head_of_a_file_says_the_same_as_all_of_it() {
    let (_folder, store) = store();
    let names =
        ["星取商事", "", "a\"b\\c", "\u{1b}[31m\u{202e}", "line\nline", &"長い名前".repeat(2000), "], [", "# = \""];
    for name in names {
        let mut assessment = finished("abcdefgh", 3);
        assessment.organization.name = name.to_owned();
        assessment.organization.site = name.to_owned();
        let path = save(&store, &assessment);
        let wanted = Summary::of(&assessment, path.clone());
        assert_eq!(list(&store), std::slice::from_ref(&wanted), "{name:?}");
        // As an editor on Windows would leave it.
        let text = format!("\u{feff}{}", fs::read_to_string(&path).unwrap().replace('\n', "\r\n"));
        fs::write(&path, text).unwrap();
        assert_eq!(list(&store), [wanted], "{name:?}");
    }
}

#[test]
fn a_broken_file_is_listed_with_its_problem() {
    let (_folder, store) = store();
    save(&store, &finished("good", 5));
    let text = write(&finished("bad", 6));
    let upto = |end: usize| &text[..(0..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap()];
    let folder = store.assessments();
    for (number, broken) in ["", "schema = 2", upto(2000), "\0", upto(text.len() / 2)].iter().enumerate() {
        fs::write(folder.join(format!("bad{number}.toml")), broken).unwrap();
    }
    // A line without its newline is enough to hide a cut from a look at the head alone.
    fs::write(folder.join("bad5.toml"), text.replace("[end]\n", "")).unwrap();
    fs::create_dir(folder.join("bad6.toml")).unwrap();
    let summaries = list(&store);
    assert_eq!(summaries.len(), 8);
    for summary in summaries {
        assert_eq!(summary.problem.is_some(), summary.id.starts_with("bad"), "{summary:?}");
        assert_eq!(summary.problem.is_some(), summary.status.is_none());
        let sentence = summary.problem.map(|problem| problem.sentence(Language::Ja)).unwrap_or_default();
        assert!(!sentence.contains('\0'));
    }
    assert!(store.find("latest", &nothing_at_hand).unwrap().ends_with("good.toml"));
}

#[test]
fn many_files_are_listed_completely() {
    let (_folder, store) = store();
    save(&store, &finished("first", 1));
    for number in 0..1200 {
        let assessment = finished(&format!("id{number}"), 1 + number % 28);
        fs::write(store.assessments().join(format!("id{number}.toml")), write(&assessment)).unwrap();
    }
    let summaries = list(&store);
    assert_eq!(summaries.len(), 1201);
    assert!(summaries.iter().all(|summary| summary.problem.is_none()));
    assert!(summaries.is_sorted_by(|a, b| a.created_at >= b.created_at));
    let paths: Vec<_> = summaries.iter().map(|summary| summary.path.clone()).collect();
    let read = store.read_all(&paths, &nothing_at_hand);
    assert!(read.iter().zip(&summaries).all(|(read, summary)| read.as_ref().unwrap().id == summary.id));
}

#[test]
fn an_argument_means_an_id_its_beginning_the_latest_or_a_path() {
    let (folder, store) = store();
    for (id, day) in [("kmnp2345", 1), ("kmxx", 9), ("kmxxyy", 3)] {
        save(&store, &finished(id, day));
    }
    let found = |argument: &str| {
        store.find(argument, &nothing_at_hand).map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
    };
    assert_eq!(found("kmnp2345").unwrap(), "kmnp2345.toml");
    assert_eq!(found("kmn").unwrap(), "kmnp2345.toml");
    assert_eq!(found("KMN").unwrap(), "kmnp2345.toml");
    assert_eq!(found("kmxx").unwrap(), "kmxx.toml", "an id that begins another one means itself");
    assert_eq!(found("KMXX").unwrap(), "kmxx.toml");
    assert_eq!(found("latest").unwrap(), "kmxx.toml");
    let ambiguous = found("km").unwrap_err();
    assert!(ambiguous.sentence(Language::En).contains("kmnp2345, kmxx, kmxxyy"), "{ambiguous}");
    let near = found("kmnp2346").unwrap_err();
    assert!(near.sentence(Language::En).contains("did you mean kmnp2345?"), "{near}");
    for wrong in ["", "..", "zz", "\u{1b}[31m", &"k".repeat(100_000)] {
        let error = found(wrong).unwrap_err();
        assert!(matches!(error, StoreError::NotFound(..)), "{error:?}");
        assert!(!error.sentence(Language::Ja).contains('\u{1b}'));
    }
    let elsewhere = folder.path().join("copy.toml");
    fs::copy(store.path_of("kmxx").unwrap(), &elsewhere).unwrap();
    assert_eq!(store.find(elsewhere.to_str().unwrap(), &nothing_at_hand), Ok(elsewhere.clone()));
    assert_eq!(store.read(&elsewhere, &nothing_at_hand).unwrap().assessment.id, "kmxx");
}

#[test]
fn a_copy_goes_by_the_name_of_its_file() {
    let (_folder, store) = store();
    let original = save(&store, &finished("original", 1));
    let copy = store.path_of("copy").unwrap();
    fs::copy(original, &copy).unwrap();
    assert_eq!(store.read(&copy, &nothing_at_hand).unwrap().assessment.id, "copy");
}

#[test]
fn an_id_leads_nowhere_else() {
    let (_folder, store) = store();
    for id in ["../x", "/etc/passwd", "..", "", "a/b", ".hidden", "a\0b"] {
        assert!(matches!(store.path_of(id), Err(StoreError::NotFound(..))), "{id:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_hostile_file_name_is_listed_but_not_shown_raw() {
    let (_folder, store) = store();
    save(&store, &finished("good", 5));
    fs::write(store.assessments().join("a\nb\u{1b}[2J.toml"), write(&finished("x", 6))).unwrap();
    let summaries = list(&store);
    let problem = summaries.iter().find_map(|summary| summary.problem.clone()).unwrap();
    assert!(matches!(problem, StoreError::BadName(_)));
}

#[cfg(unix)]
#[test]
fn what_is_not_a_small_regular_file_is_refused_at_once() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    assert!(Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
    let _listener = UnixListener::bind(path("socket")).unwrap();
    symlink("nothing", path("dangling")).unwrap();
    symlink("circle", path("circle")).unwrap();
    symlink("pipe", path("link to pipe")).unwrap();
    File::create(path("sparse")).unwrap().set_len(8 << 30).unwrap();
    fs::write(path("large"), vec![b'#'; MAX_FILE_SIZE as usize + 1]).unwrap();
    fs::write(path("just right"), vec![b'#'; MAX_FILE_SIZE as usize]).unwrap();

    let begin = Instant::now();
    let refused = |name: &str| read(&path(name)).unwrap_err();
    assert_eq!(refused("pipe"), StoreError::NotAFile(path("pipe"), NotRegular::Fifo));
    assert_eq!(refused("link to pipe"), StoreError::NotAFile(path("link to pipe"), NotRegular::Fifo));
    assert_eq!(refused("socket"), StoreError::NotAFile(path("socket"), NotRegular::Socket));
    assert_eq!(refused("."), StoreError::NotAFile(path("."), NotRegular::Folder));
    assert_eq!(refused("dangling"), StoreError::DanglingLink(path("dangling")));
    assert_eq!(refused("circle"), StoreError::LinkLoop(path("circle")));
    assert_eq!(refused("sparse"), StoreError::TooLarge(path("sparse")));
    assert_eq!(refused("large"), StoreError::TooLarge(path("large")));
    assert!(matches!(refused("absent"), StoreError::System { .. }));
    assert_eq!(read(Path::new("/dev/zero")).unwrap_err(), StoreError::NotAFile("/dev/zero".into(), NotRegular::Device));
    assert_eq!(read(&path("just right")).unwrap().len() as u64, MAX_FILE_SIZE);
    assert!(begin.elapsed() < Duration::from_secs(2));
    for name in ["pipe", "circle", "sparse", "dangling", "absent"] {
        for language in Language::ALL {
            assert!(refused(name).sentence(language).contains(name));
        }
    }
}

#[test]
fn other_encodings_are_told() {
    let (_folder, store) = store();
    let path = save(&store, &finished("abcdefgh", 1));
    let text = fs::read_to_string(&path).unwrap();
    let place = text.find("星取").unwrap();
    let mut shift_jis = text.clone().into_bytes();
    shift_jis.splice(place..place + 6, [0x90, 0xaf, 0x8e, 0xe6]);
    let utf_16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, wanted) in [
        (shift_jis, ":23:9: The encoding is not UTF-8"),
        (utf_16, ": The encoding is UTF-16"),
        (
            text.replace("id = \"abcdefgh\"\n", "id = \"abcdefgh\"\r").into_bytes(),
            ":5:16: A line ends in a carriage return alone",
        ),
        (text.replace("answers", "ans\0wers").into_bytes(), ":10:4: There is a NUL character"),
    ] {
        fs::write(&path, &bytes).unwrap();
        let error = store.read(&path, &nothing_at_hand).unwrap_err();
        assert!(error.sentence(Language::En).contains(wanted), "{error}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "the file is untouched");
    }
}

#[test]
fn a_deleted_assessment_leaves_nothing() {
    let (_folder, store) = store();
    let path = save(&store, &finished("abcdefgh", 1));
    save(&store, &finished("abcdefghi", 1));
    fs::write(store.assessments().join("abcdefgh.toml.kept-20261122-100000"), "").unwrap();
    store.delete(&path).unwrap();
    assert_eq!(names(store.assessments()), ["abcdefghi.toml"]);
    assert!(matches!(store.delete(&path), Err(StoreError::System { .. })));
    let held = store.path_of("abcdefghi").unwrap();
    let _lock = store.lock(&held).unwrap();
    assert!(
        matches!(store.delete(&held), Err(StoreError::InUse(_, Some(holder))) if holder.process == std::process::id())
    );
    assert!(held.exists());
}

#[test]
fn a_file_where_a_folder_is_needed_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    fs::write(&file, "").unwrap();
    assert_eq!(Store::open(file.clone()).unwrap_err(), StoreError::NotAFolder(file));
}

#[test]
fn summaries_of_broken_files_have_the_time_of_the_file() {
    let (_folder, store) = store();
    save(&store, &finished("good", 5));
    fs::write(store.assessments().join("bad.toml"), "x").unwrap();
    let summaries = list(&store);
    let bad = summaries.iter().find(|summary| summary.id == "bad").unwrap();
    assert!((bad.created_at - moment(5)).num_days().abs() < 20_000);
    assert_ne!(bad.created_at, hoshitori::core::sheet::Timestamp::default());
}
