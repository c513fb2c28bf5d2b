//! Whether to leave the program.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::confirm_leaving::State;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::head::Head;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Head, Content) {
    let words = &scene.messages.settings;
    let mut content = Content::default();
    content.extend(paragraph(words.leave_question, scene.cells, scene.theme.strong()));
    content.extend(paragraph(words.all_saved, scene.cells, scene.theme.plain()));
    content.space();
    for (index, word) in [words.stay, words.leave].into_iter().enumerate() {
        let here = index == state.cursor;
        let style = if here { scene.theme.highlight() } else { scene.theme.plain() };
        let pointer = if here { scene.glyphs.cursor } else { " " };
        content.item(index, here, [Line::from(Span::styled(format!("{pointer} {}  {word}", index + 1), style))]);
    }
    (Head::titled(words.leaving), content)
}
