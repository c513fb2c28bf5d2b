//! The result of the diagnosis: words before numbers, numbers before drawings.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::disagreements::disagreements;
use crate::app::screens::result::{State, lines};
use crate::core::assessment::Assessment;
use crate::core::question_set::{Question, Tone};
use crate::core::score::{Score, next_band, score};
use crate::core::sheet::Sheet;
use crate::text::{clean, pad};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{both_ends, cells_of, hanging, paragraph};
use crate::tui::widgets::{answer_map, bars};

/// Lines kept for the list below the points.
const LIST_LINES: usize = 10;

/// Most and fewest cells of the scale.
const MAX_SCALE_WIDTH: usize = 46;
const MIN_SCALE_WIDTH: usize = 30;

/// The same in a window of few rows.
const FEW_LIST_LINES: usize = 5;

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let Some(assessment) = &scene.model.assessment else { return (Header::default(), Content::default()) };
    let sheet = &assessment.diagnosis;
    let score = score(sheet);
    let theme = scene.theme;
    let items = lines(sheet);
    let advice = score.band.map_or_else(Vec::new, |band| paragraph(&band.advice, scene.cells, theme.plain()));
    let categories = bars::categories(&score, scene.cells, scene.glyphs, theme);
    let map = answer_map::lines(sheet, None, scene.cells, scene.glyphs, theme);

    let mut content = Content::default();
    content.extend(headline(scene, &score));
    content.extend(where_sites_differ(scene, assessment));
    let next = to_next_band(scene, sheet, &score);
    // A window of few rows drops drawings first, then numbers, and keeps the words and the beginning of the list.
    let list_lines = items.len() + 4;
    let list_lines = list_lines.min(if scene.height >= 14 { LIST_LINES } else { FEW_LIST_LINES });
    let mut room = scene.height.saturating_sub(content.lines.len() + next.len() + list_lines);
    let mut fits = |lines: usize| {
        let fits = lines > 0 && lines <= room;
        room -= if fits { lines } else { 0 };
        fits
    };
    let has_categories = fits(categories.len() + 1);
    let has_scale = score.band.is_some() && fits(2);
    let has_advice = fits(advice.len());
    let has_map = fits(map.len() + 1);
    if has_scale {
        content.extend(scale(scene, sheet, &score, next));
    } else {
        content.extend(next);
    }
    if has_advice {
        content.extend(advice);
    }
    if has_categories {
        content.space();
        content.extend(categories);
    }
    if has_map {
        content.space();
        content.extend(map);
    }
    to_do(scene, sheet, &items, state, &mut content);
    content.space();
    content.extend(paragraph(scene.messages.result.self_assessment, scene.cells, theme.faint()));
    let date = assessment.updated_at.format("%Y-%m-%d").to_string();
    let header = Header {
        title: scene.messages.result.title.to_owned(),
        progress: if scene.cells >= 60 { date } else { String::new() },
        share: Some((score.answered, score.total)),
    };
    (header, content)
}

/// Points and what they mean; of a half-done diagnosis only the points so far.
fn headline(scene: &Scene<'_>, score: &Score<'_>) -> Vec<Line<'static>> {
    let words = &scene.messages.result;
    let theme = scene.theme;
    if let Some(band) = score.band {
        let points = format!("{}   ", (words.points)(score.points, score.max));
        let points = vec![Span::styled(points, theme.accent().patch(theme.strong()))];
        return hanging(points, &band.verdict, scene.cells, theme.strong());
    }
    let mut lines = paragraph(&(words.points_so_far)(score.points), scene.cells, theme.strong());
    let missing = (scene.messages.common.missing_answers)(score.total - score.answered);
    lines.extend(paragraph(&missing, scene.cells, theme.plain()));
    if scene.height >= 14 {
        lines.extend(paragraph(words.no_band_yet, scene.cells, theme.faint()));
    }
    lines
}

/// Of a merged assessment, on how many questions its sites differ, and where to decide them.
fn where_sites_differ(scene: &Scene<'_>, assessment: &Assessment) -> Vec<Line<'static>> {
    let all = disagreements(assessment);
    if all.is_empty() {
        return Vec::new();
    }
    let by_hand = all.iter().filter(|one| one.by_hand).count();
    let words = (scene.messages.disagreements.on_result)(all.len(), by_hand, "[m]");
    paragraph(&words, scene.cells, scene.theme.accent())
}

/// How far it is to the next band, in words.
fn to_next_band(scene: &Scene<'_>, sheet: &Sheet, score: &Score<'_>) -> Vec<Line<'static>> {
    let next = next_band(&sheet.set, score.points).filter(|_| score.band.is_some());
    let words = next.map(|next| (scene.messages.result.to_next_band)(next.min - score.points, next.min));
    words.map_or_else(Vec::new, |words| paragraph(&words, scene.cells, scene.theme.plain()))
}

/// The total on its scale, with the words about the next band beside it where there is room.
fn scale(scene: &Scene<'_>, sheet: &Sheet, score: &Score<'_>, next: Vec<Line<'static>>) -> Vec<Line<'static>> {
    // A shorter scale with the words beside it is preferred to a longer one without.
    let beside = next.first().map_or(0, |next| cells_of(&next.spans) + 2);
    let left = scene.cells.saturating_sub(beside);
    let cells = if left >= MIN_SCALE_WIDTH { left } else { scene.cells }.min(MAX_SCALE_WIDTH);
    let [mut line, numbers] = bars::scale(&sheet.set, score.points, score.max, cells, scene.glyphs, scene.theme);
    match next.as_slice() {
        [beside] if cells_of(&line.spans) + 2 + cells_of(&beside.spans) <= scene.cells => {
            line.spans.push(Span::raw("  "));
            line.spans.extend(beside.spans.iter().cloned());
            vec![line, numbers]
        }
        _ => [line, numbers].into_iter().chain(next).collect(),
    }
}

fn to_do(scene: &Scene<'_>, sheet: &Sheet, items: &[&Question], state: State, content: &mut Content) {
    let words = &scene.messages.result;
    if items.is_empty() {
        content.space();
        content.extend(paragraph(words.nothing_lost, scene.cells, scene.theme.accent()));
        return;
    }
    let mut heading = None;
    for (index, question) in items.iter().enumerate() {
        let choice = sheet.choice(&question.id);
        let title = match choice.map(|choice| choice.tone) {
            None => words.unanswered,
            Some(Tone::Unknown) => words.unknown_first,
            Some(_) => words.next_to_do,
        };
        if heading != Some(title) {
            heading = Some(title);
            content.space();
            content.push(Line::styled(title, scene.theme.strong()));
        }
        let selected = index == state.cursor;
        let (pointer, style) = scene.pointer(selected);
        let tone = choice.map(|choice| choice.tone);
        let gain = sheet.set.most_points() - choice.map_or(0, |choice| choice.points);
        let label = choice.map_or("", |choice| choice.label.as_str());
        let left = vec![
            Span::styled(format!("{pointer} {:>2}  ", question.number), style),
            Span::styled(format!("{} ", scene.glyphs.mark(tone)), scene.theme.tone(tone)),
            Span::styled(pad(&clean(&question.topic), 22.min(scene.cells / 2), scene.glyphs.ellipsis), style),
        ];
        let right = if scene.cells >= 60 {
            format!("{}  {} {}", clean(label), scene.glyphs.arrow, (words.gain)(gain))
        } else {
            (words.gain)(gain)
        };
        let line = both_ends(left, vec![Span::styled(right, scene.theme.faint())], scene.cells.min(70));
        content.item(index, selected, [line]);
    }
}
