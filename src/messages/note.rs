//! The note of an answer.

/// Sentences of the note screen.
#[derive(Debug)]
pub struct Note {
    /// Title.
    pub title: &'static str,
    /// Label of the note.
    pub note: &'static str,
    /// Label of the evidence line.
    pub evidence: &'static str,
    /// What evidence means.
    pub evidence_hint: &'static str,
}

/// Japanese.
pub const JA: Note =
    Note {
        title: "メモ", note: "メモ", evidence: "確認できるもの", evidence_hint: "書類やファイルの場所、担当者など"
    };

/// English.
pub const EN: Note = Note {
    title: "Note",
    note: "Note",
    evidence: "Evidence",
    evidence_hint: "where the proof is: a file, a place, a person",
};
