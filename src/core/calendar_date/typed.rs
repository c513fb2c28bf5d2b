//! Dates as people type them into a form: `12/25`, `27/3/31`, `R9.3.31`, `来月末`, `+2w`.
//!
//! A date without a year, and every word, is relative to today, so what was understood has to be shown before it counts.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::input::fold::half_width;

/// Which of two dates is meant where a text fits one in the past and one to come, such as `12/25`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Something still to be done: today, or the next such day.
    Upcoming,
    /// Something that has happened: today, or the last such day.
    Past,
}

/// Years outside are typing mistakes.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Longest text that can be a date, in characters.
const MAX_LEN: usize = 40;

/// Days named by a word, counted from today.
const DAYS: [(&[&str], i64); 4] = [
    (&["今日", "本日", "きょう", "today"], 0),
    (&["明日", "あした", "あす", "tomorrow"], 1),
    (&["明後日", "あさって"], 2),
    (&["昨日", "きのう", "yesterday"], -1),
];

/// Ends of periods named by a word.
const PERIOD_ENDS: [(&[&str], PeriodEnd); 6] = [
    (&["今週末", "週末", "end of week", "end of this week", "this weekend"], PeriodEnd::Week(0)),
    (&["来週末", "end of next week", "next weekend"], PeriodEnd::Week(1)),
    (&["月末", "今月末", "end of month", "end of this month", "end of the month"], PeriodEnd::Month(0)),
    (&["来月末", "end of next month"], PeriodEnd::Month(1)),
    (&["年末", "今年末", "end of year", "end of this year", "end of the year"], PeriodEnd::Year),
    (&["年度末", "今年度末", "end of fiscal year"], PeriodEnd::FiscalYear),
];

/// Spans from today named by a word.
const SPANS: [(&[&str], Unit); 3] = [
    (&["来週", "next week"], Unit::Week),
    (&["来月", "next month"], Unit::Month),
    (&["来年", "next year"], Unit::Year),
];

/// What stands behind a number to make it a span: `+2w`, `2週間後`, `in 2 weeks`.
const UNITS: [(&[&str], Unit); 4] = [
    (&["d", "day", "days", "日"], Unit::Day),
    (&["w", "week", "weeks", "週間", "週"], Unit::Week),
    (&["m", "month", "months", "か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月"], Unit::Month),
    (&["y", "year", "years", "年"], Unit::Year),
];

/// Days of the week by their names in both languages, Monday first.
const WEEKDAYS: [(&[&str], Weekday); 7] = [
    (&["月", "mon", "monday"], Weekday::Mon),
    (&["火", "tue", "tuesday"], Weekday::Tue),
    (&["水", "wed", "wednesday"], Weekday::Wed),
    (&["木", "thu", "thursday"], Weekday::Thu),
    (&["金", "fri", "friday"], Weekday::Fri),
    (&["土", "sat", "saturday"], Weekday::Sat),
    (&["日", "sun", "sunday"], Weekday::Sun),
];

#[derive(Clone, Copy, Debug)]
enum PeriodEnd {
    /// Friday, the last working day, so many weeks from now.
    Week(u32),
    /// The last day of the month so many months from now.
    Month(u32),
    /// 31 December.
    Year,
    /// 31 March, the end of the fiscal year of most Japanese companies.
    FiscalYear,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// The date that a text typed on this day means, in either language. `None` where it means none, or a year outside 1900 to
/// 2200. Full-width letters and digits count like half-width ones, upper case like lower case.
///
/// ```
/// use hoshitori::core::calendar_date::{Expected, typed};
///
/// let today = "2026-11-25".parse()?;
/// assert_eq!(typed("12/25", today, Expected::Upcoming), Some("2026-12-25".parse()?));
/// assert_eq!(typed("来月末", today, Expected::Upcoming), Some("2026-12-31".parse()?));
/// assert_eq!(typed("11/20", today, Expected::Past), Some("2026-11-20".parse()?));
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn typed(text: &str, today: NaiveDate, expected: Expected) -> Option<NaiveDate> {
    if text.chars().count() > MAX_LEN {
        return None;
    }
    let text = text.trim().chars().map(half_width).collect::<String>().to_lowercase();
    let text = text.trim();
    let date = named_day(text, today)
        .or_else(|| span(text, today))
        .or_else(|| weekday(text, today, expected))
        .or_else(|| numbers(text, today, expected))?;
    YEARS.contains(&date.year()).then_some(date)
}

fn named_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some((_, days)) = DAYS.iter().find(|(names, _)| names.contains(&text)) {
        return today.checked_add_signed(chrono::TimeDelta::days(*days));
    }
    if let Some((_, end)) = PERIOD_ENDS.iter().find(|(names, _)| names.contains(&text)) {
        return end.after(today);
    }
    let (_, unit) = SPANS.iter().find(|(names, _)| names.contains(&text))?;
    unit.after(today, 1)
}

