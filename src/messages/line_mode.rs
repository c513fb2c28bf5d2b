//! Line mode.

/// Sentences of line mode.
#[derive(Debug)]
pub struct LineMode {
    /// How it goes, said once at the beginning.
    pub introduction: &'static str,
    /// A line that meant nothing, and how many numbers would mean something.
    pub not_understood: fn(usize) -> String,
    /// What can be typed, a line each.
    pub help: &'static [&'static str],
    /// Words that can be typed beside the English ones, in small letters, each with the English one.
    pub words: &'static [(&'static str, &'static str)],
    /// What can be typed below a result.
    pub result_words: &'static str,
    /// What can be typed below a plan.
    pub plan_words: &'static str,
    /// What can be typed below the questions of the what-if, with its choices.
    pub what_if_words: fn(&str) -> String,
    /// The same, below what is tried out already.
    pub what_if_more: &'static str,
    /// What can be typed below the formats of reports.
    pub export_words: &'static str,
    /// A format that is chosen.
    pub chosen: &'static str,
    /// How a form is filled in.
    pub form_hint: &'static str,
    /// What can be typed below a section of the guide.
    pub guide_words: &'static str,
    /// What can be typed below the clauses of the policy.
    pub tick_words: &'static str,
    /// A clause is part of the policy.
    pub included: &'static str,
    /// A clause is not.
    pub left_out: &'static str,
    /// Enter goes back.
    pub enter_returns: &'static str,
}

/// Japanese.
pub const JA: LineMode = LineMode {
    introduction: "番号や言葉を入力してEnterを押します。?で、入力できるものを表示します。qで終了します。",
    not_understood: |numbers| {
        let numbers = match numbers {
            0 => String::new(),
            1 => "番号の1を入力してください。".to_owned(),
            _ => format!("1から{numbers}までの番号を入力してください。"),
        };
        format!("{numbers}?で、入力できるものを表示します。")
    },
    help: &[
        "番号: その番号を選ぶ",
        "b または 戻る: 1つ前に戻る",
        "s または 次: 答えずに次へ進む",
        "n メモの文: メモを付ける（nだけで消す）",
        "f: 見直しの印を付ける、外す",
        "c: 前回の回答のままにする",
        "d: 解説を読む",
        "r: 回答の一覧",
        "p: 改善計画（診断の結果で）",
        "w または 試算: 別の回答を試す（診断の結果で。回答は変わらない）",
        "e または 書き出し: 報告書のファイルを作る（診断の結果で）",
        "road または 道のり: 二つ星までの道のり（5か条の結果か診断の結果で）",
        "x: 前の画面へ",
        "lang: 言語を切り替える",
        "q または 終了: 保存して終了",
    ],
    words: &[
        ("ヘルプ", "help"),
        ("終了", "quit"),
        ("メモ", "note"),
        ("戻る", "back"),
        ("次", "skip"),
        ("設定", "settings"),
        ("解説", "details"),
        ("道のり", "stages"),
        ("試算", "what-if"),
        ("書き出し", "export"),
    ],
    result_words: "pで改善計画、wで試算、eで書き出し、rで回答の一覧、roadで二つ星までの道のり、cで前回との比較、tで推移、番号でその設問、Enterで結果の全文、qで終了します。",
    plan_words: "番号でその項目の担当と期限を入力し、d 番号で解説を読みます。xで戻ります。",
    what_if_words: |choices| {
        format!(
            "番号で、その設問を実施した場合を試します。同じ番号で元に戻ります。ほかの選択肢を試すときは、3 2のように続けて入力します（{choices}）。\
             aで次の区分への最短の道を試し、uで全部元に戻し、xで戻ります。"
        )
    },
    what_if_more: "番号で試すか元に戻し、aで次の区分への最短の道を試し、uで全部元に戻します。Enterで全部の設問を表示し、xで戻ります。",
    export_words: "番号で形式を選ぶか外し、Enterで書き出します。xで戻ります。",
    chosen: "（選択中）",
    form_hint: "1項目ずつ入力します。空のままEnterを押すと次の項目に進みます。-で空にし、<で前の項目、xで前の画面に戻ります。",
    guide_words: "Enterで次へ、番号でその節、xで戻ります。",
    tick_words: "番号で内容を開き、t 番号で条項を入れるか外します。xで戻ります。",
    included: "入れる",
    left_out: "入れない",
    enter_returns: "Enterで戻ります。",
};

/// English.
pub const EN: LineMode = LineMode {
    introduction: "Type a number or a word and press Enter. ? tells what can be typed, q leaves.",
    not_understood: |numbers| {
        let numbers = match numbers {
            0 => String::new(),
            1 => "Please type the number 1. ".to_owned(),
            _ => format!("Please type a number from 1 to {numbers}. "),
        };
        format!("{numbers}? tells what can be typed.")
    },
    help: &[
        "a number: choose it",
        "b: back",
        "s: go on without an answer",
        "n TEXT: note (n alone takes it away)",
        "f: flag for another look, or take the flag away",
        "c: confirm the answer of last time",
        "d: explanation",
        "r: all answers",
        "p: remediation plan (at the result)",
        "w: try out other answers (at the result; the saved ones stay)",
        "e: write reports into files (at the result)",
        "road: the road to two stars (at the result of the principles or of the diagnosis)",
        "x: one level back",
        "lang: switch the language",
        "q: save and leave",
    ],
    words: &[],
    result_words: "p for the plan, w to try out other answers, e to write reports, r for all answers, road for the road to two stars, c to compare with last time, t for the trend, a number for a question, Enter for the whole result, q to leave.",
    plan_words: "A number to say who does it by when, d and a number for the explanation, x to go back.",
    what_if_words: |choices| {
        format!(
            "A number tries out that measure in place; the same number takes it back. Two numbers, such as 3 2, try out another \
             choice ({choices}). a tries out the fewest changes to the next band, u takes everything back, x goes back."
        )
    },
    what_if_more: "A number tries out or takes back, a tries out the fewest changes to the next band, u takes everything back. Enter shows all questions, x goes back.",
    export_words: "A number chooses a format or takes it away, Enter writes the files. x goes back.",
    chosen: " (chosen)",
    form_hint: "One item at a time. An empty line leaves it as it is, - empties it, < goes back one item, x goes back to the page before.",
    guide_words: "Enter for the next section, a number for that section, x to go back.",
    tick_words: "A number opens a line; t and a number puts a clause in or leaves it out. x goes back.",
    included: "included",
    left_out: "left out",
    enter_returns: "Enter goes back.",
};
