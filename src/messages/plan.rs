//! The remediation plan.

use crate::core::plan_entry::PlanState;

/// Sentences of the plan.
#[derive(Debug)]
pub struct Plan {
    /// Title.
    pub title: &'static str,
    /// The rule of the order.
    pub order: &'static str,
    /// Title of one item.
    pub item: &'static str,
    /// Label: owner.
    pub owner: &'static str,
    /// Label: due date.
    pub due: &'static str,
    /// Label: state.
    pub state_label: &'static str,
    /// Name of a state.
    pub state: fn(PlanState) -> &'static str,
    /// Label: reason.
    pub reason: &'static str,
    /// When a reason is needed.
    pub reason_hint: &'static str,
    /// The reason is missing.
    pub reason_missing: &'static str,
    /// Label: note.
    pub note: &'static str,
    /// The due date has passed.
    pub overdue: &'static str,
    /// Items overdue, by count.
    pub overdue_count: fn(usize) -> String,
    /// Nothing to do.
    pub empty: &'static str,
}

/// Japanese.
pub const JA: Plan = Plan {
    title: "改善計画",
    order: "すべての会社に必要な対策、わからない項目、失った点の多い項目の順に並んでいます。",
    item: "改善計画の項目",
    owner: "担当者",
    due: "期限",
    state_label: "状況",
    state: |state| match state {
        PlanState::Open => "未着手",
        PlanState::Doing => "進行中",
        PlanState::Done => "完了",
        PlanState::Accepted => "対応しない",
    },
    reason: "対応しない理由",
    reason_hint: "「対応しない」を選んだときに入力します",
    reason_missing: "対応しない理由を入力してください。",
    note: "メモ",
    overdue: "期限切れ",
    overdue_count: |count| format!("期限を過ぎた項目が{count}件あります。"),
    empty: "すべて実施しています。改善する項目はありません。",
};

/// English.
pub const EN: Plan = Plan {
    title: "Remediation plan",
    order: "In this order: what every company must do, what is unknown, then what costs the most points.",
    item: "Item of the plan",
    owner: "Owner",
    due: "Due",
    state_label: "State",
    state: |state| match state {
        PlanState::Open => "open",
        PlanState::Doing => "doing",
        PlanState::Done => "done",
        PlanState::Accepted => "accepted",
    },
    reason: "Reason",
    reason_hint: "needed when the gap is accepted",
    reason_missing: "Please say why the gap is accepted.",
    note: "Note",
    overdue: "overdue",
    overdue_count: |count| {
        if count == 1 { "1 item is overdue.".to_owned() } else { format!("{count} items are overdue.") }
    },
    empty: "Everything is implemented. There is nothing to plan.",
};
