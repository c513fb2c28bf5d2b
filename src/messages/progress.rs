//! The road to the stars: stages, guide, basic policy, publication, declaration.

use chrono::NaiveDate;

use super::Messages;
use crate::core::assessment::Assessment;
use crate::core::star::Star;
use crate::core::stars::{StarState, TwoStarStep, stars};
use crate::text::clean;

/// Sentences of the road's screens.
#[derive(Debug)]
pub struct Progress {
    /// Title of the stage view.
    pub stages: &'static str,
    /// Line: one star.
    pub one_star: &'static str,
    /// Line: two stars.
    pub two_stars: &'static str,
    /// Line: the declaration.
    pub declaration: &'static str,
    /// State of a star: ready to be declared, which is done at IPA's site.
    pub ready: &'static str,
    /// State of a star: declared on this day.
    pub declared: fn(NaiveDate) -> String,
    /// The answered set leads to no star.
    pub leads_to_no_star: &'static str,
    /// Still missing.
    pub missing: &'static str,
    /// Done.
    pub done: &'static str,
    /// Principles undecided, by their topics.
    pub principles_undecided: fn(&str) -> String,
    /// The step: principles.
    pub principles: &'static str,
    /// The step: diagnosis.
    pub diagnosis: &'static str,
    /// The step: policy.
    pub policy: &'static str,
    /// The step: publication.
    pub publication: &'static str,
    /// The step: procedure of declaring and logo.
    pub procedure: &'static str,
    /// The guide.
    pub guide: &'static str,
    /// What is still missing, by name.
    pub still_missing: fn(&str) -> String,
    /// The step: another edition of the principles.
    pub edition: &'static str,
    /// The edition that is answered, and the one to which its answers can be moved.
    pub edition_detail: fn(&str, &str) -> String,
    /// The answers were moved to this edition.
    pub edition_moved: fn(&str) -> String,
    /// They were not, because these would be lost.
    pub edition_loses: fn(&str, &str) -> String,
    /// Steps done of all.
    pub steps_done: fn(usize, usize) -> String,
    /// That the company declares itself.
    pub self_declared: &'static str,
    /// A hint to the official page.
    pub check_official: &'static str,
}

/// Japanese.
pub const JA: Progress = Progress {
    stages: "二つ星までの道のり",
    one_star: "一つ星",
    two_stars: "二つ星",
    declaration: "宣言とロゴ",
    ready: "準備完了（宣言はIPAのサイトで行います）",
    declared: |day| format!("宣言済み {day}"),
    leads_to_no_star: "この設問の回答は、星の対象ではありません",
    missing: "まだ",
    done: "済み",
    principles_undecided: |topics| format!("まだ決めていない項目：{topics}"),
    principles: "5か条などの確認",
    diagnosis: "自社診断",
    policy: "情報セキュリティ基本方針",
    publication: "基本方針の公開",
    procedure: "宣言の手続きとロゴ",
    guide: "手引き",
    still_missing: |names| format!("残り: {names}"),
    edition: "5か条の版",
    edition_detail: |present, next| format!("{present}（選ぶと{next}に移ります）"),
    edition_moved: |title| format!("「{title}」に移りました。答えた内容はそのままです。"),
    edition_loses: |title, lost| format!("「{title}」には{lost}の項目がないため、移りませんでした。"),
    steps_done: |done, total| format!("{done}/{total}"),
    self_declared: "星は、会社が自ら宣言するものです。",
    check_official: "変わっていることがあるため、公式のページで確かめてください。",
};

/// English.
pub const EN: Progress = Progress {
    stages: "The road to two stars",
    one_star: "One star",
    two_stars: "Two stars",
    declaration: "Declaration and logo",
    ready: "ready to declare (you declare at IPA's site)",
    declared: |day| format!("declared on {day}"),
    leads_to_no_star: "these questions lead to no star",
    missing: "not yet",
    done: "done",
    principles_undecided: |topics| format!("not decided yet: {topics}"),
    principles: "Principles",
    diagnosis: "Self-diagnosis",
    policy: "Basic policy",
    publication: "Publication",
    procedure: "Declaring, and the logo",
    guide: "Guide",
    still_missing: |names| format!("still missing: {names}"),
    edition: "Edition of the principles",
    edition_detail: |present, next| format!("{present} (choose it to move to {next})"),
    edition_moved: |title| format!("Moved to \"{title}\". Your answers are as they were."),
    edition_loses: |title, lost| format!("Not moved: \"{title}\" has no place for {lost}."),
    steps_done: |done, total| format!("{done}/{total}"),
    self_declared: "A company declares its stars itself.",
    check_official: "This may have changed. Please check the official page.",
};

/// How far a company is with a star, in the same words on every screen and in every report.
pub fn star_state(messages: &Messages, assessment: &Assessment, star: Star) -> String {
    let words = &messages.progress;
    let stars = stars(assessment);
    match stars.state(star) {
        StarState::Declared(day) => (words.declared)(day),
        StarState::Ready => words.ready.to_owned(),
        StarState::NotReady if !stars.counts(star) => words.leads_to_no_star.to_owned(),
        StarState::NotReady => match star {
            Star::One => {
                let set = &assessment.checklist.set;
                let missing = set.questions.iter().filter(|question| stars.one_missing.contains(&question.number));
                let topics: Vec<_> = missing.map(|question| clean(&question.topic)).collect();
                (words.principles_undecided)(&topics.join(messages.common.list_separator))
            }
            Star::Two => {
                let names: Vec<&str> = stars.two_missing.iter().map(|step| step_name(messages, *step)).collect();
                (words.still_missing)(&names.join(messages.common.list_separator))
            }
        },
    }
}

/// What the result of the principles says of the first star, as a sentence.
pub fn one_star_sentence(messages: &Messages, assessment: &Assessment) -> String {
    let words = &messages.result;
    let stars = stars(assessment);
    match stars.state(Star::One) {
        StarState::NotReady if stars.counts(Star::One) => (words.one_star_missing)(stars.one_missing.len()),
        StarState::Ready => words.one_star_ready.to_owned(),
        StarState::NotReady | StarState::Declared(_) => {
            format!("{}  {}", messages.progress.one_star, star_state(messages, assessment, Star::One))
        }
    }
}

fn step_name(messages: &Messages, step: TwoStarStep) -> &'static str {
    match step {
        TwoStarStep::Diagnosis => messages.progress.diagnosis,
        TwoStarStep::Policy => messages.progress.policy,
        TwoStarStep::Publication => messages.progress.publication,
    }
}
