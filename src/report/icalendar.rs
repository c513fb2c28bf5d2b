//! The due dates of the remediation plan and the next yearly assessment as a calendar (iCalendar, RFC 5545).

use std::fmt::Write as _;

use chrono::{Months, NaiveDate, Utc};

use super::content::Report;
use crate::core::sheet::Timestamp;
use crate::messages::messages;

/// The most octets of a line (RFC 5545, section 3.1).
const MAX_LINE_LEN: usize = 75;

/// Writes a calendar with the due date of every open entry of the plan, and the next assessment a year after this one was last
/// changed. `now` is the time stamp of the calendar. The identifiers of events stay the same from one export to the next, so that
/// a calendar program replaces the events that it has.
pub fn calendar(report: &Report, now: Timestamp) -> String {
    let words = messages(report.language);
    let file = &words.report_file;
    let stamp = now.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ").to_string();
    let mut text = String::new();
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//hoshitori//hoshitori//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &escaped(&(file.calendar.name)(&report.organization))),
    ] {
        line(&mut text, name, value);
    }
    for item in report.plan.iter().filter(|item| item.state.is_pending()) {
        let Some(due) = item.due else { continue };
        let details = [
            (file.first_step, &item.first_step),
            (file.fuller_measure, &item.fuller_measure),
            (words.plan.owner, &item.owner),
            (words.plan.state_label, &item.state_text),
            (words.plan.note, &item.note),
        ];
        let details: Vec<String> = details
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(label, value)| format!("{label}: {value}"))
            .collect();
        event(
            &mut text,
            &Event {
                uid: format!("{}-{}@hoshitori", report.id, item.question_id),
                stamp: &stamp,
                day: due,
                summary: (file.calendar.due)(&format!("{}. {}", item.number, item.topic)),
                description: details.join("\n"),
                is_yearly: false,
            },
        );
    }
    if let Some(day) = report.changed_at.date_naive().checked_add_months(Months::new(12)) {
        event(
            &mut text,
            &Event {
                uid: format!("{}-yearly@hoshitori", report.id),
                stamp: &stamp,
                day,
                summary: (file.calendar.again)(&report.organization),
                description: file.calendar.again_text.to_owned(),
                is_yearly: true,
            },
        );
    }
    line(&mut text, "END", "VCALENDAR");
    text
}

/// An event that takes a whole day.
struct Event<'a> {
    uid: String,
    stamp: &'a str,
    day: NaiveDate,
    summary: String,
    description: String,
    is_yearly: bool,
}

fn event(text: &mut String, event: &Event<'_>) {
    let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
    line(text, "BEGIN", "VEVENT");
    line(text, "UID", &escaped(&event.uid));
    line(text, "DTSTAMP", event.stamp);
    line(text, "DTSTART;VALUE=DATE", &day(event.day));
    line(text, "DTEND;VALUE=DATE", &day(event.day.succ_opt().unwrap_or(event.day)));
    if event.is_yearly {
        line(text, "RRULE", "FREQ=YEARLY");
    }
    line(text, "SUMMARY", &escaped(&event.summary));
    if !event.description.is_empty() {
        line(text, "DESCRIPTION", &escaped(&event.description));
    }
    // A due date does not make anybody busy for the day.
    line(text, "TRANSP", "TRANSPARENT");
    line(text, "END", "VEVENT");
}

/// A value of type TEXT.
fn escaped(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => kept.extend(['\\', character]),
            '\n' => kept.push_str("\\n"),
            other if other.is_control() => {}
            other => kept.push(other),
        }
    }
    kept
}

/// A content line, folded between characters so that no line is longer than [`MAX_LINE_LEN`].
fn line(text: &mut String, name: &str, value: &str) {
    let mut length = 0;
    let mut folded = String::new();
    let _ = write!(folded, "{name}:{value}");
    for character in folded.chars() {
        if length + character.len_utf8() > MAX_LINE_LEN {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(character);
        length += character.len_utf8();
    }
    text.push_str("\r\n");
}
