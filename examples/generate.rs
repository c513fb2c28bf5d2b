//! Makes up assessments for trying out figures: `cargo run --release --example generate -- 10000 > answers.jsonl`.
//!
//! One flat JSON line each, as `export --format jsonl` writes them; the same for the same number and seed
//! (`-- 10000 42`). With `--toml FOLDER` before the number, saved files in a folder instead.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset, TimeDelta};
use hoshitori::core::assessment::{Assessment, Organization};
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::question_set::{Kind, SharedSet};
use hoshitori::core::sheet::Sheet;
use hoshitori::report::jsonl::json_line;
use hoshitori::store::saved_file;

const INDUSTRIES: [&str; 7] = ["製造業", "建設業", "卸売業", "小売業", "情報通信業", "医療・福祉", ""];
const REGIONS: [&str; 5] = ["北海道", "東京都", "愛知県", "大阪府", "福岡県"];

/// One in so many assessments is unfinished.
const UNFINISHED: usize = 50;

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_folder = arguments.len() >= 2 && arguments[0] == "--toml";
    let folder = is_folder.then(|| PathBuf::from(arguments.drain(..2).next_back().unwrap_or_default()));
    let mut numbers = arguments.iter().map(|argument| argument.parse::<u64>());
    let (Some(Ok(count)), seed) = (numbers.next(), numbers.next().and_then(Result::ok).unwrap_or(1)) else {
        eprintln!("usage: generate [--toml FOLDER] COUNT [SEED]");
        return ExitCode::from(2);
    };
    let written = match folder {
        Some(folder) => write_files(count, seed, &folder),
        None => write(count, seed, &mut BufWriter::new(io::stdout().lock())),
    };
    // Whoever reads may have enough before the end.
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

/// Writes so many made-up assessments, a line each; the same ones for the same seed.
///
/// # Errors
///
/// When `out` does not take a line.
pub fn write(count: u64, seed: u64, out: &mut impl Write) -> io::Result<()> {
    make_up(count, seed, |assessment| out.write_all(json_line(assessment).as_bytes()))?;
    out.flush()
}

/// Writes them as saved files into a folder, which is made.
///
/// # Errors
///
/// When the disk refuses.
pub fn write_files(count: u64, seed: u64, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    // Made-up data need not outlive a power cut, so they are not saved as the program does it.
    make_up(count, seed, |assessment| {
        fs::write(folder.join(format!("{}.toml", assessment.id)), saved_file::write(assessment))
    })
}

fn make_up(count: u64, seed: u64, mut take: impl FnMut(&Assessment) -> io::Result<()>) -> io::Result<()> {
    let catalog = Catalog::built_in();
    let sets = [catalog.default_checklist(Language::Ja), catalog.default_diagnosis(Language::Ja)];
    let start = DateTime::parse_from_rfc3339("2026-01-05T09:00:00+09:00").map_err(io::Error::other)?;
    let [Some(checklist), Some(diagnosis)] = sets else { return Err(io::ErrorKind::NotFound.into()) };
    let mut random = fastrand::Rng::with_seed(seed);
    (0..count).try_for_each(|number| take(&made_up(number, &checklist, &diagnosis, start, &mut random)))
}

fn made_up(
    number: u64,
    checklist: &SharedSet,
    diagnosis: &SharedSet,
    start: DateTime<FixedOffset>,
    random: &mut fastrand::Rng,
) -> Assessment {
    let now = start + TimeDelta::minutes(number as i64);
    let organization = Organization {
        name: format!("会社{number}"),
        industry: INDUSTRIES[random.usize(..INDUSTRIES.len())].to_owned(),
        region: REGIONS[random.usize(..REGIONS.len())].to_owned(),
        employees: Some(random.u32(1..400)),
        ..Organization::default()
    };
    let sheets = (Sheet::new(checklist.clone()), Sheet::new(diagnosis.clone()));
    let mut assessment = Assessment::new(format!("g{number:07}"), organization, sheets.0, sheets.1, Language::Ja, now);
    // How good a company is at all of it; each answer varies around that.
    let skill = random.f64();
    let is_unfinished = random.usize(..UNFINISHED) == 0;
    for kind in [Kind::Checklist, Kind::Diagnosis] {
        let sheet = assessment.sheet_mut(kind);
        let set = sheet.set.clone();
        for question in &set.questions {
            if is_unfinished && question.number > 20 {
                break;
            }
            let luck = f64::midpoint(skill, random.f64());
            let choice = ((1.0 - luck) * set.choices.len() as f64) as usize;
            sheet.choose(&question.id, &set.choices[choice.min(set.choices.len() - 1)].id, now);
        }
    }
    assessment
}
