//! The layout of saved files, line by line.
//!
//! Tables and keys must stand in the order in which the program writes them, each at most once, with values of the form
//! that it gives them. What is read here is therefore what the parser would have read; everything else is `None`.

use memchr::{memchr, memchr_iter, memmem};

use super::value::{
    count, is_count, is_date, is_earlier, is_moment, is_number, is_pair, is_parts, is_plan_state, is_text, is_truth,
    plain_text,
};
use super::{FlatAssessment, Head};
use crate::core::language::Language;
use crate::store::is_id;
use crate::store::saved_file::{END, SCHEMA};

/// Keys of a table in order, and what their values must look like.
type Keys = &'static [(&'static str, fn(&str) -> bool)];

const TOP: Keys = &[
    ("schema", |value| count(value).is_some_and(|number| i64::from(number) == SCHEMA)),
    ("id", |value| plain_text(value).is_some_and(is_id)),
    ("created_at", is_moment),
    ("updated_at", is_moment),
    ("language", |value| plain_text(value).and_then(Language::from_code).is_some()),
    ("place", is_text),
    ("carried_from", is_text),
    ("answers", is_count),
];
const SUMMARY: Keys = &[
    ("status", is_text),
    ("points", is_number),
    ("band", is_text),
    ("answered", is_pair),
    ("total", is_pair),
    ("unknown", is_count),
    ("categories", is_parts),
];
const ORGANIZATION: Keys = &[
    ("name", is_text),
    ("site", is_text),
    ("respondent", is_text),
    ("industry", is_text),
    ("region", is_text),
    ("employees", is_count),
];
const ANSWER: Keys = &[
    ("choice", is_text),
    ("answered_at", is_moment),
    ("note", is_text),
    ("evidence", is_text),
    ("flagged", is_truth),
    ("previous", is_earlier),
    ("history", |value| value == "["),
];

/// What may follow the answers. A name that ends in a dot is that of many tables, whose keys ascend. Steps of the
/// declaration and the record of a merge are left to the parser.
const ROAD: [(&str, Keys); 5] = [
    (
        "plan.",
        &[("state", is_plan_state), ("owner", is_text), ("due", is_date), ("reason", is_text), ("note", is_text)],
    ),
    (
        "policy",
        &[
            ("company", is_text),
            ("representative_title", is_text),
            ("representative_name", is_text),
            ("set_on", is_date),
            ("revised_on", is_date),
            ("contact", is_text),
            ("scope", is_text),
            ("japanese_era", is_truth),
        ],
    ),
    ("policy.clauses.", &[("included", is_truth), ("text", is_text)]),
    ("publication", &[("place", is_text), ("published_at", is_date)]),
    ("declaration", &[("procedure", is_text), ("declaration_id", is_text), ("logo_downloaded_on", is_date)]),
];

/// What a whole file says. `heads` are the beginnings of sheets that are known, `questions` is how many are counted.
pub(super) fn scan(contents: &[u8], heads: &[Head], questions: usize) -> Option<FlatAssessment> {
    let mut flat = FlatAssessment { answers: vec![None; questions], ..FlatAssessment::default() };
    let (top, rest) = contents.split_at(memmem::find(contents, b"\n[checklist]\n")?);
    let declared = read_top(plain(top)?, &mut flat)?;
    let (checklist, rest) = known(heads, rest)?;
    let (answers, rest) = rest.split_at(memmem::find(rest, b"\n[diagnosis]\n")?);
    let (diagnosis, rest) = known(heads, rest)?;

    let mut in_checklist = 0;
    let mut tables = Tables::of(plain(answers)?)?;
    read_answers(&mut tables, "checklist.answers.", checklist, |_, _| in_checklist += 1)?;
    if tables.next.is_some() {
        return None;
    }
    let mut in_diagnosis = 0;
    let mut tables = Tables::of(plain(rest)?)?;
    read_answers(&mut tables, "diagnosis.answers.", diagnosis, |question, choice| {
        in_diagnosis += 1;
        if let Some(index) = diagnosis.questions[question].1 {
            flat.answers[index] = diagnosis.choices[choice].1;
        }
    })?;
    read_road(&mut tables)?;
    flat.complete = in_checklist == checklist.questions.len() && in_diagnosis == diagnosis.questions.len();
    (in_checklist + in_diagnosis >= declared).then_some(flat)
}

/// Text without control characters other than line breaks.
fn plain(bytes: &[u8]) -> Option<&str> {
    let is_control = |byte: &&u8| (**byte < b' ' && **byte != b'\n') || **byte == 0x7f;
    // Counting them all, without a way out in the middle, looks at many bytes at once.
    let controls = bytes.iter().filter(is_control).count();
    if controls > 0 { None } else { std::str::from_utf8(bytes).ok() }
}

/// The known beginning with which a sheet begins, and what follows it.
fn known<'h, 't>(heads: &'h [Head], text: &'t [u8]) -> Option<(&'h Head, &'t [u8])> {
    heads.iter().find_map(|head| Some((head, text.strip_prefix(head.text.as_bytes())?)))
}

