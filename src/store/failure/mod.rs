//! What can go wrong with files and folders, told in both languages with what to do about it.

mod cause;

use std::fmt;
use std::path::{Path, PathBuf};

pub use cause::Cause;

use super::read::MAX_FILE_SIZE;
use crate::core::language::Language;
use crate::input::{Fault, Quoted};
use crate::messages::messages;
use crate::text::clean;

/// One of the two folders of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// Where assessments are saved.
    Data,
    /// Where settings are remembered.
    Config,
}

/// What was being done when the system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Reading a file.
    Reading,
    /// Writing a file durably.
    Writing,
    /// Making a folder, or making it private.
    MakingFolder,
    /// Reading the names in a folder.
    Listing,
    /// Taking the lock of a file.
    Locking,
    /// Keeping a version aside that another program wrote.
    KeepingAside,
    /// Deleting a file.
    Deleting,
}

/// What stands where a regular file is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRegular {
    /// A folder.
    Folder,
    /// A named pipe.
    Fifo,
    /// A socket.
    Socket,
    /// A device.
    Device,
    /// Anything else.
    Other,
}

/// Who holds a lock, as the lock file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Number of the process.
    pub process: u32,
    /// Since when, as `2026-11-22 10:00:00`.
    pub since: String,
}

/// Why a saved file could not be found, read, written or deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// Neither an option, nor a variable, nor the system says where the folder is.
    NoFolder(Folder),
    /// A file stands where a folder is needed.
    NotAFolder(PathBuf),
    /// The system refused.
    System {
        /// What was being done.
        operation: Operation,
        /// With which file or folder.
        path: PathBuf,
        /// What the system said.
        cause: Cause,
    },
    /// Not a regular file.
    NotAFile(PathBuf, NotRegular),
    /// A symbolic link to nothing.
    DanglingLink(PathBuf),
    /// Symbolic links that lead in a circle.
    LinkLoop(PathBuf),
    /// A file beyond [`MAX_FILE_SIZE`].
    TooLarge(PathBuf),
    /// An assessment that would become a file beyond [`MAX_FILE_SIZE`], which could not be read again.
    TooLargeToSave(PathBuf),
    /// The file itself must not be written.
    ReadOnly(PathBuf),
    /// The file is not what it should be; at least one fault.
    Broken(PathBuf, Vec<Fault>),
    /// There is no saved assessment at all.
    NothingSaved,
    /// Nothing has that name; names that are near.
    NotFound(String, Vec<String>),
    /// Several ids begin like that: which ones.
    Ambiguous(String, Vec<String>),
    /// A file among the saved ones whose name cannot be an id.
    BadName(PathBuf),
    /// Another process has the file open.
    InUse(PathBuf, Option<Holder>),
    /// Something is there already where a report would go.
    Exists(PathBuf),
    /// The disk did not answer in time, so that the last change may not be saved.
    NotFinished(PathBuf),
}

impl StoreError {
    /// What the system said while something was done with a path.
    pub fn system(operation: Operation, path: &Path, error: &std::io::Error) -> Self {
        Self::System { operation, path: path.to_owned(), cause: Cause::of(error) }
    }

    /// What is wrong, with which file, and what to do, in one line that is fit to be shown.
    pub fn sentence(&self, language: Language) -> String {
        if let Self::Broken(_, faults) = self {
            let first = self.sentences(language).into_iter().next().unwrap_or_default();
            return match (faults.len(), language) {
                (0 | 1, _) => first,
                (count, Language::Ja) => format!("{first}（ほかに{}件）", count - 1),
                (count, Language::En) => format!("{first} (and {} more)", count - 1),
            };
        }
        let (ja, en) = self.both();
        match language {
            Language::Ja => ja,
            Language::En => en,
        }
    }

