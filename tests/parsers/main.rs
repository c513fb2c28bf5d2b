//! Every parser against files that are cut, flipped, spliced and made up: a few hundred of each by default, many with
//! `HOSHITORI_STORM=1`; and against everything in `fuzz/corpus`, where inputs found by fuzzing are kept.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod bodies;
#[path = "../storm/mod.rs"]
#[allow(unused, reason = "only its seeds and rounds are needed")]
mod storm;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use hoshitori::core::assessment::Organization;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::report::answer_sheet;

/// How long one parser is tried at most.
const TIMEOUT: Duration = Duration::from_secs(25);

/// Pieces that mean something to one parser or another.
const TOKENS: &[&str] = &[
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u{feff}",
    "=",
    "\"",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    ",",
    ":",
    "#",
    "\\",
    "\\u0000",
    "-1",
    "99999999999999999999",
    "1e999",
    "nan",
    "true",
    "null",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{200b}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}",
    "schema = 2",
    "schema = -1",
    "schema = \"1\"",
    "[end]",
    "answers = 31",
    "\u{3042}",
    "1979-05-27T07:32:00Z",
    "ｶﾞ",
    "=cmd|' /C calc'!A0",
    "\"status\":\"complete\"",
    "choice = \"implemented\"",
    "set,number,id,answer,note\n",
];

fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Changes some bytes as a bad disk, a careless editor or a hostile person would.
fn spoil(bytes: &mut Vec<u8>, others: &[Vec<u8>], random: &mut fastrand::Rng) {
    for _ in 0..random.usize(0..6) {
        let at = random.usize(0..=bytes.len());
        let to = (at + random.usize(0..200)).min(bytes.len());
        match random.u8(0..9) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..to)),
            2 => {
                let copied = bytes[at..to].to_vec();
                let place = random.usize(0..=bytes.len());
                bytes.splice(place..place, copied);
            }
            3 if at < bytes.len() => bytes[at] ^= 1 << random.u8(0..8),
            4 if at < bytes.len() => bytes[at] = random.u8(..),
            5 => {
                let other = &others[random.usize(0..others.len())];
                let from = random.usize(0..=other.len());
                let piece = other[from..(from + random.usize(0..300)).min(other.len())].to_vec();
                bytes.splice(at..to, piece);
            }
            6 => {
                // Two lines change places.
                let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
                if lines.len() > 1 {
                    let (a, b) = (random.usize(0..lines.len()), random.usize(0..lines.len()));
                    lines.swap(a, b);
                    *bytes = lines.concat();
                }
            }
            _ => {
                let token = TOKENS[random.usize(0..TOKENS.len())];
                bytes.splice(at..at, token.bytes());
            }
        }
    }
}

/// Whether the corpus is there: the published package comes without it.
fn has_corpus() -> bool {
    let is_there = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").is_dir();
    if !is_there {
        println!("skipped: there is no folder fuzz/");
    }
    is_there
}

/// Tries one parser with the corpus, its spoilt files and noise.
fn holds(name: &str) {
    if !has_corpus() {
        return;
    }
    let body = bodies::ALL.iter().find(|(known, _)| *known == name).unwrap().1;
    let known = corpus(name);
    assert!(!known.is_empty(), "fuzz/corpus/{name} is empty");
    for bytes in &known {
        body(bytes);
    }
    let mut random = storm::moments(name);
    let begun = Instant::now();
    let mut tried = 0;
    for _ in 0..storm::rounds(400, 40_000) {
        let mut bytes = known[random.usize(0..known.len())].clone();
        if random.u8(0..20) == 0 {
            bytes = (0..random.usize(0..2000)).map(|_| random.u8(..)).collect();
        }
        spoil(&mut bytes, &known, &mut random);
        tried += 1;
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| body(&bytes))) {
            let kept = std::env::temp_dir().join(format!("{name}-{:x}", random.u32(..)));
            fs::write(&kept, &bytes).unwrap();
            println!("the input is kept in {}; put it into fuzz/corpus/{name}", kept.display());
            std::panic::resume_unwind(panic);
        }
        if begun.elapsed() > TIMEOUT {
            break;
        }
    }
    println!("{name}: {} kept inputs, {tried} spoilt ones", known.len());
}