/// Reads what stands before the sheets; returns how many answers there should be.
fn read_top(text: &str, flat: &mut FlatAssessment) -> Option<usize> {
    let (top, tables) = text.split_at(heading_in(text)?);
    let (mut needed, mut declared) = (0, None);
    fields(top, TOP, |key, value| {
        match key {
            "schema" | "id" | "created_at" => needed += 1,
            "answers" => declared = count(value),
            _ => {}
        }
        Some(())
    })?;
    let mut tables = Tables::of(tables)?;
    fields(tables.take("summary")?, SUMMARY, |_, _| Some(()))?;
    fields(tables.take("organization")?, ORGANIZATION, |key, value| {
        match key {
            "industry" => flat.industry = plain_text(value)?.to_owned(),
            "region" => flat.region = plain_text(value)?.to_owned(),
            "employees" => flat.employees = count(value),
            _ => {}
        }
        Some(())
    })?;
    (needed == 3 && tables.next.is_none()).then_some(declared? as usize)
}

/// Reads answers to a sheet's questions, which stand in the order of the sheet.
fn read_answers(tables: &mut Tables<'_>, prefix: &str, head: &Head, mut take: impl FnMut(usize, usize)) -> Option<()> {
    let mut following = 0;
    while let Some((id, body)) = tables.take_of(prefix) {
        let question = following + head.questions.get(following..)?.iter().position(|(known, _)| known == id)?;
        following = question + 1;
        let (mut choice, mut is_dated) = (None, false);
        fields(body, ANSWER, |key, value| {
            match key {
                "choice" => {
                    let id = plain_text(value)?;
                    choice = Some(head.choices.iter().position(|(known, _)| known == id)?);
                }
                "answered_at" => is_dated = true,
                _ => {}
            }
            Some(())
        })?;
        match choice {
            Some(choice) if is_dated => take(question, choice),
            None => {}
            Some(_) => return None,
        }
    }
    Some(())
}

/// Reads what follows the answers, to the end of the file.
fn read_road(tables: &mut Tables<'_>) -> Option<()> {
    for (name, keys) in ROAD {
        if name.ends_with('.') {
            let mut last = "";
            while let Some((key, body)) = tables.take_of(name) {
                let is_bare = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
                if !is_bare || key <= last {
                    return None;
                }
                last = key;
                fields(body, keys, |_, _| Some(()))?;
            }
        } else if let Some(body) = tables.take(name) {
            fields(body, keys, |_, _| Some(()))?;
        }
    }
    let end = END.trim_matches(['[', ']']);
    (tables.take(end)?.is_empty() && tables.next.is_none()).then_some(())
}

/// Tables one after the other.
struct Tables<'t> {
    /// The name and the lines of the next one.
    next: Option<(&'t str, &'t str)>,
    rest: Option<&'t str>,
}

impl<'t> Tables<'t> {
    /// The tables of a text, before the first of which only comments stand.
    fn of(text: &'t str) -> Option<Self> {
        let (comments, rest) = match heading_in(text) {
            Some(end) => (&text[..end], Some(&text[end + 2..])),
            None => (text, None),
        };
        fields(comments, &[], |_, _| None)?;
        let mut tables = Self { next: None, rest };
        tables.advance();
        Some(tables)
    }

    fn advance(&mut self) {
        self.next = None;
        let Some(rest) = self.rest.take() else { return };
        let piece = match heading_in(rest) {
            Some(end) => {
                self.rest = Some(&rest[end + 2..]);
                &rest[..end]
            }
            None => rest,
        };
        let (heading, body) = piece.split_once('\n').unwrap_or((piece, ""));
        // A heading that is none is nobody's name.
        self.next = Some((heading.strip_suffix(']').unwrap_or_default(), body));
    }

    /// The lines of the next table, if it has that name.
    fn take(&mut self, name: &str) -> Option<&'t str> {
        let (_, body) = self.next.filter(|(found, _)| *found == name)?;
        self.advance();
        Some(body)
    }

    /// What is left of the name of the next table behind a prefix, and its lines.
    fn take_of(&mut self, prefix: &str) -> Option<(&'t str, &'t str)> {
        let (name, body) = self.next?;
        let key = name.strip_prefix(prefix)?;
        self.advance();
        Some((key, body))
    }
}

/// Where the line break before the first heading is.
fn heading_in(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr_iter(b'\n', bytes).find(|end| bytes.get(end + 1) == Some(&b'['))
}

/// Goes through the keys and values of a table.
fn fields<'t>(body: &'t str, keys: Keys, mut take: impl FnMut(&str, &'t str) -> Option<()>) -> Option<()> {
    let mut left = keys.iter();
    let mut lines = body.split('\n');
    while let Some(line) = lines.next() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, value) = line.split_at(memchr(b' ', line.as_bytes())?);
        let value = value.strip_prefix(" = ")?;
        let (_, is_right) = left.find(|(name, _)| *name == key)?;
        if !is_right(value) {
            return None;
        }
        take(key, value)?;
        if value == "[" {
            loop {
                match lines.next()? {
                    "]" => break,
                    row if is_earlier(row.strip_prefix("  ")?.strip_suffix(',')?) => {}
                    _ => return None,
                }
            }
        }
    }
    Some(())
}
