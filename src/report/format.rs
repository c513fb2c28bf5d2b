//! The formats in which an assessment and a basic policy are written.

enum_with_all! {
    /// A format of an assessment's report; `ALL` begins with the most usual.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum ReportFormat {
        /// One page for a browser, also to be printed.
        Html,
        /// A workbook.
        Xlsx,
        /// A document to be edited.
        Docx,
        /// Plain Markdown.
        Markdown,
        /// A table of the answers.
        Csv,
        /// The whole assessment as one JSON document.
        Json,
        /// One flat line, for analysis elsewhere.
        JsonLines,
    }
}

impl ReportFormat {
    /// The ending of the file's name, which is also the name on the command line.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
        }
    }

    /// What people call it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::Xlsx => "Excel (.xlsx)",
            Self::Docx => "Word (.docx)",
            Self::Markdown => "Markdown",
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::JsonLines => "JSON Lines",
        }
    }

    /// Whether it is no text, so that a terminal must not be fed with it.
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx)
    }
}

enum_with_all! {
    /// A format of the basic policy; `ALL` begins with the most usual.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum PolicyFormat {
        /// Word, to be edited.
        Docx,
        /// One page for a website.
        Html,
        /// Plain Markdown.
        Markdown,
    }
}

impl PolicyFormat {
    /// The ending of the file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }

    /// What people call it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Docx => "Word (.docx)",
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
        }
    }
}
