//! The command line: help, errors, what commands say.

/// Sentences of the command line.
#[derive(Debug)]
pub struct CommandLine {
    /// What the program is.
    pub about: &'static str,
    /// Below the help: where one begins.
    pub after_help: &'static str,
    /// Heading: usage.
    pub usage: &'static str,
    /// Heading: commands.
    pub commands: &'static str,
    /// Heading: options.
    pub options: &'static str,
    /// Heading: options for every command.
    pub global_options: &'static str,
    /// Heading: arguments.
    pub arguments: &'static str,
    /// Command `start`.
    pub start: &'static str,
    /// Command `open`.
    pub open: &'static str,
    /// Command `list`.
    pub list: &'static str,
    /// Command `show`.
    pub show: &'static str,
    /// Command `plan`.
    pub plan: &'static str,
    /// Command `compare`.
    pub compare: &'static str,
    /// Command `trend`.
    pub trend: &'static str,
    /// Command `export`.
    pub export: &'static str,
    /// Command `policy`.
    pub policy: &'static str,
    /// Command `sheet`.
    pub sheet: &'static str,
    /// Format of a sheet.
    pub sheet_format: &'static str,
    /// Option `--without-points` of a sheet.
    pub without_points: &'static str,
    /// Fields that a table of answers has no place for are given on the command line.
    pub no_place_in_csv: &'static str,
    /// Option `--format`.
    pub format: &'static str,
    /// Option `--output`.
    pub output: &'static str,
    /// Option `--force`.
    pub force: &'static str,
    /// A workbook or document does not go to a terminal.
    pub binary_on_terminal: &'static str,
    /// What a basic policy still needs, and of which assessment.
    pub policy_lacks: fn(&str, &str) -> String,
    /// Command `import`.
    pub import: &'static str,
    /// Argument: files to import.
    pub import_files: &'static str,
    /// A file whose ending tells no format that can be read.
    pub unknown_format: fn(&str) -> String,
    /// Format of a plan.
    pub plan_format: &'static str,
    /// Command `delete`.
    pub delete: &'static str,
    /// Command `path`.
    pub path: &'static str,
    /// Command `questions`.
    pub questions: &'static str,
    /// Command `questions list`.
    pub questions_list: &'static str,
    /// Command `questions check`.
    pub questions_check: &'static str,
    /// Command `questions show`.
    pub questions_show: &'static str,
    /// Command `completions`.
    pub completions: &'static str,
    /// Command `man`.
    pub man: &'static str,
    /// Argument: an assessment.
    pub assessment: &'static str,
    /// Argument: the older assessment.
    pub assessment_a: &'static str,
    /// Argument: the newer assessment.
    pub assessment_b: &'static str,
    /// Option `--org`.
    pub org: &'static str,
    /// Option `--org` of a listing.
    pub only_org: &'static str,
    /// Option `--site`.
    pub site: &'static str,
    /// Option `--respondent`.
    pub respondent: &'static str,
    /// Option `--from`.
    pub from: &'static str,
    /// Option `--checklist`.
    pub checklist: &'static str,
    /// Option `--checklist` of an assessment that is there.
    pub other_checklist: &'static str,
    /// Option `--diagnosis`.
    pub diagnosis: &'static str,
    /// Option `--json`.
    pub json: &'static str,
    /// Option `--against`.
    pub against: &'static str,
    /// Option `--target`.
    pub target: &'static str,
    /// Option `--yes`.
    pub yes: &'static str,
    /// Argument: question files.
    pub files: &'static str,
    /// Argument: id of a question set.
    pub set_id: &'static str,
    /// Argument: a shell.
    pub shell: &'static str,
    /// Option `--data-dir`.
    pub data_dir: &'static str,
    /// Option `--lang`.
    pub lang: &'static str,
    /// Option `--questions`.
    pub questions_option: &'static str,
    /// Option `--color`.
    pub color: &'static str,
    /// Option `--ascii`.
    pub ascii: &'static str,
    /// Option `--plain`.
    pub plain: &'static str,
    /// What something is for, and what it may be.
    pub one_of: fn(&str, &[&str]) -> String,
    /// Option `--help`.
    pub help: &'static str,
    /// Option `--version`.
    pub version: &'static str,
    /// There is no terminal to draw on.
    pub no_terminal: &'static str,
    /// The window of Git Bash hands over no keys.
    pub no_keys: &'static str,
    /// Keeps the window open that closes with the program.
    pub press_enter: &'static str,
    /// Deleting needs a yes.
    pub delete_needs_yes: &'static str,
    /// What is typed to confirm a question, in small letters.
    pub confirmations: &'static [&'static str],
    /// Asks before deleting.
    pub delete_question: fn(&str, &str) -> String,
    /// It was deleted.
    pub deleted: fn(&str) -> String,
    /// It was kept.
    pub kept: &'static str,
    /// No question set has that id.
    pub no_such_set: fn(&str) -> String,
    /// A question file has no fault.
    pub file_is_fine: fn(&str, usize) -> String,
    /// Faults found in question files, by count.
    pub faults_found: fn(usize) -> String,
    /// No assessment of that organisation is saved.
    pub none_of_organization: fn(&str) -> String,
    /// Columns of `questions list`.
    pub built_in: &'static str,
    /// The output could not be written.
    pub output_failed: fn(&str) -> String,
    /// What was left could not be saved.
    pub not_saved_at_end: fn(&str) -> String,
    /// The program met its own mistake; the data folder.
    pub panicked: fn(&str) -> String,
    /// An option that is none.
    pub unknown_option: fn(&str) -> String,
    /// A subcommand that is none.
    pub unknown_command: fn(&str) -> String,
    /// Perhaps that was meant.
    pub did_you_mean: fn(&str) -> String,
    /// A value that is none of the possible ones: option, value, possible values.
    pub invalid_value: fn(&str, &str, &str) -> String,
    /// An argument is missing.
    pub missing_argument: fn(&str) -> String,
    /// An option lacks its value.
    pub missing_value: fn(&str) -> String,
    /// Two arguments exclude each other.
    pub conflict: fn(&str) -> String,
    /// Any other wrong usage.
    pub wrong_usage: &'static str,
    /// Where help is.
    pub see_help: &'static str,
    /// The command wants a subcommand.
    pub missing_command: &'static str,
    /// Heading of `path`: data.
    pub data_folder: &'static str,
    /// Heading of `path`: assessments.
    pub assessments_folder: &'static str,
    /// Heading of `path`: settings.
    pub settings_file: &'static str,
}

