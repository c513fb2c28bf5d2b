//! Principles and questions.

/// Sentences of the question screens.
#[derive(Debug)]
pub struct Question {
    /// Why it matters.
    pub why: &'static str,
    /// Examples.
    pub examples: &'static str,
    /// What stands between two examples on one line.
    pub example_separator: &'static str,
    /// The first step.
    pub first_step: &'static str,
    /// The fuller measure.
    pub fuller_measure: &'static str,
    /// What to answer where the topic does not apply.
    pub not_applicable: &'static str,
    /// The answer of last time.
    pub previous: &'static str,
    /// The answer that counts now.
    pub current: &'static str,
    /// A flag is set.
    pub flagged: &'static str,
    /// Heading of the earlier answers.
    pub history: &'static str,
    /// The texts of the set are not available.
    pub texts_missing: &'static str,
}

/// Japanese.
pub const JA: Question = Question {
    why: "なぜ",
    examples: "例",
    example_separator: " ／ ",
    first_step: "まず",
    fuller_measure: "さらに",
    not_applicable: "該当しないとき",
    previous: "前回の回答",
    current: "現在の回答",
    flagged: "見直し",
    history: "これまでの回答",
    texts_missing: "この設問ファイルが手元にないため、保存された見出しだけを表示しています。",
};

/// English.
pub const EN: Question = Question {
    why: "Why",
    examples: "For example",
    example_separator: " / ",
    first_step: "First step",
    fuller_measure: "Then",
    not_applicable: "If it does not apply",
    previous: "last time",
    current: "current answer",
    flagged: "look again",
    history: "Earlier answers",
    texts_missing: "The question file is not at hand, so only the saved headings are shown.",
};
