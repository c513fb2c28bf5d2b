//! Dates as documents write them, in the western calendar or the Japanese era.

mod typed;

use chrono::{Datelike, NaiveDate};

use super::language::Language;

pub use typed::{Expected, typed};

/// Eras since the Meiji reform that a living company can have dates in: first day, name.
const ERAS: [((i32, u32, u32), &str); 3] = [((2019, 5, 1), "令和"), ((1989, 1, 8), "平成"), ((1926, 12, 25), "昭和")];

/// A date written out: `2026年11月22日`, or `令和8年11月22日` where the era is asked for; `November 22, 2026` in English,
/// which has no eras. A date before the eras known here is written in the western calendar.
pub fn written_out(date: NaiveDate, language: Language, japanese_era: bool) -> String {
    match language {
        Language::En => date.format("%B %-d, %Y").to_string(),
        Language::Ja => {
            let year = if japanese_era { era_year(date) } else { None }.unwrap_or_else(|| date.year().to_string());
            format!("{year}年{}月{}日", date.month(), date.day())
        }
    }
}

fn era_year(date: NaiveDate) -> Option<String> {
    ERAS.iter().find_map(|((year, month, day), name)| {
        let first = NaiveDate::from_ymd_opt(*year, *month, *day)?;
        if date < first {
            return None;
        }
        let count = date.year() - year + 1;
        Some(if count == 1 { format!("{name}元") } else { format!("{name}{count}") })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn eras_change_on_their_day() {
        assert_eq!(written_out(date(2026, 11, 22), Language::Ja, true), "令和8年11月22日");
        assert_eq!(written_out(date(2019, 5, 1), Language::Ja, true), "令和元年5月1日");
        assert_eq!(written_out(date(2019, 4, 30), Language::Ja, true), "平成31年4月30日");
        assert_eq!(written_out(date(1989, 1, 7), Language::Ja, true), "昭和64年1月7日");
        assert_eq!(written_out(date(1912, 1, 1), Language::Ja, true), "1912年1月1日");
        assert_eq!(written_out(date(2026, 11, 22), Language::Ja, false), "2026年11月22日");
        assert_eq!(written_out(date(2026, 11, 2), Language::En, true), "November 2, 2026");
    }
}
