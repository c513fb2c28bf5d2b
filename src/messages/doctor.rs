//! Sentences of `doctor`.

/// Sentences about the state of the data folder.
#[derive(Debug)]
pub struct Doctor {
    /// The command.
    pub doctor: &'static str,
    /// Option `--fix`.
    pub fix: &'static str,
    /// Others than the owner have rights to it: the path, the rights.
    pub open_to_others: fn(&str, u32) -> String,
    /// It lies where the system lets others read: the path.
    pub not_private: fn(&str) -> String,
    /// A temporary file of a process that died.
    pub unfinished: fn(&str) -> String,
    /// A lock of a process that died.
    pub dead_lock: fn(&str) -> String,
    /// A running process has it open: the path, the process.
    pub in_use: fn(&str, Option<u32>) -> String,
    /// It has an older layout: the path, the layout.
    pub older_layout: fn(&str, i64) -> String,
    /// Nothing is to be done.
    pub notice: &'static str,
    /// It can be repaired.
    pub repairable: &'static str,
    /// It was repaired.
    pub repaired: &'static str,
    /// It was repaired, and where the copy is.
    pub repaired_with_copy: fn(&str) -> String,
    /// It is left as it is.
    pub left: &'static str,
    /// How many assessments were read, how many things are wrong still.
    pub examined: fn(usize, usize) -> String,
    /// What to do: run it with `--fix`.
    pub repair_with_fix: &'static str,
    /// What to do: it needs a person.
    pub repair_by_hand: &'static str,
}

/// English.
pub const EN: Doctor = Doctor {
    doctor: "Look over the saved data, and repair what is safe to repair",
    fix: "Repair what is safe to repair; a copy of every file that is touched is kept",
    open_to_others: |path, mode| format!("{path}: others have rights to it ({mode:03o})."),
    not_private: |path| {
        format!("{path}: outside your own folder; other users of this computer may be able to read it.")
    },
    unfinished: |path| format!("{path}: left by a program that was cut short."),
    dead_lock: |path| format!("{path}: the lock of a program that no longer runs."),
    in_use: |path, process| match process {
        Some(process) => format!("{path}: open in another hoshitori (process {process})."),
        None => format!("{path}: open in another hoshitori."),
    },
    older_layout: |path, layout| {
        format!("{path}: an older layout (schema {layout}), kept when it is first saved anew.")
    },
    notice: "[nothing to do]",
    repairable: "[--fix repairs it]",
    repaired: "[repaired]",
    repaired_with_copy: |copy| format!("[repaired; copy: {copy}]"),
    left: "[left as it is]",
    examined: |assessments, open| format!("Assessments read: {assessments}, problems left: {open}"),
    repair_with_fix: "some of this can be repaired; run \"hoshitori doctor --fix\".",
    repair_by_hand: "what is left needs a person; put a backup in place of broken files.",
};

/// Japanese.
pub const JA: Doctor = Doctor {
    doctor: "保存データを点検し、安全に直せるものを直す",
    fix: "安全に直せるものを直す（触れるファイルは写しを残す）",
    open_to_others: |path, mode| format!("{path}: ほかの利用者にも権限があります（{mode:03o}）。"),
    not_private: |path| {
        format!("{path}: ユーザーフォルダーの外にあります。このパソコンのほかの利用者も読める場合があります。")
    },
    unfinished: |path| format!("{path}: 途中で終わったプログラムの残りです。"),
    dead_lock: |path| format!("{path}: もう動いていないプログラムのロックです。"),
    in_use: |path, process| match process {
        Some(process) => format!("{path}: 別のhoshitori（プロセス{process}）が開いています。"),
        None => format!("{path}: 別のhoshitoriが開いています。"),
    },
    older_layout: |path, layout| {
        format!("{path}: 古い形式（schema {layout}）です。次に保存するとき、元のファイルも残します。")
    },
    notice: "［対応不要］",
    repairable: "［--fixで直せます］",
    repaired: "［直しました］",
    repaired_with_copy: |copy| format!("［直しました。写し: {copy}］"),
    left: "［そのまま］",
    examined: |assessments, open| format!("読んだ診断: {assessments}件、残っている問題: {open}件"),
    repair_with_fix: "直せるものがあります。「hoshitori doctor --fix」で直してください。",
    repair_by_hand: "残りは自動では直せません。壊れたファイルはバックアップから戻してください。",
};
