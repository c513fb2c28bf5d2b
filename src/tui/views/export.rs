//! Which reports to write.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::export::State;
use crate::report::format::ReportFormat;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let words = &scene.messages.export;
    let theme = scene.theme;
    let mut content = Content::default();
    if scene.height >= 12 {
        content.extend(paragraph(words.introduction, scene.cells, theme.plain()));
        content.space();
    }
    let row = |index: usize, text: String| {
        let selected = index == state.cursor;
        let (pointer, style) = scene.pointer(selected);
        (selected, Line::from(Span::styled(format!("{pointer} {text}"), style)))
    };
    for (index, format) in ReportFormat::ALL.into_iter().enumerate() {
        let tick = if state.chosen[index] { scene.glyphs.box_ticked } else { scene.glyphs.box_empty };
        let (selected, line) = row(index, format!("{} {tick} {}", index + 1, format.title()));
        content.item(index, selected, [line]);
    }
    content.space();
    let (selected, line) = row(ReportFormat::ALL.len(), words.write.to_owned());
    content.item(ReportFormat::ALL.len(), selected, [line]);
    (Header::titled(words.title), content)
}
