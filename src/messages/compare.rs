//! Comparison and trend.

/// Sentences of comparison and trend.
#[derive(Debug)]
pub struct Compare {
    /// Title of the comparison.
    pub title: &'static str,
    /// The total.
    pub total: &'static str,
    /// Changed answers, heading.
    pub changed: &'static str,
    /// Nothing changed.
    pub unchanged: &'static str,
    /// Better.
    pub better: &'static str,
    /// Worse.
    pub worse: &'static str,
    /// Neither.
    pub different: &'static str,
    /// Questions without a partner, heading.
    pub unmatched: &'static str,
    /// Only in the older one.
    pub only_before: &'static str,
    /// Only in the newer one.
    pub only_after: &'static str,
    /// Title of the trend.
    pub trend: &'static str,
    /// Only one assessment.
    pub only_one: &'static str,
    /// No finished assessment.
    pub none: &'static str,
    /// Open the longest, heading.
    pub open_longest: &'static str,
    /// Since a date.
    pub since: fn(&str) -> String,
    /// There is no earlier finished assessment of the organisation.
    pub no_previous: &'static str,
}

/// Japanese.
pub const JA: Compare = Compare {
    title: "前回との比較",
    total: "合計",
    changed: "変わった回答",
    unchanged: "変わった回答はありません。",
    better: "改善",
    worse: "後退",
    different: "変更",
    unmatched: "対応する設問のない項目",
    only_before: "前のみ",
    only_after: "後のみ",
    trend: "推移",
    only_one: "終わった診断は1件だけです。次の診断から、推移が表示されます。",
    none: "終わった診断はまだありません。",
    open_longest: "長く残っている項目",
    since: |date| format!("{date}から"),
    no_previous: "この会社の、これより前に終わった診断はありません。",
};

/// English.
pub const EN: Compare = Compare {
    title: "Comparison",
    total: "Total",
    changed: "Changed answers",
    unchanged: "No answer changed.",
    better: "better",
    worse: "worse",
    different: "changed",
    unmatched: "Questions without a partner",
    only_before: "before only",
    only_after: "after only",
    trend: "Trend",
    only_one: "There is one finished assessment. The next one will make a trend.",
    none: "There is no finished assessment yet.",
    open_longest: "Open the longest",
    since: |date| format!("since {date}"),
    no_previous: "There is no earlier finished assessment of this organization.",
};
