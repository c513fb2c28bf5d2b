//! Results as plain text: what `show`, `plan`, `compare` and `trend` print, and line mode at its end.

mod benchmark;

use chrono::NaiveDate;

use crate::appearance::{Appearance, Paint};
use crate::core::assessment::Assessment;
use crate::core::compare::{Direction, compare};
use crate::core::language::Language;
use crate::core::plan::{items, path};
use crate::core::question_set::{Choice, Kind};
use crate::core::score::{Score, next_band, score};
use crate::core::star::Star;
use crate::core::stars::stars;
use crate::core::trend::trend;
use crate::messages::progress::star_state;
use crate::messages::{Messages, messages};
use crate::text::{clean, pad, width, wrap};

/// Items that "what to do next" names.
const NEXT_ITEMS: usize = 5;

/// Writes text reports in one language and one appearance.
#[derive(Clone, Copy, Debug)]
pub struct TextReport<'a> {
    language: Language,
    appearance: &'a Appearance,
    /// Cells of a line.
    cells: usize,
}

impl<'a> TextReport<'a> {
    /// Reports in lines of at most `cells`.
    pub fn new(language: Language, appearance: &'a Appearance, cells: usize) -> Self {
        Self { language, appearance, cells: cells.clamp(40, 100) }
    }

    /// The same reports in another language.
    #[must_use]
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    fn words(&self) -> &'static Messages {
        messages(self.language)
    }

    fn paint(&self) -> Paint {
        Paint::new(self.appearance)
    }

    fn paragraph(&self, out: &mut String, text: &str, indent: usize) {
        for line in wrap(text, self.cells - indent) {
            out.push_str(&" ".repeat(indent));
            out.push_str(&line);
            out.push('\n');
        }
    }

    fn heading(&self, out: &mut String, text: &str) {
        out.push('\n');
        out.push_str(&self.paint().strong(&clean(text)));
        out.push('\n');
    }

    /// The result of an assessment: stars, total, parts, what to find out, what to do next, all answers.
    pub fn result(&self, assessment: &Assessment) -> String {
        let words = self.words();
        let sheet = &assessment.diagnosis;
        let score = score(sheet);
        let mut out = self.masthead(assessment);
        self.heading(&mut out, words.result.title);
        self.total(&mut out, assessment, &score);
        if !score.unknown.is_empty() {
            self.heading(&mut out, words.result.unknown_first);
            for question in &score.unknown {
                self.paragraph(&mut out, &format!("{:>2}  {}", question.number, question.topic), 2);
            }
        }
        let items = items(sheet, &assessment.plan);
        if score.is_complete() {
            self.heading(&mut out, words.result.next_to_do);
            if items.is_empty() {
                self.paragraph(&mut out, words.result.nothing_lost, 2);
            }
            for item in items.iter().take(NEXT_ITEMS) {
                let gain = (words.result.gain)(item.points_lost);
                self.paragraph(&mut out, &format!("{:>2}  {}  {gain}", item.question.number, item.question.topic), 2);
                if !item.question.first_step.is_empty() {
                    self.paragraph(&mut out, &item.question.first_step, 6);
                }
            }
        }
        self.heading(&mut out, words.review.title);
        self.answers(&mut out, assessment);
        out.push('\n');
        self.paragraph(&mut out, words.result.self_assessment, 0);
        self.paragraph(&mut out, words.common.not_ipa, 0);
        out
    }

    /// Organisation and total, in two lines.
    pub fn headline(&self, assessment: &Assessment) -> String {
        let words = self.words();
        let score = score(&assessment.diagnosis);
        let mut out = self.paint().strong(&clean(&assessment.organization.name));
        out.push('\n');
        let total = match score.band {
            Some(band) => format!("{}  {}", (words.result.points)(score.points, score.max), band.verdict),
            None => (words.result.points_so_far)(score.points),
        };
        self.paragraph(&mut out, &total, 0);
        out
    }

    /// Organisation, date, and how far it is to the stars.
    fn masthead(&self, assessment: &Assessment) -> String {
        let words = self.words();
        let glyphs = self.appearance.glyphs;
        let organization = &assessment.organization;
        let mut out = String::new();
        let names: Vec<&str> = [&organization.name, &organization.site, &organization.respondent]
            .into_iter()
            .map(|name| name.trim())
            .filter(|name| !name.is_empty())
            .collect();
        let names = if names.is_empty() { words.common.unnamed.to_owned() } else { names.join("  ") };
        out.push_str(&self.paint().strong(&clean(&names)));
        out.push('\n');
        self.paragraph(&mut out, &format!("{}  {}", assessment.created_at.format("%Y-%m-%d"), assessment.id), 0);
        out.push('\n');
        let stars = stars(assessment);
        for (star, title) in [(Star::One, words.progress.one_star), (Star::Two, words.progress.two_stars)] {
            let glyph = glyphs.of_star(stars.state(star).is_declared());
            self.paragraph(&mut out, &format!("{glyph} {title}  {}", star_state(words, assessment, star)), 0);
        }
        out
    }

    fn total(&self, out: &mut String, assessment: &Assessment, score: &Score<'_>) {
        let words = self.words();
        if let Some(band) = score.band {
            let points = (words.result.points)(score.points, score.max);
            self.paragraph(out, &format!("{points}  {}", band.verdict), 2);
            if let Some(next) = next_band(&assessment.diagnosis.set, score.points) {
                self.paragraph(out, &(words.result.to_next_band)(next.min - score.points, next.min), 2);
            }
            self.paragraph(out, &band.advice, 2);
        } else {
            self.paragraph(out, &(words.result.points_so_far)(score.points), 2);
            self.paragraph(out, &(words.common.missing_answers)(score.total - score.answered), 2);
            self.paragraph(out, words.result.no_band_yet, 2);
        }
        out.push('\n');
        let widest = score.categories.iter().map(|part| width(&part.category.title)).max().unwrap_or_default();
        for part in &score.categories {
            let (filled, rest) = self.appearance.glyphs.bar(part.points, part.max, 20);
            let title = pad(&clean(&part.category.title), widest.min(self.cells / 2), "");
            out.push_str(&format!("  {title}  {:>3} / {:<3} ", part.points, part.max));
            out.push_str(&self.paint().accent(&filled));
            out.push_str(&rest);
            out.push('\n');
        }
    }

    fn answers(&self, out: &mut String, assessment: &Assessment) {
        for kind in [Kind::Checklist, Kind::Diagnosis] {
            let sheet = assessment.sheet(kind);
            let widest = sheet.set.questions.iter().map(|question| width(&question.topic)).max().unwrap_or_default();
            self.paragraph(out, &sheet.set.title, 2);
            for (question, choice) in sheet.chosen() {
                let tone = choice.map(|choice| choice.tone);
                let mark = self.paint().tone(tone, self.appearance.glyphs.mark(tone));
                let topic = pad(&clean(&question.topic), widest.min(30), self.appearance.glyphs.ellipsis);
                let label = clean(choice.map_or(self.words().common.unanswered, |choice| &choice.label)).into_owned();
                out.push_str(&format!("    {:>2}  {mark} {topic}  {label}\n", question.number));
                if let Some(note) = sheet.answer(&question.id).map(|answer| answer.note.as_str())
                    && !note.is_empty()
                {
                    self.paragraph(out, note, 10);
                }
            }
        }
    }

    /// The remediation plan, with the fewest changes to a target in points.
    pub fn plan(&self, assessment: &Assessment, target: i32, today: NaiveDate) -> String {
        let words = self.words();
        let sheet = &assessment.diagnosis;
        let mut out = self.masthead(assessment);
        self.heading(&mut out, words.plan.title);
        let items = items(sheet, &assessment.plan);
        if items.is_empty() {
            self.paragraph(&mut out, words.plan.empty, 2);
            return out;
        }
        self.paragraph(&mut out, words.plan.order, 2);
        let overdue = items.iter().filter(|item| item.is_overdue(today)).count();
        if overdue > 0 {
            self.paragraph(&mut out, &(words.plan.overdue_count)(overdue), 2);
        }
        for item in &items {
            let tone = item.choice.map(|choice| choice.tone);
            let mark = self.paint().tone(tone, self.appearance.glyphs.mark(tone));
            let gain = (words.result.gain)(item.points_lost);
            let state = (words.plan.state)(item.entry.state);
            out.push_str(&format!(
                "\n  {:>2}  {mark} {}  {gain}  {state}",
                item.question.number,
                clean(&item.question.topic)
            ));
            if !item.entry.owner.is_empty() {
                out.push_str(&format!("  {}", clean(&item.entry.owner)));
            }
            if let Some(due) = item.entry.due {
                let late = if item.is_overdue(today) { self.paint().alarm(words.plan.overdue) } else { String::new() };
                out.push_str(&format!("  {due} {late}"));
            }
            out.push('\n');
            for (label, text) in [
                (words.question.first_step, &item.question.first_step),
                (words.question.fuller_measure, &item.question.fuller_measure),
                (words.plan.reason, &item.entry.reason),
                (words.plan.note, &item.entry.note),
            ] {
                if !text.is_empty() {
                    self.paragraph(&mut out, &format!("{label}: {text}"), 8);
                }
            }
        }
        let path = path(sheet, target);
        if !path.steps.is_empty() {
            let steps: Vec<String> = path
                .steps
                .iter()
                .map(|step| format!("{} {} +{}", step.question.number, step.question.topic, step.gain))
                .collect();
            out.push('\n');
            let steps = steps.join(words.what_if.step_separator);
            self.paragraph(&mut out, &(words.what_if.fewest)(target, &steps, path.points), 2);
        }
        out
    }

    /// What changed from one assessment to another.
    pub fn comparison(&self, a: &Assessment, b: &Assessment) -> String {
        let words = self.words();
        let glyphs = self.appearance.glyphs;
        let comparison = compare(a, b);
        let mut out = String::new();
        let date = |assessment: &Assessment| assessment.created_at.format("%Y-%m-%d").to_string();
        let names = format!("{}  {} {} {}", b.organization.name, date(a), glyphs.arrow, date(b));
        out.push_str(&self.paint().strong(&clean(&names)));
        out.push_str("\n\n");
        let diagnosis = &comparison.diagnosis;
        let number = |points: Option<i32>| points.map_or_else(|| "-".to_owned(), |points| points.to_string());
        let mut row = |title: &str, a: Option<i32>, b: Option<i32>, change: Option<i32>| {
            let title = pad(&clean(title), 24, glyphs.ellipsis);
            let change = change.map(|change| format!("{change:+}")).unwrap_or_default();
            out.push_str(&format!("  {title} {:>4} {} {:>4}  {change:>4}\n", number(a), glyphs.arrow, number(b)));
        };
        row(words.compare.total, Some(diagnosis.a.points), Some(diagnosis.b.points), Some(diagnosis.change()));
        for part in &diagnosis.categories {
            row(&part.category.title, part.a, part.b, part.change());
        }
        self.heading(&mut out, words.compare.changed);
        let label = |choice: Option<&Choice>| {
            clean(choice.map_or(words.common.unanswered, |choice| choice.label.as_str())).into_owned()
        };
        let changed: Vec<_> = comparison.checklist.changed.iter().chain(&diagnosis.changed).collect();
        if changed.is_empty() {
            self.paragraph(&mut out, words.compare.unchanged, 2);
        }
        for change in changed {
            let (glyph, word) = match change.direction {
                Direction::Better => (glyphs.better, words.compare.better),
                Direction::Worse => (glyphs.worse, words.compare.worse),
                Direction::Neither => (glyphs.separator, words.compare.different),
            };
            let points = if change.change == 0 { String::new() } else { format!("{:+}", change.change) };
            let answers = format!("{} {} {}", label(change.a), glyphs.arrow, label(change.b));
            let topic = clean(&change.question.topic);
            self.paragraph(
                &mut out,
                &format!("{glyph} {word} {points:>3}  {:>2} {topic}: {answers}", change.question.number),
                2,
            );
        }
        let unmatched: Vec<_> = comparison.checklist.unmatched.iter().chain(&diagnosis.unmatched).collect();
        if !unmatched.is_empty() {
            self.heading(&mut out, words.compare.unmatched);
            for unmatched in unmatched {
                let topic = clean(&unmatched.question.topic);
                self.paragraph(&mut out, &format!("{:>2} {topic}", unmatched.question.number), 2);
            }
        }
        out
    }

    /// What became of an organisation over its finished assessments, oldest first.
    pub fn trend(&self, organization: &str, finished: &[Assessment]) -> String {
        let words = self.words();
        let trend = trend(finished);
        let mut out = self.paint().strong(&clean(organization));
        out.push_str("\n\n");
        match trend.assessments.len() {
            0 => self.paragraph(&mut out, words.compare.none, 2),
            1 => self.paragraph(&mut out, words.compare.only_one, 2),
            _ => {}
        }
        for point in &trend.assessments {
            let (filled, rest) = self.appearance.glyphs.bar(point.score.points, point.score.max, 30);
            let date = point.assessment.created_at.format("%Y-%m-%d");
            out.push_str(&format!("  {date}  {:>4}  {}{rest}\n", point.score.points, self.paint().accent(&filled)));
        }
        if let Some(latest) = trend.assessments.last() {
            out.push('\n');
            for part in &latest.score.categories {
                let values: Vec<i32> = trend
                    .assessments
                    .iter()
                    .filter_map(|point| {
                        point.score.categories.iter().find(|other| other.category.id == part.category.id)
                    })
                    .map(|other| other.points)
                    .collect();
                let line = self.appearance.glyphs.sparkline(values, part.min, part.max);
                let title = pad(&clean(&part.category.title), 24, self.appearance.glyphs.ellipsis);
                out.push_str(&format!("  {title} {line}  {}\n", part.points));
            }
        }
        if !trend.open_longest.is_empty() {
            self.heading(&mut out, words.compare.open_longest);
            for item in &trend.open_longest {
                let since = (words.compare.since)(&item.since.format("%Y-%m-%d").to_string());
                let topic = clean(&item.question.topic);
                self.paragraph(&mut out, &format!("{:>2}  {topic}  {since}", item.question.number), 2);
            }
        }
        out
    }
}
