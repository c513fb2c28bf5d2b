//! What can be wrong with one kind of file only: question files, saved files, files to be imported.

use super::{Position, Quoted};

/// The lower or the upper limit of a band of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The lower one.
    Min,
    /// The upper one.
    Max,
}

/// What one language version of a question set says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionValue {
    /// The file.
    pub file: Quoted,
    /// What it says.
    pub value: Quoted,
}

/// What makes a question set contradict itself or its other language version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionSetFault {
    /// A key of the other kind of set.
    OtherKind {
        /// The key.
        key: &'static str,
        /// The kind of sets that have it.
        owner: &'static str,
        /// The kind of this set.
        kind: &'static str,
    },
    /// A checklist in which no choice counts.
    NoChoiceCounts,
    /// A diagnosis in which all choices are worth the same.
    EqualPoints,
    /// A question refers to a part that is not there.
    UnknownPart {
        /// The key that refers to it.
        key: &'static str,
        /// The id that is none.
        id: Quoted,
        /// The table that lacks it.
        table: &'static str,
    },
    /// A part without questions.
    UnusedPart {
        /// Its id.
        id: Quoted,
        /// Its table.
        table: &'static str,
    },
    /// A band that ends below its beginning.
    ReversedBand {
        /// Its lower limit.
        min: i32,
        /// Its upper limit.
        max: i32,
    },
    /// A band that shares points with an earlier one.
    OverlappingBand {
        /// Where the earlier one is.
        other: Position,
        /// The lower limit of the earlier one.
        min: i32,
        /// The upper limit of the earlier one.
        max: i32,
    },
    /// Points that are in no band.
    Gap {
        /// The lowest of them.
        from: i32,
        /// The highest of them.
        to: i32,
    },
    /// The outermost band ends elsewhere than the totals that can occur.
    WrongEnd {
        /// Which end.
        limit: Limit,
        /// The limit of the band.
        found: i32,
        /// The lowest total that can occur.
        lowest: i32,
        /// The highest total that can occur.
        highest: i32,
    },
    /// A value differs between two language versions.
    VersionsDiffer {
        /// The key.
        key: &'static str,
        /// The id of the part that has it; empty for the set itself.
        of: Quoted,
        /// Both versions and their values.
        versions: Box<[VersionValue; 2]>,
    },
    /// A part is in one language version only.
    MissingInVersion {
        /// The table.
        table: &'static str,
        /// The id of the part.
        id: Quoted,
        /// The file that has it.
        has: Quoted,
        /// The file that lacks it.
        lacks: Quoted,
    },
    /// The parts of two language versions stand in different order.
    OrderDiffers {
        /// The table.
        table: &'static str,
        /// Both versions and their ids in the first place where they differ.
        versions: Box<[VersionValue; 2]>,
    },
}

/// What makes a saved file another than the program wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedFileFault {
    /// It does not say its schema.
    NoSchema,
    /// Its schema is no number from 1.
    BadSchema {
        /// The newest one.
        newest: i64,
    },
    /// Its end is missing.
    Cut,
    /// It holds fewer answers than it says.
    FewAnswers {
        /// How many it says.
        wanted: usize,
        /// How many it holds.
        found: usize,
    },
    /// Its id cannot be one.
    BadId,
    /// The outline of a question set is not laid out as one.
    OutlineUnreadable,
    /// The outline of a question set cannot be answered and scored.
    OutlineWrong(OutlineFault),
}

/// What makes the outline of a question set unfit to be answered and scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutlineFault {
    /// It has no questions, or too many.
    QuestionCount,
    /// It has no choices, or too many.
    ChoiceCount,
    /// An id is there twice.
    Twice(Quoted),
    /// A choice with an unknown tone, or with points out of range.
    Choice(Quoted),
    /// A question of a category that is not there.
    Category(Quoted),
}

/// What makes a file unfit to be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// The file is too large.
    TooLarge {
        /// The largest size that is read, in MB.
        limit: usize,
    },
    /// A workbook whose parts are too large once unpacked.
    WorkbookTooLarge {
        /// The largest size that is read, in MB.
        limit: u64,
    },
    /// It is not a workbook.
    NotAWorkbook,
    /// It is not JSON, or no document.
    NotJson,
    /// An object of JSON has the same key twice.
    DuplicateField,
    /// A document of another schema.
    OtherSchema {
        /// The schema that is read.
        schema: u32,
    },
    /// A document is not what `aggregate --json` writes.
    NotStatistics,
    /// The quartiles of statistics are not ascending.
    UnorderedQuartiles,
    /// A row is not one of a table.
    NotATable,
    /// A line is no flat assessment, as `export --format jsonl` writes them.
    NotAFlatLine {
        /// The column at which reading stopped, from 1, in bytes.
        column: usize,
    },
    /// A line has no end within the limit.
    LineTooLong {
        /// The longest line that is read, in MiB.
        limit: u64,
    },
    /// A table has too many rows.
    TooManyRows {
        /// The most that are read.
        limit: usize,
    },
    /// No table of answers is in the file.
    NoAnswers,
    /// The name of the organisation is missing.
    NoOrganization,
    /// A row does not name its question set.
    NoSet {
        /// The names of all sets.
        known: Vec<Quoted>,
    },
    /// Answers to two sets of the same kind.
    SameKind {
        /// Id of one set.
        one: Quoted,
        /// Id of the other.
        other: Quoted,
    },
    /// An entry is there twice.
    Twice {
        /// Its name.
        name: Quoted,
    },
}
