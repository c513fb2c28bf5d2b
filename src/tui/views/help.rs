//! The keys of the screen from which help was asked, made from the table of keys.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::key_table::{self, Keys};
use crate::app::screens::help::State;
use crate::text::{pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::footer::{digits, key_name};
use crate::tui::widgets::header::Header;
use crate::tui::widgets::paragraphs::{hanging, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Header, Content) {
    let theme = scene.theme;
    let rows: Vec<(String, &str)> = key_table::bindings(state.of)
        .map(|binding| (all_keys(&binding.keys, scene), (binding.label)(scene.messages)))
        .collect();
    let widest = rows.iter().map(|(keys, _)| width(keys)).max().unwrap_or_default().min(scene.cells / 2) + 3;
    let mut content = Content { scroll: state.scroll, ..Content::default() };
    for (keys, label) in rows {
        let before = vec![Span::styled(format!("  {}", pad(&keys, widest, scene.glyphs.ellipsis)), theme.strong())];
        content.extend(hanging(before, label, scene.cells, theme.plain()));
    }
    content.space();
    content.extend(paragraph(scene.messages.keys.full_width_hint, scene.cells, theme.faint()));
    content.push(Line::default());
    (Header::titled(scene.messages.keys.help_title), content)
}

/// All keys of a binding.
fn all_keys(keys: &Keys, scene: &Scene<'_>) -> String {
    let names = |keys: &[crate::app::key::Key]| {
        keys.iter().map(|key| key_name(*key, scene.glyphs)).collect::<Vec<_>>().join(" ")
    };
    match keys {
        Keys::Any(keys, _) => names(keys),
        Keys::Pair(first, _, second, _) => format!("{}  {}", names(first), names(second)),
        Keys::Digits => {
            let explained = scene.model.behind.last().unwrap_or(&scene.model.screen);
            format!("1-{}", digits(scene.model, explained))
        }
        Keys::Typing => "a-z".to_owned(),
    }
}
