//! Line mode.

/// Sentences of line mode.
#[derive(Debug)]
pub struct Plain {
    /// A line that meant nothing.
    pub not_understood: &'static str,
    /// What can be typed, a line each.
    pub help: &'static [&'static str],
    /// What can be typed below a result.
    pub result_words: &'static str,
    /// A screen that is drawn only.
    pub only_on_screens: &'static str,
    /// Enter goes back.
    pub enter_returns: &'static str,
}

/// Japanese.
pub const JA: Plain = Plain {
    not_understood: "番号を入力してください。?で、入力できるものを表示します。",
    help: &[
        "番号: その番号を選ぶ",
        "b: 1つ前に戻る",
        "s: 答えずに次へ進む",
        "n メモの文: メモを付ける",
        "f: 見直しの印を付ける、外す",
        "c: 前回の回答のままにする",
        "d: 解説を読む",
        "r: 回答の一覧",
        "p: 改善計画（結果の画面で）",
        "x: 前の画面へ",
        "lang: 英語に切り替える",
        "q: 保存して終了",
    ],
    result_words: "pで改善計画、rで回答の一覧、番号でその設問、qで終了します。",
    only_on_screens: "この画面は、通常の表示でだけ使えます。xで戻ります。",
    enter_returns: "Enterで戻ります。",
};

/// English.
pub const EN: Plain = Plain {
    not_understood: "Please type a number. ? tells what else can be typed.",
    help: &[
        "a number: choose it",
        "b: back",
        "s: go on without an answer",
        "n TEXT: note",
        "f: flag for another look, or take the flag away",
        "c: confirm the answer of last time",
        "d: explanation",
        "r: all answers",
        "p: remediation plan (at the result)",
        "x: one level back",
        "lang: switch to Japanese",
        "q: save and leave",
    ],
    result_words: "p for the plan, r for all answers, a number for a question, q to leave.",
    only_on_screens: "This page exists on screens only. x goes back.",
    enter_returns: "Enter goes back.",
};
