//! What keys do, for footers and help.

/// Short labels of commands.
#[derive(Debug)]
pub struct KeyLabels {
    /// Title of the help screen.
    pub help_title: &'static str,
    /// Move the highlight.
    pub move_highlight: &'static str,
    /// Take a choice by its digit.
    pub choose: &'static str,
    /// Take what is highlighted and go on.
    pub accept: &'static str,
    /// Go on.
    pub go_on: &'static str,
    /// Open what is highlighted.
    pub open: &'static str,
    /// One screen back.
    pub back: &'static str,
    /// One screen forward without a change.
    pub forward: &'static str,
    /// Write a note.
    pub note: &'static str,
    /// Mark for another look.
    pub flag: &'static str,
    /// All answers.
    pub review: &'static str,
    /// Why it matters, examples, what to do.
    pub details: &'static str,
    /// Confirm the carried-over answer.
    pub confirm: &'static str,
    /// Help.
    pub help: &'static str,
    /// One level back.
    pub escape: &'static str,
    /// The settings.
    pub settings: &'static str,
    /// Change a setting.
    pub change: &'static str,
    /// Leave the program.
    pub quit: &'static str,
    /// Leave from anywhere.
    pub quit_anywhere: &'static str,
    /// Stop and go to the shell.
    pub suspend: &'static str,
    /// A page up or down.
    pub page: &'static str,
    /// First and last.
    pub ends: &'static str,
    /// Next field.
    pub next_field: &'static str,
    /// Previous field.
    pub previous_field: &'static str,
    /// Leave a form without what was typed.
    pub cancel: &'static str,
    /// Keep the text and go back.
    pub keep_and_return: &'static str,
    /// Delete.
    pub delete: &'static str,
    /// Type to search.
    pub search: &'static str,
    /// Where the sites of a merged assessment differ.
    pub disagreements: &'static str,
    /// Take back what was decided by hand.
    pub leave_to_rule: &'static str,
    /// The plan.
    pub plan: &'static str,
    /// Try out other answers.
    pub what_if: &'static str,
    /// Compare with the assessment before.
    pub compare_previous: &'static str,
    /// Mark for a comparison.
    pub compare: &'static str,
    /// What became of the organisation.
    pub trend: &'static str,
    /// Compare with other companies.
    pub others: &'static str,
    /// Write reports.
    pub export: &'static str,
    /// Try out the fewest changes.
    pub apply_path: &'static str,
    /// Back to the saved answers.
    pub restore: &'static str,
    /// Begin a new one from it.
    pub carry_over: &'static str,
    /// The road to two stars.
    pub stages: &'static str,
    /// Tick or switch.
    pub toggle: &'static str,
    /// Another section.
    pub section: &'static str,
    /// Letters typed in full width act as well.
    pub full_width_hint: &'static str,
}

/// Japanese.
pub const JA: KeyLabels = KeyLabels {
    help_title: "キー操作",
    move_highlight: "移動",
    choose: "選ぶ",
    accept: "決定",
    go_on: "次へ",
    open: "開く",
    back: "戻る",
    forward: "進む",
    note: "メモ",
    flag: "見直す",
    review: "一覧",
    details: "解説",
    confirm: "前回のまま",
    help: "ヘルプ",
    escape: "前の画面へ",
    settings: "設定",
    change: "変える",
    quit: "終了",
    quit_anywhere: "どこからでも終了（保存します）",
    suspend: "中断してシェルへ（fgで再開）",
    page: "ページ送り",
    ends: "先頭／末尾",
    next_field: "次の欄",
    previous_field: "前の欄",
    cancel: "取消",
    keep_and_return: "完了",
    delete: "削除",
    search: "文字を入力すると絞り込みます",
    disagreements: "拠点の違い",
    leave_to_rule: "規則に戻す",
    plan: "改善計画",
    what_if: "試算",
    compare_previous: "前回と比べる",
    compare: "比べる",
    trend: "推移",
    others: "ほかの会社",
    export: "書き出す",
    apply_path: "最短の道",
    restore: "元に戻す",
    carry_over: "引き継いで始める",
    stages: "道のり",
    toggle: "切り替え",
    section: "前後の章",
    full_width_hint: "全角の英数字でも操作できます。",
};

/// English.
pub const EN: KeyLabels = KeyLabels {
    help_title: "Keys",
    move_highlight: "Move",
    choose: "Choose",
    accept: "Take",
    go_on: "Go on",
    open: "Open",
    back: "Back",
    forward: "Forward",
    note: "Note",
    flag: "Flag",
    review: "Review",
    details: "Explain",
    confirm: "As before",
    help: "Help",
    escape: "One level back",
    settings: "Settings",
    change: "Change",
    quit: "Quit",
    quit_anywhere: "Quit from anywhere (saved)",
    suspend: "Suspend to the shell (fg returns)",
    page: "Page up and down",
    ends: "First and last",
    next_field: "Next field",
    previous_field: "Previous field",
    cancel: "Cancel",
    keep_and_return: "Done",
    delete: "Delete",
    search: "Type to search",
    disagreements: "Sites",
    leave_to_rule: "Leave to rule",
    plan: "Plan",
    what_if: "What if",
    compare_previous: "Compare",
    compare: "Compare",
    trend: "Trend",
    others: "Others",
    export: "Export",
    apply_path: "Fewest changes",
    restore: "Restore",
    carry_over: "Start from it",
    stages: "Stages",
    toggle: "Tick",
    section: "Section",
    full_width_hint: "Full-width letters and digits work as well.",
};
