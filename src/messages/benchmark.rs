//! An assessment beside the statistics of many, and how other companies answered.

use crate::core::benchmark::{BenchmarkRefusal, Position, Quartiles};

/// Sentences about how others stand.
#[derive(Debug)]
pub struct BenchmarkWords {
    /// Title.
    pub title: &'static str,
    /// Label: the file of statistics.
    pub file: &'static str,
    /// Which file that is.
    pub file_hint: &'static str,
    /// No file is named.
    pub file_missing: &'static str,
    /// Button: compare.
    pub compare: &'static str,
    /// Over how many finished assessments the statistics are.
    pub over: fn(u64) -> String,
    /// Own points.
    pub own: fn(i32) -> String,
    /// Median and quartiles of the others.
    pub quartiles: fn(&Quartiles) -> String,
    /// Where own points lie, in a few words.
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
    /// A share, after a question.
    pub others_aside: fn(&str) -> String,
    /// A share in percent.
    pub share: fn(f64) -> String,
    /// Where a share comes from: companies that answered, who published it and on which day.
    pub survey: fn(u32, &str, &str) -> String,
}

/// Japanese.
pub const JA: BenchmarkWords = BenchmarkWords {
    title: "ほかの会社との比較",
    file: "集計のファイル",
    file_hint: "「hoshitori aggregate --json」で作ったファイルの場所",
    file_missing: "ファイルの場所を入力してください。",
    compare: "比べる",
    over: |complete| format!("終わった診断{complete}件の集計と比べています。"),
    own: |points| format!("{points}点"),
    quartiles: |others| format!("中央値 {:.1}、四分位 {:.1}〜{:.1}", others.median, others.q1, others.q3),
    position: |position| match position {
        Position::LowestQuarter => "下位4分の1",
        Position::BelowMedian => "中央値より下",
        Position::AtMedian => "中央値と同じ",
        Position::AboveMedian => "中央値より上",
        Position::HighestQuarter => "上位4分の1",
    },
    behind: "平均との差が大きい項目",
    not_behind: "平均を下回る項目はありません。",
    behind_by: |own, mean| format!("{own}点（平均 {mean:.1}点）"),
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
    others_aside: |share| format!("（ほかの会社：{share}）"),
    share: |percent| format!("{percent:.1}%"),
    survey: |n, source, date| format!("出典：{source}（{date}公表、{}社が回答）", grouped(n)),
};

/// English.
pub const EN: BenchmarkWords = BenchmarkWords {
    title: "Compared with other companies",
    file: "Statistics file",
    file_hint: "path of what hoshitori aggregate --json wrote",
    file_missing: "Please enter the path of a file.",
    compare: "Compare",
    over: |complete| format!("Compared with statistics over {complete} finished assessments."),
    own: points,
    quartiles: |others| format!("median {:.1}, quartiles {:.1} to {:.1}", others.median, others.q1, others.q3),
    position: |position| match position {
        Position::LowestQuarter => "lowest quarter",
        Position::BelowMedian => "below the median",
        Position::AtMedian => "at the median",
        Position::AboveMedian => "above the median",
        Position::HighestQuarter => "highest quarter",
    },
    behind: "Furthest behind the mean",
    not_behind: "No answer is below the mean.",
    behind_by: |own, mean| format!("{} (mean {mean:.1})", points(own)),
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
    others_aside: |share| format!(" (other companies: {share})"),
    share: |percent| format!("{percent:.1}%"),
    survey: |n, source, date| format!("Source: {source}; published on {date}, {} companies asked", grouped(n)),
};

fn points(points: i32) -> String {
    format!("{points} point{}", if points.abs() == 1 { "" } else { "s" })
}

/// A number with a comma between thousands.
fn grouped(number: u32) -> String {
    match number {
        0..=999 => number.to_string(),
        _ => format!("{},{:03}", grouped(number / 1000), number % 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 4191, 1_000_007].map(grouped), ["0", "999", "4,191", "1,000,007"]);
    }
}