/// `+2w`, `2週間後`, `in 2 weeks`.
fn span(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let rest = text
        .strip_prefix('+')
        .or_else(|| text.strip_prefix("in "))
        .or_else(|| text.strip_suffix("以内"))
        .or_else(|| text.strip_suffix('後'))?
        .trim();
    let end = rest.find(|character: char| !character.is_ascii_digit())?;
    let (count, unit) = rest.split_at(end);
    let (_, unit) = UNITS.iter().find(|(names, _)| names.contains(&unit.trim()))?;
    unit.after(today, count.parse().ok()?)
}

/// `金曜`, `来週の金曜日`, `Friday`, `next friday`.
fn weekday(text: &str, today: NaiveDate, expected: Expected) -> Option<NaiveDate> {
    let (next_week, rest) = ["来週の", "来週", "next "]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .map_or((false, text), |rest| (true, rest));
    let named = rest.strip_suffix("曜日").or_else(|| rest.strip_suffix('曜'));
    let (_, weekday) = WEEKDAYS.iter().find(|(names, _)| match named {
        Some(name) => names[0] == name,
        // A lone 月 or 日 is a unit and no day of the week.
        None => names[1..].contains(&rest),
    })?;
    let monday = today.week(Weekday::Mon).checked_first_day()?;
    if next_week {
        return monday.checked_add_days(Days::new(7 + u64::from(weekday.num_days_from_monday())));
    }
    let ahead = (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
    match expected {
        Expected::Upcoming => today.checked_add_days(Days::new(u64::from(ahead))),
        Expected::Past => today.checked_sub_days(Days::new(u64::from((7 - ahead) % 7))),
    }
}

/// Numbers with marks between them: year, month and day, or month and day, or eight digits.
fn numbers(text: &str, today: NaiveDate, expected: Expected) -> Option<NaiveDate> {
    let (era, rest) = super::ERAS
        .iter()
        .find_map(|era| {
            let rest = text.strip_prefix(era.name).or_else(|| text.strip_prefix(era.letter))?;
            Some((Some(era.first.0 - 1), rest))
        })
        .unwrap_or((None, text));
    let rest = rest.replace('元', "1");
    if era.is_none() && rest.len() == 8 && rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(&rest, "%Y%m%d").ok();
    }
    let is_mark = |character: char| " -/.,年月日".contains(character);
    if !rest.chars().all(|character| character.is_ascii_digit() || is_mark(character)) {
        return None;
    }
    let parts: Vec<&str> = rest.split(is_mark).filter(|part| !part.is_empty()).collect();
    match (parts.as_slice(), era) {
        ([year, month, day], Some(before)) => ymd(before.checked_add(year.parse().ok()?)?, month, day),
        ([year, month, day], None) => {
            let century = if year.len() == 2 { 2000 } else { 0 };
            ymd(year.parse::<i32>().ok()?.checked_add(century)?, month, day)
        }
        ([month, day], None) => closest(today, expected, |year| ymd(year, month, day)),
        _ => None,
    }
}

/// The date of a year without which it was typed: this year's, or the next or last one that the expectation allows. 29
/// February looks further, to a leap year.
fn closest(today: NaiveDate, expected: Expected, in_year: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let year = today.year();
    match expected {
        Expected::Upcoming => (year..=year + 8).filter_map(in_year).find(|date| *date >= today),
        Expected::Past => (year - 8..=year).rev().filter_map(in_year).find(|date| *date <= today),
    }
}

fn ymd(year: i32, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

impl PeriodEnd {
    fn after(self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Week(weeks) => {
                let friday = today.week(Weekday::Mon).checked_first_day()?.checked_add_days(Days::new(4))?;
                // On a Saturday or Sunday the week that ends is the one to come.
                let friday = if friday < today { friday.checked_add_days(Days::new(7))? } else { friday };
                friday.checked_add_days(Days::new(7 * u64::from(weeks)))
            }
            Self::Month(months) => {
                today.with_day(1)?.checked_add_months(Months::new(months + 1))?.checked_sub_days(Days::new(1))
            }
            Self::Year => NaiveDate::from_ymd_opt(today.year(), 12, 31),
            Self::FiscalYear => NaiveDate::from_ymd_opt(today.year() + i32::from(today.month() > 3), 3, 31),
        }
    }
}

