//! Lines of JSON, read in blocks and counted on several threads. However long the input is, only a few blocks are held.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;

use memchr::{memchr_iter, memrchr};

use super::flat::FlatLine;
use super::{Cause, Progress};
use crate::core::aggregate::Aggregate;
use crate::core::question_set::{QuestionSet, SharedSet};

/// The longest line that is read, in bytes; a longer one is broken.
const LONGEST_LINE: u64 = 1 << 20;

/// How much is read at once, in bytes.
const BLOCK: u64 = 1 << 18;

/// No more threads than this count: reading cannot keep up with more.
const MOST_THREADS: usize = 4;

/// Whole lines, with the number of the first of them, from 1.
struct Block {
    first_line: u64,
    bytes: Vec<u8>,
}

/// What came of lines.
pub(super) struct Counted {
    /// The counts.
    pub(super) aggregate: Aggregate,
    /// The first broken lines with their numbers, in order, at most so many as are named.
    pub(super) broken: Vec<(u64, Cause)>,
    /// How many lines are broken.
    pub(super) broken_count: usize,
    /// Why the rest could not be read.
    pub(super) error: Option<io::Error>,
}

impl Counted {
    fn new(set: &SharedSet) -> Self {
        Self { aggregate: Aggregate::new(set.clone()), broken: Vec::new(), broken_count: 0, error: None }
    }

    fn fail(&mut self, line: u64, cause: Cause) {
        self.broken_count += 1;
        if self.broken.len() < super::MOST_NAMED {
            self.broken.push((line, cause));
        }
    }

    fn absorb(&mut self, other: Self) {
        // Both are about the same set.
        let _ = self.aggregate.absorb(&other.aggregate);
        self.broken.extend(other.broken);
        self.broken_count += other.broken_count;
    }

    fn count(&mut self, block: &Block, set: &QuestionSet) {
        let ends = memchr_iter(b'\n', &block.bytes).chain([block.bytes.len()]);
        let mut begin = 0;
        for (end, number) in ends.zip(block.first_line..) {
            let line = &block.bytes[begin.min(end)..end];
            begin = end + 1;
            if line.trim_ascii().is_empty() {
                continue;
            }
            match FlatLine::parse(line, set) {
                Ok(flat) if self.aggregate.add(&flat.record()).is_ok() => {}
                Ok(_) => self.fail(number, Cause::Record),
                Err(error) => self.fail(number, Cause::Line(error.to_string())),
            }
        }
    }
}

/// Counts all lines of an input; blank ones are passed over.
pub(super) fn count(input: impl Read, set: &SharedSet, progress: &mut dyn FnMut(Progress)) -> Counted {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    let (full, taken) = mpsc::sync_channel::<Block>(threads);
    let (empty, returned) = mpsc::channel::<Vec<u8>>();
    for _ in 0..=2 * threads {
        // Both ends are here: nothing can be lost.
        let _ = empty.send(Vec::with_capacity(BLOCK as usize + 4096));
    }
    let taken = Mutex::new(taken);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let (taken, empty) = (&taken, empty.clone());
                scope.spawn(move || work(taken, &empty, set))
            })
            .collect();
        drop(empty);
        let mut counted = Counted::new(set);
        let mut reader = Reader { input: BufReader::with_capacity(1 << 16, input), next_line: 1, done: 0 };
        for buffer in returned {
            match reader.block(buffer, &mut counted) {
                Ok(Some(block)) => {
                    progress(Progress { done: reader.done, total: None });
                    if full.send(block).is_err() {
                        break;
                    }
                }
                Ok(None) => break,
                Err(error) => {
                    counted.error = Some(error);
                    break;
                }
            }
        }
        drop(full);
        for worker in workers {
            match worker.join() {
                Ok(part) => counted.absorb(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        counted.broken.sort_by_key(|(line, _)| *line);
        counted.broken.truncate(super::MOST_NAMED);
        counted
    })
}

/// Takes blocks and hands their buffers back until there are no more.
fn work(taken: &Mutex<Receiver<Block>>, empty: &Sender<Vec<u8>>, set: &SharedSet) -> Counted {
    let mut counted = Counted::new(set);
    loop {
        let next = taken.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(block) = next else { return counted };
        counted.count(&block, set);
        // Whoever reads may be done.
        let _ = empty.send(block.bytes);
    }
}

struct Reader<R> {
    input: BufReader<R>,
    next_line: u64,
    done: u64,
}

impl<R: Read> Reader<R> {
    /// The next lines; none at the end. A line that is too long is noted and passed over.
    fn block(&mut self, mut bytes: Vec<u8>, counted: &mut Counted) -> io::Result<Option<Block>> {
        bytes.clear();
        (&mut self.input).take(BLOCK).read_to_end(&mut bytes)?;
        let first_line = self.next_line;
        if bytes.is_empty() {
            return Ok(None);
        }
        if bytes.last() != Some(&b'\n') {
            (&mut self.input).take(LONGEST_LINE).read_until(b'\n', &mut bytes)?;
        }
        let last_line = memrchr(b'\n', &bytes).map_or(0, |end| end + 1);
        let is_too_long = (bytes.len() - last_line) as u64 >= LONGEST_LINE;
        if is_too_long {
            bytes.truncate(last_line);
        }
        self.next_line += memchr_iter(b'\n', &bytes).count() as u64;
        self.done += bytes.len() as u64;
        if is_too_long {
            self.input.skip_until(b'\n')?;
            counted.fail(self.next_line, Cause::Line(format!("> {LONGEST_LINE}")));
            self.next_line += 1;
        }
        Ok(Some(Block { first_line, bytes }))
    }
}
