//! Help and the man page: what is said beside the definition of the command line.

/// Sentences of help and man page.
#[derive(Debug)]
pub struct Manual {
    /// Heading: examples.
    pub examples: &'static str,
    /// A company in examples, as a shell takes it.
    pub example_organization: &'static str,
    /// Command `help`.
    pub help: &'static str,
    /// Argument: the command that is explained.
    pub help_command: &'static str,
    /// The newest assessment.
    pub latest: &'static str,
    /// Command `questions schema`.
    pub questions_schema: &'static str,
    /// Sections of the man page: name, synopsis, description, options, commands, exit codes, files, environment.
    pub sections: [&'static str; 8],
    /// Description on the man page, a paragraph each.
    pub description: &'static [&'static str],
    /// Exit codes and what they mean.
    pub exit_codes: &'static [(&'static str, &'static str)],
    /// Files and what they are.
    pub files: &'static [(&'static str, &'static str)],
    /// Variables of the environment and what they do.
    pub environment: &'static [(&'static str, &'static str)],
}

/// Japanese.
pub const JA: Manual = Manual {
    examples: "例",
    example_organization: "山田製作所",
    help: "コマンドの説明を表示する",
    help_command: "コマンド（例: questions check）",
    latest: "最新の診断",
    questions_schema: "設問ファイルのJSON Schemaを表示する",
    sections: ["名前", "書式", "説明", "オプション", "コマンド", "終了コード", "ファイル", "環境変数"],
    description: &[
        "IPAの制度SECURITY ACTIONの一つ星と二つ星を、順に進めるための自己診断です。5か条の確認、25問の自社診断、結果と改善計画、\
         情報セキュリティ基本方針、宣言の手続きを扱います。コマンドを付けずに起動すると、ホーム画面が開きます。",
        "回答は1問ごとに、このコンピューターの中だけに保存します。通信は行いません。",
        "ASSESSMENTには、ID、IDの先頭の数文字、latest（最新の診断）、またはファイルのパスを書きます。",
        "hoshitoriは、IPAが作成、確認、推奨したものではありません。",
    ],
    exit_codes: &[
        ("0", "正常に終わりました。qまたはCtrl-Cで画面を終了したときも含みます。"),
        ("1", "失敗しました。理由は標準エラー出力に表示します。"),
        ("2", "使い方が正しくありません。"),
        ("128+n", "シグナルnで終了しました。"),
    ],
    files: &[
        ("<data>/assessments/<id>.toml", "保存した診断。1件が1つのTOMLファイルです。"),
        ("<config>/config.toml", "設定: language、color、ascii、mouse、confirm_on_leaving。"),
    ],
    environment: &[
        ("HOSHITORI_DATA_DIR", "診断を保存するフォルダー。--data-dirが優先します。"),
        ("HOSHITORI_CONFIG_DIR", "設定ファイルのフォルダー。"),
        ("HOSHITORI_LANG", "表示する言語（--langと同じ値）。--langが優先します。"),
        ("LC_ALL, LC_MESSAGES, LANG", "設定もないときの言語。値の始まりで選び、どれにも当たらなければ英語です。"),
        ("NO_COLOR", "空でなければ、色を使いません。"),
        ("TERM", "dumbなら、画面を描かずに1行ずつ質問します。"),
    ],
};

/// English.
pub const EN: Manual = Manual {
    examples: "Examples",
    example_organization: "\"Yamada Works\"",
    help: "Print the help of a command",
    help_command: "Command, such as questions check",
    latest: "the newest assessment",
    questions_schema: "Print the JSON Schema of question files",
    sections: ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS", "FILES", "ENVIRONMENT"],
    description: &[
        "Takes a company to one star and two stars of IPA's SECURITY ACTION: the principles, the 25 questions of the \
         self-diagnosis, the result and the plan, the basic policy, the declaration. Without a command it opens its home screen.",
        "Every answer is saved at once, on this computer only. The program makes no network connections.",
        "ASSESSMENT is an id, any unique beginning of one, latest for the newest, or the path of a saved file.",
        "hoshitori is not made, checked or endorsed by IPA.",
    ],
    exit_codes: &[
        ("0", "Done; also when the screens were left with q or Ctrl-C."),
        ("1", "It failed; standard error says why."),
        ("2", "It was used wrongly."),
        ("128+n", "Signal n ended it."),
    ],
    files: &[
        ("<data>/assessments/<id>.toml", "A saved assessment; each is one TOML file."),
        ("<config>/config.toml", "Settings: language, color, ascii, mouse, confirm_on_leaving."),
    ],
    environment: &[
        ("HOSHITORI_DATA_DIR", "Folder where assessments are saved, unless --data-dir is given."),
        ("HOSHITORI_CONFIG_DIR", "Folder of the settings."),
        ("HOSHITORI_LANG", "Language, as for --lang, unless that is given."),
        (
            "LC_ALL, LC_MESSAGES, LANG",
            "Language where nothing else says it, by how the value begins; English if none fits.",
        ),
        ("NO_COLOR", "If not empty, no colours are used."),
        ("TERM", "If dumb, questions are asked line by line."),
    ],
};
