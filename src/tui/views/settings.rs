//! The settings.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::settings::{Item, State, label, value};
use crate::text::{pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let words = &scene.messages.settings;
    let theme = scene.theme;
    let mut content = Content::default();
    content.extend(paragraph(words.introduction, scene.cells, theme.plain()));
    content.space();
    let label_cells = Item::ALL.iter().map(|item| width(label(scene.model, *item))).max().unwrap_or_default() + 3;
    for (index, item) in Item::ALL.into_iter().enumerate() {
        let selected = index == state.cursor;
        let (pointer, style) = scene.pointer(selected);
        let text = pad(label(scene.model, item), label_cells, "");
        let line = Line::from(vec![
            Span::styled(format!("{pointer} {}  {text}", index + 1), style),
            Span::styled(value(scene.model, item), theme.strong()),
        ]);
        content.item(index, selected, [line]);
    }
    content.space();
    content.extend(paragraph(words.remembered, scene.cells, theme.faint()));
    (Header::titled(words.title), content)
}
