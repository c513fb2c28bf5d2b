//! Files that are not what they should be.

use std::fs;

use crate::program::Program;
use crate::{readers, refused};

/// From one place where a file is cut to the next. Under wine a program takes long to begin.
const STEP: usize = if cfg!(windows) {
    1999
} else if cfg!(debug_assertions) {
    499
} else {
    97
};

/// Bytes that are none of what is wanted.
fn rubbish(whole: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut random = fastrand::Rng::with_seed(7);
    let shift_jis = encoding_rs::SHIFT_JIS.encode("name = \"山田製作所\"\n").0.into_owned();
    let euc = encoding_rs::EUC_JP.encode("name = \"山田製作所\"\n").0.into_owned();
    let utf_16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("schema = 1\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let twice = [b"schema = 1\n".as_slice(), whole].concat();
    let bare_return = String::from_utf8_lossy(whole).replacen('\n', "\r", 3).into_bytes();
    vec![
        ("empty", Vec::new()),
        ("blank", b"  \n\n".to_vec()),
        ("nothing-but-nul", vec![0; 4096]),
        ("random", (0..9000).map(|_| random.u8(..)).collect()),
        (
            "program",
            fs::read("/bin/sh").map(|program| program[..200_000.min(program.len())].to_vec()).unwrap_or_default(),
        ),
        ("shift-jis", shift_jis),
        ("euc-jp", euc),
        ("utf-16", utf_16),
        ("duplicate-key", twice),
        ("bare-return", bare_return),
        ("deep-toml", [b"a = ".to_vec(), vec![b'['; 200_000]].concat()),
        ("deep-json", vec![b'['; 200_000]),
        ("dotted", [b"a".to_vec(), b".a".repeat(100_000), b" = 1".to_vec()].concat()),
    ]
}

#[test]
fn rubbish_is_refused_and_stays_as_it_is() {
    for language in ["ja", "en"] {
        let program = Program::new(language);
        let whole = include_bytes!("../../examples/assessments/it-company-two-stars.toml");
        for (name, bytes) in rubbish(whole) {
            for ending in ["toml", "json", "csv"] {
                let file = program.folder().join(format!("{name}.{ending}"));
                fs::write(&file, &bytes).unwrap();
                let name = file.to_string_lossy();
                for (arguments, codes) in readers(&name) {
                    // A table may be in Shift_JIS, or lack what is asked for: that is said as well.
                    refused(&program, &arguments, if ending == "csv" { &[0, 1] } else { codes });
                }
                assert_eq!(fs::read(&file).unwrap(), bytes, "{name} was changed");
            }
        }
        assert!(!program.assessments().exists(), "nothing is begun");
    }
}

#[test]
fn a_saved_file_cut_anywhere_is_told_and_not_overwritten() {
    let program = Program::new("en");
    let whole = include_bytes!("../../examples/assessments/it-company-two-stars.toml");
    let file = program.folder().join("cut.toml");
    let name = file.to_string_lossy().into_owned();
    for end in (1..whole.len() - 7).step_by(STEP) {
        fs::write(&file, &whole[..end]).unwrap();
        refused(&program, &["show", &name], &[1]);
        refused(&program, &["open", &name, "--plain"], &[1]);
        assert_eq!(fs::read(&file).unwrap(), &whole[..end]);
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_fault() {
    let program = Program::new("en");
    let file = program.folder().join("from-windows.toml");
    let text = include_str!("../../examples/assessments/it-company-two-stars.toml").replace('\n', "\r\n");
    fs::write(&file, format!("\u{feff}{text}")).unwrap();
    program.run(&["show", &file.to_string_lossy()]).succeeded();
    let questions = include_str!("../../examples/question-sets/shop-opening.en.toml").replace('\n', "\r\n");
    fs::write(&file, format!("\u{feff}{questions}")).unwrap();
    program.run(&["questions", "check", &file.to_string_lossy()]).succeeded();
}

#[test]
fn a_layout_from_the_future_is_named_and_never_overwritten() {
    let whole = include_str!("../../examples/assessments/it-company-two-stars.toml");
    for schema in ["2", "99999999999999999999", "-1", "0", "\"1\"", "1.0", "true", "[1]"] {
        let program = Program::new("en");
        let id = program.assessment_of("X", "1\n");
        let file = program.assessments().join(format!("{id}.toml"));
        let text = whole.replacen("schema = 1", &format!("schema = {schema}"), 1);
        fs::write(&file, &text).unwrap();
        for arguments in [
            &["show", &id][..],
            &["open", &id, "--plain"],
            &["start", "--from", &id, "--plain"],
            &["merge", &id, &id, "--org", "X"],
        ] {
            let told = refused(&program, arguments, &[1]);
            assert!(told.contains("schema"), "{schema}: {told}");
        }
        let list = program.run(&["list"]).succeeded();
        assert!(list.contains(&id), "{list}");
        assert_eq!(fs::read_to_string(&file).unwrap(), text, "schema = {schema}");
        assert_eq!(fs::read_dir(program.assessments()).unwrap().count(), 1);
    }
}

#[test]
fn truncated_files_are_reported_and_unchanged() {
    let program = Program::new("ja");
    let questions = include_bytes!("../../examples/question-sets/shop-opening.ja.toml");
    let document = include_bytes!("../fixtures/schema-1/in-progress.json");
    for (ending, whole) in [("toml", questions.as_slice()), ("json", document)] {
        let file = program.folder().join(format!("cut.{ending}"));
        let name = file.to_string_lossy().into_owned();
        for end in (0..whole.len() - 7).step_by(STEP.max(613)) {
            fs::write(&file, &whole[..end]).unwrap();
            match ending {
                "toml" => refused(&program, &["questions", "check", &name], &[1]),
                _ => refused(&program, &["import", &name], &[1]),
            };
            assert_eq!(fs::read(&file).unwrap(), &whole[..end]);
        }
    }
    assert!(!program.assessments().exists(), "nothing is begun");
}

#[test]
fn settings_that_are_rubbish_are_told_stop_nothing_and_stay() {
    for language in ["ja", "en"] {
        let program = Program::new(language);
        let config = program.folder().join("config");
        fs::create_dir(&config).unwrap();
        let file = config.join("config.toml");
        for (name, bytes) in rubbish(b"language = \"en\"\nmouse = true\n") {
            fs::write(&file, &bytes).unwrap();
            let told = refused(&program, &["list"], &[0]);
            assert_eq!(told.contains("config.toml"), !bytes.trim_ascii().is_empty(), "{name}: {told}");
            refused(&program, &["--plain", "start", "--org", "A"], &[0]);
            assert_eq!(fs::read(&file).unwrap(), bytes, "{name}");
        }
        fs::write(&file, "\u{feff}language = \"en\"\r\n").unwrap();
        assert!(!refused(&program, &["list"], &[0]).contains("config.toml"));
    }
}

#[test]
fn folder_full_of_garbage_is_listed_and_unchanged() {
    let program = Program::new("en");
    let id = program.assessment_of("Acme", "1\n");
    let all = rubbish(include_bytes!("../../examples/assessments/it-company-two-stars.toml"));
    for (name, bytes) in &all {
        fs::write(program.assessments().join(format!("{name}.toml")), bytes).unwrap();
    }
    for arguments in [
        &["list", "--json"][..],
        &["doctor"],
        &["doctor", "--fix"],
        &["trend", "--org", "Acme"],
        &["show", "latest"],
        &["--plain", "start", "--org", "Acme"],
    ] {
        refused(&program, arguments, &[0, 1]);
    }
    let listed = refused(&program, &["list"], &[0]);
    assert!(listed.contains(&id), "{listed}");
    for (name, bytes) in &all {
        assert!(listed.contains(&format!("{name}.toml")), "{name} is not told: {listed}");
        assert_eq!(&fs::read(program.assessments().join(format!("{name}.toml"))).unwrap(), bytes, "{name}");
    }
    assert!(listed.lines().count() < 4 * all.len(), "no fault is told again and again: {listed}");
}

#[test]
fn newer_layout_is_checked_and_only_deleted_on_request() {
    let program = Program::new("en");
    fs::create_dir_all(program.assessments()).unwrap();
    let file = program.assessments().join("future.toml");
    let whole = include_str!("../../examples/assessments/it-company-two-stars.toml");
    let text = whole.replacen("schema = 1", "schema = 99", 1);
    fs::write(&file, &text).unwrap();
    let name = file.to_string_lossy();
    for arguments in [
        &["doctor", "--fix"][..],
        &["delete", "future"],
        &["import", &name],
        &["export", "future", "--format", "md"],
        &["merge", "--again", "future"],
        &["aggregate", &name],
    ] {
        refused(&program, arguments, &[0, 1, 2]);
        assert_eq!(fs::read_to_string(&file).unwrap(), text, "{arguments:?}");
    }
    assert_eq!(fs::read_dir(program.assessments()).unwrap().count(), 1);
    refused(&program, &["delete", "future", "--yes"], &[0]);
    assert!(!file.exists());
}

#[test]
fn duplicates_and_bare_returns_are_reported_with_location() {
    let program = Program::new("en");
    let place = |told: &str| {
        let line = told.lines().find(|line| line.contains("f.toml")).unwrap_or_else(|| panic!("{told}"));
        let place: Vec<u32> = line.split(':').filter_map(|part| part.parse().ok()).take(2).collect();
        assert_eq!(place.len(), 2, "{told}");
        (place[0], place[1])
    };
    let file = program.folder().join("f.toml");
    let name = file.to_string_lossy();
    let saved = include_str!("../fixtures/schema-1/in-progress.toml");
    let questions = include_str!("../../examples/question-sets/shop-opening.en.toml");
    let line_of = |text: &str, wanted: &str| text[..text.rfind(wanted).unwrap()].matches('\n').count() as u32 + 1;
    for (command, text) in [(vec!["show", &name], saved), (vec!["questions", "check", &name], questions)] {
        let key = text.lines().find(|line| line.starts_with("schema")).unwrap();
        let at = line_of(text, key);
        fs::write(&file, text.replacen(key, &format!("{key}\n{key}"), 1)).unwrap();
        assert_eq!(place(&refused(&program, &command, &[1])), (at + 1, 1));
        fs::write(&file, text.replacen(&format!("{key}\n"), &format!("{key}\r"), 1)).unwrap();
        assert_eq!(place(&refused(&program, &command, &[1])), (at, key.len() as u32 + 1));
    }
    let mut ids = questions.lines().filter(|line| line.starts_with("id = ")).rev();
    let (last, before) = (ids.next().unwrap(), ids.next().unwrap());
    fs::write(&file, questions.replace(last, before)).unwrap();
    assert_eq!(place(&refused(&program, &["questions", "check", &name], &[1])).0, line_of(questions, last));
}
