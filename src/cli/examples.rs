//! One or more examples for every command, for its help and the man page.

use crate::messages::manual::Manual;

/// Lines that show how a command is used; `ORG` stands for the name of a company.
pub fn of(command: &str) -> &'static [&'static str] {
    match command {
        "start" => &[
            "hoshitori start --org ORG",
            "hoshitori start --org ORG --checklist six-principles",
            "hoshitori start --from latest",
            "yes 1 | head -30 | hoshitori start --org ORG --plain",
        ],
        "open" => &["hoshitori open latest"],
        "list" => &["hoshitori list", "hoshitori list --org ORG --json"],
        "show" => &[
            "hoshitori show latest",
            "hoshitori show latest --json",
            "hoshitori show latest --against statistics.json",
            "hoshitori show latest --output result.txt",
        ],
        "export" => &[
            "hoshitori export latest --format xlsx",
            "hoshitori export latest --format html --output result.html",
            "hoshitori export latest --format json --output -",
        ],
        "import" => &["hoshitori import answers.csv --org ORG", "hoshitori import result.json"],
        "sheet" => &[
            "hoshitori sheet --format xlsx --output sheet.xlsx",
            "hoshitori sheet --format html --org ORG --output sheet.html",
        ],
        "merge" => &["hoshitori merge 0mdhq 0mdj2 --org ORG --rule worst", "hoshitori merge --again latest"],
        "plan" => &["hoshitori plan latest", "hoshitori plan latest --target 100 --json"],
        "compare" => &["hoshitori compare 0mdhq latest"],
        "trend" => &["hoshitori trend --org ORG"],
        "policy" => &["hoshitori policy latest --format docx --output policy.docx"],
        "aggregate" => &["hoshitori aggregate results/ --json", "hoshitori aggregate - --csv < results.jsonl"],
        "delete" => &["hoshitori delete latest --yes"],
        "path" => &["hoshitori path", "hoshitori path --json"],
        "doctor" => &["hoshitori doctor", "hoshitori doctor --fix"],
        "questions" | "questions list" => &["hoshitori questions list"],
        "questions check" => &["hoshitori questions check my-questions.toml"],
        "questions show" => &["hoshitori questions show self-diagnosis"],
        "questions schema" => &["hoshitori questions schema > question-set.schema.json"],
        "completions" => &[
            "hoshitori completions bash > ~/.local/share/bash-completion/completions/hoshitori",
            "hoshitori completions zsh > ~/.zfunc/_hoshitori",
            "hoshitori completions fish > ~/.config/fish/completions/hoshitori.fish",
        ],
        "man" => &["hoshitori man > ~/.local/share/man/man1/hoshitori.1"],
        "help" => &["hoshitori help start", "hoshitori help questions check"],
        _ => &[],
    }
}

/// An example with a company's name in the user's language.
pub fn worded(example: &str, words: &Manual) -> String {
    example.replace("ORG", words.example_organization)
}

/// The examples of a command as they stand at the end of its help; `None` for a command without any.
pub fn section(command: &str, words: &Manual) -> Option<String> {
    let lines: Vec<String> = of(command).iter().map(|line| format!("\n  {}", worded(line, words))).collect();
    (!lines.is_empty()).then(|| format!("{}:{}", words.examples, lines.concat()))
}
