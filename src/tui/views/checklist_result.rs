//! The result of the checklist.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::core::star::Star;
use crate::core::stars::stars;
use crate::messages::progress::one_star_sentence;
use crate::text::{clean, cut, pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{cells_of, hanging, paragraph};

pub(super) fn view(scene: &Scene<'_>) -> (Header, Content) {
    let Some(assessment) = &scene.model.assessment else { return (Header::default(), Content::default()) };
    let words = &scene.messages.result;
    let theme = scene.theme;
    let mut content = Content::default();
    let star = scene.glyphs.of_star(stars(assessment).state(Star::One).is_declared());
    let sentence = one_star_sentence(scene.messages, assessment);
    let before = vec![Span::styled(format!("{star} "), theme.accent())];
    content.extend(hanging(before, &sentence, scene.cells, theme.strong()));
    if scene.height >= 12 {
        content.extend(hanging(vec![Span::raw("  ")], words.one_star_means, scene.cells, theme.plain()));
    }
    if scene.height >= 10 {
        content.space();
    }
    let spacious = scene.cells >= 60;
    let widest = assessment.checklist.set.choices.iter().map(|choice| width(&choice.label)).max().unwrap_or_default();
    for (question, choice) in assessment.checklist.chosen() {
        let tone = choice.map(|choice| choice.tone);
        let label = choice.map_or(scene.messages.common.unanswered, |choice| choice.label.as_str());
        let number = if spacious { format!("{:>2}  ", question.number) } else { format!("{} ", question.number) };
        let before = vec![
            Span::styled(number, theme.faint()),
            Span::styled(format!("{} ", scene.glyphs.mark(tone)), theme.tone(tone)),
            Span::styled(pad(&clean(label), widest + if spacious { 2 } else { 1 }, ""), theme.plain()),
        ];
        if spacious && !question.title.is_empty() {
            content.extend(hanging(before, &question.title, scene.cells, theme.plain()));
        } else {
            let mut line = Line::from(before);
            let room = scene.cells.saturating_sub(cells_of(&line.spans));
            line.push_span(cut(&clean(&question.topic), room, scene.glyphs.ellipsis).into_owned());
            content.push(line);
        }
    }
    content.space();
    content.extend(paragraph(words.on_to_diagnosis, scene.cells, theme.accent()));
    if scene.height >= content.lines.len() + 2 {
        content.space();
        content.push(Line::styled(scene.messages.progress.self_declared, theme.faint()));
    }
    let total = assessment.checklist.total();
    let header = Header {
        title: words.checklist_title.to_owned(),
        progress: format!("{}/{total}", assessment.checklist.answered()),
        share: Some((total, total)),
    };
    (header, content)
}
