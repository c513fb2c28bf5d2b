//! Values of saved files in exactly the form in which they are written. A value that the parser would read as well, but that
//! is written differently, is not recognised; no value is recognised that the parser would refuse.

use std::borrow::Cow;

use chrono::NaiveDate;
use toml::de::DeValue;

use crate::core::language::Language;
use crate::core::merge_record::MergeRule;
use crate::core::plan_entry::PlanState;
use crate::core::sheet::{Timestamp, to_the_millisecond};
use crate::store::saved_file::head;

/// `"text"`. The TOML parser decodes texts with escapes, which are rare.
pub(in crate::store) fn text(value: &str) -> Option<Cow<'_, str>> {
    match plain_text(value) {
        Some(plain) => Some(Cow::Borrowed(plain)),
        None => Some(Cow::Owned(DeValue::parse(value).ok()?.get_ref().as_str()?.to_owned())),
    }
}

/// `"text"` without escapes, and without its quotation marks.
pub(super) fn plain_text(value: &str) -> Option<&str> {
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.bytes().any(|byte| byte == b'"' || byte == b'\\')).then_some(inner)
}

/// `25`: a number from 0, without sign or leading zeros.
pub(in crate::store) fn count(value: &str) -> Option<u32> {
    let is_plain = value == "0" || value.starts_with(|first: char| first.is_ascii_digit() && first != '0');
    is_plain.then(|| value.parse().ok()).flatten()
}

/// `-3`: a number that may be negative.
pub(in crate::store) fn number(value: &str) -> Option<i32> {
    if is_number(value) { value.parse().ok() } else { None }
}

/// `[5, 25]`: two numbers from 0.
pub(in crate::store) fn pair(value: &str) -> Option<(usize, usize)> {
    let (first, second) = value.strip_prefix('[')?.strip_suffix(']')?.split_once(", ")?;
    Some((count(first)? as usize, count(second)? as usize))
}

/// `[["basics", 16], ["staff", -2]]`: categories with their points.
pub(in crate::store) fn points(value: &str) -> Option<Vec<(String, i32)>> {
    rows(value)?
        .map(|row| row.rsplit_once(", ").and_then(|(id, points)| Some((text(id)?.into(), number(points)?))))
        .collect()
}

/// `2026-11-22T10:00:00.000+09:00`: a moment to the millisecond with its offset.
pub(in crate::store) fn moment(value: &str) -> Option<Timestamp> {
    if is_moment(value) { value.parse().ok().map(to_the_millisecond) } else { None }
}

pub(in crate::store) fn is_text(value: &str) -> bool {
    plain_text(value).is_some() || text(value).is_some()
}

/// The name of a file, so it leads to no other folder.
pub(in crate::store) fn is_id(value: &str) -> bool {
    plain_text(value).is_some_and(head::is_id)
}

pub(in crate::store) fn is_language(value: &str) -> bool {
    plain_text(value).and_then(Language::from_code).is_some()
}

pub(in crate::store) fn is_plan_state(value: &str) -> bool {
    plain_text(value).and_then(PlanState::from_name).is_some()
}

pub(in crate::store) fn is_merge_rule(value: &str) -> bool {
    plain_text(value).and_then(MergeRule::from_name).is_some()
}

pub(in crate::store) fn is_count(value: &str) -> bool {
    count(value).is_some()
}

pub(in crate::store) fn is_number(value: &str) -> bool {
    is_count(value.strip_prefix('-').unwrap_or(value))
}

pub(in crate::store) fn is_truth(value: &str) -> bool {
    matches!(value, "true" | "false")
}

pub(in crate::store) fn is_pair(value: &str) -> bool {
    pair(value).is_some()
}

pub(in crate::store) fn is_points(value: &str) -> bool {
    let is_row = |row: &str| row.rsplit_once(", ").is_some_and(|(id, points)| is_text(id) && is_number(points));
    rows(value).is_some_and(|mut rows| rows.all(is_row))
}

/// The rows of an array of arrays on one line.
fn rows(value: &str) -> Option<impl Iterator<Item = &str>> {
    let rows = if value == "[]" { None } else { Some(value.strip_prefix("[[")?.strip_suffix("]]")?) };
    Some(rows.into_iter().flat_map(|rows| rows.split("], [")))
}

/// `{ head-office = "partial", branch = "implemented" }`: texts by key. Rare, so the TOML parser reads it.
pub(in crate::store) fn is_texts(value: &str) -> bool {
    let is_text = |value: &DeValue<'_>| value.as_str().is_some();
    DeValue::parse(value).is_ok_and(|parsed| {
        parsed.get_ref().as_table().is_some_and(|table| table.values().all(|value| is_text(value.get_ref())))
    })
}

/// `2026-11-22`: a day.
pub(in crate::store) fn is_date(value: &str) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = value.as_bytes() else { return false };
    let (Some(century), Some(year)) = (two_digits(*y1, *y2), two_digits(*y3, *y4)) else { return false };
    let (Some(month), Some(day)) = (two_digits(*m1, *m2), two_digits(*d1, *d2)) else { return false };
    // Readers differ on the year 0 and the one before it: the parser decides.
    century > 0 && NaiveDate::from_ymd_opt((century * 100 + year) as i32, month, day).is_some()
}

/// Checks a moment without computing it: a file has dozens of them, and parsing takes ten times as long.
pub(in crate::store) fn is_moment(value: &str) -> bool {
    let Some((date, time)) = value.split_once('T') else { return false };
    let [h1, h2, b':', m1, m2, b':', s1, s2, b'.', f1, f2, f3, b'+' | b'-', o1, o2, b':', p1, p2] = time.as_bytes()
    else {
        return false;
    };
    let is_below = |tens: u8, ones: u8, limit: u32| two_digits(tens, ones).is_some_and(|number| number < limit);
    let is_time = is_below(*h1, *h2, 24) && is_below(*m1, *m2, 60) && is_below(*s1, *s2, 60);
    let is_offset = is_below(*o1, *o2, 24) && is_below(*p1, *p2, 60);
    is_time && is_offset && [f1, f2, f3].iter().all(|digit| digit.is_ascii_digit()) && is_date(date)
}

/// `{ choice = "partial", answered_at = 2026-11-22T10:00:00.000+09:00 }`: an answer that was replaced.
pub(in crate::store) fn is_earlier_answer(value: &str) -> bool {
    let inner = value.strip_prefix("{ choice = ").and_then(|rest| rest.strip_suffix(" }"));
    inner
        .and_then(|inner| inner.rsplit_once(", answered_at = "))
        .is_some_and(|(choice, moment)| is_text(choice) && is_moment(moment))
}

fn two_digits(tens: u8, ones: u8) -> Option<u32> {
    let is_number = tens.is_ascii_digit() && ones.is_ascii_digit();
    is_number.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
}
