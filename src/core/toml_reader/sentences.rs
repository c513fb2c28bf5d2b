//! What the reader says about a file, each as (Japanese, English).

use toml::de::DeValue;

use super::faults::quoted;
use crate::core::fault::Position;

/// A sentence in both languages.
pub(super) type Sentence = (String, String);

/// A sentence without values in both languages.
type FixedSentence = (&'static str, &'static str);

pub(super) const fn nul() -> FixedSentence {
    (
        "NUL文字（文字コード0）が入っています。その文字を消してください。",
        "There is a NUL character (code 0). Remove it.",
    )
}

pub(super) const fn bare_carriage_return() -> FixedSentence {
    (
        "改行がCRだけになっています。行の終わりをLFかCRLFにして保存し直してください。",
        "A line ends in a carriage return alone. Save the file with LF or CRLF line ends.",
    )
}

pub(super) const fn empty_file() -> FixedSentence {
    (
        "ファイルに何も書かれていません。ファイルを確かめてください。",
        "The file says nothing. Check that it is the right one.",
    )
}

pub(super) const fn unreadable() -> FixedSentence {
    (
        "ファイルの内容を読み取れません。ファイルを確かめてください。",
        "The file cannot be read. Check that it is the right one.",
    )
}

pub(super) const fn too_many_faults() -> FixedSentence {
    (
        "誤りはこのほかにもあります。まず上の誤りを直してください。",
        "There are more faults than these. Correct the ones above first.",
    )
}

pub(super) fn missing_key(key: &str) -> Sentence {
    (format!("「{key}」がありません。書き足してください。"), format!("\"{key}\" is missing. Add it."))
}

pub(super) fn missing_schema(newest: i64) -> Sentence {
    (
        format!("「schema」がありません。先頭に「schema = {newest}」と書き足してください。"),
        format!("\"schema\" is missing. Add \"schema = {newest}\" at the top."),
    )
}

pub(super) fn bad_schema(newest: i64) -> Sentence {
    (
        format!("「schema」は1から{newest}までの整数です。「schema = {newest}」と書いてください。"),
        format!("\"schema\" is a whole number from 1 to {newest}. Write \"schema = {newest}\"."),
    )
}

pub(super) fn newer_schema(found: i64, newest: i64) -> Sentence {
    (
        format!(
            "このファイルの形式（schema {found}）は新しすぎます。このプログラムが読めるのは{newest}までです。hoshitoriを更新してください。"
        ),
        format!(
            "The layout of this file (schema {found}) is too new: this program reads up to {newest}. Update hoshitori."
        ),
    )
}

pub(super) fn unknown_key(key: &str, meant: Option<&str>) -> Sentence {
    let key = quoted(key);
    match meant {
        Some(meant) => (
            format!("「{key}」というキーはありません。「{meant}」ではありませんか。"),
            format!("There is no key \"{key}\" here. Did you mean \"{meant}\"?"),
        ),
        None => (
            format!("ここに「{key}」というキーはありません。消してください。"),
            format!("There is no key \"{key}\" here. Remove it."),
        ),
    }
}

pub(super) fn wrong_type(key: &str, wanted: ValueType, found: &DeValue<'_>) -> Sentence {
    let ((wanted_ja, wanted_en), (found_ja, found_en)) = (wanted.names(), ValueType::of(found).names());
    (
        format!("「{key}」には{wanted_ja}を書いてください。今は{found_ja}になっています。"),
        format!("\"{key}\" must be {wanted_en}, but is {found_en}. Correct it."),
    )
}

pub(super) fn single_table(key: &str) -> Sentence {
    (
        format!("「{key}」は「[[{key}]]」のように二重の角括弧で書いてください。"),
        format!("Write \"{key}\" with double brackets: \"[[{key}]]\"."),
    )
}

pub(super) fn empty_text(key: &str) -> Sentence {
    (format!("「{key}」が空です。文を書いてください。"), format!("\"{key}\" is empty. Write the text."))
}

pub(super) fn long_text(key: &str, length: usize, limit: usize) -> Sentence {
    (
        format!("「{key}」が長すぎます（{length}文字）。{limit}文字以内にしてください。"),
        format!("\"{key}\" is too long ({length} characters). Use at most {limit}."),
    )
}

pub(super) fn unshowable(key: &str, character: char) -> Sentence {
    let code = u32::from(character);
    (
        format!("「{key}」に画面に出せない文字（U+{code:04X}）が入っています。その文字を消してください。"),
        format!("\"{key}\" holds a character that cannot be shown (U+{code:04X}). Remove it."),
    )
}

pub(super) fn bad_id(key: &str, id: &str) -> Sentence {
    let id = quoted(id);
    (
        format!("「{key}」の「{id}」に使えない文字があります。半角の英小文字、数字、「-」だけにしてください。"),
        format!("\"{key}\" is \"{id}\". Use only the letters a-z, digits and \"-\"."),
    )
}

pub(super) fn out_of_range(key: &str, least: i64, most: i64) -> Sentence {
    (
        format!("「{key}」は{least}から{most}までの整数にしてください。"),
        format!("\"{key}\" must be a whole number from {least} to {most}."),
    )
}

pub(super) fn not_one_of(key: &str, found: &str, names: &[&str], meant: Option<&str>) -> Sentence {
    let found = quoted(found);
    let (ja_end, en_end) = match meant {
        Some(meant) => (format!("「{meant}」ではありませんか。"), format!(" Did you mean \"{meant}\"?")),
        None => (String::new(), String::new()),
    };
    (
        format!("「{key}」の「{found}」は使えません。使えるのは{}です。{ja_end}", names.join("、")),
        format!("\"{key}\" cannot be \"{found}\". Use one of: {}.{en_end}", names.join(", ")),
    )
}

pub(super) fn too_few(key: &str, least: usize) -> Sentence {
    (
        format!("「{key}」が足りません。{least}件以上書いてください。"),
        format!("There are too few \"{key}\". Write at least {least}."),
    )
}

pub(super) fn too_many(key: &str, found: usize, most: usize) -> Sentence {
    (
        format!("「{key}」が多すぎます（{found}件）。{most}件以内にしてください。"),
        format!("There are too many \"{key}\" ({found}). Use at most {most}."),
    )
}

/// The type of a TOML value, as far as people tell them apart.
#[derive(Clone, Copy)]
pub(super) enum ValueType {
    Text,
    Integer,
    Fraction,
    Truth,
    Moment,
    Array,
    Table,
}

impl ValueType {
    const fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(_) => Self::Text,
            DeValue::Integer(_) => Self::Integer,
            DeValue::Float(_) => Self::Fraction,
            DeValue::Boolean(_) => Self::Truth,
            DeValue::Datetime(_) => Self::Moment,
            DeValue::Array(_) => Self::Array,
            DeValue::Table(_) => Self::Table,
        }
    }

    const fn names(self) -> FixedSentence {
        match self {
            Self::Text => ("文字列（\"…\"）", "text in quotation marks"),
            Self::Integer => ("整数", "a whole number"),
            Self::Fraction => ("小数", "a fraction"),
            Self::Truth => ("trueかfalse", "true or false"),
            Self::Moment => ("日付か時刻", "a date or time"),
            Self::Array => ("配列（[…]）", "an array"),
            Self::Table => ("表", "a table"),
        }
    }
}

pub(super) fn used_before(key: &str, value: &str, first: Position) -> Sentence {
    let value = quoted(value);
    (
        format!("「{key}」の「{value}」は{first}でも使われています。別のものにしてください。"),
        format!("\"{key}\" is \"{value}\", already used at {first}. Choose another."),
    )
}
