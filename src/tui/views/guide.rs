//! The guide.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::guide::State;
use crate::core::content::guide;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{hanging, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let Some(guide) = guide(scene.model.language) else { return (Header::default(), Content::default()) };
    let Some(section) = guide.sections.get(state.section) else { return (Header::default(), Content::default()) };
    let theme = scene.theme;
    let mut content = Content { scroll: state.scroll, ..Content::default() };
    content.extend(paragraph(&section.title, scene.cells, theme.accent().patch(theme.strong())));
    for text in &section.paragraphs {
        content.space();
        content.extend(paragraph(text, scene.cells, theme.plain()));
    }
    content.space();
    for point in &section.points {
        let bullet = vec![Span::styled(format!("{} ", scene.glyphs.bullet), theme.accent())];
        content.extend(hanging(bullet, point, scene.cells, theme.plain()));
    }
    content.space();
    for link in &section.links {
        content.push(Line::styled(link.label.clone(), theme.plain()));
        content.extend(hanging(vec![Span::raw("  ")], &link.url, scene.cells, theme.link()));
    }
    if section.check {
        content.space();
        content.extend(paragraph(scene.messages.progress.check_official, scene.cells, theme.faint()));
    }
    let total = guide.sections.len();
    let header = Header {
        title: guide.title.clone(),
        progress: format!("{}/{total}", state.section + 1),
        share: Some((state.section + 1, total)),
    };
    (header, content)
}
