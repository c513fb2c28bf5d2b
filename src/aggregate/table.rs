//! Tables with the columns of `export --format jsonl`: in UTF-8, or in `Shift_JIS` as Japanese Excel saves them.

use std::cell::Cell;
use std::io::{self, Read};

use super::counted::Counted;
use super::flat::Columns;
use super::ids::Ids;
use super::lines::{MAX_LINE_LEN, too_long};
use super::{InputError, Progress};
use crate::core::question_set::SharedSet;
use crate::input::encoding::from_shift_jis;
use crate::input::{EncodingFault, FaultKind, ImportFault};

/// How many rows are counted between two reports of progress.
const ROWS_PER_REPORT: u64 = 1000;

/// Counts the rows of a table. The numbers of broken ones are those of the lines on which they begin.
pub(super) fn count(
    input: impl Read,
    set: &SharedSet,
    ids: &mut Ids,
    progress: &mut dyn FnMut(Progress),
) -> (Counted, Option<io::Error>) {
    let mut counted = Counted::new(set);
    let (left, done) = (Cell::new(MAX_LINE_LEN), Cell::new(0));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(Limited { input, left: &left, done: &done });
    let mut encoding = Encoding::Utf8;
    let headers = reader.byte_headers().cloned().map_err(|_| ImportFault::NotATable.into());
    let columns = match headers.and_then(|headers| encoding.text(headers)) {
        Ok(headers) => Columns::of(&headers, set),
        Err(fault) => {
            counted.fail(1, InputError::Line(fault));
            return (counted, None);
        }
    };
    let mut row = csv::ByteRecord::new();
    for number in 1_u64.. {
        left.set(MAX_LINE_LEN);
        let line = reader.position().line();
        match reader.read_byte_record(&mut row) {
            Ok(false) => break,
            Ok(true) => match encoding.text(std::mem::take(&mut row)) {
                Ok(text) => {
                    match columns.line(&text, set) {
                        // A row that cannot be counted leaves its id to a later one.
                        Ok(flat) if counted.aggregate.check(&flat.record()).is_err() => {
                            counted.fail(line, InputError::OtherSet);
                        }
                        Ok(flat) => counted.count(line, &flat.record(), &flat.id, ids.is_new(&flat.id)),
                        Err(fault) => counted.fail(line, InputError::Line(fault)),
                    }
                    row = text.into_byte_record();
                }
                Err(fault) => counted.fail(line, InputError::Line(fault)),
            },
            Err(error) => match error.into_kind() {
                csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                    counted.fail(line, InputError::Line(too_long()));
                    break;
                }
                csv::ErrorKind::Io(error) => return (counted, Some(error)),
                _ => counted.fail(line, InputError::Line(ImportFault::NotATable.into())),
            },
        }
        if number % ROWS_PER_REPORT == 0 {
            progress(Progress { done: done.get(), total: None, counted: number });
        }
    }
    (counted, None)
}

/// The encoding of a table. Commas, quotation marks and line ends are the same bytes in both.
#[derive(Clone, Copy)]
enum Encoding {
    /// Assumed at first.
    Utf8,
    /// Assumed from the first row on that is not valid UTF-8.
    ShiftJis,
}

impl Encoding {
    /// A row as text; a fault where it is in neither encoding.
    fn text(&mut self, row: csv::ByteRecord) -> Result<csv::StringRecord, FaultKind> {
        let row = match self {
            Self::Utf8 => match csv::StringRecord::from_byte_record(row) {
                Ok(text) => return Ok(text),
                Err(error) => error.into_byte_record(),
            },
            Self::ShiftJis => row,
        };
        let text: Option<csv::StringRecord> = row.iter().map(from_shift_jis).collect();
        let text = text.ok_or(EncodingFault::NotUtf8OrShiftJis)?;
        *self = Self::ShiftJis;
        Ok(text)
    }
}

/// Fails when a single row is too long, as after a quotation mark that is never closed.
struct Limited<'c, R> {
    input: R,
    left: &'c Cell<u64>,
    done: &'c Cell<u64>,
}

impl<R: Read> Read for Limited<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let length = self.input.read(buffer)?;
        self.left.set(self.left.get().saturating_sub(length as u64));
        self.done.set(self.done.get() + length as u64);
        Ok(length)
    }
}
