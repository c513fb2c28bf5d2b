//! Whether to leave the program.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::confirm_leaving::State;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let words = &scene.messages.settings;
    let mut content = Content::default();
    content.extend(paragraph(words.leave_question, scene.cells, scene.theme.strong()));
    content.extend(paragraph(words.all_saved, scene.cells, scene.theme.plain()));
    content.space();
    for (index, word) in [words.stay, words.leave].into_iter().enumerate() {
        let selected = index == state.cursor;
        let (pointer, style) = scene.pointer(selected);
        content.item(index, selected, [Line::from(Span::styled(format!("{pointer} {}  {word}", index + 1), style))]);
    }
    (Header::titled(words.leaving), content)
}
