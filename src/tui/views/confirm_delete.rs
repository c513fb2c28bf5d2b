//! Whether to delete one.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::confirm_delete::State;
use crate::text::clean;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: &State) -> (Header, Content) {
    let words = &scene.messages.saved;
    let mut content = Content::default();
    let question = (words.confirm_delete)(&clean(&state.name), &state.date);
    content.extend(paragraph(&question, scene.cells, scene.theme.strong()));
    content.extend(paragraph(words.delete_is_final, scene.cells, scene.theme.plain()));
    content.space();
    for (index, word) in [words.keep, words.delete].into_iter().enumerate() {
        let selected = index == state.cursor;
        let (pointer, style) = scene.pointer(selected);
        content.item(index, selected, [Line::from(Span::styled(format!("{pointer} {}  {word}", index + 1), style))]);
    }
    (Header::titled(words.title), content)
}
