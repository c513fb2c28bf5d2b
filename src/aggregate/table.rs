//! Tables with the columns of `export --format jsonl`: in UTF-8, or in `Shift_JIS` as Japanese Excel saves them.

use std::cell::Cell;
use std::io::{self, Read};

use super::Progress;
use super::counted::{Counted, bad_line};
use super::flat::Columns;
use super::lines::MAX_LINE_LEN;
use crate::core::question_set::SharedSet;

/// How many rows are counted between two reports of progress.
const ROWS_PER_REPORT: u64 = 1000;

/// Counts the rows of a table. The numbers of broken ones are those of the lines on which they begin.
pub(super) fn count(
    input: impl Read,
    set: &SharedSet,
    progress: &mut dyn FnMut(Progress),
) -> (Counted, Option<io::Error>) {
    let mut counted = Counted::new(set);
    let (left, done) = (Cell::new(MAX_LINE_LEN), Cell::new(0));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(Limited { input, left: &left, done: &done });
    let mut encoding = Encoding::Utf8;
    let headers = reader.byte_headers().cloned().map_err(|error| error.to_string());
    let columns = match headers.and_then(|headers| encoding.text(headers)) {
        Ok(headers) => Columns::of(&headers, set),
        Err(reason) => {
            counted.fail(1, bad_line(reason));
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
                        Ok(flat) => counted.count(line, &flat.record()),
                        Err(word) => counted.fail(line, bad_line(word)),
                    }
                    row = text.into_byte_record();
                }
                Err(reason) => counted.fail(line, bad_line(reason)),
            },
            Err(error) => match error.into_kind() {
                csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                    counted.fail(line, bad_line(format_args!("> {MAX_LINE_LEN}")));
                    break;
                }
                csv::ErrorKind::Io(error) => return (counted, Some(error)),
                kind => counted.fail(line, bad_line(format_args!("{kind:?}"))),
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
    /// A row as text, or the reason why it cannot be decoded.
    fn text(&mut self, row: csv::ByteRecord) -> Result<csv::StringRecord, String> {
        let error = match self {
            Self::Utf8 => match csv::StringRecord::from_byte_record(row) {
                Ok(text) => return Ok(text),
                Err(error) => error,
            },
            Self::ShiftJis => return from_shift_jis(&row).ok_or_else(|| "Shift_JIS".to_owned()),
        };
        let reason = error.utf8_error().to_string();
        let text = from_shift_jis(&error.into_byte_record()).ok_or(reason)?;
        *self = Self::ShiftJis;
        Ok(text)
    }
}

fn from_shift_jis(row: &csv::ByteRecord) -> Option<csv::StringRecord> {
    let decode = encoding_rs::SHIFT_JIS;
    row.iter().map(|field| decode.decode_without_bom_handling_and_without_replacement(field)).collect()
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
