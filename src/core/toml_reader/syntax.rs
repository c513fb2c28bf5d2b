//! Faults of the TOML itself, told in our own words.

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::faults::Faults;

/// What the parser's message begins with, whether the keys around stay where they were written, and our sentences.
type Rule = (&'static str, bool, &'static str, &'static str);

#[rustfmt::skip]
const RULES: &[Rule] = &[
    ("duplicate key", true,
        "同じ場所に同じキーが二度書かれています。どちらか一方を消してください。",
        "The same key is written twice in the same place. Remove one of them."),
    ("string values must be quoted", true,
        "文字列は引用符（\"）で囲んでください。",
        "Put text in quotation marks (\")."),
    ("invalid basic string", true,
        "文字列を閉じる引用符（\"）がないか、使えない文字が入っています。文字列を直してください。",
        "The text lacks its closing quotation mark (\") or holds a character that cannot stand there. Correct the text."),
    ("invalid multi-line basic string", false,
        "複数行の文字列を閉じる引用符（\"\"\"）がないか、使えない文字が入っています。文字列を直してください。",
        "The multi-line text lacks its closing quotation marks (\"\"\") or holds a character that cannot stand there. Correct the text."),
    ("invalid literal string", true,
        "文字列を閉じる引用符（'）がないか、使えない文字が入っています。文字列を直してください。",
        "The text lacks its closing quotation mark (') or holds a character that cannot stand there. Correct the text."),
    ("invalid multi-line literal string", false,
        "複数行の文字列を閉じる引用符（'''）がないか、使えない文字が入っています。文字列を直してください。",
        "The multi-line text lacks its closing quotation marks (''') or holds a character that cannot stand there. Correct the text."),
    ("missing escaped value", true,
        "「\\」の後には、決まった文字だけを書けます。「\\」そのものは「\\\\」と書いてください。",
        "Only certain characters may follow \"\\\". Write \"\\\\\" for a backslash itself."),
    ("too few unicode value digits", true,
        "文字コードの桁が足りません。「\\u」の後に4桁、「\\U」の後に8桁の16進数を書いてください。",
        "The character code is too short. Write four hexadecimal digits after \"\\u\", eight after \"\\U\"."),
    ("invalid value", true,
        "その文字コードの文字はありません。文字コードを直してください。",
        "There is no character of that code. Correct the code."),
    ("unexpected leading zero", true,
        "数を0で始めることはできません。先頭の0を消してください。",
        "A number cannot begin with 0. Remove the leading zero."),
    ("redundant numeric sign", true,
        "数の符号が余分です。符号は一つまでにしてください。",
        "The number has a sign too many. Use at most one."),
    ("invalid float", true,
        "値が読めません。文字列は引用符（\"）で囲み、数は半角の数字だけで書いてください。",
        "The value cannot be read. Put text in quotation marks (\") and write numbers in digits only."),
    ("invalid boolean", true,
        "値が読めません。文字列は引用符（\"）で囲み、数は半角の数字だけで書いてください。",
        "The value cannot be read. Put text in quotation marks (\") and write numbers in digits only."),
    ("invalid date-time", true,
        "値が読めません。文字列は引用符（\"）で囲み、数は半角の数字だけで書いてください。",
        "The value cannot be read. Put text in quotation marks (\") and write numbers in digits only."),
    ("invalid integer number", true,
        "値が読めません。文字列は引用符（\"）で囲み、数は半角の数字だけで書いてください。",
        "The value cannot be read. Put text in quotation marks (\") and write numbers in digits only."),
    ("invalid string", true,
        "値が読めません。文字列は引用符（\"）で囲み、数は半角の数字だけで書いてください。",
        "The value cannot be read. Put text in quotation marks (\") and write numbers in digits only."),
    ("invalid comment character", true,
        "コメントに使えない文字が入っています。その文字を消してください。",
        "A comment holds a character that cannot stand there. Remove it."),
    ("missing comma between array elements", true,
        "配列の要素の間にコンマ（,）がありません。コンマを入れてください。",
        "A comma (,) is missing between the elements of an array. Add it."),
    ("extra comma in array", true,
        "配列に余分なコンマ（,）があります。消してください。",
        "An array has a comma (,) too many. Remove it."),
    ("unexpected key or value", false,
        "この行の値の後に余分なものがあります。1行に一つの「キー = 値」だけを書いてください。",
        "Something stands after the value of this line. Write one \"key = value\" per line."),
    ("missing value", true,
        NO_VALUE.0, NO_VALUE.1),
    ("key with no value", false,
        "キーの後に「= 値」がありません。値を書くか、この行を消してください。",
        "No \"= value\" follows the key. Write a value or remove the line."),
    ("missing value for key", false,
        "キーの後に「= 値」がありません。値を書くか、この行を消してください。",
        "No \"= value\" follows the key. Write a value or remove the line."),
    ("unclosed array table", false,
        "見出しが「]]」で閉じられていません。「[[questions]]」のように書いてください。",
        "The heading is not closed by \"]]\". Write it like \"[[questions]]\"."),
    ("unclosed table", false,
        "見出しが「]」で閉じられていません。「]」を足してください。",
        "The heading is not closed by \"]\". Add it."),
    ("unclosed array", false,
        "配列が「]」で閉じられていません。「]」を足してください。",
        "The array is not closed by \"]\". Add it."),
    ("unclosed inline table", false,
        "表が「}」で閉じられていません。「}」を足してください。",
        "The table is not closed by \"}\". Add it."),
    ("invalid unquoted key", false,
        "キーに使えない文字があります。キーには半角の英数字、「-」、「_」だけを使ってください。",
        "The key holds a character that cannot stand there. Use only letters, digits, \"-\" and \"_\" in keys."),
    ("unquoted keys cannot be empty", false,
        "キーの名前がありません。「キー = 値」の形で書いてください。",
        "The name of the key is missing. Write \"key = value\"."),
    ("cannot recurse further", false,
        "入れ子が深すぎます。設問ファイルに深い入れ子は要りません。",
        "This is nested too deeply. A question file needs no deep nesting."),
    ("recursion limit", false,
        "入れ子が深すぎます。設問ファイルに深い入れ子は要りません。",
        "This is nested too deeply. A question file needs no deep nesting."),
];

/// The sentences for a key without a value.
const NO_VALUE: (&str, &str) =
    ("「=」の後に値がありません。値を書いてください。", "No value follows the \"=\". Write one.");

/// Notes what the TOML parser found wrong.
pub(super) fn report(errors: &[Error], root: &DeTable<'_>, text: &str, faults: &mut Faults<'_>) {
    for error in errors.iter().filter(|error| is_unclosed(error)) {
        let end = error.span().map_or(text.len(), |span| span.start);
        if let Some(start) = root.values().find_map(|value| outermost_around(value, end)) {
            faults.add_syntax(
                start,
                "ここで始まる配列か表が閉じられていません。「]」か「}」を足してください。",
                "What begins here is never closed. Add its closing bracket.",
            );
            faults.swallowed_from(start);
        }
    }
    for error in errors {
        report_one(error, text, faults);
    }
}

fn report_one(error: &Error, text: &str, faults: &mut Faults<'_>) {
    let offset = error.span().map_or(0, |span| span.start);
    let message = error.message();
    let rule = RULES.iter().filter(|rule| message.starts_with(rule.0)).max_by_key(|rule| rule.0.len());
    let (ja, en) = match rule {
        Some(_) if message.starts_with("string values must be quoted") && is_line_end(text, offset) => {
            (NO_VALUE.0.to_owned(), NO_VALUE.1.to_owned())
        }
        Some((_, _, ja, en)) => ((*ja).to_owned(), (*en).to_owned()),
        None => (
            format!("TOMLとして読めません（{message}）。この行を直してください。"),
            format!("This is not valid TOML ({message}). Correct this line."),
        ),
    };
    faults.add_syntax(offset, ja, en);
    if !rule.is_some_and(|rule| rule.1) {
        faults.broken_from(offset);
    }
}

fn is_unclosed(error: &Error) -> bool {
    error.message().starts_with("unclosed array,") || error.message().starts_with("unclosed inline table")
}

/// Where the outermost array or inline table begins that reaches to an offset.
fn outermost_around(value: &Spanned<DeValue<'_>>, end: usize) -> Option<usize> {
    let span = value.span();
    match value.get_ref() {
        DeValue::Array(_) | DeValue::Table(_) if span.start < end && span.end >= end => Some(span.start),
        DeValue::Array(values) => values.iter().find_map(|value| outermost_around(value, end)),
        DeValue::Table(table) => table.values().find_map(|value| outermost_around(value, end)),
        _ => None,
    }
}

fn is_line_end(text: &str, offset: usize) -> bool {
    let rest = text.get(offset..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim();
    line.is_empty() || line.starts_with('#')
}
