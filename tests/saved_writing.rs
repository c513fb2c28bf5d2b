//! Saving: durable, private, one process at a time, and never over what somebody else wrote.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg_attr(not(unix), allow(dead_code, unused_imports, reason = "some of these tests need unix"))]

mod assessments;

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use hoshitori::core::assessment::Assessment;
use hoshitori::core::language::Language;
use hoshitori::store::Store;
use hoshitori::store::failure::StoreError;
use hoshitori::store::saved_file::write;
use hoshitori::store::version::Version;
use hoshitori::store::writer::{Event, Writer};

use assessments::{finished, names, nothing_at_hand, save, store, unanswered};

const TIMEOUT: Duration = Duration::from_secs(5);

/// A writer for an assessment, new or saved, and its events.
fn writer(store: &Store, path: &Path) -> (Writer, Receiver<Event>) {
    let lock = store.lock(path).unwrap();
    let version =
        store.read(path, &nothing_at_hand).map_or_else(|_| Version::none(path.to_owned()), |opened| opened.version);
    let (sender, events) = channel();
    let writer = Writer::start(lock, version, move |event| sender.send(event).unwrap_or_default()).unwrap();
    (writer, events)
}

fn read(store: &Store, path: &Path) -> Assessment {
    store.read(path, &nothing_at_hand).unwrap().assessment
}

fn wait_for(events: &Receiver<Event>, wanted: impl Fn(&Event) -> bool) -> Event {
    loop {
        let event = events.recv_timeout(TIMEOUT).expect("an event");
        if wanted(&event) {
            return event;
        }
    }
}

fn is_saved(revision: u64) -> impl Fn(&Event) -> bool {
    move |event| *event == Event::Saved { revision }
}

/// An assessment whose first question of the diagnosis carries a note.
fn with_note(note: &str) -> Assessment {
    let mut assessment = finished("abcdefgh", 1);
    assessment.diagnosis.annotate("q1", note.to_owned(), String::new());
    assessment
}

#[test]
fn saved_means_that_it_is_on_disk() {
    let (_folder, store) = store();
    let path = store.path_of("abcdefgh").unwrap();
    let (writer, events) = writer(&store, &path);
    for revision in 1..=5 {
        let assessment = with_note(&revision.to_string());
        writer.save(revision, Box::new(assessment.clone()));
        wait_for(&events, is_saved(revision));
        assert_eq!(read(&store, &path), assessment);
    }
    writer.finish(TIMEOUT).unwrap();
    assert_eq!(names(store.assessments()), ["abcdefgh.toml"]);
}

#[test]
fn only_the_newest_state_is_written() {
    let (_folder, store) = store();
    let path = store.path_of("abcdefgh").unwrap();
    let (writer, events) = writer(&store, &path);
    // Made before the time is taken: on a busy machine that alone takes a second.
    let states: Vec<_> = (1..=1000).map(|revision| (revision, Box::new(with_note(&revision.to_string())))).collect();
    let begin = Instant::now();
    for (revision, state) in states {
        writer.save(revision, state);
    }
    assert!(begin.elapsed() < Duration::from_secs(1), "handing over waits for nothing");
    writer.finish(TIMEOUT).unwrap();
    let saved: Vec<Event> = events.iter().collect();
    assert!(saved.len() < 1000);
    assert_eq!(saved.last(), Some(&Event::Saved { revision: 1000 }));
    assert_eq!(read(&store, &path), with_note("1000"));
}

#[test]
fn what_is_typed_fast_is_written_together() {
    let (_folder, store) = store();
    let path = store.path_of("abcdefgh").unwrap();
    let (writer, events) = writer(&store, &path);
    writer.save(1, Box::new(with_note("1")));
    wait_for(&events, is_saved(1));
    for revision in 2..=20 {
        writer.save(revision, Box::new(with_note(&revision.to_string())));
        std::thread::sleep(Duration::from_millis(5));
    }
    let saved: Vec<Event> = events.iter().take_while(|event| *event != Event::Saved { revision: 20 }).collect();
    assert!(saved.len() < 10, "{saved:?}");
    assert_eq!(read(&store, &path), with_note("20"));
}

