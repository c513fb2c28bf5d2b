//! What can be wrong with a file, as types. The sentences are in [`crate::messages`].

use super::suggestion::nearest;
use super::toml::SyntaxFault;
use super::{ImportFault, Location, Position, QuestionSetFault, Quoted, SavedFileFault};

/// One fault of a file: where it is and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub location: Location,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Fault {
    /// A fault at a location.
    pub fn new(location: Location, kind: impl Into<FaultKind>) -> Self {
        Self { location, kind: kind.into() }
    }

    /// A fault of the file as a whole.
    pub fn of_file(kind: impl Into<FaultKind>) -> Self {
        Self::new(Location::File, kind)
    }

    /// Line and column, where the fault is in a text.
    pub const fn position(&self) -> Option<Position> {
        match self.location {
            Location::Position(position) => Some(position),
            _ => None,
        }
    }
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Its bytes are not the text that they should be.
    Encoding(EncodingFault),
    /// It is not TOML.
    Syntax(SyntaxFault),
    /// A key or a field is missing, unknown, or has a value that it cannot have.
    Field(FieldFault),
    /// An answer or a set does not fit the question sets that are available.
    Answer(AnswerFault),
    /// A question set contradicts itself or its other language version.
    QuestionSet(QuestionSetFault),
    /// It is not what the program saves.
    SavedFile(SavedFileFault),
    /// It is not what can be imported.
    Import(ImportFault),
    /// A setting has a value that it cannot have, and is ignored.
    BadSetting(Quoted),
    /// There is no such setting; it is ignored.
    UnknownSetting(Quoted),
    /// The contents cannot be read, for a reason that no other fault says.
    Unreadable,
    /// There are more faults than are listed.
    More,
}

/// Why bytes are not the text that they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingFault {
    /// There is nothing but blanks, or nothing but comments.
    Empty,
    /// UTF-16.
    Utf16,
    /// A NUL character.
    Nul,
    /// Neither UTF-8 nor anything that is recognised.
    NotUtf8,
    /// Neither UTF-8 nor `Shift_JIS`, where both are read.
    NotUtf8OrShiftJis,
    /// A carriage return without a line feed.
    BareCarriageReturn,
}

/// The type of a value, as far as people tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType {
    /// Text in quotation marks.
    Text,
    /// A whole number.
    Integer,
    /// A whole number from 0.
    Count,
    /// A number with a fraction.
    Fraction,
    /// Any number.
    Number,
    /// True or false.
    Boolean,
    /// A date without a time.
    Date,
    /// A date with a time and an offset from UTC.
    DateTime,
    /// A date, a time or both, as TOML has them.
    AnyDateTime,
    /// An array of any values.
    Array,
    /// A table of TOML.
    Table,
    /// An object of JSON.
    Object,
    /// Nothing.
    Null,
    /// The place at which an assessment is resumed, such as `diagnosis/1`.
    Place,
}

