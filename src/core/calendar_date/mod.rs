//! Dates in the Japanese eras, and dates as people type them.

mod typed;

use chrono::{Datelike, NaiveDate};

pub use typed::{Expected, typed};

/// Eras since the Meiji reform that a living company can have dates in: first day, name.
const ERAS: [((i32, u32, u32), &str); 3] = [((2019, 5, 1), "令和"), ((1989, 1, 8), "平成"), ((1926, 12, 25), "昭和")];

/// The year of a date in its Japanese era, as the name of the era and the year from 1; `None` before the eras known here.
pub fn era_year(date: NaiveDate) -> Option<(&'static str, i32)> {
    ERAS.iter().find_map(|((year, month, day), name)| {
        let first = NaiveDate::from_ymd_opt(*year, *month, *day)?;
        (date >= first).then_some((*name, date.year() - year + 1))
    })
}
