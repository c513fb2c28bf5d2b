//! The settings, and whether to leave.

use crate::appearance::ColorChoice;

/// Sentences of the settings screen.
#[derive(Debug)]
pub struct SettingsScreen {
    /// Title.
    pub title: &'static str,
    /// What changing one does.
    pub introduction: &'static str,
    /// Setting: language.
    pub language: &'static str,
    /// The name of the language itself.
    pub this_language: &'static str,
    /// Setting: colours.
    pub color: &'static str,
    /// A choice about colours.
    pub color_choice: fn(ColorChoice) -> &'static str,
    /// Setting: only symbols of ASCII.
    pub ascii: &'static str,
    /// Setting: mouse.
    pub mouse: &'static str,
    /// Setting: ask before leaving.
    pub confirm_on_leaving: &'static str,
    /// A setting is on.
    pub on: &'static str,
    /// A setting is off.
    pub off: &'static str,
    /// Where they are remembered; the file.
    pub remembered: &'static str,
    /// Title of the question whether to leave.
    pub leaving: &'static str,
    /// Asks whether to leave.
    pub leave_question: &'static str,
    /// Nothing is lost.
    pub all_saved: &'static str,
    /// Do not leave.
    pub stay: &'static str,
    /// Leave.
    pub leave: &'static str,
}

/// Japanese.
pub const JA: SettingsScreen = SettingsScreen {
    title: "設定",
    introduction: "変えるとすぐに反映され、次に開いたときも同じ設定になります。",
    language: "言語",
    this_language: "日本語",
    color: "色",
    color_choice: |choice| match choice {
        ColorChoice::Auto => "自動",
        ColorChoice::Always => "使う",
        ColorChoice::Never => "使わない",
    },
    ascii: "ASCIIの記号だけを使う",
    mouse: "マウスを使う",
    confirm_on_leaving: "終了する前に確かめる",
    on: "はい",
    off: "いいえ",
    remembered: "設定ファイルの場所は「hoshitori path」で表示します。",
    leaving: "終了",
    leave_question: "終了しますか。",
    all_saved: "ここまでの回答は保存され、次は続きから始められます。",
    stay: "続ける",
    leave: "終了する",
};

/// English.
pub const EN: SettingsScreen = SettingsScreen {
    title: "Settings",
    introduction: "A change holds at once and is remembered for the next time.",
    language: "Language",
    this_language: "English",
    color: "Colour",
    color_choice: |choice| match choice {
        ColorChoice::Auto => "automatic",
        ColorChoice::Always => "always",
        ColorChoice::Never => "never",
    },
    ascii: "ASCII symbols only",
    mouse: "Use the mouse",
    confirm_on_leaving: "Ask before leaving",
    on: "yes",
    off: "no",
    remembered: "hoshitori path tells where the file is.",
    leaving: "Quit",
    leave_question: "Leave the program?",
    all_saved: "Your answers so far are saved, and you can continue from here.",
    stay: "Stay",
    leave: "Leave",
};