/// Japanese.
pub const JA: CommandLine = CommandLine {
    about: "SECURITY ACTIONの5か条と25項目の自社診断を、ターミナルで進めます",
    after_help: "例:\n  hoshitori                          ホーム画面を開く\n  hoshitori start --org 山田製作所   すぐに始める\n  hoshitori open latest              続きを開く\n  hoshitori show latest              結果を文字で表示する\n\n診断は、ID、IDの先頭の数文字、latest（最新）、ファイルのパスで指定します。\nhoshitoriは、IPAが作成、確認、推奨したものではありません。",
    usage: "使い方",
    commands: "コマンド",
    options: "オプション",
    global_options: "共通のオプション",
    arguments: "引数",
    start: "新しい診断を始める",
    open: "保存した診断を開く（途中なら続きから、終わっていれば結果を表示）",
    list: "保存した診断を新しい順に表示する",
    show: "結果を表示する",
    plan: "次にすることを順に表示する",
    compare: "2つの診断の違いを表示する",
    trend: "会社の診断の推移を表示する",
    export: "報告書をファイルに書き出す",
    policy: "情報セキュリティ基本方針を書き出す",
    sheet: "部署などに配る回答用紙を書き出す",
    sheet_format: "形式。htmlはブラウザーか紙で記入",
    without_points: "記入中に点数を表示しない（html）",
    no_place_in_csv: "csvの回答用紙には、会社名などを記入する欄がありません。xlsxかhtmlにするか、読み込むときに--orgで指定してください。",
    format: "形式",
    output: "書き出す先（-は標準出力）",
    force: "同じ名前のファイルがあれば置き換える",
    binary_on_terminal: "この形式は端末に表示できません。--outputでファイルを指定してください。",
    policy_lacks: |missing, id| {
        format!("基本方針には{missing}が必要です。hoshitori open {id}で開き、道のりの画面で入力してください。")
    },
    import: "書き出したファイルや記入済みの回答用紙を読み込む",
    import_files: "読み込むファイル（json、csv、xlsx、toml）",
    unknown_format: |file| format!("{file}: 読み込めるのは、json、csv、xlsx、tomlのファイルです。"),
    plan_format: "形式（ics: 期限をカレンダーに取り込む）",
    delete: "保存した診断を削除する",
    path: "データの保存場所を表示する",
    questions: "設問ファイルを調べる",
    questions_list: "使える設問ファイルを表示する",
    questions_check: "設問ファイルの誤りを、行と列を付けてすべて表示する",
    questions_show: "設問ファイルの内容を表示する",
    completions: "シェルの補完スクリプトを出力する",
    man: "manページを出力する",
    assessment: "診断（ID、IDの先頭、latest、ファイルのパス）",
    assessment_a: "前の診断",
    assessment_b: "後の診断",
    org: "会社名",
    only_org: "この会社の診断だけを対象にする",
    site: "拠点または部署",
    respondent: "回答者",
    from: "この診断の回答を引き継ぐ（1つずつ確認します）",
    checklist: "使うチェックリストのID（five-principles、six-principlesなど）",
    other_checklist: "回答をこのチェックリストに移す（答えた内容はそのまま）",
    diagnosis: "使う診断のID",
    json: "JSONで出力する",
    against: "集計のファイル（aggregate --jsonの出力）と比べる",
    target: "目標の点数",
    yes: "確認せずに実行する",
    files: "設問ファイル",
    set_id: "設問のID",
    shell: "シェル",
    data_dir: "データを保存するフォルダー",
    lang: "言語",
    questions_option: "設問ファイルを追加する、または置き換える（複数可）",
    color: "色を使う",
    ascii: "記号をASCII文字だけにする",
    plain: "画面を使わず、1行ずつ質問する",
    one_of: |help, values| format!("{help}（{}）", values.join("、")),
    help: "この説明を表示する",
    version: "バージョンを表示する",
    no_terminal: "画面を表示できる端末がありません。--plainを付けると、1行ずつ質問します。",
    no_keys: "Git Bashのウィンドウでは、キー入力を受け取れません。Windows Terminalで実行してください。--plainを付けると、ここでも1行ずつ質問します。",
    press_enter: "Enterを押すと、このウィンドウを閉じます。",
    delete_needs_yes: "確認を求める端末がありません。削除するには--yesを付けてください。",
    confirmations: &["はい", "ｙ"],
    delete_question: |name, date| format!("{name}（{date}）を削除しますか。元に戻せません。[y/N] "),
    deleted: |id| format!("{id}を削除しました。"),
    kept: "削除しませんでした。",
    no_such_set: |id| format!("「{id}」という設問はありません。hoshitori questions listで確かめてください。"),
    file_is_fine: |file, count| format!("{file}: 誤りはありません（{count}問）。"),
    faults_found: |count| format!("誤りが{count}件あります。"),
    none_of_organization: |name| format!("「{name}」の診断は保存されていません。"),
    built_in: "付属",
    output_failed: |reason| format!("出力を書き込めません（{reason}）。出力先を確かめてください。"),
    not_saved_at_end: |reason| format!("最後の変更を保存できないまま終了しました。{reason}"),
    panicked: |folder| {
        format!("プログラムの誤りで終了しました。上の行を添えてお知らせください。保存済みの回答は{folder}にあります。")
    },
    unknown_option: |option| format!("「{option}」というオプションはありません。"),
    unknown_command: |command| format!("「{command}」というコマンドはありません。"),
    did_you_mean: |word| format!("「{word}」のことでしょうか。"),
    invalid_value: |option, value, possible| match possible {
        "" => format!("{option}に「{value}」は指定できません。"),
        possible => format!("{option}に「{value}」は指定できません（指定できるもの: {possible}）。"),
    },
    missing_argument: |argument| format!("{argument}を指定してください。"),
    missing_value: |option| format!("{option}の値を指定してください。"),
    conflict: |option| format!("{option}は、同時に、または2回は指定できません。"),
    wrong_usage: "指定のしかたが正しくありません。",
    see_help: "hoshitori --helpで使い方を確かめてください。",
    missing_command: "コマンドを指定してください。",
    data_folder: "データ",
    assessments_folder: "診断",
    settings_file: "設定",
};

