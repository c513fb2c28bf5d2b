//! Results of checklist and diagnosis.

/// Sentences of the result screens.
#[derive(Debug)]
pub struct ResultScreen {
    /// Head of the checklist's result.
    pub checklist_title: &'static str,
    /// One star can be declared.
    pub one_star_ready: &'static str,
    /// What that means.
    pub one_star_means: &'static str,
    /// Principles still missing, by count.
    pub one_star_missing: fn(usize) -> String,
    /// Where to go from the checklist's result.
    pub on_to_diagnosis: &'static str,
    /// Head of the diagnosis's result.
    pub title: &'static str,
    /// Points of all: points and maximum.
    pub points: fn(i32, i32) -> String,
    /// Points so far, while answers are missing.
    pub points_so_far: fn(i32) -> String,
    /// No band before all is answered.
    pub no_band_yet: &'static str,
    /// Points to the next band: points missing and the band's lower limit.
    pub to_next_band: fn(i32, i32) -> String,
    /// Heading of what is not answered.
    pub unanswered: &'static str,
    /// What is unknown comes first.
    pub unknown_first: &'static str,
    /// What to do next.
    pub next_to_do: &'static str,
    /// Nothing left to do.
    pub nothing_lost: &'static str,
    /// What an item would bring.
    pub gain: fn(i32) -> String,
    /// That it is a self-assessment.
    pub self_assessment: &'static str,
}

/// Japanese.
pub const JA: ResultScreen = ResultScreen {
    checklist_title: "一つ星の準備",
    one_star_ready: "一つ星を宣言する準備ができました。",
    one_star_means: "一つ星は、情報セキュリティの基本に取り組むことを自ら宣言するものです。",
    one_star_missing: |count| format!("あと{count}項目について、取り組むかどうかを決めると、一つ星を宣言できます。"),
    on_to_diagnosis: "次は自社診断です。Enterで進みます。",
    title: "自社診断の結果",
    points: |points, max| format!("{points} / {max} 点"),
    points_so_far: |points| format!("ここまで {points} 点"),
    no_band_yet: "すべて回答すると、結果の区分が表示されます。",
    to_next_band: |missing, limit| format!("あと{missing}点で{limit}点の区分です。"),
    unanswered: "まだ答えていない設問",
    unknown_first: "まず確かめること（わからない）",
    next_to_do: "次にすること",
    nothing_lost: "すべて実施しています。",
    gain: |points| format!("+{points}点"),
    self_assessment: "これは自己診断の結果です。第三者が審査したものではありません。",
};

/// English.
pub const EN: ResultScreen = ResultScreen {
    checklist_title: "One star",
    one_star_ready: "You are ready to declare one star.",
    one_star_means: "With one star a company declares that it works on the basics of information security.",
    one_star_missing: |count| {
        if count == 1 {
            "Decide on 1 more principle and you can declare one star.".to_owned()
        } else {
            format!("Decide on {count} more principles and you can declare one star.")
        }
    },
    on_to_diagnosis: "Next comes the self-diagnosis. Enter goes on.",
    title: "Result of the self-diagnosis",
    points: |points, max| format!("{points} / {max} points"),
    points_so_far: |points| format!("{points} points so far"),
    no_band_yet: "The band is shown when every question is answered.",
    to_next_band: |missing, limit| {
        format!("{missing} more point{} to the band from {limit}.", if missing == 1 { "" } else { "s" })
    },
    unanswered: "Not answered yet",
    unknown_first: "Find out first (don't know)",
    next_to_do: "What to do next",
    nothing_lost: "Everything is implemented.",
    gain: |points| format!("+{points} point{}", if points == 1 { "" } else { "s" }),
    self_assessment: "This is the result of a self-assessment. No third party examined it.",
};
