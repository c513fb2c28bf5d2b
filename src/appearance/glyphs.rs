//! Every symbol of the program. Some of them are two cells wide in some Japanese terminals; `--ascii` swaps them all.

use crate::core::question_set::Tone;

/// The symbols of the program.
#[derive(Debug)]
pub struct Glyphs {
    /// Fully done.
    pub good: &'static str,
    /// Done in part.
    pub fair: &'static str,
    /// Not done.
    pub poor: &'static str,
    /// Nobody knows.
    pub unknown: &'static str,
    /// Not answered.
    pub unanswered: &'static str,
    /// The highlighted line.
    pub cursor: &'static str,
    /// A star that was declared.
    pub star: &'static str,
    /// A star that was not declared yet.
    pub no_star: &'static str,
    /// Filled part of a bar.
    pub bar: &'static str,
    /// Empty part of a bar.
    pub bar_rest: &'static str,
    /// Heavy rule.
    pub heavy: &'static str,
    /// Light rule.
    pub light: &'static str,
    /// Left end of a scale.
    pub scale_start: &'static str,
    /// A limit on a scale.
    pub scale_limit: &'static str,
    /// Right end of a scale.
    pub scale_end: &'static str,
    /// The total on a scale.
    pub scale_point: &'static str,
    /// Marked for another look.
    pub flag: &'static str,
    /// Has a note.
    pub note: &'static str,
    /// From one to another.
    pub arrow: &'static str,
    /// Something was cut off.
    pub ellipsis: &'static str,
    /// A point of a list.
    pub bullet: &'static str,
    /// There is more above.
    pub more_above: &'static str,
    /// There is more below.
    pub more_below: &'static str,
    /// Done or durable.
    pub check: &'static str,
    /// A box to tick.
    pub box_empty: &'static str,
    /// A ticked box.
    pub box_ticked: &'static str,
    /// Levels of a small line over time, lowest first.
    pub levels: &'static [&'static str],
    /// Names of keys that have no letter: up, down, left, right.
    pub arrow_keys: [&'static str; 4],
    /// Between two things on one line.
    pub separator: &'static str,
    /// The mark of a change for the better.
    pub better: &'static str,
    /// The mark of a change for the worse.
    pub worse: &'static str,
}

/// The usual symbols.
pub static UNICODE: Glyphs = Glyphs {
    good: "✓",
    fair: "±",
    poor: "✗",
    unknown: "?",
    unanswered: "·",
    cursor: "▸",
    star: "★",
    no_star: "☆",
    bar: "█",
    bar_rest: "░",
    heavy: "━",
    light: "─",
    scale_start: "├",
    scale_limit: "┼",
    scale_end: "┤",
    scale_point: "●",
    flag: "⚑",
    note: "✎",
    arrow: "→",
    ellipsis: "…",
    bullet: "•",
    more_above: "▲",
    more_below: "▼",
    check: "✓",
    box_empty: "[ ]",
    box_ticked: "[✓]",
    levels: &["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    arrow_keys: ["↑", "↓", "←", "→"],
    separator: "·",
    better: "▲",
    worse: "▼",
};

/// Symbols that are one cell wide everywhere.
pub static ASCII: Glyphs = Glyphs {
    good: "o",
    fair: "+",
    poor: "x",
    unknown: "?",
    unanswered: ".",
    cursor: ">",
    star: "*",
    no_star: "-",
    bar: "#",
    bar_rest: ".",
    heavy: "=",
    light: "-",
    scale_start: "|",
    scale_limit: "+",
    scale_end: "|",
    scale_point: "O",
    flag: "!",
    note: "n",
    arrow: "->",
    ellipsis: "..",
    bullet: "*",
    more_above: "^",
    more_below: "v",
    check: "OK",
    box_empty: "[ ]",
    box_ticked: "[x]",
    levels: &["_", ".", "-", "=", "+", "*", "%", "#"],
    arrow_keys: ["Up", "Down", "Left", "Right"],
    separator: "|",
    better: "+",
    worse: "-",
};

impl Glyphs {
    /// The mark of an answer, or of its absence.
    pub const fn mark(&self, tone: Option<Tone>) -> &'static str {
        match tone {
            Some(Tone::Good) => self.good,
            Some(Tone::Fair) => self.fair,
            Some(Tone::Poor) => self.poor,
            Some(Tone::Unknown) => self.unknown,
            None => self.unanswered,
        }
    }

    /// The star, full once it was declared.
    pub const fn of_star(&self, is_declared: bool) -> &'static str {
        if is_declared { self.star } else { self.no_star }
    }

    /// A bar of `cells` cells, of which the share `part / whole` is filled. A part below nothing is an empty bar.
    pub fn bar(&self, part: i32, whole: i32, cells: usize) -> (String, String) {
        let share = if whole > 0 { f64::from(part.clamp(0, whole)) / f64::from(whole) } else { 0.0 };
        let filled = (share * cells as f64).round() as usize;
        (self.bar.repeat(filled), self.bar_rest.repeat(cells - filled.min(cells)))
    }

    /// A small line over time: each value as a level between the lowest and the highest possible.
    pub fn sparkline(&self, values: impl IntoIterator<Item = i32>, min: i32, max: i32) -> String {
        let last = self.levels.len() - 1;
        let span = f64::from((max - min).max(1));
        values
            .into_iter()
            .map(|value| self.levels[(f64::from(value.clamp(min, max) - min) / span * last as f64).round() as usize])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every symbol, as the derived `Debug` writes them: a new field is tested without a thought.
    fn symbols(glyphs: &Glyphs) -> Vec<String> {
        let written = format!("{glyphs:?}");
        written.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn without_unicode_everything_is_ascii() {
        let symbols = symbols(&ASCII);
        assert!(symbols.len() > 30, "{symbols:?}");
        assert!(symbols.iter().all(|symbol| symbol.is_ascii() && !symbol.is_empty()), "{symbols:?}");
    }

    #[test]
    fn a_symbol_takes_as_many_cells_as_it_has_characters() {
        for symbol in symbols(&UNICODE) {
            assert_eq!(crate::text::width(&symbol), symbol.chars().count(), "{symbol}");
        }
    }

    #[test]
    fn answers_differ_without_colour() {
        for glyphs in [&UNICODE, &ASCII] {
            let tones = [Some(Tone::Good), Some(Tone::Fair), Some(Tone::Poor), Some(Tone::Unknown), None];
            let marks: std::collections::HashSet<_> = tones.into_iter().map(|tone| glyphs.mark(tone)).collect();
            assert_eq!(marks.len(), tones.len());
            assert!(marks.into_iter().all(|mark| crate::text::width(mark) == 1));
        }
    }

    #[test]
    fn bars_are_as_long_as_asked_whatever_the_points() {
        for part in [-5, 0, 7, 20, 90] {
            let (filled, rest) = ASCII.bar(part, 20, 10);
            assert_eq!(filled.len() + rest.len(), 10, "{part}");
        }
        assert_eq!(ASCII.bar(15, 20, 20), ("#".repeat(15), ".".repeat(5)));
        assert_eq!(ASCII.bar(1, 0, 3), (String::new(), "...".to_owned()));
    }

    #[test]
    fn a_sparkline_goes_from_the_lowest_level_to_the_highest() {
        assert_eq!(UNICODE.sparkline([-5, 8, 20, 99], -5, 20), "▁▅██");
    }
}
