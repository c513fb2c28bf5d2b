//! Writing reports.

/// Sentences of the export screen.
#[derive(Debug)]
pub struct Export {
    /// Title.
    pub title: &'static str,
    /// Where the files go.
    pub introduction: &'static str,
    /// The line that writes.
    pub write: &'static str,
    /// No format is chosen.
    pub nothing_chosen: &'static str,
    /// A document could not be made; what the library that writes the format says.
    pub document_failed: fn(&str) -> String,
}

/// Japanese.
pub const JA: Export = Export {
    title: "書き出し",
    introduction: "形式を選んで書き出します。ファイルは、今のフォルダーに作ります。",
    write: "書き出す",
    nothing_chosen: "形式を1つ以上選んでください。",
    document_failed: |reason| format!("文書を作成できません（{reason}）。別の形式を選んでください。"),
};

/// English.
pub const EN: Export = Export {
    title: "Write reports",
    introduction: "Choose the formats. The files go into the current folder.",
    write: "Write them",
    nothing_chosen: "Choose at least one format.",
    document_failed: |reason| format!("the document cannot be made ({reason}); choose another format."),
};
