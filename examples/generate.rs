//! Makes up assessments for trying out figures: `cargo run --release --example generate -- 10000 > answers.jsonl`.
//!
//! One flat JSON line each, as `export --format jsonl` writes them; the same for the same number and seed
//! (`-- 10000 42`).

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset, TimeDelta};
use hoshitori::core::assessment::{Assessment, Organization};
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::question_set::{Kind, SharedSet};
use hoshitori::core::sheet::Sheet;
use hoshitori::report::flat::json_line;

const INDUSTRIES: [&str; 7] = ["製造業", "建設業", "卸売業", "小売業", "情報通信業", "医療・福祉", ""];
const REGIONS: [&str; 5] = ["北海道", "東京都", "愛知県", "大阪府", "福岡県"];

/// One in so many assessments is unfinished.
const UNFINISHED: usize = 50;

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let (Some(Ok(count)), seed) = (numbers.next(), numbers.next().and_then(Result::ok).unwrap_or(1)) else {
        eprintln!("usage: generate COUNT [SEED]");
        return ExitCode::from(2);
    };
    // Whoever reads may have enough before the end.
    match write(count, seed, &mut BufWriter::new(io::stdout().lock())) {
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
    let catalog = Catalog::built_in();
    let sets = [catalog.default_checklist(Language::Ja), catalog.default_diagnosis(Language::Ja)];
    let start = DateTime::parse_from_rfc3339("2026-01-05T09:00:00+09:00").map_err(io::Error::other)?;
    let [Some(checklist), Some(diagnosis)] = sets else { return Err(io::ErrorKind::NotFound.into()) };
    let mut random = fastrand::Rng::with_seed(seed);
    for number in 0..count {
        let assessment = made_up(number, &checklist, &diagnosis, start, &mut random);
        out.write_all(json_line(&assessment).as_bytes())?;
    }
    out.flush()
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
