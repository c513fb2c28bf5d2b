//! Sentences of `merge` and `aggregate`.

use crate::core::statistics::GroupBy;

/// Sentences about several sites and many organisations.
#[derive(Debug)]
pub struct Sites {
    /// Command `merge`.
    pub merge: &'static str,
    /// Its assessments.
    pub sources: &'static str,
    /// Option `--again`.
    pub again: &'static str,
    /// Option `--rule`.
    pub rule: &'static str,
    /// Command `aggregate`.
    pub aggregate: &'static str,
    /// Its files and folders.
    pub paths: &'static str,
    /// Option `--by`.
    pub by: &'static str,
    /// Option `--all-groups`.
    pub all_groups: &'static str,
    /// Option `--csv`.
    pub csv: &'static str,
    /// Fewer than two assessments are named.
    pub two_needed: &'static str,
    /// Heading of the disagreements, with their number.
    pub disagreements: fn(usize) -> String,
    /// A source has no answer.
    pub no_answer: &'static str,
    /// What was chosen, by which rule.
    pub chosen: fn(&str, &str) -> String,
    /// What was chosen by hand, and why.
    pub decided: fn(&str, &str) -> String,
    /// How many assessments were counted, finished, broken.
    pub counted: fn(u64, u64, usize) -> String,
    /// So many were given more than once.
    pub duplicates: fn(usize) -> String,
    /// An assessment whose id was counted before.
    pub duplicate: fn(&str) -> String,
    /// So many were counted without looking for duplicates.
    pub unchecked: fn(u64) -> String,
    /// A path could not be read; which one stands elsewhere.
    pub unreadable_path: &'static str,
    /// So many of them are merged from others.
    pub merged: fn(u64) -> String,
    /// All finished assessments are fewer than a group needs.
    pub few: &'static str,
    /// So many were met so far, where it is not known how many there are.
    pub on_the_way: fn(u64) -> String,
    /// Mean, median, lower and upper quartile, least and most.
    pub spread: fn([f64; 4], i32, i32) -> String,
    /// Heading of the weakest questions.
    pub weakest: &'static str,
    /// By what groups are made.
    pub feature: fn(GroupBy) -> &'static str,
    /// A group: by what, what its assessments have in common, how many, the mean of their points.
    pub group: fn(&str, &str, u64, f64) -> String,
    /// What a group has in common is not stated.
    pub unstated: &'static str,
    /// Groups that are hidden: how many are too small, and how many more protect these.
    pub hidden: fn(usize, usize) -> String,
    /// Features by which no groups are shown because there are too many to be checked against each other.
    pub left_out: fn(&[&str]) -> String,
    /// A record does not fit the question set, at a question.
    pub bad_record: &'static str,
    /// A file is of no known kind.
    pub bad_kind: &'static str,
    /// A file that macOS puts beside another one.
    pub companion: &'static str,
}

/// English.
pub const EN: Sites = Sites {
    merge: "Make one company assessment of several sites'",
    sources: "Assessments of the sites: ids, unique beginnings of ids, or paths",
    again: "Merge again after a site changed, in place, from the same sources unless others are named; decisions that still apply are kept",
    rule: "How answers that differ are brought together (worst unless given)",
    aggregate: "Statistics over many assessments",
    paths: "Files (toml, json, jsonl, csv) and folders; - reads JSON Lines from standard input",
    by: "Group by this; repeatable",
    all_groups: "Show groups of fewer than five assessments too",
    csv: "Print as CSV",
    two_needed: "merging needs at least two assessments; name another one",
    disagreements: |count| format!("Disagreements: {count}"),
    no_answer: "(no answer)",
    chosen: |choice, rule| format!("chosen: {choice} (rule: {rule})"),
    decided: |choice, reason| format!("chosen: {choice} (by hand: {reason})"),
    counted: |all, complete, broken| format!("Assessments: {all}, finished: {complete}, broken: {broken}"),
    duplicates: |count| format!("Given more than once and counted once: {count}"),
    duplicate: |id| format!("counted before (id {id})"),
    unchecked: |count| {
        format!("Counted without looking for duplicates, because there are too many assessments: {count}")
    },
    unreadable_path: "not everything could be read; what is missing is listed above",
    merged: |count| {
        format!("Merged from others: {count}. They count beside their sources, wherever these are there too")
    },
    few: "Fewer than five finished assessments: these figures can tell on single companies, so do not pass them on",
    on_the_way: |count| format!("{count} assessments"),
    spread: |[mean, median, q1, q3], min, max| {
        format!("mean {mean:.1}, median {median:.1}, quartiles {q1:.1} and {q3:.1}, from {min} to {max}")
    },
    weakest: "Weakest questions",
    feature: |by| match by {
        GroupBy::Industry => "industry",
        GroupBy::Region => "region",
        GroupBy::Size => "employees",
    },
    group: |by, name, count, mean| format!("{by}: {name} ({count}) {mean:.1}"),
    unstated: "not stated",
    hidden: |too_small, protective| {
        let all = too_small + protective;
        format!(
            "Hidden groups: {all}. Of these, {too_small} have fewer than five assessments, and {protective} are hidden so that those cannot be worked out from what is shown"
        )
    },
    left_out: |features| {
        format!(
            "Not grouped by {}: there are too many groups to make sure that nobody can be recognized. Ask for one grouping at a time with --by",
            features.join(", ")
        )
    },
    bad_record: "answers do not fit the question set; export it again with the same questions",
    bad_kind: "no toml, json, jsonl or csv file; name one of these",
    companion: "not counted: macOS puts such a file beside another one",
};

