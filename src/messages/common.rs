//! Words that many screens share.

/// Words that many screens share.
#[derive(Debug)]
pub struct Common {
    /// Shown when everything so far is durable.
    pub saved: &'static str,
    /// Shown while the newest change is on its way to the disk.
    pub saving: &'static str,
    /// Shown while saving fails, before the reason.
    pub not_saved: &'static str,
    /// The window is too small.
    pub enlarge: &'static str,
    /// A loading list.
    pub loading: &'static str,
    /// An organisation without a name.
    pub unnamed: &'static str,
    /// An unanswered question.
    pub unanswered: &'static str,
    /// A carried-over answer that is not confirmed.
    pub unconfirmed: &'static str,
    /// The file was changed by another program; the name of the copy kept aside.
    pub kept_aside: fn(&str) -> String,
    /// Questions missing, by count.
    pub missing_answers: fn(usize) -> String,
    /// Between the items of a list in a sentence.
    pub list_separator: &'static str,
    /// That the program is not IPA's.
    pub not_ipa: &'static str,
}

/// Japanese.
pub const JA: Common = Common {
    saved: "保存済み",
    saving: "保存中",
    not_saved: "保存できていません",
    enlarge: "画面が小さすぎます。40×12以上に広げてください。",
    loading: "読み込んでいます",
    unnamed: "（名称なし）",
    unanswered: "未回答",
    unconfirmed: "未確認",
    kept_aside: |name| format!("ほかのプログラムがファイルを書き換えていました。その内容は{name}に残してあります。"),
    missing_answers: |count| format!("未回答が{count}問あります。"),
    list_separator: "、",
    not_ipa: "このプログラムはIPAが作成、確認、推奨したものではありません。",
};

/// English.
pub const EN: Common = Common {
    saved: "Saved",
    saving: "Saving",
    not_saved: "Not saved",
    enlarge: "This window is too small. Please enlarge it to 40×12 or more.",
    loading: "Loading",
    unnamed: "(no name)",
    unanswered: "not answered",
    unconfirmed: "not confirmed",
    kept_aside: |name| format!("Another program had changed the file. Its version is kept as {name}."),
    missing_answers: |count| {
        if count == 1 {
            "1 question is not answered yet.".to_owned()
        } else {
            format!("{count} questions are not answered yet.")
        }
    },
    list_separator: ", ",
    not_ipa: "This program is not made, checked or endorsed by IPA.",
};