    /// The same, one line for each fault of a broken file: `file:line:column: sentence`.
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let Self::Broken(path, faults) = self else { return vec![self.sentence(language)] };
        let (path, words) = (path.to_string_lossy(), &messages(language).faults);
        faults.iter().map(|fault| words.in_file(&path, fault)).collect()
    }

    fn both(&self) -> (String, String) {
        match self {
            Self::NoFolder(folder) => no_folder(*folder),
            Self::NotAFolder(path) => about(
                path,
                "フォルダーが必要な場所にファイルがあります。ファイルを移すか、別の場所を指定してください。",
                "a file stands where a folder is needed; move it away or name another place.",
            ),
            Self::System { operation, path, cause } => system(*operation, path, cause),
            Self::NotAFile(path, found) => {
                let (ja, en) = found.names();
                about(
                    path,
                    &format!("通常のファイルではありません（{ja}）。ファイルを指定してください。"),
                    &format!("this is {en}, not a regular file; name a file."),
                )
            }
            Self::DanglingLink(path) => about(
                path,
                "リンク先のファイルがありません。リンクを直してください。",
                "the link leads to nothing; correct the link.",
            ),
            Self::LinkLoop(path) => about(
                path,
                "リンクが循環しています。リンクを直してください。",
                "the links lead in a circle; correct them.",
            ),
            Self::TooLarge(path) => about(
                path,
                &format!("大きすぎます（上限は{}MiB）。正しいファイルか確かめてください。", MAX_FILE_SIZE >> 20),
                &format!("too large (the limit is {} MiB); check that it is the right file.", MAX_FILE_SIZE >> 20),
            ),
            Self::TooLargeToSave(path) => about(
                path,
                &format!("大きすぎて保存できません（上限は{}MiB）。メモを短くしてください。", MAX_FILE_SIZE >> 20),
                &format!("too large to be saved (the limit is {} MiB); shorten the notes.", MAX_FILE_SIZE >> 20),
            ),
            Self::ReadOnly(path) => about(
                path,
                "読み取り専用です。書き込めるようにしてください。",
                "the file is read-only; make it writable.",
            ),
            // Told by `sentences`, one line for each fault.
            Self::Broken(path, _) => about(path, "読めません。", "cannot be read."),
            Self::NothingSaved => (
                "保存した診断はまだありません。「hoshitori start」で始めてください。".to_owned(),
                "nothing is saved yet; begin with \"hoshitori start\".".to_owned(),
            ),
            Self::NotFound(wanted, near) => not_found(wanted, near),
            Self::Ambiguous(wanted, candidates) => {
                let (wanted, candidates) = (Quoted::new(wanted), list(candidates));
                (
                    format!("「{wanted}」で始まる診断がいくつもあります（{candidates}）。続きも入力してください。"),
                    format!("several assessments begin with \"{wanted}\" ({candidates}); type more of the id."),
                )
            }
            Self::BadName(path) => about(
                path,
                "使えないファイル名です。半角の英数字だけの名前に変えてください。",
                "the file cannot go by this name; rename it to letters and digits.",
            ),
            Self::InUse(path, holder) => in_use(path, holder.as_ref()),
            Self::Exists(path) => about(
                path,
                "すでにあります。別の名前を指定するか、--forceを付けてください。",
                "it is there already; name another file or add --force.",
            ),
            Self::NotFinished(path) => about(
                path,
                "ディスクの応答がなく、最後の変更を保存できたか分かりません。開き直して確かめてください。",
                "the disk did not answer in time, the last change may not be saved; open it again and check.",
            ),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for StoreError {}

impl NotRegular {
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Folder => ("フォルダー", "a folder"),
            Self::Fifo => ("名前付きパイプ", "a named pipe"),
            Self::Socket => ("ソケット", "a socket"),
            Self::Device => ("デバイス", "a device"),
            Self::Other => ("特殊なファイル", "a special file"),
        }
    }
}

fn no_folder(folder: Folder) -> (String, String) {
    match folder {
        Folder::Data => (
            "保存先のフォルダーが分かりません。--data-dirかHOSHITORI_DATA_DIRで指定してください。".to_owned(),
            "no folder to save in is known; name one with --data-dir or HOSHITORI_DATA_DIR.".to_owned(),
        ),
        Folder::Config => (
            "設定のフォルダーが分かりません。HOSHITORI_CONFIG_DIRで指定してください。".to_owned(),
            "no folder for settings is known; name one with HOSHITORI_CONFIG_DIR.".to_owned(),
        ),
    }
}

fn system(operation: Operation, path: &Path, cause: &Cause) -> (String, String) {
    let (doing_ja, doing_en) = match operation {
        Operation::Reading => ("読めません", "cannot be read"),
        Operation::Writing => ("保存できません", "cannot be saved"),
        Operation::MakingFolder => ("フォルダーを作れません", "the folder cannot be made"),
        Operation::Listing => ("フォルダーの中身を読めません", "the folder cannot be read"),
        Operation::Locking => ("編集用に開けません", "cannot be opened for changes"),
        Operation::KeepingAside => {
            ("ほかのプログラムが書いた版を取り置けません", "the version of another program cannot be kept aside")
        }
        Operation::Deleting => ("削除できません", "cannot be deleted"),
    };
    let (cause_ja, cause_en) = cause.names();
    let (todo_ja, todo_en) = cause.remedy();
    about(path, &format!("{doing_ja}（{cause_ja}）。{todo_ja}"), &format!("{doing_en} ({cause_en}); {todo_en}"))
}

fn not_found(wanted: &str, near: &[String]) -> (String, String) {
    let wanted = Quoted::new(wanted);
    if near.is_empty() {
        return (
            format!("「{wanted}」という診断はありません。「hoshitori list」で確かめてください。"),
            format!("there is no assessment \"{wanted}\"; see \"hoshitori list\"."),
        );
    }
    let near = list(near);
    (
        format!("「{wanted}」という診断はありません。近いもの: {near}。「hoshitori list」で確かめてください。"),
        format!("there is no assessment \"{wanted}\"; did you mean {near}? See \"hoshitori list\"."),
    )
}

fn in_use(path: &Path, holder: Option<&Holder>) -> (String, String) {
    match holder {
        Some(Holder { process, since }) => {
            let since = clean(since);
            about(
                path,
                &format!(
                    "別のhoshitori（プロセス{process}、{since}から）が開いています。そちらを閉じてからやり直してください。"
                ),
                &format!("another hoshitori (process {process}, since {since}) has it open; close that one first."),
            )
        }
        None => about(
            path,
            "別のhoshitoriが開いています。そちらを閉じてからやり直してください。",
            "another hoshitori has it open; close that one first.",
        ),
    }
}

fn about(path: &Path, ja: &str, en: &str) -> (String, String) {
    let path = shown(path);
    (format!("{path}: {ja}"), format!("{path}: {en}"))
}

/// A path as sentences show it: nothing in it can steer the terminal.
pub fn shown(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
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
