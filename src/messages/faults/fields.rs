//! Keys and fields that are missing, unknown, or have values that they cannot have.

use super::list;
use crate::input::{FieldFault, ValueType};

pub(super) fn ja(fault: &FieldFault) -> String {
    match fault {
        FieldFault::Missing { key } => format!("「{key}」がありません。書き足してください。"),
        FieldFault::Unknown { key, meant: Some(meant) } => {
            format!("「{key}」というキーはありません。「{meant}」ではありませんか。")
        }
        FieldFault::Unknown { key, meant: None } => {
            format!("ここに「{key}」というキーはありません。消してください。")
        }
        FieldFault::WrongType { key, wanted, found } => {
            let (wanted, found) = (type_ja(*wanted), type_ja(*found));
            format!("「{key}」には{wanted}を書いてください。今は{found}になっています。")
        }
        FieldFault::Malformed { key, found, wanted } => {
            let wanted = type_ja(*wanted);
            format!("「{key}」には{wanted}を書いてください。「{found}」は読めません。")
        }
        FieldFault::SingleTable { key } => {
            format!("「{key}」は「[[{key}]]」のように二重の角括弧で書いてください。")
        }
        FieldFault::Empty { key } => format!("「{key}」が空です。文を書いてください。"),
        FieldFault::TooLong { key, length, limit } => {
            format!("「{key}」が長すぎます（{length}文字）。{limit}文字以内にしてください。")
        }
        FieldFault::Unshowable { key, character } => {
            let code = u32::from(*character);
            format!("「{key}」に画面に出せない文字（U+{code:04X}）が入っています。その文字を消してください。")
        }
        FieldFault::BadId { key, id } => {
            format!("「{key}」の「{id}」に使えない文字があります。半角の英小文字、数字、「-」だけにしてください。")
        }
        FieldFault::OutOfRange { key, min, max } => {
            format!("「{key}」は{min}から{max}までの整数にしてください。")
        }
        FieldFault::NotOneOf { key, found, words, meant } => {
            let meant = meant.map(|meant| format!("「{meant}」ではありませんか。")).unwrap_or_default();
            format!("「{key}」の「{found}」は使えません。使えるのは{}です。{meant}", list(words.iter(), "、"))
        }
        FieldFault::TooFew { key, min } => {
            format!("「{key}」が足りません。{min}件以上書いてください。")
        }
        FieldFault::TooMany { key, found, max } => {
            format!("「{key}」が多すぎます（{found}件）。{max}件以内にしてください。")
        }
        FieldFault::UsedBefore { key, value, first } => {
            format!("「{key}」の「{value}」は{first}でも使われています。別のものにしてください。")
        }
        FieldFault::NoSchema { newest } => {
            format!("「schema」がありません。先頭に「schema = {newest}」と書き足してください。")
        }
        FieldFault::BadSchema { newest } => {
            format!("「schema」は1から{newest}までの整数です。「schema = {newest}」と書いてください。")
        }
        FieldFault::NewerSchema { found, newest } => format!(
            "このファイルの形式（schema {found}）は新しすぎます。このプログラムが読めるのは{newest}までです。hoshitoriを更新してください。"
        ),
    }
}

pub(super) fn en(fault: &FieldFault) -> String {
    match fault {
        FieldFault::Missing { key } => format!("\"{key}\" is missing. Add it."),
        FieldFault::Unknown { key, meant: Some(meant) } => {
            format!("There is no key \"{key}\" here. Did you mean \"{meant}\"?")
        }
        FieldFault::Unknown { key, meant: None } => format!("There is no key \"{key}\" here. Remove it."),
        FieldFault::WrongType { key, wanted, found } => {
            let (wanted, found) = (type_en(*wanted), type_en(*found));
            format!("\"{key}\" must be {wanted}, but is {found}. Correct it.")
        }
        FieldFault::Malformed { key, found, wanted } => {
            format!("\"{key}\" must be {}, not \"{found}\". Correct it.", type_en(*wanted))
        }
        FieldFault::SingleTable { key } => format!("Write \"{key}\" with double brackets: \"[[{key}]]\"."),
        FieldFault::Empty { key } => format!("\"{key}\" is empty. Write the text."),
        FieldFault::TooLong { key, length, limit } => {
            format!("\"{key}\" is too long ({length} characters). Use at most {limit}.")
        }
        FieldFault::Unshowable { key, character } => {
            let code = u32::from(*character);
            format!("\"{key}\" holds a character that cannot be shown (U+{code:04X}). Remove it.")
        }
        FieldFault::BadId { key, id } => {
            format!("\"{key}\" is \"{id}\". Use only the letters a-z, digits and \"-\".")
        }
        FieldFault::OutOfRange { key, min, max } => {
            format!("\"{key}\" must be a whole number from {min} to {max}.")
        }
        FieldFault::NotOneOf { key, found, words, meant } => {
            let meant = meant.map(|meant| format!(" Did you mean \"{meant}\"?")).unwrap_or_default();
            format!("\"{key}\" cannot be \"{found}\". Use one of: {}.{meant}", list(words.iter(), ", "))
        }
        FieldFault::TooFew { key, min } => format!("There are too few \"{key}\". Write at least {min}."),
        FieldFault::TooMany { key, found, max } => {
            format!("There are too many \"{key}\" ({found}). Use at most {max}.")
        }
        FieldFault::UsedBefore { key, value, first } => {
            format!("\"{key}\" is \"{value}\", already used at {first}. Choose another.")
        }
        FieldFault::NoSchema { newest } => {
            format!("\"schema\" is missing. Add \"schema = {newest}\" at the top.")
        }
        FieldFault::BadSchema { newest } => {
            format!("\"schema\" is a whole number from 1 to {newest}. Write \"schema = {newest}\".")
        }
        FieldFault::NewerSchema { found, newest } => format!(
            "The layout of this file (schema {found}) is too new: this program reads up to {newest}. Update hoshitori."
        ),
    }
}

const fn type_ja(value_type: ValueType) -> &'static str {
    match value_type {
        ValueType::Text => "文字列（\"…\"）",
        ValueType::Integer => "整数",
        ValueType::Count => "0以上の整数",
        ValueType::Fraction => "小数",
        ValueType::Number => "数",
        ValueType::Boolean => "trueかfalse",
        ValueType::Date => "2026-11-22の形の日付",
        ValueType::DateTime => "2026-11-22T10:00:00+09:00の形の日時",
        ValueType::AnyDateTime => "日付か時刻",
        ValueType::Array => "配列（[…]）",
        ValueType::Table => "表",
        ValueType::Object => "オブジェクト（{…}）",
        ValueType::Null => "null",
        ValueType::Place => "diagnosis/1やresultの形の位置",
    }
}

const fn type_en(value_type: ValueType) -> &'static str {
    match value_type {
        ValueType::Text => "text in quotation marks",
        ValueType::Integer => "a whole number",
        ValueType::Count => "a whole number of 0 or more",
        ValueType::Fraction => "a fraction",
        ValueType::Number => "a number",
        ValueType::Boolean => "true or false",
        ValueType::Date => "a date such as 2026-11-22",
        ValueType::DateTime => "a date and time such as 2026-11-22T10:00:00+09:00",
        ValueType::AnyDateTime => "a date or time",
        ValueType::Array => "an array",
        ValueType::Table => "a table",
        ValueType::Object => "an object ({...})",
        ValueType::Null => "null",
        ValueType::Place => "a place such as diagnosis/1 or result",
    }
}