#[cfg(unix)]
#[test]
fn files_and_folders_are_private_and_links_stay() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    // A careless umask opens nothing. It is the same for all tests here, and none of them depends on it.
    rustix::process::umask(rustix::fs::Mode::empty());
    let mode = |path: &Path| path.metadata().unwrap().mode() & 0o777;
    let (folder, store) = store();
    let path = save(&store, &finished("abcdefgh", 1));
    assert_eq!((mode(store.data()), mode(store.assessments()), mode(&path)), (0o700, 0o700, 0o600));

    fs::set_permissions(store.assessments(), fs::Permissions::from_mode(0o755)).unwrap();
    let elsewhere = folder.path().join("elsewhere.toml");
    fs::rename(&path, &elsewhere).unwrap();
    fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o644)).unwrap();
    symlink(&elsewhere, &path).unwrap();
    let (writer, events) = writer(&store, &path);
    writer.save(1, Box::new(with_note("through the link")));
    wait_for(&events, is_saved(1));
    writer.finish(TIMEOUT).unwrap();
    assert!(path.symlink_metadata().unwrap().is_symlink());
    assert_eq!(mode(&elsewhere), 0o600);
    assert_eq!(mode(store.assessments()), 0o700);
    assert_eq!(read(&store, &elsewhere), with_note("through the link"));

    // The target deleted: what was typed is saved there all the same.
    fs::remove_file(&elsewhere).unwrap();
    let (again, _) = self::writer(&store, &path);
    again.save(1, Box::new(with_note("anew")));
    again.finish(TIMEOUT).unwrap();
    assert_eq!(read(&store, &elsewhere), with_note("anew"));

    fs::remove_file(&path).unwrap();
    symlink("abcdefgh.toml", &path).unwrap();
    assert_eq!(store.lock(&path).unwrap_err(), StoreError::LinkLoop(path));
}

#[test]
fn an_error_is_told_once_and_repaired_by_the_next_try() {
    let (_folder, store) = store();
    let path = store.path_of("abcdefgh").unwrap();
    let (writer, events) = writer(&store, &path);
    // Something that cannot be replaced stands there for a while.
    fs::create_dir(&path).unwrap();
    writer.save(1, Box::new(with_note("one")));
    let event = events.recv_timeout(TIMEOUT).unwrap();
    assert!(matches!(event, Event::Failed { revision: 1, error: StoreError::InTheWay(..) }), "{event:?}");
    assert!(events.recv_timeout(Duration::from_millis(700)).is_err(), "the same error is not reported again");
    writer.save(2, Box::new(with_note("two")));
    wait_for(&events, |event| matches!(event, Event::Failed { revision: 2, .. }));
    fs::remove_dir(&path).unwrap();
    wait_for(&events, is_saved(2));
    writer.finish(TIMEOUT).unwrap();
    assert_eq!(read(&store, &path), with_note("two"));
}

#[test]
fn leaving_gives_up_when_patience_is_over_and_says_why() {
    let (_folder, store) = store();
    let path = store.path_of("abcdefgh").unwrap();
    let (writer, _reports) = writer(&store, &path);
    fs::create_dir(&path).unwrap();
    writer.save(1, Box::new(with_note("one")));
    let waiter = writer.waiter();
    assert!(matches!(
        waiter.wait(Duration::from_millis(50)),
        Err(StoreError::InTheWay(..) | StoreError::NotFinished(_))
    ));
    let begin = Instant::now();
    let error = writer.finish(Duration::from_millis(600)).unwrap_err();
    assert!(matches!(error, StoreError::InTheWay(..)));
    assert!((500..1500).contains(&begin.elapsed().as_millis()));
    // By a thread, which a busy machine may hold up.
    let deadline = Instant::now() + TIMEOUT;
    while names(store.assessments()) != ["abcdefgh.toml"] {
        assert!(Instant::now() < deadline, "the lock is let go");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn leaving_waits_until_the_last_change_is_saved() {
    let (_folder, store) = store();
    let path = store.path_of("abcdefgh").unwrap();
    let (writer, _reports) = writer(&store, &path);
    fs::create_dir(&path).unwrap();
    writer.save(1, Box::new(with_note("one")));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(400));
            fs::remove_dir(&path).unwrap();
        });
        writer.finish(TIMEOUT).unwrap();
    });
    assert_eq!(read(&store, &path), with_note("one"));
}

