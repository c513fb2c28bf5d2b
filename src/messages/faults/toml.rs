//! What makes a text something else than TOML.

use crate::input::toml::SyntaxFault;

pub(super) fn ja(fault: &SyntaxFault) -> String {
    let sentence = match fault {
        SyntaxFault::DuplicateKey => "同じ場所に同じキーが二度書かれています。どちらか一方を消してください。",
        SyntaxFault::UnquotedText => "文字列は引用符（\"）で囲んでください。",
        SyntaxFault::BasicString => {
            "文字列を閉じる引用符（\"）がないか、使えない文字が入っています。文字列を直してください。"
        }
        SyntaxFault::MultilineBasicString => {
            "複数行の文字列を閉じる引用符（\"\"\"）がないか、使えない文字が入っています。文字列を直してください。"
        }
        SyntaxFault::LiteralString => {
            "文字列を閉じる引用符（'）がないか、使えない文字が入っています。文字列を直してください。"
        }
        SyntaxFault::MultilineLiteralString => {
            "複数行の文字列を閉じる引用符（'''）がないか、使えない文字が入っています。文字列を直してください。"
        }
        SyntaxFault::Escape => "「\\」の後には、決まった文字だけを書けます。「\\」そのものは「\\\\」と書いてください。",
        SyntaxFault::ShortCharacterCode => {
            "文字コードの桁が足りません。「\\u」の後に4桁、「\\U」の後に8桁の16進数を書いてください。"
        }
        SyntaxFault::BadCharacterCode => "その文字コードの文字はありません。文字コードを直してください。",
        SyntaxFault::LeadingZero => "数を0で始めることはできません。先頭の0を消してください。",
        SyntaxFault::RepeatedSign => "数の符号が余分です。符号は一つまでにしてください。",
        SyntaxFault::BadValue => "値が読めません。文字列は引用符（\"）で囲み、数は半角の数字だけで書いてください。",
        SyntaxFault::CommentCharacter => "コメントに使えない文字が入っています。その文字を消してください。",
        SyntaxFault::MissingComma => "要素の間にコンマ（,）がありません。コンマを入れてください。",
        SyntaxFault::ExtraComma => "余分なコンマ（,）があります。消してください。",
        SyntaxFault::ExtraEquals => "余分な「=」があります。消してください。",
        SyntaxFault::UnopenedArray => "「]」に対応する「[」がありません。「[」を足すか、「]」を消してください。",
        SyntaxFault::UnopenedInlineTable => "「}」に対応する「{」がありません。「{」を足すか、「}」を消してください。",
        SyntaxFault::AfterValue => {
            "この行の値の後に余分なものがあります。1行に一つの「キー = 値」だけを書いてください。"
        }
        SyntaxFault::NoValue => "「=」の後に値がありません。値を書いてください。",
        SyntaxFault::NoEquals => "キーの後に「= 値」がありません。値を書くか、この行を消してください。",
        SyntaxFault::UnclosedArrayHeading => "見出しが「]]」で閉じられていません。「]]」を足してください。",
        SyntaxFault::UnclosedHeading => "見出しが「]」で閉じられていません。「]」を足してください。",
        SyntaxFault::UnclosedArray => "配列が「]」で閉じられていません。「]」を足してください。",
        SyntaxFault::UnclosedInlineTable => "表が「}」で閉じられていません。「}」を足してください。",
        SyntaxFault::NeverClosed => "ここで始まる配列か表が閉じられていません。「]」か「}」を足してください。",
        SyntaxFault::KeyCharacter => {
            "キーに使えない文字があります。キーには半角の英数字、「-」、「_」だけを使ってください。"
        }
        SyntaxFault::NoKey => "キーの名前がありません。「キー = 値」の形で書いてください。",
        SyntaxFault::TooDeep => "入れ子が深すぎます。入れ子を浅くしてください。",
        // What the parser says is English.
        SyntaxFault::Other(_) => "TOMLとして読めません。この行を直してください。",
    };
    sentence.to_owned()
}

pub(super) fn en(fault: &SyntaxFault) -> String {
    let sentence = match fault {
        SyntaxFault::DuplicateKey => "The same key is written twice in the same place. Remove one of them.",
        SyntaxFault::UnquotedText => "Put text in quotation marks (\").",
        SyntaxFault::BasicString => {
            "The text lacks its closing quotation mark (\") or holds a character that cannot stand there. Correct the text."
        }
        SyntaxFault::MultilineBasicString => {
            "The multi-line text lacks its closing quotation marks (\"\"\") or holds a character that cannot stand there. Correct the text."
        }
        SyntaxFault::LiteralString => {
            "The text lacks its closing quotation mark (') or holds a character that cannot stand there. Correct the text."
        }
        SyntaxFault::MultilineLiteralString => {
            "The multi-line text lacks its closing quotation marks (''') or holds a character that cannot stand there. Correct the text."
        }
        SyntaxFault::Escape => "Only certain characters may follow \"\\\". Write \"\\\\\" for a backslash itself.",
        SyntaxFault::ShortCharacterCode => {
            "The character code is too short. Write four hexadecimal digits after \"\\u\", eight after \"\\U\"."
        }
        SyntaxFault::BadCharacterCode => "There is no character of that code. Correct the code.",
        SyntaxFault::LeadingZero => "A number cannot begin with 0. Remove the leading zero.",
        SyntaxFault::RepeatedSign => "The number has a sign too many. Use at most one.",
        SyntaxFault::BadValue => {
            "The value cannot be read. Put text in quotation marks (\") and write numbers in digits only."
        }
        SyntaxFault::CommentCharacter => "A comment holds a character that cannot stand there. Remove it.",
        SyntaxFault::MissingComma => "A comma (,) is missing between two elements. Add it.",
        SyntaxFault::ExtraComma => "There is a comma (,) too many. Remove it.",
        SyntaxFault::ExtraEquals => "There is a \"=\" too many. Remove it.",
        SyntaxFault::UnopenedArray => "There is no \"[\" for this \"]\". Add it or remove the \"]\".",
        SyntaxFault::UnopenedInlineTable => "There is no \"{\" for this \"}\". Add it or remove the \"}\".",
        SyntaxFault::AfterValue => "Something stands after the value of this line. Write one \"key = value\" per line.",
        SyntaxFault::NoValue => "No value follows the \"=\". Write one.",
        SyntaxFault::NoEquals => "No \"= value\" follows the key. Write a value or remove the line.",
        SyntaxFault::UnclosedArrayHeading => "The heading is not closed by \"]]\". Add it.",
        SyntaxFault::UnclosedHeading => "The heading is not closed by \"]\". Add it.",
        SyntaxFault::UnclosedArray => "The array is not closed by \"]\". Add it.",
        SyntaxFault::UnclosedInlineTable => "The table is not closed by \"}\". Add it.",
        SyntaxFault::NeverClosed => "What begins here is never closed. Add its closing bracket.",
        SyntaxFault::KeyCharacter => {
            "The key holds a character that cannot stand there. Use only letters, digits, \"-\" and \"_\" in keys."
        }
        SyntaxFault::NoKey => "The name of the key is missing. Write \"key = value\".",
        SyntaxFault::TooDeep => "This is nested too deeply. Use fewer levels.",
        SyntaxFault::Other(message) => {
            return format!("This is not valid TOML ({message}). Correct this line.");
        }
    };
    sentence.to_owned()
}
