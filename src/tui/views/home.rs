//! Home.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::model::SavedList;
use crate::app::progress;
use crate::app::screens::home::{Item, State, unfinished};
use crate::core::assessment::{Assessment, Status};
use crate::core::star::Star;
use crate::core::stars::stars;
use crate::messages::progress::star_state;
use crate::text::{clean, cut, pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{hanging, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let words = &scene.messages.home;
    let theme = scene.theme;
    let mut content = Content::default();
    if scene.height >= 12 {
        content.extend(paragraph(words.tagline, scene.cells, theme.plain()));
        content.space();
    }
    if let Some(newest) = scene.model.newest.as_deref().filter(|_| scene.height >= 10) {
        content.extend(progress(scene, newest));
        content.space();
    }
    let highlighted = state.highlighted(scene.model);
    let label_cells = Item::ALL.iter().map(|item| width(label(scene, *item))).max().unwrap_or_default() + 3;
    for (index, item) in Item::ALL.into_iter().enumerate() {
        let selected = index == highlighted;
        let (pointer, style) = scene.pointer(selected);
        let room = scene.cells.saturating_sub(label_cells + 2);
        let detail = match (item, detail(scene, item)) {
            (Item::Resume, detail) => cut(&detail, room, scene.glyphs.ellipsis).into_owned(),
            // An explanation is shown in full or not at all.
            (_, detail) if width(&detail) > room => String::new(),
            (_, detail) => detail,
        };
        let line = Line::from(vec![
            Span::styled(format!("{pointer} {}", pad(label(scene, item), label_cells, "")), style),
            Span::styled(detail, theme.faint()),
        ]);
        content.item(index, selected, [line]);
    }
    if scene.height > content.lines.len() + 3 {
        content.space();
        content.extend(paragraph(words.data_is_local, scene.cells, theme.faint()));
        content.extend(paragraph(scene.messages.common.not_ipa, scene.cells, theme.faint()));
    }
    (Header::titled(words.title), content)
}

fn label(scene: &Scene<'_>, item: Item) -> &'static str {
    let words = &scene.messages.home;
    match item {
        Item::Resume => words.resume,
        Item::New => words.new,
        Item::Saved => words.saved,
        Item::Guide => scene.messages.progress.guide,
        Item::Language => words.language,
        Item::Settings => scene.messages.settings.title,
        Item::Quit => words.quit,
    }
}

fn detail(scene: &Scene<'_>, item: Item) -> String {
    let words = &scene.messages.home;
    match item {
        Item::Resume => match (unfinished(scene.model), &scene.model.summaries) {
            (Some(summary), _) => (words.resume_detail)(
                &clean(&summary.organization),
                summary.answered.0 + summary.answered.1,
                summary.total.0 + summary.total.1,
            ),
            (None, SavedList::Read(_)) => words.nothing_to_resume.to_owned(),
            (None, SavedList::Loading) => scene.messages.common.loading.to_owned(),
            (None, SavedList::Failed(_)) => scene.messages.saved.broken.to_owned(),
        },
        Item::New => words.new_detail.to_owned(),
        Item::Saved => match &scene.model.summaries {
            SavedList::Read(summaries) => (words.saved_detail)(summaries.len()),
            SavedList::Loading => scene.messages.common.loading.to_owned(),
            SavedList::Failed(_) => scene.messages.saved.broken.to_owned(),
        },
        Item::Guide => words.guide_detail.to_owned(),
        Item::Language => scene.messages.next_language().home.language_detail.to_owned(),
        Item::Settings => words.settings_detail.to_owned(),
        Item::Quit => String::new(),
    }
}

/// How far the newest assessment is on the way to two stars.
fn progress(scene: &Scene<'_>, newest: &Assessment) -> Vec<Line<'static>> {
    let (theme, glyphs, road) = (scene.theme, scene.glyphs, &scene.messages.progress);
    let stars = stars(newest);
    let name = cut(&clean(&newest.organization.name), scene.cells.saturating_sub(4), glyphs.ellipsis).into_owned();
    let mut lines = vec![Line::styled(name, theme.strong())];
    let line = |star, title| {
        let glyph = glyphs.of_star(stars.state(star).is_declared());
        (glyph, title, star_state(scene.messages, newest, star))
    };
    let mut steps = vec![line(Star::One, road.one_star), line(Star::Two, road.two_stars)];
    if newest.status() == Status::Complete && scene.height >= 14 {
        let (done, total) = progress::procedure_progress(scene.model.language, newest);
        steps.push((" ", road.declaration, (road.steps_done)(done, total)));
    }
    let title_cells = steps.iter().map(|(_, title, _)| width(title)).max().unwrap_or_default() + 2;
    for (glyph, title, state) in steps {
        let before = vec![Span::styled(format!("  {glyph} "), theme.accent()), Span::raw(pad(title, title_cells, ""))];
        lines.extend(hanging(before, &state, scene.cells, theme.plain()));
    }
    lines
}
