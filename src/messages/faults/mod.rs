//! What is wrong with files, in words. Each file of this folder has the sentences of one type of faults.

mod answers;
mod fields;
mod imports;
mod merges;
mod question_sets;
mod saved_files;
mod toml;

use crate::core::merge::MergeFault;
use crate::input::toml::SyntaxFault;
use crate::input::{
    AnswerFault, EncodingFault, Fault, FaultKind, FieldFault, ImportFault, Location, QuestionSetFault, Quoted,
    SavedFileFault,
};
use crate::text::clean;

/// The sentences about faults: what is wrong and what to do.
#[derive(Debug)]
pub struct Faults {
    /// Why assessments cannot be merged.
    pub merge: fn(&MergeFault) -> String,
    place: fn(&Location) -> String,
    after_place: &'static str,
    encoding: fn(EncodingFault) -> &'static str,
    syntax: fn(&SyntaxFault) -> String,
    field: fn(&FieldFault) -> String,
    answer: fn(&AnswerFault) -> String,
    question_set: fn(&QuestionSetFault) -> String,
    saved_file: fn(&SavedFileFault) -> String,
    import: fn(&ImportFault) -> String,
    bad_setting: fn(&Quoted) -> String,
    unknown_setting: fn(&Quoted) -> String,
    unreadable: &'static str,
    more: &'static str,
}

impl Faults {
    /// What is wrong and what to do, without the place.
    pub fn sentence(&self, fault: &Fault) -> String {
        self.of_kind(&fault.kind)
    }

    /// What is wrong and what to do.
    pub fn of_kind(&self, kind: &FaultKind) -> String {
        match kind {
            FaultKind::Encoding(fault) => (self.encoding)(*fault).to_owned(),
            FaultKind::Syntax(fault) => (self.syntax)(fault),
            FaultKind::Field(fault) => (self.field)(fault),
            FaultKind::Answer(fault) => (self.answer)(fault),
            FaultKind::QuestionSet(fault) => (self.question_set)(fault),
            FaultKind::SavedFile(fault) => (self.saved_file)(fault),
            FaultKind::Import(fault) => (self.import)(fault),
            FaultKind::BadSetting(key) => (self.bad_setting)(key),
            FaultKind::UnknownSetting(key) => (self.unknown_setting)(key),
            FaultKind::Unreadable => self.unreadable.to_owned(),
            FaultKind::More => self.more.to_owned(),
        }
    }

    /// The sentence after the place, if there is one: `4:11: …`, `line 3, column id: …`.
    pub fn with_place(&self, fault: &Fault) -> String {
        let sentence = self.sentence(fault);
        match &fault.location {
            Location::File => sentence,
            Location::Position(position) => format!("{position}: {sentence}"),
            location => format!("{}{}{sentence}", (self.place)(location), self.after_place),
        }
    }

    /// The sentence after file and place: `file:4:11: …`, as compilers write it, or `file: line 3, column id: …`.
    pub fn in_file(&self, file: &str, fault: &Fault) -> String {
        let separator = if matches!(fault.location, Location::Position(_)) { ":" } else { ": " };
        format!("{}{separator}{}", clean(file), self.with_place(fault))
    }
}

/// Japanese.
pub const JA: Faults = Faults {
    merge: merges::ja,
    place: place_ja,
    after_place: "：",
    encoding: encoding_ja,
    syntax: toml::ja,
    field: fields::ja,
    answer: answers::ja,
    question_set: question_sets::ja,
    saved_file: saved_files::ja,
    import: imports::ja,
    bad_setting: |key| format!("「{key}」の値が正しくないため、無視します。直してください。"),
    unknown_setting: |key| format!("「{key}」という設定はないため、無視します。消してください。"),
    unreadable: "ファイルの内容を読み取れません。ファイルを確かめてください。",
    more: "誤りはこのほかにもあります。まず上の誤りを直してください。",
};

