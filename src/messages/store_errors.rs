//! What goes wrong with files and folders, and what to do about it.

use std::fmt;
use std::io::ErrorKind;
use std::path::Path;

use super::messages;
use crate::core::language::Language;
use crate::input::{Fault, Quoted};
use crate::store::failure::{Cause, Folder, Holder, NotRegular, Operation, StoreError, shown};
use crate::store::read::MAX_FILE_SIZE;
use crate::text::clean;

/// Sentences about errors of the store.
#[derive(Debug)]
pub struct StoreErrors {
    /// The whole sentence, except of a broken file, whose faults have sentences of their own.
    pub sentence: fn(&StoreError) -> String,
    /// A broken file has so many faults beside the one that was just named; above 0.
    pub further_faults: fn(usize) -> String,
}

/// The largest file that is read, in MiB.
const LIMIT: u64 = MAX_FILE_SIZE >> 20;

/// Japanese.
pub const JA: StoreErrors =
    StoreErrors { sentence: japanese::sentence, further_faults: |count| format!("（ほかに{count}件）") };

/// English.
pub const EN: StoreErrors =
    StoreErrors { sentence: english::sentence, further_faults: |count| format!(" (and {count} more)") };

mod japanese {
    use super::{
        Cause, ErrorKind, Folder, Holder, LIMIT, NotRegular, Operation, Quoted, StoreError, about, clean, list,
    };

    pub(super) fn sentence(error: &StoreError) -> String {
        match error {
            StoreError::NoFolder(Folder::Data) => {
                "保存先のフォルダーが分かりません。--data-dirかHOSHITORI_DATA_DIRで指定してください。".to_owned()
            }
            StoreError::NoFolder(Folder::Config) => {
                "設定のフォルダーが分かりません。HOSHITORI_CONFIG_DIRで指定してください。".to_owned()
            }
            StoreError::NotAFolder(path) => about(
                path,
                "フォルダーが必要な場所にファイルがあります。ファイルを移すか、別の場所を指定してください。",
            ),
            StoreError::System { operation, path, cause } => {
                about(path, &format!("{}（{}）。{}", failed(*operation), reason(cause), remedy(cause.kind())))
            }
            StoreError::NotAFile(path, found) => {
                about(path, &format!("通常のファイルではありません（{}）。ファイルを指定してください。", thing(*found)))
            }
            StoreError::InTheWay(path, found) => {
                about(path, &format!("ファイルの場所に{}があります。移すか、名前を変えてください。", thing(*found)))
            }
            StoreError::DanglingLink(path) => about(path, "リンク先のファイルがありません。リンクを直してください。"),
            StoreError::LinkLoop(path) => about(path, "リンクが循環しています。リンクを直してください。"),
            StoreError::TooLarge(path) => {
                about(path, &format!("大きすぎます（上限は{LIMIT}MiB）。正しいファイルか確かめてください。"))
            }
            StoreError::TooLargeToSave(path) => {
                about(path, &format!("大きすぎて保存できません（上限は{LIMIT}MiB）。メモを短くしてください。"))
            }
            StoreError::ReadOnly(path) => about(path, "読み取り専用です。書き込めるようにしてください。"),
            StoreError::Broken(path, _) => about(path, "読めません。"),
            StoreError::NothingSaved => {
                "保存した診断はまだありません。「hoshitori start」で始めてください。".to_owned()
            }
            StoreError::NotFound(wanted, near) => {
                let wanted = Quoted::new(wanted);
                let near = if near.is_empty() { String::new() } else { format!("近いもの: {}。", list(near)) };
                format!("「{wanted}」という診断はありません。{near}「hoshitori list」で確かめてください。")
            }
            StoreError::Ambiguous(wanted, candidates) => {
                let (wanted, candidates) = (Quoted::new(wanted), list(candidates));
                format!("「{wanted}」で始まる診断がいくつもあります（{candidates}）。続きも入力してください。")
            }
            StoreError::BadName(path) => {
                about(path, "使えないファイル名です。半角の英数字だけの名前に変えてください。")
            }
            StoreError::InUse(path, holder) => {
                let holder = holder
                    .as_ref()
                    .map(|Holder { process, since }| format!("（プロセス{process}、{}から）", clean(since)));
                let holder = holder.unwrap_or_default();
                about(path, &format!("別のhoshitori{holder}が開いています。そちらを閉じてからやり直してください。"))
            }
            StoreError::Exists(path) => about(path, "すでにあります。別の名前を指定するか、--forceを付けてください。"),
            StoreError::NotFinished(path) => {
                about(path, "ディスクの応答がなく、最後の変更を保存できたか分かりません。開き直して確かめてください。")
            }
        }
    }

