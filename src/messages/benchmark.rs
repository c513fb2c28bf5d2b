//! An assessment beside the statistics of many, and how other companies answered.

use crate::core::benchmark::{BenchmarkRefusal, Position, Quartiles};

/// Sentences about how others stand.
#[derive(Debug)]
pub struct BenchmarkWords {
    /// Title.
    pub title: &'static str,
    /// Over how many finished assessments the statistics are.
    pub over: fn(u64) -> String,
    /// Own points beside median and quartiles.
    pub standing: fn(i32, &Quartiles) -> String,
    /// Where own points lie.
    pub position: fn(Position) -> &'static str,
    /// Heading: where the assessment is furthest behind.
    pub behind: &'static str,
    /// It is behind nowhere.
    pub not_behind: &'static str,
    /// Points of the own answer and the mean.
    pub behind_by: fn(i32, f64) -> String,
    /// That statistics are no target.
    pub no_target: &'static str,
    /// Why the two cannot be compared.
    pub refusal: fn(&BenchmarkRefusal) -> String,
    /// Heading of the share of a survey.
    pub others: &'static str,
    /// A share in percent.
    pub share: fn(f64) -> String,
    /// Companies that answered, who published it and on which day.
    pub survey: fn(u32, &str, &str) -> String,
}

/// Japanese.
pub const JA: BenchmarkWords = BenchmarkWords {
    title: "ほかの会社との比較",
    over: |complete| format!("終わった診断{complete}件の集計と比べています。"),
    standing: |own, others| format!("{own}点　中央値 {:.1}、四分位 {:.1}〜{:.1}", others.median, others.q1, others.q3),
    position: |position| match position {
        Position::LowestQuarter => "下から4分の1に入っています。",
        Position::BelowMedian => "中央値を下回っています。",
        Position::AtMedian => "中央値と同じです。",
        Position::AboveMedian => "中央値を上回っています。",
        Position::HighestQuarter => "上から4分の1に入っています。",
    },
    behind: "平均との差が大きい項目",
    not_behind: "平均を下回る項目はありません。",
    behind_by: |own, mean| format!("{own}点　平均 {mean:.1}"),
    no_target: "集計は、ほかの会社の様子を知るためのもので、目標ではありません。",
    refusal: |refusal| match refusal {
        BenchmarkRefusal::TooFew(count) => format!(
            "集計に終わった診断が{count}件しかないため、比べられません。個々の会社の回答が推測されないように、5件以上の集計を使ってください。"
        ),
        BenchmarkRefusal::OtherSet(id, edition) => {
            format!("集計は別の設問ファイル「{id}」（版 {edition}）の診断です。同じ設問の集計を使ってください。")
        }
        BenchmarkRefusal::NoCategory(id) => {
            format!("集計に「{id}」の点数がありません。同じ設問の集計を使ってください。")
        }
        BenchmarkRefusal::Unfinished(answered, total) => {
            format!("この診断はまだ途中です（{answered}/{total}）。すべて回答すると比べられます。")
        }
    },
    others: "ほかの会社",
    share: |percent| format!("{percent:.1}%"),
    survey: |n, source, date| format!("{source}、{date}公表、回答{n}社"),
};

/// English.
pub const EN: BenchmarkWords = BenchmarkWords {
    title: "Compared with other companies",
    over: |complete| format!("Compared with statistics over {complete} finished assessments."),
    standing: |own, others| {
        format!("{own} points  median {:.1}, quartiles {:.1} to {:.1}", others.median, others.q1, others.q3)
    },
    position: |position| match position {
        Position::LowestQuarter => "in the lowest quarter",
        Position::BelowMedian => "below the median",
        Position::AtMedian => "at the median",
        Position::AboveMedian => "above the median",
        Position::HighestQuarter => "in the highest quarter",
    },
    behind: "Furthest behind the mean",
    not_behind: "No answer is below the mean.",
    behind_by: |own, mean| format!("{own} point{}, mean {mean:.1}", if own == 1 { "" } else { "s" }),
    no_target: "Statistics show how others stand; they are not a target.",
    refusal: |refusal| match refusal {
        BenchmarkRefusal::TooFew(count) => format!(
            "The statistics are over only {count} finished assessments. Use statistics over at least five, so that no single company can be made out."
        ),
        BenchmarkRefusal::OtherSet(id, edition) => format!(
            "The statistics are about another question set, \"{id}\" (edition {edition}). Use statistics over the same questions."
        ),
        BenchmarkRefusal::NoCategory(id) => {
            format!("The statistics say nothing about \"{id}\". Use statistics over the same questions.")
        }
        BenchmarkRefusal::Unfinished(answered, total) => {
            format!("This assessment is not finished ({answered}/{total}). Answer every question to compare it.")
        }
    },
    others: "Other companies",
    share: |percent| format!("{percent:.1}%"),
    survey: |n, source, date| format!("{source}; published on {date}; {n} companies answered"),
};
