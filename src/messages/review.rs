//! The review of all answers.

/// Sentences of the review.
#[derive(Debug)]
pub struct Review {
    /// Title.
    pub title: &'static str,
    /// How to get to a question.
    pub hint: &'static str,
    /// Flagged, by count.
    pub flagged: fn(usize) -> String,
}

/// Japanese.
pub const JA: Review = Review {
    title: "回答の一覧",
    hint: "Enterでその設問へ移ります。",
    flagged: |count| format!("見直しの印が{count}件あります。"),
};

/// English.
pub const EN: Review = Review {
    title: "All answers",
    hint: "Enter goes to the question.",
    flagged: |count| {
        if count == 1 {
            "1 answer is flagged for another look.".to_owned()
        } else {
            format!("{count} answers are flagged for another look.")
        }
    },
};
