//! An assessment beside statistics of many, as plain text.

use super::TextReport;
use crate::core::benchmark::{Benchmark, Standing};
use crate::text::{clean, pad, width};

/// Cells of a title at most.
const MAX_TITLE_WIDTH: usize = 24;

impl TextReport<'_> {
    /// Total and categories beside median and quartiles, and where the assessment is furthest behind.
    pub fn benchmark(&self, benchmark: &Benchmark<'_>) -> String {
        let words = &self.words().benchmark;
        let mut out = String::new();
        self.heading(&mut out, words.title);
        self.paragraph(&mut out, &(words.over)(benchmark.complete), 2);
        let total = (self.words().compare.total, benchmark.points);
        let parts = benchmark.categories.iter().map(|(category, standing)| (category.title.as_str(), *standing));
        let rows: Vec<(&str, Standing)> = std::iter::once(total).chain(parts).collect();
        let widest = rows.iter().map(|(title, _)| width(title)).max().unwrap_or_default().min(MAX_TITLE_WIDTH);
        for (title, standing) in rows {
            let title = pad(&clean(title), widest, self.appearance.glyphs.ellipsis);
            let line = format!("{title}  {}", (words.standing)(standing.own, &standing.others));
            self.paragraph(&mut out, &line, 2);
            self.paragraph(&mut out, (words.position)(standing.position()), 2 + widest + 2);
        }
        self.heading(&mut out, words.behind);
        if benchmark.behind.is_empty() {
            self.paragraph(&mut out, words.not_behind, 2);
        }
        for behind in &benchmark.behind {
            let answer = if behind.choice.label.is_empty() { &behind.choice.id } else { &behind.choice.label };
            let topic = format!("{:>2}  {}  {answer}", behind.question.number, behind.question.topic);
            self.paragraph(&mut out, &topic, 2);
            self.paragraph(&mut out, &(words.behind_by)(behind.choice.points, behind.mean), 6);
        }
        out.push('\n');
        self.paragraph(&mut out, words.no_target, 2);
        out
    }
}
