//! Dates in the Japanese eras, and dates as people type them.

mod typed;

use chrono::{Datelike, NaiveDate};

pub use typed::{Expected, typed};

/// A Japanese era.
struct Era {
    /// Its name.
    name: &'static str,
    /// The letter that stands for the name, in lower case.
    letter: char,
    /// Year, month and day with which it begins.
    first: (i32, u32, u32),
}

/// The eras in which a living person was born or a company has dates.
const ERAS: [Era; 3] = [
    Era { name: "令和", letter: 'r', first: (2019, 5, 1) },
    Era { name: "平成", letter: 'h', first: (1989, 1, 8) },
    Era { name: "昭和", letter: 's', first: (1926, 12, 25) },
];

/// The year of a date in its Japanese era, as the name of the era and the year from 1; `None` before the eras known here.
pub fn era_year(date: NaiveDate) -> Option<(&'static str, i32)> {
    ERAS.iter().find_map(|era| {
        let (year, month, day) = era.first;
        (date >= NaiveDate::from_ymd_opt(year, month, day)?).then_some((era.name, date.year() - year + 1))
    })
}
