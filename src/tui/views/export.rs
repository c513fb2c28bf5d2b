//! Which reports to write.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::export::State;
use crate::report::format::ReportFormat;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::head::Head;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Head, Content) {
    let words = &scene.messages.export;
    let theme = scene.theme;
    let mut content = Content::default();
    if scene.height >= 12 {
        content.extend(paragraph(words.introduction, scene.cells, theme.plain()));
        content.space();
    }
    let row = |index: usize, text: String| {
        let here = index == state.cursor;
        let style = if here { theme.highlight() } else { theme.plain() };
        let pointer = if here { scene.glyphs.cursor } else { " " };
        (here, Line::from(Span::styled(format!("{pointer} {text}"), style)))
    };
    for (index, format) in ReportFormat::ALL.into_iter().enumerate() {
        let tick = if state.chosen[index] { scene.glyphs.box_ticked } else { scene.glyphs.box_empty };
        let (here, line) = row(index, format!("{} {tick} {}", index + 1, format.title()));
        content.item(index, here, [line]);
    }
    content.space();
    let (here, line) = row(ReportFormat::ALL.len(), words.write.to_owned());
    content.item(ReportFormat::ALL.len(), here, [line]);
    (Head::titled(words.title), content)
}
