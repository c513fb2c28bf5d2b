//! Words that many screens share.

use chrono::{Datelike, NaiveDate};

use crate::core::calendar_date::era_year;

/// Words that many screens share.
#[derive(Debug)]
pub struct Common {
    /// Shown when everything so far is durable.
    pub saved: &'static str,
    /// Shown while the newest change is on its way to the disk.
    pub saving: &'static str,
    /// Shown while saving fails, before the reason.
    pub not_saved: &'static str,
    /// The window is too small.
    pub enlarge: &'static str,
    /// A loading list.
    pub loading: &'static str,
    /// An organisation without a name.
    pub unnamed: &'static str,
    /// An unanswered question.
    pub unanswered: &'static str,
    /// A carried-over answer that is not confirmed.
    pub unconfirmed: &'static str,
    /// The file was changed by another program; the name of the copy kept aside.
    pub kept_aside: fn(&str) -> String,
    /// Questions missing, by count.
    pub missing_answers: fn(usize) -> String,
    /// Between the items of a list in a sentence.
    pub list_separator: &'static str,
    /// Between two sentences of an error.
    pub sentence_separator: &'static str,
    /// Between a label and its value.
    pub label_separator: &'static str,
    /// Between two whole sentences.
    pub sentence_end: &'static str,
    /// Between a label and what it is about, and between a person's title and name, in documents.
    pub document_space: &'static str,
    /// A date written out; in the Japanese era if that is asked for and the language has it.
    pub date: fn(NaiveDate, bool) -> String,
    /// The language with its country, as files of office programs name it.
    pub language_tag: &'static str,
    /// That the program is not IPA's.
    pub not_ipa: &'static str,
}

/// Japanese.
pub const JA: Common = Common {
    saved: "保存済み",
    saving: "保存中",
    not_saved: "保存できていません",
    enlarge: "画面が小さすぎます。40×12以上に広げてください。",
    loading: "読み込んでいます",
    unnamed: "（名称なし）",
    unanswered: "未回答",
    unconfirmed: "未確認",
    kept_aside: |name| format!("ほかのプログラムがファイルを書き換えていました。その内容は{name}に残してあります。"),
    missing_answers: |count| format!("未回答が{count}問あります。"),
    list_separator: "、",
    sentence_separator: "",
    label_separator: "：",
    sentence_end: "。",
    document_space: "　",
    date: |date, in_era| {
        let year = match era_year(date).filter(|_| in_era) {
            Some((era, 1)) => format!("{era}元"),
            Some((era, year)) => format!("{era}{year}"),
            None => date.year().to_string(),
        };
        format!("{year}年{}月{}日", date.month(), date.day())
    },
    language_tag: "ja-JP",
    not_ipa: "このプログラムはIPAが作成、確認、推奨したものではありません。",
};

/// English.
pub const EN: Common = Common {
    saved: "Saved",
    saving: "Saving",
    not_saved: "Not saved",
    enlarge: "This window is too small. Please enlarge it to 40×12 or more.",
    loading: "Loading",
    unnamed: "(no name)",
    unanswered: "not answered",
    unconfirmed: "not confirmed",
    kept_aside: |name| format!("Another program had changed the file. Its version is kept as {name}."),
    missing_answers: |count| {
        if count == 1 {
            "1 question is not answered yet.".to_owned()
        } else {
            format!("{count} questions are not answered yet.")
        }
    },
    list_separator: ", ",
    sentence_separator: "; ",
    label_separator: ": ",
    sentence_end: ". ",
    document_space: " ",
    date: |date, _| date.format("%B %-d, %Y").to_string(),
    language_tag: "en-US",
    not_ipa: "This program is not made, checked or endorsed by IPA.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eras_change_on_their_day() {
        let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a date");
        assert_eq!((JA.date)(date(2026, 11, 22), true), "令和8年11月22日");
        assert_eq!((JA.date)(date(2019, 5, 1), true), "令和元年5月1日");
        assert_eq!((JA.date)(date(2019, 4, 30), true), "平成31年4月30日");
        assert_eq!((JA.date)(date(1989, 1, 7), true), "昭和64年1月7日");
        assert_eq!((JA.date)(date(1912, 1, 1), true), "1912年1月1日");
        assert_eq!((JA.date)(date(2026, 11, 22), false), "2026年11月22日");
        assert_eq!((EN.date)(date(2026, 11, 2), true), "November 2, 2026");
    }
}