    fn failed(operation: Operation) -> &'static str {
        match operation {
            Operation::Reading => "読めません",
            Operation::Writing => "保存できません",
            Operation::MakingFolder => "フォルダーを作れません",
            Operation::Listing => "フォルダーの中身を読めません",
            Operation::Locking => "編集用に開けません",
            Operation::KeepingAside => "ほかのプログラムが書いた版を取り置けません",
            Operation::Deleting => "削除できません",
        }
    }

    fn reason(cause: &Cause) -> &str {
        match cause.kind() {
            ErrorKind::StorageFull => "ディスクの空きがありません",
            ErrorKind::QuotaExceeded => "割り当て容量を使い切りました",
            ErrorKind::FileTooLarge => "ファイルの大きさの制限を超えました",
            ErrorKind::PermissionDenied => "権限がありません",
            ErrorKind::ReadOnlyFilesystem => "書き込みできないディスクです",
            ErrorKind::ResourceBusy => "ほかのプログラムが開いています",
            ErrorKind::NotFound => "見つかりません",
            ErrorKind::NotADirectory => "途中にフォルダーでないものがあります",
            ErrorKind::InvalidFilename => "名前が長すぎるか、使えない名前です",
            ErrorKind::InvalidInput => "使えない名前です",
            _ => cause.text(),
        }
    }

    fn remedy(kind: ErrorKind) -> &'static str {
        match kind {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "空きを作ってください。",
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                "権限を確かめるか、別の場所を指定してください。"
            }
            ErrorKind::ResourceBusy => "Excelなど、開いているプログラムで閉じてください。",
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename | ErrorKind::InvalidInput => {
                "場所と名前を確かめてください。"
            }
            _ => "ディスクと接続を確かめてください。",
        }
    }

    fn thing(found: NotRegular) -> &'static str {
        match found {
            NotRegular::Folder => "フォルダー",
            NotRegular::Fifo => "名前付きパイプ",
            NotRegular::Socket => "ソケット",
            NotRegular::Device => "デバイス",
            NotRegular::Other => "特殊なファイル",
        }
    }
}

mod english {
    use super::{
        Cause, ErrorKind, Folder, Holder, LIMIT, NotRegular, Operation, Quoted, StoreError, about, clean, list,
    };

    pub(super) fn sentence(error: &StoreError) -> String {
        match error {
            StoreError::NoFolder(Folder::Data) => {
                "no folder to save in is known; name one with --data-dir or HOSHITORI_DATA_DIR.".to_owned()
            }
            StoreError::NoFolder(Folder::Config) => {
                "no folder for settings is known; name one with HOSHITORI_CONFIG_DIR.".to_owned()
            }
            StoreError::NotAFolder(path) => {
                about(path, "a file stands where a folder is needed; move it away or name another place.")
            }
            StoreError::System { operation, path, cause } => {
                about(path, &format!("{} ({}); {}", failed(*operation), reason(cause), remedy(cause.kind())))
            }
            StoreError::NotAFile(path, found) => {
                about(path, &format!("this is {}, not a regular file; name a file.", thing(*found)))
            }
            StoreError::InTheWay(path, found) => {
                about(path, &format!("{} is where the file should be; move it away or rename it.", thing(*found)))
            }
            StoreError::DanglingLink(path) => about(path, "the link leads to nothing; correct the link."),
            StoreError::LinkLoop(path) => about(path, "the links lead in a circle; correct them."),
            StoreError::TooLarge(path) => {
                about(path, &format!("too large (the limit is {LIMIT} MiB); check that it is the right file."))
            }
            StoreError::TooLargeToSave(path) => {
                about(path, &format!("too large to be saved (the limit is {LIMIT} MiB); shorten the notes."))
            }
            StoreError::ReadOnly(path) => about(path, "the file is read-only; make it writable."),
            StoreError::Broken(path, _) => about(path, "cannot be read."),
            StoreError::NothingSaved => "nothing is saved yet; begin with \"hoshitori start\".".to_owned(),
            StoreError::NotFound(wanted, near) if near.is_empty() => {
                format!("there is no assessment \"{}\"; see \"hoshitori list\".", Quoted::new(wanted))
            }
            StoreError::NotFound(wanted, near) => {
                let (wanted, near) = (Quoted::new(wanted), list(near));
                format!("there is no assessment \"{wanted}\"; did you mean {near}? See \"hoshitori list\".")
            }
            StoreError::Ambiguous(wanted, candidates) => {
                let (wanted, candidates) = (Quoted::new(wanted), list(candidates));
                format!("several assessments begin with \"{wanted}\" ({candidates}); type more of the id.")
            }
            StoreError::BadName(path) => {
                about(path, "the file cannot go by this name; rename it to letters and digits.")
            }
            StoreError::InUse(path, holder) => {
                let holder = holder
                    .as_ref()
                    .map(|Holder { process, since }| format!(" (process {process}, since {})", clean(since)));
                let holder = holder.unwrap_or_default();
                about(path, &format!("another hoshitori{holder} has it open; close that one first."))
            }
            StoreError::Exists(path) => about(path, "it is there already; name another file or add --force."),
            StoreError::NotFinished(path) => about(
                path,
                "the disk did not answer in time, the last change may not be saved; open it again and check.",
            ),
        }
    }

