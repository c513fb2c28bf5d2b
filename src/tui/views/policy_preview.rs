//! The whole text of the basic policy, as it will stand in the file.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::policy_preview::State;
use crate::core::content::policy_text;
use crate::core::policy_document::policy_document;
use crate::messages::policy::Signature;
use crate::text::{clean, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{hanging, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let (Some(assessment), Some(text)) = (&scene.model.assessment, policy_text(scene.model.language)) else {
        return (Header::default(), Content::default());
    };
    let document = policy_document(assessment, text, scene.model.language);
    let words = &scene.messages.policy;
    let theme = scene.theme;
    let mut content = Content { scroll: state.scroll, ..Content::default() };
    let indent = scene.cells.saturating_sub(width(&document.title)) / 2;
    content.push(Line::styled(format!("{}{}", " ".repeat(indent), document.title), theme.strong()));
    content.space();
    content.extend(paragraph(&document.preamble, scene.cells, theme.plain()));
    if let Some(text) = &document.scope {
        content.space();
        content.extend(paragraph(text, scene.cells, theme.plain()));
    }
    for (index, clause) in document.clauses.iter().enumerate() {
        content.space();
        content.push(Line::styled(format!("{}. {}", index + 1, clean(&clause.title)), theme.strong()));
        content.extend(paragraph(&clause.text, scene.cells, theme.plain()));
        if !clause.measures.is_empty() {
            content.extend(paragraph(&clause.measures_intro, scene.cells, theme.plain()));
            for measure in &clause.measures {
                let bullet = vec![Span::raw(format!("  {} ", scene.glyphs.bullet))];
                content.extend(hanging(bullet, measure, scene.cells, theme.plain()));
            }
        }
    }
    content.space();
    if let Some(text) = &document.contact {
        content.extend(paragraph(text, scene.cells, theme.plain()));
        content.space();
    }
    let signature = Signature::of(&document);
    let dates = signature.dates.into_iter().map(|(label, date)| format!("{label} {date}"));
    for line in dates.chain(signature.signatories) {
        let line = clean(&line).into_owned();
        let indent = scene.cells.saturating_sub(width(&line));
        content.push(Line::raw(format!("{}{line}", " ".repeat(indent))));
    }
    (Header::titled(words.preview), content)
}
