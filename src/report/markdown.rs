//! The report as Markdown: plain tables and lists, no raw HTML, no links.

use std::fmt::Write as _;

use super::content::{Report, ReportSheet};
use crate::appearance::UNICODE;
use crate::messages::{Messages, messages};

/// Writes a report as Markdown.
pub fn markdown(report: &Report) -> String {
    let words = messages(report.language);
    let mut text = String::new();
    let _ = writeln!(text, "# {}\n", escaped(&report.title));
    about(&mut text, report, words);
    summary(&mut text, report, words);
    for sheet in [&report.checklist, &report.diagnosis] {
        answers(&mut text, sheet, words);
    }
    plan(&mut text, report, words);
    merge(&mut text, report, words);
    heading(&mut text, 2, words.report_file.notice);
    for notice in &report.notices {
        let _ = writeln!(text, "- {}", escaped(notice));
    }
    text
}

/// A text as Markdown that shows exactly this text, on one line.
pub fn escaped(text: &str) -> String {
    let mut kept = String::with_capacity(text.len() + 8);
    let mut characters = text.trim().chars().peekable();
    let mut before = None;
    let mut at_start = true;
    while let Some(character) = characters.next() {
        match character {
            '<' => kept.push_str("&lt;"),
            '>' => kept.push_str("&gt;"),
            '&' if characters.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#') => {
                kept.push_str("&amp;");
            }
            '\n' => kept.push_str(" / "),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => kept.extend(['\\', character]),
            '(' if before == Some(']') => kept.push_str("\\("),
            '#' | '+' | '-' | '=' | ':' if at_start => kept.extend(['\\', character]),
            '.' | ')' if before.is_some_and(|before: char| before.is_ascii_digit()) && is_number(&kept) => {
                kept.extend(['\\', character]);
            }
            other => kept.push(other),
        }
        at_start = false;
        before = Some(character);
    }
    kept
}

/// Whether a line so far could become the number of a list.
fn is_number(text: &str) -> bool {
    text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn heading(text: &mut String, level: usize, title: &str) {
    if !text.ends_with("\n\n") {
        text.push('\n');
    }
    let _ = writeln!(text, "{} {}\n", "#".repeat(level), escaped(title));
}

fn row<'a>(text: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for cell in cells {
        let _ = write!(text, "| {} ", if cell.is_empty() { String::new() } else { escaped(cell) });
    }
    text.push_str("|\n");
}

/// A row of headings; columns whose letter is `r` stand to the right.
fn head<'a>(text: &mut String, alignment: &str, cells: impl IntoIterator<Item = &'a str>) {
    row(text, cells);
    for column in alignment.chars() {
        text.push_str(if column == 'r' { "| ---: " } else { "| --- " });
    }
    text.push_str("|\n");
}

fn about(text: &mut String, report: &Report, words: &Messages) {
    heading(text, 2, words.report_file.about);
    for fact in &report.facts {
        let _ = writeln!(text, "- {}: {}", escaped(fact.label), escaped(&fact.value));
    }
}

fn summary(text: &mut String, report: &Report, words: &Messages) {
    let file = &words.report_file;
    heading(text, 2, file.summary);
    let result = &report.result;
    let _ = writeln!(text, "**{}**\n", escaped(&result.total_line));
    if let Some(band) = &result.band {
        let _ = writeln!(text, "{}: {}\n", escaped(file.band), escaped(band));
    }
    for sentence in [&result.verdict, &result.advice, result.next_band.as_ref().unwrap_or(&String::new())] {
        if !sentence.is_empty() {
            let _ = writeln!(text, "{}\n", escaped(sentence));
        }
    }
    heading(text, 3, file.categories);
    head(text, "lrrrr", [file.category, file.points, file.most, file.share, file.answered]);
    for part in &report.categories {
        let (points, max, share) = (part.points.to_string(), part.max.to_string(), format!("{} %", part.percent()));
        row(text, [&part.title, points.as_str(), &max, &share, &format!("{}/{}", part.answered, part.total)]);
    }
    if !report.groups.is_empty() {
        heading(text, 3, file.groups);
        for group in &report.groups {
            let _ = writeln!(text, "- {}", escaped(&(file.radar_value)(&group.title, group.percent())));
        }
    }
    heading(text, 3, file.stars);
    for star in &report.stars {
        let mark = UNICODE.of_star(star.is_declared);
        let _ = writeln!(text, "- {mark} {}: {}", escaped(star.title), escaped(&star.state));
    }
}