    fn failed(operation: Operation) -> &'static str {
        match operation {
            Operation::Reading => "cannot be read",
            Operation::Writing => "cannot be saved",
            Operation::MakingFolder => "the folder cannot be made",
            Operation::Listing => "the folder cannot be read",
            Operation::Locking => "cannot be opened for changes",
            Operation::KeepingAside => "the version of another program cannot be kept aside",
            Operation::Deleting => "cannot be deleted",
        }
    }

    fn reason(cause: &Cause) -> &str {
        match cause.kind() {
            ErrorKind::StorageFull => "the disk is full",
            ErrorKind::QuotaExceeded => "the disk quota is used up",
            ErrorKind::FileTooLarge => "the limit on file sizes is reached",
            ErrorKind::PermissionDenied => "permission denied",
            ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
            ErrorKind::ResourceBusy => "another program has it open",
            ErrorKind::NotFound => "not found",
            ErrorKind::NotADirectory => "a part of the path is not a folder",
            ErrorKind::InvalidFilename => "the name is too long or not allowed",
            ErrorKind::InvalidInput => "the name is not allowed",
            _ => cause.text(),
        }
    }

    fn remedy(kind: ErrorKind) -> &'static str {
        match kind {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "make room.",
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                "check the permissions or name another place."
            }
            ErrorKind::ResourceBusy => "close it there, in Excel for example.",
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename | ErrorKind::InvalidInput => {
                "check the place and the name."
            }
            _ => "check the disk and its connection.",
        }
    }

    fn thing(found: NotRegular) -> &'static str {
        match found {
            NotRegular::Folder => "a folder",
            NotRegular::Fifo => "a named pipe",
            NotRegular::Socket => "a socket",
            NotRegular::Device => "a device",
            NotRegular::Other => "a special file",
        }
    }
}

impl StoreError {
    /// What is wrong, with which file, and what to do, in one line that is fit to be shown.
    pub fn sentence(&self, language: Language) -> String {
        let words = &messages(language).store_errors;
        let Self::Broken(path, faults) = self else { return (words.sentence)(self) };
        match faults.as_slice() {
            [] => (words.sentence)(self),
            [only] => located(path, only, language),
            [first, further @ ..] => located(path, first, language) + &(words.further_faults)(further.len()),
        }
    }

    /// The same, one line for each fault of a broken file: `file:line:column: sentence`.
    pub fn sentences(&self, language: Language) -> Vec<String> {
        match self {
            Self::Broken(path, faults) if !faults.is_empty() => {
                faults.iter().map(|fault| located(path, fault, language)).collect()
            }
            _ => vec![self.sentence(language)],
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence(Language::En))
    }
}

fn located(path: &Path, fault: &Fault, language: Language) -> String {
    messages(language).faults.in_file(&path.to_string_lossy(), fault)
}

fn about(path: &Path, sentence: &str) -> String {
    format!("{}: {sentence}", shown(path))
}

fn list(names: &[String]) -> String {
    const MAX_NAMES: usize = 5;
    let mut list =
        names.iter().take(MAX_NAMES).map(|name| Quoted::new(name).to_string()).collect::<Vec<_>>().join(", ");
    if names.len() > MAX_NAMES {
        list.push_str(", ...");
    }
    list
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::input::{FaultKind, Location, Position};

    #[test]
    fn a_broken_file_names_every_place() {
        let location = |line| Location::Position(Position { line, column: 3 });
        let fault = |line| Fault::new(location(line), FaultKind::Unreadable);
        let error = StoreError::Broken(PathBuf::from("a.toml"), vec![fault(1), fault(7)]);
        assert!(error.sentence(Language::En).starts_with("a.toml:1:3: The file cannot be read."));
        assert!(error.sentence(Language::En).ends_with("(and 1 more)"));
        let sentences = error.sentences(Language::Ja);
        assert!(sentences[0].starts_with("a.toml:1:3: ") && sentences[1].starts_with("a.toml:7:3: "), "{sentences:?}");
    }

    #[test]
    fn long_arguments_are_cut() {
        let error = StoreError::NotFound("x".repeat(100_000), Vec::new());
        assert!(error.sentence(Language::En).len() < 200);
    }
}
