//! The procedure of declaring.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::procedure::{Item, State, items, picked, step_name};
use crate::core::content::procedures;
use crate::text::clean;
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{hanging, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let (Some(assessment), Some(all)) = (&scene.model.assessment, procedures(scene.model.language)) else {
        return (Header::default(), Content::default());
    };
    let words = &scene.messages.policy;
    let theme = scene.theme;
    let declaration = &assessment.declaration;
    let procedure = picked(all, declaration);
    let mut content = Content::default();
    content.push(Line::styled(words.choose_procedure, theme.strong()));
    for (index, item) in items(all, declaration).into_iter().enumerate() {
        let selected = index == state.cursor;
        let (pointer, style) = scene.pointer(selected);
        let mut rows = match item {
            Item::Procedure(number) => {
                let offered = &all.procedures[number];
                let is_picked = procedure.is_some_and(|procedure| procedure.id == offered.id);
                let tick = if is_picked { scene.glyphs.box_ticked } else { scene.glyphs.box_empty };
                hanging(vec![Span::styled(format!("{pointer} {tick} "), style)], &offered.title, scene.cells, style)
            }
            Item::Step(step) => {
                let Some(procedure) = procedure else { continue };
                if step == 0 {
                    content.space();
                    content.extend(paragraph(&procedure.description, scene.cells, theme.plain()));
                    content.extend(paragraph(&procedure.url, scene.cells, theme.link()));
                    content.space();
                    content.push(Line::styled(words.steps, theme.strong()));
                }
                let done = declaration.steps.get(&step_name(procedure, step));
                let tick = if done.is_some() { scene.glyphs.box_ticked } else { scene.glyphs.box_empty };
                let date = done.map(|date| format!("  {date}")).unwrap_or_default();
                let before = vec![Span::styled(format!("{pointer} {tick} "), style)];
                let title = format!("{}{date}", procedure.steps[step].title);
                let mut rows = hanging(before, &title, scene.cells, style);
                if selected {
                    let text = &procedure.steps[step].text;
                    rows.extend(hanging(vec![Span::raw("      ")], text, scene.cells, theme.faint()));
                }
                rows
            }
            Item::Data => {
                content.space();
                let id = clean(&declaration.declaration_id);
                vec![Line::from(vec![
                    Span::styled(format!("{pointer} {}  ", words.declaration_data), style),
                    Span::styled(id.into_owned(), theme.strong()),
                ])]
            }
        };
        let id = declaration.declaration_id.trim();
        if item == Item::Data && !id.is_empty() && !all.declaration_id.fits(id) {
            rows.extend(hanging(vec![Span::raw("  ")], &all.declaration_id.hint, scene.cells, theme.accent()));
        }
        content.item(index, selected, rows);
    }
    content.space();
    content.extend(paragraph(&all.hint, scene.cells, theme.faint()));
    (Header::titled(words.procedure), content)
}
