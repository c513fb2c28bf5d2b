//! The basic policy: data, clauses, preview, files.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::policy::{Item, State, items};
use crate::core::content::policy_text;
use crate::core::policy_document::{implemented_measures, is_included, lists_measures, missing_data};
use crate::text::{clean, cut, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{both_ends, hanging};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let (Some(assessment), Some(text)) = (&scene.model.assessment, policy_text(scene.model.language)) else {
        return (Header::default(), Content::default());
    };
    let words = &scene.messages.policy;
    let theme = scene.theme;
    let missing = missing_data(assessment, text);
    let mut content = Content::default();
    for (index, item) in items(text).into_iter().enumerate() {
        let selected = index == state.cursor;
        let (pointer, style) = scene.pointer(selected);
        let (label, aside) = match item {
            Item::Data if missing.is_empty() => (words.data.to_owned(), words.data_complete.to_owned()),
            Item::Data => {
                let names: Vec<&str> = missing.iter().map(|missing| (words.missing_name)(*missing)).collect();
                (
                    words.data.to_owned(),
                    (scene.messages.progress.still_missing)(&names.join(scene.messages.common.list_separator)),
                )
            }
            Item::Clause(clause) => {
                if clause == 0 {
                    content.space();
                    content.push(Line::styled(words.clauses, theme.strong()));
                }
                let clause = &text.clauses[clause];
                let tick =
                    if is_included(assessment, clause) { scene.glyphs.box_ticked } else { scene.glyphs.box_empty };
                let mut aside = String::new();
                if lists_measures(assessment, clause) {
                    aside = (words.lists_measures)(implemented_measures(&assessment.diagnosis, clause).len());
                }
                if assessment.policy.clauses.get(&clause.id).is_some_and(|change| change.text.is_some()) {
                    aside = format!("{} {aside}", words.edited);
                }
                (format!("{tick} {}", clause.title), aside)
            }
            Item::Preview => {
                content.extend(hanging(vec![Span::raw("  ")], words.clause_hint, scene.cells, theme.faint()));
                content.space();
                (words.preview.to_owned(), String::new())
            }
            Item::Write(format) => ((words.write)(format.title()), String::new()),
        };
        let shown = cut(&clean(&label), scene.cells.saturating_sub(2), scene.glyphs.ellipsis).into_owned();
        let left = vec![Span::styled(format!("{pointer} {shown}"), style)];
        let room = scene.cells.saturating_sub(width(&label) + 4);
        let aside = match item {
            // A count is shown in full or not at all.
            Item::Clause(_) if width(&aside) > room => String::new(),
            _ => cut(&aside, room, scene.glyphs.ellipsis).into_owned(),
        };
        let line = both_ends(left, vec![Span::styled(aside, theme.faint())], scene.cells);
        content.item(index, selected, [line]);
    }
    (Header::titled(words.title), content)
}
