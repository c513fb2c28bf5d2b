//! Whatever opens can be used: scored, planned, compared, merged, carried over, and written in every format.

use chrono::NaiveDate;
use hoshitori::appearance::Appearance;
use hoshitori::core::assessment::Assessment;
use hoshitori::core::carry_over::{carried_over, moved_to};
use hoshitori::core::language::Language;
use hoshitori::core::merge::{merge, merge_again};
use hoshitori::core::merge_record::MergeRule;
use hoshitori::core::plan::{items, next_target, path};
use hoshitori::core::question_set::Kind;
use hoshitori::core::score::{groups, next_band, score};
use hoshitori::core::sheet::Timestamp;
use hoshitori::core::stars::stars;
use hoshitori::report::content::Report;
use hoshitori::report::format::{PolicyFormat, ReportFormat};
use hoshitori::report::icalendar::calendar;
use hoshitori::report::json::analyses::{PlanDocument, comparison, trend_document};
use hoshitori::report::render;
use hoshitori::report::text::TextReport;
use hoshitori::text::clean;

/// No line of a text could steer a terminal.
fn shown(text: &str) {
    for line in text.trim_start_matches('\u{feff}').lines() {
        assert_eq!(clean(line), line);
    }
}

/// Does all that can be done with an assessment.
pub fn all(assessment: &Assessment) {
    figures(assessment);
    together(assessment);
    let now = Timestamp::default();
    for language in Language::ALL {
        for format in ReportFormat::ALL {
            let bytes = render::report(format, assessment, language, now).expect("a report");
            if !format.is_binary() {
                shown(std::str::from_utf8(&bytes).expect("text"));
            }
        }
        for format in PolicyFormat::ALL {
            render::policy(format, assessment, language, now).expect("a policy");
        }
        shown(&calendar(&Report::new(assessment, language, now.date_naive()), now));
        for (ascii, cells) in [(false, 80), (true, 20)] {
            let appearance = Appearance::new(ascii, false);
            let report = TextReport::new(language, &appearance, cells);
            shown(&report.result(assessment));
            shown(&report.headline(assessment));
            shown(&report.plan(assessment, 70, NaiveDate::MAX));
            shown(&report.comparison(assessment, assessment));
            shown(&report.trend("A", std::slice::from_ref(assessment)));
        }
    }
}

fn figures(assessment: &Assessment) {
    let sheet = &assessment.diagnosis;
    let score = score(sheet);
    assert!((score.min..=score.max).contains(&score.points), "{} of {}..{}", score.points, score.min, score.max);
    for kind in [Kind::Checklist, Kind::Diagnosis] {
        let groups = groups(assessment.sheet(kind));
        assert!(groups.iter().all(|group| (0.0..=1.0).contains(&group.share())), "a share beyond the whole");
    }
    let _ = (next_band(&sheet.set, score.points), stars(assessment), items(sheet, &assessment.plan));
    for target in [i32::MIN, -1, 0, next_target(&sheet.set, score.points), 70, i32::MAX] {
        let path = path(sheet, target);
        let totals: Vec<i32> = path.totals().collect();
        assert!(totals.is_sorted() && totals.iter().all(|total| *total <= score.max), "{totals:?}");
        assert!(serde_json::to_string(&PlanDocument::of(assessment, target)).is_ok());
    }
    shown(&comparison(assessment, assessment).expect("JSON"));
    shown(&trend_document("A", std::slice::from_ref(assessment)).expect("JSON"));
}

fn together(assessment: &Assessment) {
    let mut other = assessment.clone();
    other.id.push('b');
    for rule in MergeRule::ALL {
        let Ok(merged) = merge(&[assessment, &other], rule) else { continue };
        assert!(merged.record.disagreements.is_empty() || !assessment.diagnosis.is_complete());
        let _ = merge_again(&[assessment, &other], &merged.record);
    }
    for kind in [Kind::Checklist, Kind::Diagnosis] {
        let sheet = assessment.sheet(kind);
        let carried = carried_over(sheet, sheet.set.clone(), assessment.created_at);
        assert_eq!(carried.answered(), 0, "what is carried over is to be confirmed");
        let _ = moved_to(sheet, sheet.set.clone());
    }
}
