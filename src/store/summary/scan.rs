//! Reading what the list shows from the first lines of a file, without parsing the rest.
//!
//! This knows the layout that the program itself writes, and nothing else: whatever looks different, for somebody
//! edited it, is left to the parser. Listing ten thousand files is thereby about as fast as reading them.

use std::fs::File;
use std::path::Path;

use toml::de::DeValue;

use super::Summary;
use crate::core::assessment::Status;
use crate::core::sheet::to_the_millisecond;
use crate::store::read;
use crate::store::saved_file::END;

/// How much of a file is read, in bytes.
const HEAD: usize = 4096;

/// How much of a file's end is looked at, in bytes.
const TAIL: usize = 8;

/// The summary of a file, if it is as the program writes it and whole.
pub(super) fn scan(path: &Path) -> Option<Summary> {
    let (file, metadata) = read::open_unseen(path).ok()?;
    let mut head = [0; HEAD];
    let length = read_at(&file, &mut head, 0)?;
    let head = head.get(..length)?;
    let is_whole = if metadata.len() <= length as u64 {
        head.trim_ascii_end().ends_with(END.as_bytes())
    } else {
        let mut tail = [0; TAIL];
        let length = read_at(&file, &mut tail, metadata.len() - TAIL as u64)?;
        tail.get(..length)?.trim_ascii_end().ends_with(END.as_bytes())
    };
    if is_whole { of_head(head) } else { None }
}

/// Fills a buffer from a place in a file, as far as there is something.
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> Option<usize> {
    #[cfg(unix)]
    return std::os::unix::fs::FileExt::read_at(file, buffer, offset).ok();
    #[cfg(windows)]
    return std::os::windows::fs::FileExt::seek_read(file, buffer, offset).ok();
}

/// The table in which a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Top,
    Summary,
    Organization,
}

/// The summary from the head of a file; `None` unless all of it is there.
fn of_head(head: &[u8]) -> Option<Summary> {
    let complete = head.iter().rposition(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(head.get(..complete)?).ok()?;
    // Neither belongs there: a carriage return alone hides the line after it, and NUL is no text.
    if memchr::memchr2(b'\r', 0, head.as_bytes()).is_some() {
        return None;
    }
    let mut summary = Summary::default();
    let mut found = Found::default();
    let mut section = Section::Top;
    for line in head.lines() {
        match line.as_bytes().first() {
            None | Some(b'#') => continue,
            Some(b'[') => {
                section = match line {
                    "[summary]" => Section::Summary,
                    "[organization]" => Section::Organization,
                    // The long parts begin: nothing of what is wanted follows.
                    _ => return found.is_all().then_some(summary),
                };
                continue;
            }
            Some(_) => {}
        }
        let (key, value) = line.split_once(" = ")?;
        take(&mut summary, &mut found, section, key, value)?;
    }
    // The head did not reach to the end of what is wanted.
    None
}

/// Which of the needed keys were there, each a bit.
#[derive(Default)]
struct Found(u8);

impl Found {
    const ALL: u8 = 0b11_1111;

    fn is_all(&self) -> bool {
        self.0 == Self::ALL
    }

    /// Notes a key; `None` if it was there before, which no file may have.
    fn note(&mut self, key: u8) -> Option<()> {
        let is_new = self.0 & (1 << key) == 0;
        self.0 |= 1 << key;
        is_new.then_some(())
    }
}

fn take(summary: &mut Summary, found: &mut Found, section: Section, key: &str, value: &str) -> Option<()> {
    match (section, key) {
        (Section::Top, "schema") => {
            found.note(0)?;
            return (value == "1").then_some(());
        }
        (Section::Top, "created_at") => {
            summary.created_at = value.parse().ok().map(to_the_millisecond)?;
            found.note(1)?;
        }
        (Section::Top, "updated_at") => {
            summary.updated_at = value.parse().ok().map(to_the_millisecond)?;
            found.note(2)?;
        }
        (Section::Summary, "status") => {
            let name = text(value)?;
            summary.status = [Status::InProgress, Status::Complete].into_iter().find(|status| status.name() == name);
            summary.status?;
            found.note(3)?;
        }
        (Section::Summary, "points") => summary.points = value.parse().ok()?,
        (Section::Summary, "band") => summary.band = text(value)?,
        (Section::Summary, "answered") => summary.answered = pair(value)?,
        (Section::Summary, "total") => {
            summary.total = pair(value)?;
            found.note(4)?;
        }
        (Section::Summary, "unknown") => summary.unknown = value.parse().ok()?,
        (Section::Summary, "categories") => summary.categories = categories(value)?,
        (Section::Organization, "name") => {
            summary.organization = text(value)?;
            found.note(5)?;
        }
        (Section::Organization, "site") => summary.site = text(value)?,
        _ => {}
    }
    Some(())
}

/// A text in quotation marks; one with escapes is left to the parser.
fn text(value: &str) -> Option<String> {
    let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'))?;
    if !inner.bytes().any(|byte| byte == b'\\' || byte == b'"') {
        return Some(inner.to_owned());
    }
    Some(DeValue::parse(value).ok()?.get_ref().as_str()?.to_owned())
}

fn pair(value: &str) -> Option<(usize, usize)> {
    let (first, second) = value.strip_prefix('[')?.strip_suffix(']')?.split_once(", ")?;
    Some((first.parse().ok()?, second.parse().ok()?))
}

fn categories(value: &str) -> Option<Vec<(String, i32)>> {
    let rows = value.strip_prefix('[')?.strip_suffix(']')?;
    if rows.is_empty() {
        return Some(Vec::new());
    }
    let rows = rows.strip_prefix('[')?.strip_suffix(']')?;
    rows.split("], [")
        .map(|row| {
            let (id, points) = row.rsplit_once(", ")?;
            Some((text(id)?, points.parse().ok()?))
        })
        .collect()
}
