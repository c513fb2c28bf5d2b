//! The report as an editable Word document: headings as styles, Japanese fonts, a signature block.
//!
//! The few parts that such a document needs are written directly: the container (`package`), constant parts (`parts/*.xml`), and
//! paragraphs and tables (`body`). docx-rs was not used because it writes characters that XML does not allow.

mod body;
mod package;
mod text;

use super::content::{Report, ReportSheet};
use super::error::DocumentError;
use crate::appearance::UNICODE;
use crate::core::language::Language;
use crate::core::sheet::Timestamp;
use crate::messages::{Messages, messages};

pub(super) use body::{Body, Paragraph, Style, TEXT_WIDTH, Table, TableStyle};
pub(super) use package::Footer;

/// The number of cells of a bar of 100 %.
const BAR_LENGTH: u32 = 50;

/// Writes a report as a Word document.
///
/// # Errors
///
/// The container cannot be written.
pub fn docx(report: &Report) -> Result<Vec<u8>, DocumentError> {
    let words = messages(report.language);
    let file = &words.report_file;
    let mut body = Body::default();
    body.add(Style::Title, file.title);
    body.add(Style::Subtitle, &report.organization);
    body.add(Style::Remark, &report.date);
    summary(&mut body, report, words);
    about(&mut body, report, words);
    plan(&mut body, report, words);
    for sheet in [&report.checklist, &report.diagnosis] {
        answers(&mut body, sheet, words);
    }
    merge(&mut body, report, words);
    body.add(Style::Heading1, file.notice);
    for notice in &report.notices {
        body.add(Style::ListBullet, notice);
    }
    signature(&mut body, report, words);
    pack(&body, Footer::PageNumbers, &report.title, &report.organization, report.language, report.changed_at)
}

/// Packs a body as a document.
pub(super) fn pack(
    body: &Body,
    footer: Footer,
    title: &str,
    author: &str,
    language: Language,
    time: Timestamp,
) -> Result<Vec<u8>, DocumentError> {
    package::pack(body.xml(), footer, &package::Properties { title, author, language, time })
}

fn cell(text: &str) -> Vec<Paragraph> {
    vec![Paragraph::of(Style::Cell, text)]
}

fn number(text: &str) -> Vec<Paragraph> {
    vec![Paragraph::of(Style::CellNumber, text)]
}

fn label(text: &str) -> Vec<Paragraph> {
    vec![Paragraph::of(Style::CellSmall, text)]
}

fn summary(body: &mut Body, report: &Report, words: &Messages) {
    let file = &words.report_file;
    let result = &report.result;
    body.add(Style::Heading1, file.summary);
    body.push(&Paragraph::new(Style::Total).toned(&result.total_line, result.tone));
    if let Some(band) = &result.band {
        body.add(Style::Remark, &format!("{}: {band}", file.band));
    }
    body.push(&Paragraph::new(Style::Normal).bold(&result.verdict));
    for sentence in [Some(&result.advice), result.next_band.as_ref()].into_iter().flatten() {
        if !sentence.is_empty() {
            body.add(Style::Normal, sentence);
        }
    }
    body.add(Style::Heading2, file.stars);
    for star in &report.stars {
        let mark = UNICODE.of_star(star.is_declared);
        body.push(&Paragraph::new(Style::Normal).bold(&format!("{mark} {}  ", star.title)).text(&star.state));
    }
    body.add(Style::Heading2, file.categories);
    let parts = report.categories.iter();
    let parts = parts.map(|part| (&part.title, format!("{} / {}", part.points, part.max), part.percent()));
    bars(body, file.category, file.bar_chart, parts, words);
    if !report.groups.is_empty() {
        body.add(Style::Heading2, file.groups);
        let groups = report.groups.iter();
        let groups = groups.map(|group| (&group.title, format!("{} / {}", group.points, group.max), group.percent()));
        bars(body, file.topic, file.radar, groups, words);
    }
}

fn bars<'a>(
    body: &mut Body,
    name: &str,
    description: &str,
    values: impl Iterator<Item = (&'a String, String, i32)>,
    words: &Messages,
) {
    let file = &words.report_file;
    let mut widths = vec![3000, 1500, 1200];
    let room = TEXT_WIDTH - widths.iter().sum::<u32>();
    widths.extend(std::iter::repeat_n(room / BAR_LENGTH, BAR_LENGTH as usize));
    let mut table = Table::new(TableStyle::Lines, &widths, description);
    table.bar_header(&[(name, false), (file.points, true), (file.share, true)]);
    for (title, points, percent) in values {
        table.bar_row(&[cell(title), number(&points), number(&format!("{percent} %"))], percent);
    }
    body.table(&table);
}

fn about(body: &mut Body, report: &Report, words: &Messages) {
    body.add(Style::Heading1, words.report_file.about);
    let mut table = Table::new(TableStyle::Lines, &[2600, TEXT_WIDTH - 2600], words.report_file.about);
    for fact in &report.facts {
        table.row(&[label(fact.label), cell(&fact.value)]);
    }
    body.table(&table);
}

