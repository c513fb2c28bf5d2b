//! The result of the diagnosis: words before numbers, numbers before drawings.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::result::{State, lines};
use crate::core::question_set::{Question, Tone};
use crate::core::score::{Score, next_band, score};
use crate::core::sheet::Sheet;
use crate::text::{clean, pad};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::head::Head;
use crate::tui::widgets::paragraphs::{both_ends, paragraph};
use crate::tui::widgets::{answer_map, bars};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Head, Content) {
    let Some(assessment) = &scene.model.assessment else { return (Head::default(), Content::default()) };
    let sheet = &assessment.diagnosis;
    let score = score(sheet);
    let mut content = Content::default();
    total(scene, sheet, &score, &mut content);
    content.space();
    content.extend(bars::categories(&score, scene.cells, scene.glyphs, scene.theme));
    let items = lines(sheet);
    if scene.height >= content.lines.len() + items.len().min(6) + 6 {
        content.space();
        content.extend(answer_map::lines(sheet, None, scene.cells, scene.glyphs, scene.theme));
    }
    to_do(scene, sheet, &items, state, &mut content);
    content.space();
    content.extend(paragraph(scene.messages.result.self_assessment, scene.cells, scene.theme.faint()));
    let head = Head {
        title: scene.messages.result.title.to_owned(),
        progress: assessment.updated_at.format("%Y-%m-%d").to_string(),
        share: Some((score.answered, score.total)),
    };
    (head, content)
}

/// Points, verdict, scale, and how far it is to the next band; of a half-done diagnosis only the points so far.
pub(super) fn total(scene: &Scene<'_>, sheet: &Sheet, score: &Score<'_>, content: &mut Content) {
    let words = &scene.messages.result;
    let theme = scene.theme;
    let Some(band) = score.band else {
        content.extend(paragraph(&(words.points_so_far)(score.points), scene.cells, theme.strong()));
        let missing = (scene.messages.common.missing_answers)(score.total - score.answered);
        content.extend(paragraph(&missing, scene.cells, theme.plain()));
        content.extend(paragraph(words.no_band_yet, scene.cells, theme.faint()));
        return;
    };
    let points = format!("{}   ", (words.points)(score.points, score.max));
    let points = vec![Span::styled(points, theme.accent().patch(theme.strong()))];
    content.extend(super::super::widgets::paragraphs::hanging(points, &band.verdict, scene.cells, theme.strong()));
    let [scale, numbers] = bars::scale(&sheet.set, score.points, score.max, scene.cells.min(46), scene.glyphs, theme);
    let next = next_band(&sheet.set, score.points).map(|next| (words.to_next_band)(next.min - score.points, next.min));
    match next {
        Some(next) if scale.width() + 2 + crate::text::width(&next) <= scene.cells => {
            let mut scale = scale;
            scale.spans.push(Span::raw(format!("  {next}")));
            content.push(scale);
            content.push(numbers);
        }
        next => {
            content.push(scale);
            content.push(numbers);
            content.extend(next.iter().flat_map(|next| paragraph(next, scene.cells, theme.plain())));
        }
    }
    if scene.height >= 18 && !band.advice.is_empty() {
        content.extend(paragraph(&band.advice, scene.cells, theme.plain()));
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
            None => scene.messages.common.unanswered,
            Some(Tone::Unknown) => words.unknown_first,
            Some(_) => words.next_to_do,
        };
        if heading != Some(title) {
            heading = Some(title);
            content.space();
            content.push(Line::styled(title, scene.theme.strong()));
        }
        let here = index == state.cursor;
        let style = if here { scene.theme.highlight() } else { scene.theme.plain() };
        let pointer = if here { scene.glyphs.cursor } else { " " };
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
        if here {
            content.focus_on([line]);
        } else {
            content.push(line);
        }
    }
}
