//! The list of saved assessments.

/// Sentences of the saved list.
#[derive(Debug)]
pub struct Saved {
    /// Title.
    pub title: &'static str,
    /// Label of the search field.
    pub search: &'static str,
    /// Nothing is saved yet.
    pub empty: &'static str,
    /// Nothing matches the search.
    pub no_match: &'static str,
    /// Column: unfinished.
    pub in_progress: fn(usize, usize) -> String,
    /// Column: points of a finished one.
    pub points: fn(i32) -> String,
    /// One is marked; how to choose the other.
    pub marked: &'static str,
    /// A file that cannot be read.
    pub broken: &'static str,
    /// So many files could not be read and are left out; what the first error says.
    pub left_out: fn(usize, &str) -> String,
    /// Asks whether to delete, with the name and the date.
    pub confirm_delete: fn(&str, &str) -> String,
    /// What deletion means.
    pub delete_is_final: &'static str,
    /// Do not delete.
    pub keep: &'static str,
    /// Delete.
    pub delete: &'static str,
    /// It was deleted.
    pub deleted: fn(&str) -> String,
}

/// Japanese.
pub const JA: Saved = Saved {
    title: "保存した診断",
    search: "検索",
    empty: "保存した診断はまだありません。",
    no_match: "当てはまる診断はありません。",
    in_progress: |answered, total| format!("途中 {answered}/{total}"),
    points: |points| format!("{points}点"),
    marked: "もう一方を選び、F6を押すと比べます。",
    broken: "読み込めません",
    left_out: |count, first| match count {
        0 | 1 => format!("次のファイルは含まれていません。{first}"),
        _ => format!("読めないファイル{count}件は含まれていません。{first}"),
    },
    confirm_delete: |name, date| format!("{name}（{date}）の診断を削除しますか。"),
    delete_is_final: "削除すると元に戻せません。",
    keep: "残す",
    delete: "削除する",
    deleted: |name| format!("{name}を削除しました。"),
};

/// English.
pub const EN: Saved = Saved {
    title: "Saved assessments",
    search: "Search",
    empty: "Nothing is saved yet.",
    no_match: "Nothing matches.",
    in_progress: |answered, total| format!("in progress {answered}/{total}"),
    points: |points| format!("{points} points"),
    marked: "Choose the other one and press F6 to compare.",
    broken: "cannot be read",
    left_out: |count, first| match count {
        0 | 1 => format!("One file is left out. {first}"),
        _ => format!("{count} files are left out. {first}"),
    },
    confirm_delete: |name, date| format!("Delete the assessment of {name} ({date})?"),
    delete_is_final: "This cannot be undone.",
    keep: "Keep it",
    delete: "Delete it",
    deleted: |name| format!("{name} was deleted."),
};