macro_rules! parsers {
    ($($test:ident: $name:literal),* $(,)?) => {
        $(#[test] fn $test() { holds($name); })*
        #[test]
        fn none_is_left_out() {
            if !has_corpus() {
                return;
            }
            let tried = [$($name),*];
            assert!(bodies::ALL.iter().all(|(name, _)| tried.contains(name)));
            let sizes: Vec<usize> = tried.iter().flat_map(|name| corpus(name)).map(|input| input.len()).collect();
            assert!(sizes.len() < 300 && sizes.iter().sum::<usize>() < 500_000, "the corpus is for everybody to fetch");
            for (name, _) in bodies::ALL {
                let target = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fuzz/fuzz_targets/{name}.rs"));
                assert!(fs::read_to_string(target).unwrap().contains(name), "{name} has no fuzz target");
            }
        }
    };
}

parsers! {
    question_files_of_any_kind: "question_file",
    saved_files_of_any_kind: "saved_file",
    folders_with_saved_files_of_any_kind: "saved_folder",
    saved_files_in_use_of_any_kind: "saved_use",
    settings_of_any_kind: "settings",
    json_of_any_kind: "json_import",
    tables_of_any_kind: "csv_import",
    workbooks_of_any_kind: "xlsx_import",
    workbooks_with_parts_of_any_kind: "xlsx_parts",
    lines_of_any_kind: "flat_lines",
    flat_tables_of_any_kind: "flat_table",
    texts_of_any_kind: "texts",
}

#[test]
fn the_workbook_of_parts_is_read_down_to_its_cells() {
    use hoshitori::import::{ImportFormat, ImportOptions, read};
    let given = ImportOptions {
        id: "a".to_owned(),
        organization: Organization::default(),
        language: Language::En,
        now: chrono::DateTime::default(),
    };
    for (letter, (_, usual)) in ('a'..).zip(bodies::PARTS) {
        let workbook = bodies::workbook::with_part(format!("{letter}{usual}").as_bytes());
        let assessment = read(ImportFormat::Xlsx, &workbook, &Catalog::built_in(), &given).unwrap();
        assert_eq!((assessment.answered(), assessment.organization.employees), (3, Some(24)), "{letter}");
        assert_eq!(assessment.diagnosis.answer("backups").unwrap().note, "a note&あ");
    }
}

/// Makes the beginnings of the corpus anew: `cargo test --test parsers -- --ignored`.
#[test]
#[ignore = "writes into fuzz/corpus"]
fn begin_the_corpus() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let put = |parser: &str, name: &str, bytes: &[u8]| {
        let folder = root.join("fuzz/corpus").join(parser);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), bytes).unwrap();
    };
    let read = |path: &str| fs::read(root.join(path)).unwrap();
    put("question_file", "five-principles", &read("questions/en/five-principles.toml"));
    put("question_file", "self-diagnosis", &read("questions/ja/self-diagnosis.toml"));
    put("question_file", "shop-opening", &read("examples/question-sets/shop-opening.en.toml"));
    for sample in ["it-company-on-its-way", "it-company-two-stars", "manufacturer-one-star"] {
        put("saved_file", sample, &read(&format!("examples/assessments/{sample}.toml")));
        let text = String::from_utf8(read(&format!("examples/assessments/{sample}.toml"))).unwrap();
        let catalog = Catalog::built_in();
        let lookup = |kind, id: &str, edition: &str| catalog.find(kind, id, edition, Language::Ja);
        let assessment = hoshitori::store::saved_file::parse(&text, &lookup).unwrap();
        let json = serde_json::to_vec(&hoshitori::report::json::Document::of(&assessment)).unwrap();
        put("json_import", sample, &json);
        put("saved_folder", sample, text.as_bytes());
        put("saved_use", sample, text.as_bytes());
        put("flat_lines", sample, hoshitori::report::jsonl::json_line(&assessment).as_bytes());
        let report =
            hoshitori::report::content::Report::new(&assessment, Language::Ja, assessment.created_at.date_naive());
        put("csv_import", sample, hoshitori::report::csv::csv(&report).as_bytes());
    }
    let catalog = Catalog::built_in();
    let sets = [catalog.default_checklist(Language::Ja).unwrap(), catalog.default_diagnosis(Language::Ja).unwrap()];
    put("csv_import", "sheet", answer_sheet::csv(&sets[0], &sets[1]).as_bytes());
    put(
        "xlsx_import",
        "sheet",
        &answer_sheet::xlsx(&sets[0], &sets[1], &Organization::default(), Language::Ja, chrono::DateTime::default())
            .unwrap(),
    );
    put("saved_use", "everything", &read("tests/fixtures/schema-1/everything.toml"));
    for (letter, (_, usual)) in ('a'..).zip(bodies::PARTS) {
        put("xlsx_parts", &letter.to_string(), format!("{letter}{usual}").as_bytes());
    }
    put(
        "flat_table",
        "two",
        "\u{feff}status,industry,region,employees,q1,q2,q25\r\ncomplete,\"製造, 業\",東京,24,implemented,partial,unknown\r\n\
         in-progress,,,,,,\r\n"
            .as_bytes(),
    );
    put(
        "settings",
        "all",
        b"language = \"ja\"\ncolor = \"never\"\nascii = false\nmouse = true\nconfirm_on_leaving = true\n# mine\n",
    );
    put("settings", "unknown", "langauge = \"ja\"\r\n[x]\ny = [1, 2]\n".as_bytes());
    put("texts", "japanese", "情報セキュリティは、「重要」です。ﾊﾟｿｺﾝとｶﾞｲﾄﾞ\n二行目".as_bytes());
    put(
        "texts",
        "hostile",
        "\u{1b}[31m\u{202e}e\u{301}\u{301}\u{301}\u{301}\u{301}👩\u{200d}🔧\u{feff}a\r\nb".as_bytes(),
    );
}
