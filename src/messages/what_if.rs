//! The what-if.

/// Sentences of the what-if.
#[derive(Debug)]
pub struct WhatIf {
    /// Title.
    pub title: &'static str,
    /// That nothing of it is saved.
    pub not_saved: &'static str,
    /// The fewest changes: target, steps, points after them.
    pub fewest: fn(i32, &str, i32) -> String,
    /// Further steps, by count.
    pub more_steps: fn(usize) -> String,
    /// Between two steps.
    pub step_separator: &'static str,
}

/// Japanese.
pub const JA: WhatIf = WhatIf {
    title: "試算",
    not_saved: "回答は変わりません",
    fewest: |target, steps, points| format!("{target}点の区分への最短の道: {steps}（{points}点）"),
    more_steps: |count| format!("ほか{count}項目"),
    step_separator: "、",
};

/// English.
pub const EN: WhatIf = WhatIf {
    title: "What if",
    not_saved: "answers stay as they are",
    fewest: |target, steps, points| format!("Fewest changes to {target}: {steps} ({points} points)"),
    more_steps: |count| format!("{count} more"),
    step_separator: ", ",
};
