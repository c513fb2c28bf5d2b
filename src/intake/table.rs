//! Tables with the columns of `export --format jsonl`.

use std::cell::Cell;
use std::io::{self, Read};

use super::Progress;
use super::counted::{Counted, bad_line};
use super::flat::Columns;
use super::lines::LONGEST_LINE;
use crate::core::question_set::SharedSet;

/// Rows between two reports of progress.
const ROWS_AT_ONCE: u64 = 1000;

/// Counts the rows of a table; the broken ones by the lines on which they begin.
pub(super) fn count(
    input: impl Read,
    set: &SharedSet,
    progress: &mut dyn FnMut(Progress),
) -> (Counted, Option<io::Error>) {
    let mut counted = Counted::new(set);
    let (left, done) = (Cell::new(LONGEST_LINE), Cell::new(0));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(Limited { input, left: &left, done: &done });
    let columns = match reader.headers() {
        Ok(headers) => Columns::of(headers, set),
        Err(error) => {
            counted.fail(1, bad_line(error));
            return (counted, None);
        }
    };
    let mut row = csv::StringRecord::new();
    for number in 1_u64.. {
        left.set(LONGEST_LINE);
        let line = reader.position().line();
        match reader.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) => match columns.line(&row, set) {
                Ok(flat) => counted.count(line, &flat.record()),
                Err(word) => counted.fail(line, bad_line(word)),
            },
            Err(error) => match error.into_kind() {
                csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                    counted.fail(line, bad_line(format_args!("> {LONGEST_LINE}")));
                    break;
                }
                csv::ErrorKind::Io(error) => return (counted, Some(error)),
                kind => counted.fail(line, bad_line(csv_reason(&kind))),
            },
        }
        if number % ROWS_AT_ONCE == 0 {
            progress(Progress { done: done.get(), total: None, counted: number });
        }
    }
    (counted, None)
}

fn csv_reason(kind: &csv::ErrorKind) -> String {
    match kind {
        csv::ErrorKind::Utf8 { err, .. } => err.to_string(),
        kind => format!("{kind:?}"),
    }
}

/// Ends the input where a single row is endless, as after a quotation mark that nobody closed.
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
