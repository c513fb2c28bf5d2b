//! Counts lines of JSON, which are read in blocks and counted on several threads.
//!
//! The calling thread reads and fills buffers; workers count them and return the empty buffers. There are only a few buffers, so
//! memory does not grow with the input, and a fast reader waits for the workers.

use std::io::{self, BufRead, BufReader, Read};
use std::num::NonZero;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;

use memchr::{memchr_iter, memrchr};

use super::counted::Counted;
use super::flat::FlatLine;
use super::ids::{Ids, Turn, Turns};
use super::{InputError, Progress};
use crate::core::question_set::{QuestionSet, SharedSet};
use crate::input::encoding::without_mark;
use crate::input::{FaultKind, ImportFault};

/// The longest line that is read, in bytes. A longer one counts as broken.
pub(super) const MAX_LINE_LEN: u64 = 1 << 20;

/// How many bytes of a line that is too long are skipped to find its end. An input without line breaks for longer is given up.
const MAX_SKIPPED: u64 = 1 << 26;

/// How much is read at once, in bytes.
const BLOCK_SIZE: u64 = 1 << 18;

/// The fault of a line or row beyond [`MAX_LINE_LEN`].
pub(super) fn too_long() -> FaultKind {
    ImportFault::LineTooLong { limit: MAX_LINE_LEN >> 20 }.into()
}

/// Whole lines, with the number of the first of them, from 1.
struct Block {
    /// From 0, in the order of the input.
    number: u64,
    first_line: u64,
    bytes: Vec<u8>,
}

fn count_block(block: &Block, turn: Turn<'_, '_>, set: &QuestionSet, counted: &mut Counted) {
    let is_first = block.first_line == 1;
    let bytes = if is_first { without_mark(&block.bytes) } else { &block.bytes };
    let ends = memchr_iter(b'\n', bytes).chain([bytes.len()]);
    let mut begin = 0;
    let mut parsed: Vec<(u64, FlatLine<'_>)> = Vec::new();
    for (end, number) in ends.zip(block.first_line..) {
        let line = &bytes[begin.min(end)..end];
        begin = end + 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match FlatLine::parse(line, set) {
            // An assessment that cannot be counted leaves its id to a later one.
            Ok(flat) if counted.aggregate.check(&flat.record()).is_err() => counted.fail(number, InputError::OtherSet),
            Ok(flat) => parsed.push((number, flat)),
            Err(fault) => counted.fail(number, InputError::Line(fault)),
        }
    }
    let are_new = turn.are_new(parsed.iter().map(|(_, flat)| &*flat.id));
    for ((number, flat), is_new) in parsed.iter().zip(are_new) {
        counted.count(*number, &flat.record(), &flat.id, is_new);
    }
}

/// Counts all lines of an input. The numbers of broken ones are their line numbers; blank lines are skipped. If the rest of the
/// input could not be read, the error says why.
pub(super) fn count(
    input: impl Read,
    set: &SharedSet,
    threads: NonZero<usize>,
    ids: &mut Ids,
    progress: &mut dyn FnMut(Progress),
) -> (Counted, Option<io::Error>) {
    let (full, taken) = mpsc::sync_channel::<Block>(threads.get());
    let (empty, returned) = mpsc::channel::<Vec<u8>>();
    for _ in 0..=2 * threads.get() {
        // Cannot fail: the receiver exists.
        let _ = empty.send(Vec::with_capacity(BLOCK_SIZE as usize + 4096));
    }
    let taken = Mutex::new(taken);
    let turns = Turns::new(ids);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.get())
            .map(|_| {
                let (taken, empty, turns) = (&taken, empty.clone(), &turns);
                scope.spawn(move || work(taken, &empty, turns, set))
            })
            .collect();
        drop(empty);
        let mut counted = Counted::new(set);
        let mut failure = None;
        let mut reader = Reader {
            input: BufReader::with_capacity(1 << 16, input),
            blocks: 0,
            next_line: 1,
            done: 0,
            is_given_up: false,
        };
        for buffer in returned {
            match reader.next_block(buffer, &mut counted) {
                Ok(Some(block)) => {
                    progress(Progress { done: reader.done, total: None, counted: reader.next_line - 1 });
                    if full.send(block).is_err() {
                        break;
                    }
                }
                Ok(None) => break,
                Err(error) => {
                    failure = Some(error);
                    break;
                }
            }
        }
        drop(full);
        counted.absorb_all(workers.into_iter().map(thread::ScopedJoinHandle::join));
        (counted, failure)
    })
}

/// Counts blocks and returns their buffers, until there are no more.
fn work(taken: &Mutex<Receiver<Block>>, empty: &Sender<Vec<u8>>, turns: &Turns<'_>, set: &SharedSet) -> Counted {
    let mut counted = Counted::new(set);
    loop {
        let next = taken.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(block) = next else { return counted };
        count_block(&block, turns.of(block.number), set, &mut counted);
        // The reading thread may be done already.
        let _ = empty.send(block.bytes);
    }
}

struct Reader<R> {
    input: BufReader<R>,
    /// How many blocks were read.
    blocks: u64,
    next_line: u64,
    done: u64,
    /// Whether the input was given up because a line had no end within [`MAX_SKIPPED`].
    is_given_up: bool,
}

impl<R: Read> Reader<R> {
    /// Reads the next whole lines; `None` at the end. A line that is too long is counted as broken and skipped.
    fn next_block(&mut self, mut bytes: Vec<u8>, counted: &mut Counted) -> io::Result<Option<Block>> {
        bytes.clear();
        if self.is_given_up {
            return Ok(None);
        }
        // Releases what a long line needed.
        bytes.shrink_to(2 * BLOCK_SIZE as usize);
        (&mut self.input).take(BLOCK_SIZE).read_to_end(&mut bytes)?;
        let first_line = self.next_line;
        if bytes.is_empty() {
            return Ok(None);
        }
        if bytes.last() != Some(&b'\n') {
            (&mut self.input).take(MAX_LINE_LEN).read_until(b'\n', &mut bytes)?;
        }
        self.done += bytes.len() as u64;
        let last_line = memrchr(b'\n', &bytes).map_or(0, |end| end + 1);
        let is_too_long = (bytes.len() - last_line) as u64 >= MAX_LINE_LEN;
        if is_too_long {
            bytes.truncate(last_line);
        }
        self.next_line += memchr_iter(b'\n', &bytes).count() as u64;
        if is_too_long {
            let skipped = (&mut self.input).take(MAX_SKIPPED).skip_until(b'\n')? as u64;
            self.done += skipped;
            self.is_given_up = skipped == MAX_SKIPPED;
            counted.fail(self.next_line, InputError::Line(too_long()));
            self.next_line += 1;
        }
        let number = self.blocks;
        self.blocks += 1;
        Ok(Some(Block { number, first_line, bytes }))
    }
}

#[cfg(test)]
mod tests;
