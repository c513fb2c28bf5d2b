//! What the system said, in words that a person can act on.

use std::io::{Error, ErrorKind};

/// Why the system refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    kind: ErrorKind,
    text: String,
}

impl Cause {
    /// The cause of an error.
    pub fn of(error: &Error) -> Self {
        Self { kind: error.kind(), text: error.to_string() }
    }

    /// What kind of error it was.
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The cause in Japanese and English.
    pub(super) fn names(&self) -> (String, String) {
        let (ja, en) = match self.kind {
            ErrorKind::StorageFull => ("ディスクの空きがありません", "the disk is full"),
            ErrorKind::QuotaExceeded => ("割り当て容量を使い切りました", "the disk quota is used up"),
            ErrorKind::FileTooLarge => ("ファイルの大きさの制限を超えました", "the limit on file sizes is reached"),
            ErrorKind::PermissionDenied => ("権限がありません", "permission denied"),
            ErrorKind::ReadOnlyFilesystem => ("書き込みできないディスクです", "the disk is read-only"),
            ErrorKind::NotFound => ("見つかりません", "not found"),
            ErrorKind::NotADirectory => ("途中にフォルダーでないものがあります", "a part of the path is not a folder"),
            ErrorKind::InvalidFilename => ("名前が長すぎるか、使えない名前です", "the name is too long or not allowed"),
            ErrorKind::InvalidInput => ("使えない名前です", "the name is not allowed"),
            _ => return (self.text.clone(), self.text.clone()),
        };
        (ja.to_owned(), en.to_owned())
    }

    /// What to do about it, in Japanese and English.
    pub(super) const fn remedy(&self) -> (&'static str, &'static str) {
        match self.kind {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                ("空きを作ってください。", "make room.")
            }
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                ("権限を確かめるか、別の場所を指定してください。", "check the permissions or name another place.")
            }
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename | ErrorKind::InvalidInput => {
                ("場所と名前を確かめてください。", "check the place and the name.")
            }
            _ => ("ディスクと接続を確かめてください。", "check the disk and its connection."),
        }
    }
}
