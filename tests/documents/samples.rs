//! Assessments to write documents about.

use chrono::NaiveDate;
use hoshitori::core::assessment::{Assessment, Organization};
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::merge_record::{Disagreement, MergeRecord, MergeRule};
use hoshitori::core::plan_entry::{PlanEntry, PlanState};
use hoshitori::core::question_set::{Kind, SharedSet};
use hoshitori::core::sheet::{Sheet, Timestamp};
use hoshitori::report::answer_sheet::{self, WebSheet};

/// A moment on a day such as `2026-11-22`, in Japan.
pub fn moment(day: &str) -> Timestamp {
    format!("{day}T10:00:00+09:00").parse().expect("a moment")
}

/// A day such as `2026-11-22`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The shipped checklist and diagnosis in a language.
pub fn sets(language: Language) -> (SharedSet, SharedSet) {
    let catalog = Catalog::built_in();
    (
        catalog.default_checklist(language).expect("a checklist"),
        catalog.default_diagnosis(language).expect("a diagnosis"),
    )
}

/// The page that is filled in with a browser, in one language twice.
pub fn web_sheet(checklist: &SharedSet, diagnosis: &SharedSet, language: Language) -> String {
    let sheet = WebSheet {
        checklist: [checklist.clone(), checklist.clone()],
        diagnosis: [diagnosis.clone(), diagnosis.clone()],
        language,
        organization: Organization::default(),
        id: "k7m2pq9x".to_owned(),
        campaign: None,
        with_points: true,
    };
    answer_sheet::html(&sheet).expect("a page")
}

/// A company that answered everything, has a plan, a policy, and more to do.
pub fn company(language: Language) -> Assessment {
    let (checklist, diagnosis) = sets(language);
    let (name, site, respondent, industry, region) = match language {
        Language::Ja => ("株式会社星野製作所", "本社工場", "山田 太郎", "製造業", "東京都大田区"),
        Language::En => ("Hoshino Works", "Head office", "Taro Yamada", "Manufacturing", "Ota, Tokyo"),
    };
    let organization = Organization {
        name: name.to_owned(),
        site: site.to_owned(),
        respondent: respondent.to_owned(),
        industry: industry.to_owned(),
        region: region.to_owned(),
        employees: Some(24),
    };
    let mut assessment = Assessment::new(
        "k7m2pq9x".to_owned(),
        organization,
        Sheet::new(checklist),
        Sheet::new(diagnosis),
        language,
        moment("2026-11-20"),
    );
    assessment.updated_at = moment("2026-11-22");
    answer(&mut assessment, Kind::Checklist, &[0, 0, 1, 1, 2]);
    answer(
        &mut assessment,
        Kind::Diagnosis,
        &[0, 0, 1, 0, 3, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 2, 3, 0, 0, 2, 1],
    );
    let (note, evidence) = match language {
        Language::Ja => ("事務所のルーターは2024年に交換済み。\n倉庫の1台は古いまま。", "機器一覧.xlsx"),
        Language::En => ("The office router was replaced in 2024.\nThe one in the warehouse is old.", "devices.xlsx"),
    };
    assessment.diagnosis.annotate("wireless-lan", note.to_owned(), evidence.to_owned());
    assessment.diagnosis.toggle_flag("threat-awareness");
    let entry = |owner: &str, due: &str, state| PlanEntry {
        owner: owner.to_owned(),
        due: Some(day(due)),
        state,
        ..PlanEntry::default()
    };
    assessment.plan.insert("threat-awareness".to_owned(), entry("佐藤", "2026-12-25", PlanState::Doing));
    assessment.plan.insert("strong-passwords".to_owned(), entry("鈴木", "2026-11-10", PlanState::Open));
    assessment.policy.set_on = Some(day("2026-11-21"));
    "代表取締役".clone_into(&mut assessment.policy.representative_title);
    "星野 一郎".clone_into(&mut assessment.policy.representative_name);
    "総務部 情報セキュリティ担当 03-0000-0000".clone_into(&mut assessment.policy.contact);
    assessment
}

/// The same company, brought together from two sites.
pub fn merged(language: Language) -> Assessment {
    let mut assessment = company(language);
    let disagreement = |number, question: &str, by_hand| Disagreement {
        in_checklist: false,
        number,
        question: question.to_owned(),
        answers: [("k7m2pq9x".to_owned(), "partial".to_owned()), ("abcd2345".to_owned(), "implemented".to_owned())]
            .into(),
        chosen: "partial".to_owned(),
        by_hand,
        reason: if by_hand { "倉庫がまだのため".to_owned() } else { String::new() },
    };
    assessment.merge = Some(MergeRecord {
        rule: MergeRule::Worst,
        sources: vec!["k7m2pq9x".to_owned(), "abcd2345".to_owned()],
        disagreements: vec![disagreement(3, "strong-passwords", false), disagreement(11, "backups", true)],
    });
    assessment
}

/// Answers the questions of a sheet in order by the position of each choice.
pub fn answer(assessment: &mut Assessment, kind: Kind, positions: &[usize]) {
    let sheet = assessment.sheet_mut(kind);
    let set = sheet.set.clone();
    for (question, position) in set.questions.iter().zip(positions) {
        sheet.choose(&question.id, &set.choices[*position].id, moment("2026-11-22"));
    }
}