fn plan(body: &mut Body, report: &Report, words: &Messages) {
    let file = &words.report_file;
    body.add(Style::Heading1, file.plan);
    if report.plan.is_empty() {
        body.add(Style::Normal, words.plan.empty);
        return;
    }
    body.add(Style::Remark, words.plan.order);
    let mut table = Table::new(TableStyle::Lines, &[640, TEXT_WIDTH - 5340, 2060, 840, 1800], file.plan);
    let who = format!("{} / {}", words.plan.owner, words.plan.due);
    table.header(&[(file.order, true), (file.topic, false), (file.answer, false), (file.gain, true), (&who, false)]);
    for (index, item) in report.plan.iter().enumerate() {
        let mut topic = vec![Paragraph::new(Style::Cell).bold(&format!("{}. {}", item.number, item.topic))];
        let steps = [
            (file.first_step, &item.first_step),
            (file.fuller_measure, &item.fuller_measure),
            (words.plan.note, &item.note),
        ];
        for (name, step) in steps.into_iter().filter(|(_, step)| !step.is_empty()) {
            topic.push(Paragraph::new(Style::CellSmall).bold(&format!("{name}: ")).text(step));
        }
        let said = format!("{} {}", UNICODE.mark(item.tone), item.answer);
        let who = [&item.owner, &item.due_text].into_iter().filter(|part| !part.is_empty());
        let mut who: Vec<Paragraph> = who.map(|part| Paragraph::of(Style::Cell, part)).collect();
        who.push(Paragraph::of(Style::CellSmall, &item.state_text));
        table.row(&[
            number(&(index + 1).to_string()),
            topic,
            vec![Paragraph::new(Style::Cell).toned(&said, item.tone)],
            number(&format!("+{}", item.gain)),
            who,
        ]);
    }
    body.table(&table);
}

fn answers(body: &mut Body, sheet: &ReportSheet, words: &Messages) {
    let file = &words.report_file;
    body.add(Style::Heading1, &sheet.title);
    let points = if sheet.has_points { 900 } else { 0 };
    let mut widths = vec![700, TEXT_WIDTH - 3200 - points, 2500];
    let mut names = vec![(file.number, true), (file.question, false), (file.answer, false)];
    if sheet.has_points {
        widths.push(points);
        names.push((file.points, true));
    }
    let mut table = Table::new(TableStyle::Lines, &widths, &sheet.title);
    table.header(&names);
    let mut shown = "";
    for answer in &sheet.answers {
        if answer.category != shown {
            table.part(&answer.category);
            shown = &answer.category;
        }
        let mut topic = Paragraph::new(Style::Cell).bold(&answer.topic);
        if answer.is_flagged {
            topic = topic.text(&format!("  {} {}", UNICODE.flag, file.flagged));
        }
        let mut question = vec![topic];
        if answer.question != answer.topic {
            question.push(Paragraph::of(Style::CellSmall, &answer.question));
        }
        let others = words.benchmark.others;
        for (name, text) in [(file.note, &answer.note), (file.evidence, &answer.evidence), (others, &answer.others)] {
            if !text.is_empty() {
                question.push(Paragraph::new(Style::CellSmall).bold(&format!("{name}: ")).text(text));
            }
        }
        let said = format!("{} {}", UNICODE.mark(answer.tone), answer.answer);
        table.row(&[
            number(&answer.number.to_string()),
            question,
            vec![Paragraph::new(Style::Cell).toned(&said, answer.tone)],
            number(&answer.points.map(|points| points.to_string()).unwrap_or_default()),
        ]);
    }
    body.table(&table);
}

fn merge(body: &mut Body, report: &Report, words: &Messages) {
    let Some(merge) = &report.merge else { return };
    let file = &words.report_file;
    body.add(Style::Heading1, file.merge);
    body.push(&Paragraph::new(Style::Normal).bold(&format!("{}: ", file.sources)).text(&merge.sources.join(", ")));
    body.push(&Paragraph::new(Style::Normal).bold(&format!("{}: ", file.rule)).text(merge.rule));
    if merge.disagreements.is_empty() {
        body.add(Style::Normal, file.no_disagreement);
        return;
    }
    let mut table = Table::new(TableStyle::Lines, &[2800, 3600, TEXT_WIDTH - 6400], file.merge);
    table.header(&[(file.topic, false), (file.said, false), (file.taken, false)]);
    for item in &merge.disagreements {
        let said = item.said.iter().map(|(source, answer)| Paragraph::of(Style::Cell, &format!("{source}: {answer}")));
        table.row(&[
            vec![Paragraph::new(Style::Cell).bold(&item.topic), Paragraph::of(Style::CellSmall, &item.question)],
            said.collect(),
            vec![Paragraph::of(Style::Cell, &item.taken), Paragraph::of(Style::CellSmall, &item.settled)],
        ]);
    }
    body.table(&table);
}

/// The block for the signatures of author and reviewers.
fn signature(body: &mut Body, report: &Report, words: &Messages) {
    let file = &words.report_file;
    body.add(Style::Heading1, file.signature);
    let mut table = Table::new(TableStyle::Boxes, &[1900, 3000, TEXT_WIDTH - 4900], file.signature);
    for (who, name) in [(file.drawn_up_by, report.respondent.as_str()), (file.seen_by, "")] {
        let named = vec![Paragraph::of(Style::CellSmall, file.signature_name), Paragraph::of(Style::Cell, name)];
        table.tall_row(&[cell(who), cell(file.signature_date), named], 900);
    }
    body.table(&table);
}
