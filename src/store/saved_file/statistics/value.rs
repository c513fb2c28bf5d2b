//! Values in exactly the form in which the program writes them.

use chrono::NaiveDate;
use toml::de::DeValue;

use crate::core::plan_entry::PlanState;

/// A text in quotation marks.
pub(super) fn is_text(value: &str) -> bool {
    plain_text(value).is_some() || DeValue::parse(value).is_ok_and(|parsed| parsed.get_ref().as_str().is_some())
}

/// A text in quotation marks that stands for itself.
pub(super) fn plain_text(value: &str) -> Option<&str> {
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.bytes().any(|byte| byte == b'"' || byte == b'\\')).then_some(inner)
}

/// A number from 0, without sign.
pub(super) fn count(value: &str) -> Option<u32> {
    let is_plain = value == "0" || value.starts_with(|first: char| first.is_ascii_digit() && first != '0');
    is_plain.then(|| value.parse().ok()).flatten()
}

pub(super) fn is_count(value: &str) -> bool {
    count(value).is_some()
}

/// A number that may be below 0.
pub(super) fn is_number(value: &str) -> bool {
    is_count(value.strip_prefix('-').unwrap_or(value))
}

pub(super) fn is_truth(value: &str) -> bool {
    matches!(value, "true" | "false")
}

/// Two numbers from 0.
pub(super) fn is_pair(value: &str) -> bool {
    let inner = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner.and_then(|inner| inner.split_once(", ")).is_some_and(|(first, second)| is_count(first) && is_count(second))
}

/// The points of each part.
pub(super) fn is_parts(value: &str) -> bool {
    let part = |part: &str| part.rsplit_once(", ").is_some_and(|(id, points)| is_text(id) && is_number(points));
    let rows = value.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    value == "[]" || rows.is_some_and(|rows| rows.split("], [").all(part))
}

pub(super) fn is_plan_state(value: &str) -> bool {
    plain_text(value).and_then(PlanState::from_name).is_some()
}

/// A day.
pub(super) fn is_date(value: &str) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = value.as_bytes() else { return false };
    let (Some(century), Some(year)) = (two(*y1, *y2), two(*y3, *y4)) else { return false };
    let (Some(month), Some(day)) = (two(*m1, *m2), two(*d1, *d2)) else { return false };
    // The year 0 and its neighbour are left to the parser.
    century > 0 && NaiveDate::from_ymd_opt((century * 100 + year) as i32, month, day).is_some()
}

/// A moment to the millisecond with its offset.
pub(super) fn is_moment(value: &str) -> bool {
    let Some((date, time)) = value.split_once('T') else { return false };
    let [h1, h2, b':', m1, m2, b':', s1, s2, b'.', f1, f2, f3, b'+' | b'-', o1, o2, b':', p1, p2] = time.as_bytes()
    else {
        return false;
    };
    let is_below = |tens: u8, ones: u8, limit: u32| two(tens, ones).is_some_and(|number| number < limit);
    let is_time = is_below(*h1, *h2, 24) && is_below(*m1, *m2, 60) && is_below(*s1, *s2, 60);
    let is_offset = is_below(*o1, *o2, 24) && is_below(*p1, *p2, 60);
    is_time && is_offset && [f1, f2, f3].iter().all(|digit| digit.is_ascii_digit()) && is_date(date)
}

/// An answer that was given before.
pub(super) fn is_earlier(value: &str) -> bool {
    let inner = value.strip_prefix("{ choice = ").and_then(|rest| rest.strip_suffix(" }"));
    inner
        .and_then(|inner| inner.rsplit_once(", answered_at = "))
        .is_some_and(|(choice, moment)| is_text(choice) && is_moment(moment))
}

/// A number of two digits.
fn two(tens: u8, ones: u8) -> Option<u32> {
    let is_number = tens.is_ascii_digit() && ones.is_ascii_digit();
    is_number.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
}
