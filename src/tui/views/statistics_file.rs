//! Which statistics to compare the result with.

use super::Scene;
use crate::app::forms::statistics_file::State;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::form;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: &State) -> (Header, Content) {
    let words = &scene.messages.benchmark;
    let mut content = Content::default();
    form::add(&mut content, &state.form, scene.cells, scene.messages, scene.glyphs, scene.theme);
    content.space();
    content.extend(paragraph(words.no_target, scene.cells, scene.theme.faint()));
    (Header::titled(words.title), content)
}
