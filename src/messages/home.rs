//! The home screen.

/// Sentences of the home screen.
#[derive(Debug)]
pub struct Home {
    /// What the program is, one line.
    pub tagline: &'static str,
    /// Head line.
    pub title: &'static str,
    /// Continue the unfinished assessment.
    pub resume: &'static str,
    /// What is continued: organisation and answers given of all.
    pub resume_detail: fn(&str, usize, usize) -> String,
    /// Nothing to continue.
    pub nothing_to_resume: &'static str,
    /// Begin a new assessment.
    pub new: &'static str,
    /// About the new one.
    pub new_detail: &'static str,
    /// The saved ones.
    pub saved: &'static str,
    /// How many are saved.
    pub saved_detail: fn(usize) -> String,
    /// About the guide.
    pub guide_detail: &'static str,
    /// Switch the language.
    pub language: &'static str,
    /// How to switch to this language; shown in the one before it.
    pub language_detail: &'static str,
    /// What can be set.
    pub settings_detail: &'static str,
    /// Leave.
    pub quit: &'static str,
    /// Where the data is.
    pub data_is_local: &'static str,
}

/// Japanese.
pub const JA: Home = Home {
    tagline: "SECURITY ACTIONの一つ星と二つ星を、順に進めるための自己診断です。",
    title: "ホーム",
    resume: "続きから",
    resume_detail: |name, answered, total| format!("{name}　{answered}/{total}"),
    nothing_to_resume: "途中の診断はありません",
    new: "新しく始める",
    new_detail: "5か条の確認と25問の診断（5分ほど）",
    saved: "保存した診断",
    saved_detail: |count| format!("{count}件"),
    guide_detail: "制度と進め方の説明",
    language: "言語",
    language_detail: "日本語にする",
    settings_detail: "色、記号、マウス、終了の確認",
    quit: "終了",
    data_is_local: "回答はこのパソコンの中だけに保存し、外部には送信しません。",
};

/// English.
pub const EN: Home = Home {
    tagline: "A self-assessment on the way to one and two stars of SECURITY ACTION.",
    title: "Home",
    resume: "Continue",
    resume_detail: |name, answered, total| format!("{name}  {answered}/{total}"),
    nothing_to_resume: "nothing unfinished",
    new: "New assessment",
    new_detail: "the principles and 25 questions, about 5 minutes",
    saved: "Saved assessments",
    saved_detail: |count| format!("{count}"),
    guide_detail: "what the scheme is and how it goes",
    language: "Language",
    language_detail: "Switch to English",
    settings_detail: "colour, symbols, mouse, asking before leaving",
    quit: "Quit",
    data_is_local: "Your answers stay on this computer. Nothing is sent anywhere.",
};