/// Japanese.
pub const JA: Sites = Sites {
    merge: "複数の拠点の診断を会社全体の一つの診断にまとめる",
    sources: "各拠点の診断: ID、IDの先頭部分、またはファイルのパス",
    again: "拠点の診断が変わったあとに、まとめ直す（診断を指定しなければ前回と同じもの。有効な決定は残す）",
    rule: "回答が異なるときのまとめ方（指定がなければworst）",
    aggregate: "多くの診断を集計する",
    paths: "ファイル（toml、json、jsonl、csv）とフォルダー。-は標準入力のJSON Lines",
    by: "この項目でグループに分ける（複数指定可）",
    all_groups: "5件未満のグループも表示する",
    csv: "CSVで出力する",
    two_needed: "まとめるには診断が二つ以上必要です。もう一つ指定してください",
    disagreements: |count| format!("回答の食い違い: {count}件"),
    no_answer: "（回答なし）",
    chosen: |choice, rule| format!("採用: {choice}（規則: {rule}）"),
    decided: |choice, reason| format!("採用: {choice}（手で決定: {reason}）"),
    counted: |all, complete, broken| format!("診断: {all}件、回答済み: {complete}件、読めないもの: {broken}件"),
    duplicates: |count| format!("重ねて渡されたため一度だけ数えたもの: {count}件"),
    duplicate: |id| format!("すでに数えた診断です（ID {id}）"),
    unchecked: |count| format!("診断が多すぎるため、重複を確かめずに数えたもの: {count}件"),
    unreadable_path: "読めないものがありました。上の一覧を確かめてください",
    merged: |count| format!("うち複数の診断をまとめたもの: {count}件。元の診断もある場合は、どちらも数えています"),
    few: "回答済みの診断が5件未満のため、個々の会社の内容が分かるおそれがあります。そのまま配らないでください",
    on_the_way: |count| format!("{count}件"),
    spread: |[mean, median, q1, q3], min, max| {
        format!("平均 {mean:.1}、中央値 {median:.1}、四分位 {q1:.1}と{q3:.1}、{min}から{max}")
    },
    weakest: "特に弱い設問",
    feature: |by| match by {
        GroupBy::Industry => "業種",
        GroupBy::Region => "地域",
        GroupBy::Size => "従業員数",
    },
    group: |by, name, count, mean| format!("{by}: {name}（{count}件） {mean:.1}"),
    unstated: "記入なし",
    hidden: |too_small, protective| {
        let all = too_small + protective;
        format!(
            "表示しないグループ: {all}（5件未満: {too_small}、表示すると5件未満の内容が計算できてしまうもの: {protective}）"
        )
    },
    left_out: |features| {
        format!(
            "{}のグループは表示していません。グループが多すぎて、個々の会社が分からないことを確かめられません。--byで一つずつ指定してください",
            features.join("、")
        )
    },
    bad_record: "回答が設問集に合いません。同じ設問で書き出し直してください",
    bad_kind: "toml、json、jsonl、csvのどれでもありません。いずれかを指定してください",
    companion: "macOSがほかのファイルに添えたファイルのため、数えません",
};