/// English.
pub const EN: CommandLine = CommandLine {
    about: "The principles and the 25-item self-diagnosis of SECURITY ACTION, in the terminal",
    after_help: "Examples:\n  hoshitori                              open the home screen\n  hoshitori start --org \"Yamada Works\"   begin at once\n  hoshitori open latest                  go on where you left\n  hoshitori show latest                  the result as text\n\nAn assessment is named by its id, the beginning of one, latest, or a file's path.\nhoshitori is not made, checked or endorsed by IPA.",
    usage: "Usage",
    commands: "Commands",
    options: "Options",
    global_options: "Options for every command",
    arguments: "Arguments",
    start: "Begin a new assessment",
    open: "Open a saved one: where it was left, or its result if finished",
    list: "List the saved assessments, newest first",
    show: "Show a result",
    plan: "Show what to do next, in order",
    compare: "Show what changed between two assessments",
    trend: "Show what became of an organization",
    export: "Write a report to a file",
    policy: "Write the basic policy",
    sheet: "Write an answer sheet to hand out",
    sheet_format: "Format; html is filled in with a browser or on paper",
    without_points: "Do not show points while the sheet is filled in (html)",
    no_place_in_csv: "a csv sheet has no place for company, site or person; use xlsx or html, or give --org when you import it",
    format: "Format",
    output: "Where to write; - is standard output",
    force: "Replace a file that is there",
    binary_on_terminal: "this format cannot be shown on a terminal; name a file with --output",
    policy_lacks: |missing, id| {
        format!("the policy still needs: {missing}; open it with hoshitori open {id} and fill them in under Stages")
    },
    import: "Read exported files and filled-in answer sheets",
    import_files: "Files to read: json, csv, xlsx or toml",
    unknown_format: |file| format!("{file}: only json, csv, xlsx and toml files can be read"),
    plan_format: "Format; ics puts the due dates into a calendar",
    delete: "Delete a saved assessment",
    path: "Show where the data is",
    questions: "Look at question sets",
    questions_list: "List the available question sets",
    questions_check: "Name every fault of question files with line and column",
    questions_show: "Show a question set",
    completions: "Print completions for a shell",
    man: "Print the man page",
    assessment: "Assessment: an id, the beginning of one, latest, or a file's path",
    assessment_a: "The older assessment",
    assessment_b: "The newer assessment",
    org: "Name of the company",
    only_org: "Only assessments of this company",
    site: "Site or department",
    respondent: "Who answers",
    from: "Carry over the answers of this assessment, each to be confirmed",
    checklist: "Id of the checklist, such as five-principles or six-principles",
    other_checklist: "Move the answers to this checklist; those given stay",
    diagnosis: "Id of the diagnosis",
    json: "Print JSON",
    against: "Compare with statistics, the output of aggregate --json",
    target: "Points to reach",
    yes: "Do not ask",
    files: "Question files",
    set_id: "Id of a question set",
    shell: "Shell",
    data_dir: "Folder where the data is saved",
    lang: "Language",
    questions_option: "Add a question file, or replace a set by it (repeatable)",
    color: "Use colour",
    ascii: "Use ASCII symbols only",
    plain: "Ask line by line instead of drawing screens",
    one_of: |help, values| format!("{help}: {}", values.join(", ")),
    help: "Print this help",
    version: "Print the version",
    no_terminal: "there is no terminal to draw on; with --plain the questions are asked line by line",
    no_keys: "the window of Git Bash hands over no keys; run it in Windows Terminal, or with --plain, which asks line by line",
    press_enter: "Press Enter to close this window.",
    delete_needs_yes: "there is no terminal to ask on; add --yes to delete",
    confirmations: &["yes", "y"],
    delete_question: |name, date| format!("Delete {name} ({date})? This cannot be undone. [y/N] "),
    deleted: |id| format!("{id} was deleted."),
    kept: "Nothing was deleted.",
    no_such_set: |id| format!("there is no question set '{id}'; see hoshitori questions list"),
    file_is_fine: |file, count| format!("{file}: no faults ({count} questions)"),
    faults_found: |count| {
        if count == 1 { "1 fault was found".to_owned() } else { format!("{count} faults were found") }
    },
    none_of_organization: |name| format!("No assessment of {name} is saved."),
    built_in: "built in",
    output_failed: |reason| format!("the output cannot be written ({reason}); check where it goes"),
    not_saved_at_end: |reason| format!("the last change could not be saved. {reason}"),
    panicked: |folder| {
        format!(
            "The program ended by a mistake of its own. Please report the line above. What was saved is in {folder}."
        )
    },
    unknown_option: |option| format!("there is no option '{option}'"),
    unknown_command: |command| format!("there is no command '{command}'"),
    did_you_mean: |word| format!("did you mean '{word}'?"),
    invalid_value: |option, value, possible| match possible {
        "" => format!("{option} cannot be '{value}'"),
        possible => format!("{option} cannot be '{value}', only one of {possible}"),
    },
    missing_argument: |argument| format!("{argument} is missing"),
    missing_value: |option| format!("{option} needs a value"),
    conflict: |option| format!("{option} cannot be used here, or not twice"),
    wrong_usage: "this is not how the command is used",
    see_help: "see hoshitori --help",
    missing_command: "a command is missing",
    data_folder: "Data",
    assessments_folder: "Assessments",
    settings_file: "Settings",
};