#[test]
fn a_writer_that_is_dropped_saves_first() {
    let (_folder, store) = store();
    let path = store.path_of("abcdefgh").unwrap();
    let (writer, _reports) = writer(&store, &path);
    writer.save(1, Box::new(with_note("one")));
    drop(writer);
    assert_eq!(read(&store, &path), with_note("one"));
    assert_eq!(names(store.assessments()), ["abcdefgh.toml"]);
}

#[test]
fn a_folder_deleted_meanwhile_is_made_anew() {
    let (_folder, store) = store();
    let path = store.path_of("abcdefgh").unwrap();
    let (writer, events) = writer(&store, &path);
    writer.save(1, Box::new(with_note("one")));
    wait_for(&events, is_saved(1));
    // On Windows the folder stays, because the lock is open in it; what else can be removed is.
    assert!(fs::remove_dir_all(store.data()).is_ok() || cfg!(windows));
    writer.save(2, Box::new(with_note("two")));
    wait_for(&events, is_saved(2));
    writer.finish(TIMEOUT).unwrap();
    assert_eq!(read(&store, &path), with_note("two"));
}

#[test]
fn what_another_program_wrote_meanwhile_is_kept_aside() {
    let (_folder, store) = store();
    let path = save(&store, &with_note("mine"));
    let (writer, events) = writer(&store, &path);
    let foreign = write(&with_note("theirs"));
    fs::write(&path, &foreign).unwrap();
    writer.save(1, Box::new(with_note("mine again")));
    let Event::KeptAside { path: kept } = events.recv_timeout(TIMEOUT).unwrap() else { panic!("kept aside first") };
    wait_for(&events, is_saved(1));
    assert_eq!(fs::read_to_string(&kept).unwrap(), foreign);
    assert!(kept.file_name().unwrap().to_str().unwrap().starts_with("abcdefgh.toml.kept-20"));
    assert_eq!(read(&store, &path), with_note("mine again"));

    // Again, in the same second, and by a file that is moved there.
    let moved = store.assessments().join("moved");
    fs::write(&moved, "not even TOML").unwrap();
    fs::rename(&moved, &path).unwrap();
    writer.save(2, Box::new(with_note("mine at last")));
    wait_for(&events, |event| matches!(event, Event::KeptAside { .. }));
    wait_for(&events, is_saved(2));
    // Merely touched: nothing to keep.
    fs::File::options().write(true).open(&path).unwrap().set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    writer.save(3, Box::new(with_note("mine")));
    assert_eq!(events.recv_timeout(TIMEOUT).unwrap(), Event::Saved { revision: 3 });
    writer.finish(TIMEOUT).unwrap();
    assert_eq!(names(store.assessments()).len(), 3);
    assert_eq!(store.list(&nothing_at_hand).unwrap().len(), 1, "what was kept is not listed");
}

#[test]
fn a_file_that_stands_where_a_new_one_is_saved_is_kept() {
    let (_folder, store) = store();
    let path = save(&store, &with_note("theirs"));
    let (sender, events) = channel();
    let lock = store.lock(&path).unwrap();
    let writer = Writer::start(lock, Version::none(path.clone()), move |event| sender.send(event).unwrap()).unwrap();
    writer.save(1, Box::new(with_note("mine")));
    writer.finish(TIMEOUT).unwrap();
    assert!(matches!(events.recv().unwrap(), Event::KeptAside { .. }));
    assert_eq!(read(&store, &path), with_note("mine"));
}

#[test]
fn a_new_file_waits_for_its_folder() {
    let (_folder, store) = store();
    let path = store.path_of("abcdefgh").unwrap();
    // Something stands where the folder of the assessments is to be made.
    fs::write(store.data(), "").unwrap();
    let (sender, events) = channel();
    let writer = Writer::start_new(store.clone(), path.clone(), move |event| sender.send(event).unwrap()).unwrap();
    writer.save(1, Box::new(with_note("one")));
    wait_for(&events, |event| matches!(event, Event::Failed { error: StoreError::NotAFolder(_), .. }));
    fs::remove_file(store.data()).unwrap();
    wait_for(&events, is_saved(1));
    assert!(matches!(store.lock(&path), Err(StoreError::InUse(..))));
    writer.finish(TIMEOUT).unwrap();
    assert_eq!(read(&store, &path), with_note("one"));
}

