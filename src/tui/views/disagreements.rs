//! Where the sites of a merged assessment differ.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::disagreements::{State, disagreements, kind, source_name};
use crate::core::assessment::Assessment;
use crate::core::merge_record::{Disagreement, MergeRecord};
use crate::text::{clean, cut, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{both_ends, hanging, paragraph};

/// A window with fewer cells is narrow.
const NARROW: usize = 60;

/// Most cells of a site's name beside its answer.
const MAX_NAME_CELLS: usize = 20;

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let Some(assessment) = &scene.model.assessment else { return (Header::default(), Content::default()) };
    let words = &scene.messages.disagreements;
    let all = disagreements(assessment);
    let header = Header { title: words.title.to_owned(), progress: all.len().to_string(), share: None };
    let mut content = Content::default();
    let Some(record) = assessment.merge.as_ref().filter(|_| !all.is_empty()) else {
        content.extend(paragraph(words.empty, scene.cells, scene.theme.strong()));
        return (header, content);
    };
    if scene.height >= 14 {
        content.extend(paragraph((words.introduction)(record.rule), scene.cells, scene.theme.faint()));
        content.space();
    }
    for (index, one) in all.iter().enumerate() {
        let selected = index == state.cursor;
        let mut rows = vec![row(scene, assessment, one, selected)];
        if selected {
            rows.extend(said(scene, assessment, record, one));
        }
        content.item(index, selected, rows);
    }
    (header, content)
}

/// The question and what is taken for it.
fn row(scene: &Scene<'_>, assessment: &Assessment, one: &Disagreement, selected: bool) -> Line<'static> {
    let theme = scene.theme;
    let words = &scene.messages.disagreements;
    let (pointer, style) = scene.pointer(selected);
    let sheet = assessment.sheet(kind(one));
    let choice = sheet.set.choice(&one.chosen);
    let tone = choice.map(|choice| choice.tone);
    // A narrow window has room for the exception only.
    let by = match (one.by_hand, scene.cells >= NARROW) {
        (true, _) => words.by_hand,
        (false, true) => words.by_rule,
        (false, false) => "",
    };
    let label = clean(choice.map_or(one.chosen.as_str(), |choice| &choice.label)).into_owned();
    let right = vec![
        Span::styled(format!("{} ", scene.glyphs.mark(tone)), theme.tone(tone)),
        Span::raw(label),
        Span::styled(format!("  {by}"), theme.faint()),
    ];
    let topic = sheet.set.question(&one.question).map_or(one.question.as_str(), |question| &question.topic);
    let taken: usize = right.iter().map(|span| width(&span.content)).sum();
    let room = scene.cells.saturating_sub(taken + 8);
    let left = vec![
        Span::styled(format!("{pointer} {:>2}  ", one.number), style),
        Span::styled(cut(&clean(topic), room, scene.glyphs.ellipsis).into_owned(), style),
    ];
    both_ends(left, right, scene.cells)
}

/// Who said what, and why it was decided so.
fn said(scene: &Scene<'_>, assessment: &Assessment, record: &MergeRecord, one: &Disagreement) -> Vec<Line<'static>> {
    let theme = scene.theme;
    let words = &scene.messages.disagreements;
    let set = &assessment.sheet(kind(one)).set;
    let labelled = |label: String, text: &str| {
        let label = cut(&label, MAX_NAME_CELLS, scene.glyphs.ellipsis).into_owned();
        hanging(vec![Span::styled(format!("      {label}: "), theme.faint())], text, scene.cells, theme.plain())
    };
    let mut lines = Vec::new();
    for source in &record.sources {
        let answer = one.answers.get(source);
        let choice = answer.map(|id| set.choice(id).map_or(id.as_str(), |choice| choice.label.as_str()));
        lines.extend(labelled(source_name(scene.model, source), choice.unwrap_or(words.no_answer)));
    }
    if !one.reason.is_empty() {
        lines.extend(labelled(words.reason.to_owned(), &one.reason));
    }
    lines
}