fn answers(text: &mut String, sheet: &ReportSheet, words: &Messages) {
    let file = &words.report_file;
    heading(text, 2, &sheet.title);
    let mut shown = None;
    for answer in &sheet.answers {
        if shown != Some(&answer.category) {
            if !answer.category.is_empty() {
                heading(text, 3, &answer.category);
            }
            if sheet.has_points {
                head(text, "rlllr", [file.number, file.topic, file.question, file.answer, file.points]);
            } else {
                head(text, "rlll", [file.number, file.topic, file.question, file.answer]);
            }
            shown = Some(&answer.category);
        }
        let said = format!("{} {}", UNICODE.mark(answer.tone), answer.answer);
        let number = answer.number.to_string();
        let points = answer.points.map(|points| points.to_string()).unwrap_or_default();
        let mut question = answer.question.clone();
        if !answer.others.is_empty() {
            question.push_str(&(words.benchmark.others_aside)(&answer.others));
        }
        let cells = [&number, &answer.topic, &question, &said, &points];
        row(text, cells.into_iter().take(4 + usize::from(sheet.has_points)).map(String::as_str));
    }
    let remarks: Vec<String> = sheet
        .answers
        .iter()
        .filter_map(|answer| {
            let parts: Vec<String> = [
                answer.is_flagged.then(|| file.flagged.to_owned()),
                (!answer.note.is_empty()).then(|| format!("{}: {}", file.note, answer.note)),
                (!answer.evidence.is_empty()).then(|| format!("{}: {}", file.evidence, answer.evidence)),
            ]
            .into_iter()
            .flatten()
            .map(|part| escaped(&part))
            .collect();
            let who = escaped(&format!("{} {}", answer.number, answer.topic));
            (!parts.is_empty()).then(|| format!("- {who}\n{}", parts.iter().fold(String::new(), nested)))
        })
        .collect();
    if !remarks.is_empty() {
        heading(text, 3, file.note);
        text.extend(remarks);
    }
}

fn nested(mut list: String, item: &String) -> String {
    let _ = writeln!(list, "  - {item}");
    list
}

fn plan(text: &mut String, report: &Report, words: &Messages) {
    let file = &words.report_file;
    heading(text, 2, file.plan);
    if report.plan.is_empty() {
        let _ = writeln!(text, "{}", escaped(words.plan.empty));
        return;
    }
    let _ = writeln!(text, "{}\n", escaped(words.plan.order));
    let columns = [file.order, file.topic, file.answer, file.gain, words.plan.owner, words.plan.due];
    head(text, "rllrlll", columns.into_iter().chain([words.plan.state_label]));
    for (index, item) in report.plan.iter().enumerate() {
        let topic = format!("{} {}", item.number, item.topic);
        let answer = format!("{} {}", UNICODE.mark(item.tone), item.answer);
        let cells = [&topic, &answer, &format!("+{}", item.gain), &item.owner, &item.due_text, &item.state_text];
        row(text, [(index + 1).to_string().as_str()].into_iter().chain(cells.into_iter().map(String::as_str)));
    }
    for item in &report.plan {
        heading(text, 3, &format!("{} {}", item.number, item.topic));
        let parts = [
            (file.first_step, &item.first_step),
            (file.fuller_measure, &item.fuller_measure),
            (words.plan.note, &item.note),
        ];
        for (label, value) in parts.into_iter().filter(|(_, value)| !value.is_empty()) {
            let _ = writeln!(text, "- {}: {}", escaped(label), escaped(value));
        }
    }
}

fn merge(text: &mut String, report: &Report, words: &Messages) {
    let Some(merge) = &report.merge else { return };
    let file = &words.report_file;
    heading(text, 2, file.merge);
    let _ = writeln!(text, "- {}: {}", escaped(file.sources), escaped(&merge.sources.join(", ")));
    let _ = writeln!(text, "- {}: {}\n", escaped(file.rule), escaped(merge.rule));
    if merge.disagreements.is_empty() {
        let _ = writeln!(text, "{}", escaped(file.no_disagreement));
        return;
    }
    head(text, "lllll", [file.number, file.topic, file.said, file.taken, file.settled]);
    for item in &merge.disagreements {
        let said: Vec<String> = item.said.iter().map(|(source, answer)| format!("{source}: {answer}")).collect();
        row(text, [&item.question, &item.topic, said.join("; ").as_str(), &item.taken, &item.settled]);
    }
}