/// English.
pub const EN: Faults = Faults {
    merge: merges::en,
    place: place_en,
    after_place: ": ",
    encoding: encoding_en,
    syntax: toml::en,
    field: fields::en,
    answer: answers::en,
    question_set: question_sets::en,
    saved_file: saved_files::en,
    import: imports::en,
    bad_setting: |key| format!("The value of \"{key}\" is not valid and is ignored. Correct it."),
    unknown_setting: |key| format!("There is no setting \"{key}\"; it is ignored. Remove it."),
    unreadable: "The file cannot be read. Check that it is the right one.",
    more: "There are more faults than these. Correct the ones above first.",
};

fn place_ja(location: &Location) -> String {
    match location {
        Location::File => String::new(),
        Location::Position(position) => position.to_string(),
        Location::Row { line, column: None } => format!("{line}行目"),
        Location::Row { line, column: Some(column) } => format!("{line}行目の{column}列"),
        Location::Cell { sheet, row, column: None } => format!("「{sheet}」シートの{row}行目"),
        Location::Cell { sheet, row, column: Some(column) } => format!("「{sheet}」シートの{column}{row}"),
        Location::Field(path) => path.to_string(),
    }
}

fn place_en(location: &Location) -> String {
    match location {
        Location::File => String::new(),
        Location::Position(position) => position.to_string(),
        Location::Row { line, column: None } => format!("line {line}"),
        Location::Row { line, column: Some(column) } => format!("line {line}, column {column}"),
        Location::Cell { sheet, row, column: None } => format!("sheet \"{sheet}\", row {row}"),
        Location::Cell { sheet, row, column: Some(column) } => format!("sheet \"{sheet}\", cell {column}{row}"),
        Location::Field(path) => path.to_string(),
    }
}

const fn encoding_ja(fault: EncodingFault) -> &'static str {
    match fault {
        EncodingFault::Empty => "ファイルに何も書かれていません。ファイルを確かめてください。",
        EncodingFault::Utf16 => "文字コードがUTF-16です。UTF-8で保存し直してください。",
        EncodingFault::Nul => {
            "NUL文字（文字コード0）が入っています。テキストファイルであれば、その文字を消してください。"
        }
        EncodingFault::NotUtf8 => {
            "UTF-8ではない文字があります（Shift_JISなど別の文字コードかもしれません）。UTF-8で保存し直してください。"
        }
        EncodingFault::NotUtf8OrShiftJis => {
            "文字コードがUTF-8でもShift_JISでもありません。UTF-8で保存し直してください。"
        }
        EncodingFault::BareCarriageReturn => {
            "改行がCRだけになっています。行の終わりをLFかCRLFにして保存し直してください。"
        }
    }
}

const fn encoding_en(fault: EncodingFault) -> &'static str {
    match fault {
        EncodingFault::Empty => "The file has no content. Check that it is the right one.",
        EncodingFault::Utf16 => "The encoding is UTF-16. Save the file as UTF-8.",
        EncodingFault::Nul => "There is a NUL character (code 0). If this is a text file, remove the character.",
        EncodingFault::NotUtf8 => {
            "The encoding is not UTF-8 (perhaps it is Shift_JIS or another one). Save the file as UTF-8."
        }
        EncodingFault::NotUtf8OrShiftJis => "The encoding is neither UTF-8 nor Shift_JIS. Save the file as UTF-8.",
        EncodingFault::BareCarriageReturn => {
            "A line ends in a carriage return alone. Save the file with LF or CRLF line ends."
        }
    }
}

/// Several names in one sentence.
fn list<Name: AsRef<str>>(names: impl IntoIterator<Item = Name>, separator: &str) -> String {
    let mut list = String::new();
    for name in names {
        if !list.is_empty() {
            list.push_str(separator);
        }
        list.push_str(name.as_ref());
    }
    list
}

#[cfg(test)]
mod tests;