#[test]
fn what_could_not_be_read_again_is_not_saved() {
    let (_folder, store) = store();
    let path = save(&store, &with_note("small"));
    let (writer, events) = writer(&store, &path);
    writer.save(1, Box::new(with_note(&"長".repeat(400_000))));
    let event = events.recv_timeout(TIMEOUT).unwrap();
    assert!(matches!(event, Event::Failed { error: StoreError::TooLargeToSave(_), .. }));
    writer.save(2, Box::new(with_note("shorter")));
    wait_for(&events, is_saved(2));
    writer.finish(TIMEOUT).unwrap();
    assert_eq!(read(&store, &path), with_note("shorter"));
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt;

    let (_folder, store) = store();
    let path = save(&store, &with_note("old"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    let lock = store.lock(&path).unwrap();
    assert_eq!(store.save(&lock, &with_note("new")), Err(StoreError::ReadOnly(path.clone())));
    assert_eq!(read(&store, &path), with_note("old"));
    drop(lock);
    assert_eq!(names(store.assessments()), ["abcdefgh.toml"]);
}

#[test]
fn a_second_copy_is_told_who_has_it() {
    let (_folder, store) = store();
    let path = save(&store, &unanswered("abcdefgh", 1));
    let lock = store.lock(&path).unwrap();
    let error = store.lock(&path).unwrap_err();
    let wanted = format!("another hoshitori (process {}, since 20", std::process::id());
    assert!(error.sentence(Language::En).contains(&wanted), "{error}");
    // Listing does not disturb it.
    store.list(&nothing_at_hand).unwrap();
    assert!(store.lock(&path).is_err());
    drop(lock);
    drop(store.lock(&path).unwrap());
    assert_eq!(names(store.assessments()), ["abcdefgh.toml"]);
}

#[test]
fn locks_exclude_one_another_under_load() {
    let (_folder, store) = store();
    let path = save(&store, &unanswered("abcdefgh", 1));
    let inside = std::sync::atomic::AtomicUsize::new(0);
    let entered = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..200 {
                    if let Ok(lock) = store.lock(&path) {
                        assert_eq!(inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                        entered.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                        inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                        drop(lock);
                    }
                }
            });
        }
    });
    assert!(entered.into_inner() > 100);
    assert_eq!(names(store.assessments()), ["abcdefgh.toml"]);
}

#[test]
fn what_a_dead_process_left_is_removed() {
    let leave = |store: &Store| {
        let folder = store.assessments();
        fs::write(folder.join("abcdefgh.toml.lock"), "99999 2026-11-22 10:00:00\n").unwrap();
        fs::write(folder.join(".hoshitori-abcdefgh.toml-x1Y2z3.tmp"), "half").unwrap();
    };
    let (_folder, store) = store();
    let path = save(&store, &unanswered("abcdefgh", 1));
    save(&store, &unanswered("other", 1));
    let wanted = ["abcdefgh.toml", "other.toml"];

    leave(&store);
    drop(store.lock(&path).unwrap());
    assert_eq!(names(store.assessments()), wanted);
    leave(&store);
    store.list(&nothing_at_hand).unwrap();
    assert_eq!(names(store.assessments()), wanted);
    leave(&store);
    store.find("abcdefgh", &nothing_at_hand).unwrap();
    assert_eq!(names(store.assessments()), wanted);

    // Of a file that is open, nothing is removed, and other people's hidden files never.
    let _lock = store.lock(&path).unwrap();
    fs::write(store.assessments().join(".hoshitori-abcdefgh.toml-x1Y2z3.tmp"), "half").unwrap();
    fs::write(store.assessments().join(".hidden"), "").unwrap();
    store.list(&nothing_at_hand).unwrap();
    assert_eq!(names(store.assessments()).len(), 5);
}