/// What is wrong with a key or a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldFault {
    /// It must be there.
    Missing {
        /// The key.
        key: Quoted,
    },
    /// No such key is known here.
    Unknown {
        /// The key.
        key: Quoted,
        /// The key that was probably meant.
        meant: Option<&'static str>,
    },
    /// The value is of another type.
    WrongType {
        /// The key.
        key: Quoted,
        /// The type that it must have.
        wanted: ValueType,
        /// The type that it has.
        found: ValueType,
    },
    /// A text that does not mean what it should, such as a date.
    Malformed {
        /// The key.
        key: Quoted,
        /// The text.
        found: Quoted,
        /// What it should mean.
        wanted: ValueType,
    },
    /// A heading in single brackets where there can be several.
    SingleTable {
        /// The key.
        key: Quoted,
    },
    /// A text without a word.
    Empty {
        /// The key.
        key: Quoted,
    },
    /// A text beyond its limit.
    TooLong {
        /// The key.
        key: Quoted,
        /// Its characters.
        length: usize,
        /// The most that it may have.
        limit: usize,
    },
    /// A character that no terminal is given.
    Unshowable {
        /// The key.
        key: Quoted,
        /// The character.
        character: char,
    },
    /// An id with other characters than a–z, 0–9 and `-`.
    BadId {
        /// The key.
        key: Quoted,
        /// The id.
        id: Quoted,
    },
    /// A number outside its range.
    OutOfRange {
        /// The key.
        key: Quoted,
        /// The lowest number allowed.
        min: i64,
        /// The highest number allowed.
        max: i64,
    },
    /// None of the words that may stand there.
    NotOneOf {
        /// The key.
        key: Quoted,
        /// The word.
        found: Quoted,
        /// The words that may stand there.
        words: Box<[&'static str]>,
        /// The word that was probably meant.
        meant: Option<&'static str>,
    },
    /// Fewer of them than there must be.
    TooFew {
        /// The key.
        key: Quoted,
        /// The fewest allowed.
        min: usize,
    },
    /// More of them than there may be.
    TooMany {
        /// The key.
        key: Quoted,
        /// How many there are.
        found: usize,
        /// The most allowed.
        max: usize,
    },
    /// A value that must differ, but is used twice.
    UsedBefore {
        /// The key.
        key: Quoted,
        /// The value.
        value: Quoted,
        /// Where it was used first.
        first: Position,
    },
    /// A question file does not say its schema.
    NoSchema {
        /// The newest one.
        newest: i64,
    },
    /// The schema of a question file is no number from 1.
    BadSchema {
        /// The newest one.
        newest: i64,
    },
    /// A file of a later version of the program.
    NewerSchema {
        /// Its schema.
        found: Quoted,
        /// The newest one that is read.
        newest: i64,
    },
}

impl FieldFault {
    /// A word that is none of those that may stand there, with the one that was probably meant.
    pub fn not_one_of(key: &str, found: &str, words: impl IntoIterator<Item = &'static str>) -> Self {
        let words: Box<[&'static str]> = words.into_iter().collect();
        let meant = nearest(found, words.iter().copied());
        Self::NotOneOf { key: key.into(), found: found.into(), words, meant }
    }
}

/// An answer or a sheet that does not fit the question sets that are available.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    /// No set has that name.
    UnknownSet {
        /// The name, with the edition where one is given.
        name: Quoted,
        /// The names of all sets of that kind; empty where they do not help.
        known: Vec<Quoted>,
    },
    /// The set has no such question.
    UnknownQuestion {
        /// Id of the set.
        set: Quoted,
        /// The id that is none; empty where none is given.
        id: Quoted,
    },
    /// The set has no question of that number.
    UnknownNumber {
        /// Id of the set.
        set: Quoted,
        /// What is given as the number.
        number: Quoted,
        /// The number of the last question.
        last: usize,
    },
    /// Id and number are those of different questions.
    OtherNumber {
        /// The id.
        id: Quoted,
        /// Its number.
        number: usize,
        /// What is given as the number.
        found: Quoted,
    },
    /// The set has no such choice.
    UnknownChoice {
        /// What is given.
        found: Quoted,
        /// Ids of the choices.
        choices: Vec<Quoted>,
    },
    /// A question is answered twice.
    AnsweredTwice {
        /// Id of the question.
        id: Quoted,
        /// Where it is answered first, where that helps to find it.
        first: Option<Location>,
    },
}

impl From<EncodingFault> for FaultKind {
    fn from(fault: EncodingFault) -> Self {
        Self::Encoding(fault)
    }
}

impl From<SyntaxFault> for FaultKind {
    fn from(fault: SyntaxFault) -> Self {
        Self::Syntax(fault)
    }
}

impl From<FieldFault> for FaultKind {
    fn from(fault: FieldFault) -> Self {
        Self::Field(fault)
    }
}

impl From<AnswerFault> for FaultKind {
    fn from(fault: AnswerFault) -> Self {
        Self::Answer(fault)
    }
}

impl From<QuestionSetFault> for FaultKind {
    fn from(fault: QuestionSetFault) -> Self {
        Self::QuestionSet(fault)
    }
}

impl From<SavedFileFault> for FaultKind {
    fn from(fault: SavedFileFault) -> Self {
        Self::SavedFile(fault)
    }
}

impl From<ImportFault> for FaultKind {
    fn from(fault: ImportFault) -> Self {
        Self::Import(fault)
    }
}
