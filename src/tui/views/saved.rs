//! The saved assessments, searched while typing. Only visible rows are laid out.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::model::SavedList;
use crate::app::screens::saved::State;
use crate::core::assessment::Status;
use crate::store::summary::Summary;
use crate::text::{clean, cut, pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{both_ends, paragraph};
use crate::tui::widgets::text_line;

pub(super) fn view(scene: &Scene<'_>, state: &State) -> (Header, Content) {
    let words = &scene.messages.saved;
    let theme = scene.theme;
    let mut content = Content::default();
    let label = format!("{}  ", words.search);
    let room = scene.cells.saturating_sub(width(&label));
    let (search, caret) = text_line::visible(&state.search, room);
    content.caret = Some((0, width(&label) + caret));
    content.push(Line::from(vec![
        Span::styled(label, theme.accent()),
        Span::styled(pad(&search, room, ""), theme.field()),
    ]));
    content.push(Line::default());
    let header = |progress| Header { title: words.title.to_owned(), progress, share: None };
    let summaries = match &scene.model.summaries {
        SavedList::Read(summaries) => summaries,
        unknown => {
            let text = if unknown.failure().is_some() { words.broken } else { scene.messages.common.loading };
            content.push(Line::styled(text, theme.faint()));
            return (header(String::new()), content);
        }
    };
    let matching = state.matching(summaries);
    if matching.is_empty() {
        let text = if summaries.is_empty() { words.empty } else { words.no_match };
        content.extend(paragraph(text, scene.cells, theme.plain()));
        return (header(String::new()), content);
    }
    let room = scene.height.saturating_sub(content.lines.len()).max(1);
    let first = state.cursor.saturating_sub(room / 2).min(matching.len().saturating_sub(room));
    content.beyond = (first > 0, first + room < matching.len());
    content.pinned = content.lines.len();
    for (index, summary) in matching.starting_at(first).take(room) {
        let selected = index == state.cursor;
        let first = content.lines.len();
        content.push(row(scene, summary, selected, state.marked.as_deref() == Some(&summary.id)));
        content.target(index, selected, first);
    }
    (header(format!("{}/{}", state.cursor + 1, matching.len())), content)
}

/// Ids are as long as this unless somebody renames a file.
const ID_CELLS: usize = 12;

fn row(scene: &Scene<'_>, summary: &Summary, selected: bool, marked: bool) -> Line<'static> {
    let words = &scene.messages.saved;
    let theme = scene.theme;
    let (pointer, style) = scene.pointer(selected);
    let state = match summary.status {
        Some(Status::Complete) => (words.points)(summary.points),
        Some(Status::InProgress) => {
            (words.in_progress)(summary.answered.0 + summary.answered.1, summary.total.0 + summary.total.1)
        }
        None => words.broken.to_owned(),
    };
    let date = summary.created_at.date_naive().to_string();
    let id = clean(&summary.id);
    let right =
        format!("{state}  {}", if scene.cells >= 60 { cut(&id, ID_CELLS, scene.glyphs.ellipsis) } else { "".into() });
    let right = right.trim_end().to_owned();
    let room = scene.cells.saturating_sub(width(&right) + 18);
    let mut name = clean(&summary.organization).into_owned();
    // The name gets more room than the site.
    if !summary.site.is_empty() && width(&name) + 6 <= room {
        name = format!("{name}  {}", clean(&summary.site));
    }
    let left = vec![
        Span::styled(format!("{pointer} {} ", if marked { scene.glyphs.check } else { " " }), style),
        Span::styled(format!("{date:10}  "), theme.faint()),
        Span::styled(cut(&name, room, scene.glyphs.ellipsis).into_owned(), style),
    ];
    both_ends(left, vec![Span::styled(right, theme.faint())], scene.cells)
}
