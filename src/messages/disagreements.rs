//! Where several sites' answers differ.

use crate::core::merge::{DecisionFault, DropCause};
use crate::core::merge_record::MergeRule;

/// Sentences about disagreements of a merged assessment.
#[derive(Debug)]
pub struct Disagreements {
    /// Title.
    pub title: &'static str,
    /// How they were settled, unless by hand.
    pub introduction: fn(MergeRule) -> &'static str,
    /// Nothing to decide.
    pub empty: &'static str,
    /// On the result: how many there are, how many of them were decided by hand, and the key that leads there.
    pub on_result: fn(usize, usize, &str) -> String,
    /// A source has no answer.
    pub no_answer: &'static str,
    /// The rule chose.
    pub by_rule: &'static str,
    /// A person chose.
    pub by_hand: &'static str,
    /// Label: what was chosen.
    pub chosen: &'static str,
    /// Label: why.
    pub reason: &'static str,
    /// What goes in there.
    pub reason_hint: &'static str,
    /// The reason is missing.
    pub reason_missing: &'static str,
    /// A disagreement cannot be decided, or not be left to the rule.
    pub undecided: fn(DecisionFault) -> &'static str,
    /// Title of the form.
    pub decision: &'static str,
    /// In line mode: what can be typed.
    pub words: &'static str,
    /// A decision of the earlier merge was dropped: question, why.
    pub dropped: fn(&str, DropCause) -> String,
    /// How many decisions were kept.
    pub kept: fn(usize) -> String,
    /// Where the assessment is as it was before it was merged again.
    pub before: fn(&str) -> String,
    /// It is no merged assessment: its id.
    pub not_merged: fn(&str) -> String,
}

/// Japanese.
pub const JA: Disagreements = Disagreements {
    title: "拠点ごとの回答の違い",
    introduction: |rule| match rule {
        MergeRule::Worst => "手で決めていない設問は、最も点の低い回答を採用しています。",
        MergeRule::Average => "手で決めていない設問は、平均点を超えない最も近い回答を採用しています。",
        MergeRule::Majority => "手で決めていない設問は、最も多い回答を採用しています。同数なら点の低いほうです。",
    },
    empty: "どの拠点も同じ回答です。決めることはありません。",
    on_result: |all, by_hand, key| format!("拠点で回答が違う設問: {all}件（手で決定{by_hand}件）  {key}"),
    no_answer: "回答なし",
    by_rule: "規則で採用",
    by_hand: "手で決定",
    chosen: "採用する回答",
    reason: "理由",
    reason_hint: "なぜこの回答にするか",
    reason_missing: "理由を入力してください。",
    undecided: |fault| match fault {
        DecisionFault::UnknownChoice => "この設問集にない選択肢です。ある選択肢から選んでください。",
        DecisionFault::NoReason => "判断の理由が空です。理由を入力してください。",
        DecisionFault::NoDisagreement => "この設問には回答の食い違いがありません。回答画面で変更してください。",
        DecisionFault::ChoicesGone => "元の回答が設問セットにないため、規則では決められません。",
    },
    decision: "採用する回答を決める",
    words: "番号で回答を決めます。「u 番号」で規則に戻します。「b」で戻ります。",
    dropped: |question, cause| {
        let why = match cause {
            DropCause::NothingToDecide => "違いがなくなりました",
            DropCause::AnswersChanged => "拠点の回答が変わりました",
            DropCause::ChoiceGone => "決めた選択肢がなくなりました",
        };
        format!("取り消した決定: {question}（{why}）")
    },
    kept: |count| format!("引き継いだ決定: {count}件"),
    before: |path| format!("まとめ直す前の診断: {path}"),
    not_merged: |id| format!("「{id}」は複数の拠点をまとめた診断ではありません。mergeで作った診断を指定してください"),
};

/// English.
pub const EN: Disagreements = Disagreements {
    title: "Where sites differ",
    introduction: |rule| match rule {
        MergeRule::Worst => "What nobody decided by hand has the answer with the fewest points.",
        MergeRule::Average => "What nobody decided by hand has the nearest answer that is not above the mean.",
        MergeRule::Majority => {
            "What nobody decided by hand has the most frequent answer; of equals the one with fewer points."
        }
    },
    empty: "All sites answer alike. There is nothing to decide.",
    on_result: |all, by_hand, key| format!("Questions on which sites differ: {all} ({by_hand} decided by hand)  {key}"),
    no_answer: "no answer",
    by_rule: "by the rule",
    by_hand: "by hand",
    chosen: "Answer to take",
    reason: "Reason",
    reason_hint: "why this answer",
    reason_missing: "Please say why.",
    undecided: |fault| match fault {
        DecisionFault::UnknownChoice => "The question set has no such choice. Take one that it has.",
        DecisionFault::NoReason => "The reason is empty. Say why you decide so.",
        DecisionFault::NoDisagreement => "The sites do not disagree on this question. Change it as an ordinary answer.",
        DecisionFault::ChoicesGone => "The rule cannot settle it: the question set lacks what the sites answered.",
    },
    decision: "Decide which answer to take",
    words: "A number decides; \"u\" and a number leaves it to the rule; \"b\" goes back.",
    dropped: |question, cause| {
        let why = match cause {
            DropCause::NothingToDecide => "there is nothing to decide any more",
            DropCause::AnswersChanged => "the sites answer otherwise now",
            DropCause::ChoiceGone => "the choice is no longer offered",
        };
        format!("decision dropped: {question} ({why})")
    },
    kept: |count| format!("decisions kept: {count}"),
    before: |path| format!("As it was before: {path}"),
    not_merged: |id| format!("\"{id}\" was not merged from several sites; name an assessment that merge made"),
};
