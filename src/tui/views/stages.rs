//! How far the company is on the way to two stars.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::progress::{label, progress};
use crate::app::screens::stages::{State, Step};
use crate::core::star::Star;
use crate::core::stars::{StarState, stars};
use crate::messages::progress::star_state;
use crate::text::{pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{hanging, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let Some(assessment) = &scene.model.assessment else { return (Header::default(), Content::default()) };
    let road = &scene.messages.progress;
    let theme = scene.theme;
    let stars = stars(assessment);
    let mut content = Content::default();
    let label_cells = Step::ALL.iter().map(|step| width(label(scene.messages, *step))).max().unwrap_or_default();
    let label_cells = label_cells + if scene.cells >= 60 { 3 } else { 1 };
    for (index, step) in Step::ALL.into_iter().enumerate() {
        let heading = match step {
            Step::Principles => Some((road.one_star, Some(Star::One))),
            Step::Diagnosis => Some((road.two_stars, Some(Star::Two))),
            Step::Procedure => Some((road.declaration, None)),
            _ => None,
        };
        if let Some((title, star)) = heading {
            if scene.height >= 14 {
                content.space();
            }
            let state = star.map(|star| stars.state(star));
            let glyph = state.map_or(" ", |state| scene.glyphs.of_star(state.is_declared()));
            let spans = vec![Span::styled(format!("{glyph} "), theme.accent()), Span::styled(title, theme.strong())];
            match (star, state) {
                (Some(star), Some(StarState::Ready | StarState::Declared(_))) => {
                    let before = [spans, vec![Span::raw("  ")]].concat();
                    let state = star_state(scene.messages, assessment, star);
                    content.extend(hanging(before, &state, scene.cells, theme.accent()));
                }
                _ => content.push(Line::from(spans)),
            }
        }
        let selected = index == state.cursor;
        let (pointer, style) = scene.pointer(selected);
        let (done, detail) = progress(scene.model, assessment, step);
        let mark = match step {
            Step::Edition | Step::Guide => " ",
            _ if done => scene.glyphs.good,
            _ => scene.glyphs.unanswered,
        };
        let before = vec![
            Span::styled(format!("{pointer} {} ", index + 1), style),
            Span::styled(format!("{mark} "), theme.accent()),
            Span::styled(pad(label(scene.messages, step), label_cells, ""), style),
        ];
        let rows = hanging(before, &detail, scene.cells, theme.faint());
        content.item(index, selected, rows);
    }
    content.space();
    content.extend(paragraph(road.self_declared, scene.cells, theme.faint()));
    (Header::titled(road.stages), content)
}
