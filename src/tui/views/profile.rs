//! The organisation of a new assessment.

use super::Scene;
use crate::app::forms::profile::State;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::form;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::paragraph;

pub(super) fn view(scene: &Scene<'_>, state: &State) -> (Header, Content) {
    let words = &scene.messages.profile;
    let mut content = Content::default();
    if scene.height >= 14 {
        content.extend(paragraph(words.introduction, scene.cells, scene.theme.plain()));
    }
    content.space();
    form::add(&mut content, &state.form, scene.cells, scene.messages, scene.glyphs, scene.theme);
    (Header::titled(words.title), content)
}