impl Unit {
    fn after(self, today: NaiveDate, count: u32) -> Option<NaiveDate> {
        match self {
            Self::Day => today.checked_add_days(Days::new(u64::from(count))),
            Self::Week => today.checked_add_days(Days::new(u64::from(count).checked_mul(7)?)),
            Self::Month => today.checked_add_months(Months::new(count)),
            Self::Year => today.checked_add_months(Months::new(count.checked_mul(12)?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A Wednesday.
    const TODAY: &str = "2026-11-25";

    fn read(text: &str, expected: Expected) -> String {
        let today = TODAY.parse().expect("a date");
        typed(text, today, expected).map(|date| date.to_string()).unwrap_or_default()
    }

    #[test]
    fn dates_to_come_are_read_in_both_languages() {
        for (text, date) in [
            ("12/25", "2026-12-25"),
            ("11/24", "2027-11-24"),
            ("11/25", "2026-11-25"),
            ("12月25日", "2026-12-25"),
            ("１２／２５", "2026-12-25"),
            ("2/29", "2028-02-29"),
            ("20261225", "2026-12-25"),
            ("27/3/31", "2027-03-31"),
            ("R9.3.31", "2027-03-31"),
            ("r9.3.31", "2027-03-31"),
            ("ｒ９．３．３１", "2027-03-31"),
            ("令和9年3月31日", "2027-03-31"),
            ("2027年3月31日", "2027-03-31"),
            ("明日", "2026-11-26"),
            ("Tomorrow", "2026-11-26"),
            ("あさって", "2026-11-27"),
            ("今週末", "2026-11-27"),
            ("来週末", "2026-12-04"),
            ("end of next week", "2026-12-04"),
            ("月末", "2026-11-30"),
            ("end of month", "2026-11-30"),
            ("来月末", "2026-12-31"),
            ("年度末", "2027-03-31"),
            ("年末", "2026-12-31"),
            ("来月", "2026-12-25"),
            ("+2w", "2026-12-09"),
            ("+10d", "2026-12-05"),
            ("+3m", "2027-02-25"),
            ("2週間後", "2026-12-09"),
            ("3か月後", "2027-02-25"),
            ("in 2 weeks", "2026-12-09"),
            ("金曜", "2026-11-27"),
            ("friday", "2026-11-27"),
            ("水曜日", "2026-11-25"),
            ("来週の金曜日", "2026-12-04"),
            ("next friday", "2026-12-04"),
        ] {
            assert_eq!(read(text, Expected::Upcoming), date, "{text}");
        }
    }

    #[test]
    fn a_date_that_has_happened_is_the_last_such_day() {
        for (text, date) in
            [("11/24", "2026-11-24"), ("12/25", "2025-12-25"), ("昨日", "2026-11-24"), ("火曜", "2026-11-24")]
        {
            assert_eq!(read(text, Expected::Past), date, "{text}");
        }
    }

    #[test]
    fn what_means_no_date_is_none() {
        for text in [
            "",
            "日",
            "月",
            "2026-13-01",
            "2026-02-30",
            "2026-11",
            "13/1",
            "2026-11-22-1",
            "99999999999-1-1",
            "そのうち",
            "+w",
            "+2x",
            "+99999999999d",
            "R9",
            "123456789",
            "12:30",
        ] {
            assert_eq!(read(text, Expected::Upcoming), "", "{text}");
        }
    }

    #[test]
    fn the_week_that_ends_on_a_saturday_is_the_next() {
        let saturday = "2026-11-28".parse().expect("a date");
        assert_eq!(typed("週末", saturday, Expected::Upcoming).map(|date| date.to_string()), Some("2026-12-04".into()));
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_panic(text in "\\PC{0,50}", days in 0_i64..150_000) {
            let today = NaiveDate::MIN + chrono::TimeDelta::days(days * 600);
            let _ = typed(&text, today, Expected::Upcoming);
            let _ = typed(&text, today, Expected::Past);
        }

        #[test]
        fn every_date_written_in_full_is_read_back(days in 0_i64..100_000) {
            let date = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a date") + chrono::TimeDelta::days(days);
            let today = TODAY.parse().expect("a date");
            for format in ["%Y-%m-%d", "%Y/%-m/%-d", "%Y年%-m月%-d日", "%Y%m%d"] {
                prop_assert_eq!(typed(&date.format(format).to_string(), today, Expected::Past), Some(date));
            }
        }

        #[test]
        fn a_day_of_the_year_lies_on_the_expected_side(month in 1_u32..13, day in 1_u32..32, from in 0_i64..3000) {
            let today = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date") + chrono::TimeDelta::days(from);
            let text = format!("{month}/{day}");
            prop_assert!(typed(&text, today, Expected::Upcoming).is_none_or(|date| date >= today));
            prop_assert!(typed(&text, today, Expected::Past).is_none_or(|date| date <= today));
        }
    }
}
