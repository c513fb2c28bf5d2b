//! Screens as pictures for documents: one by one, and one after the other as somebody goes through the program.

use std::time::Duration;

use hoshitori::app::model::Model;
use hoshitori::appearance::Appearance;
use hoshitori::core::language::Language;
use hoshitori::tui::views::view;
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use crate::picture::{Scene, walkthrough};
use crate::scenes::{Stage, begun, home_first, press, result};

/// What a terminal of that size shows, the cursor as a block.
pub fn drawn(model: &Model, (width, height): (u16, u16)) -> Buffer {
    let Ok(mut terminal) = Terminal::new(TestBackend::new(width, height));
    let Ok(_) = terminal.draw(|frame| view(model, &Appearance::new(false, true), frame));
    let backend = terminal.backend_mut();
    let Ok(cursor) = backend.get_cursor_position();
    let is_shown = backend.cursor_visible();
    let mut buffer = backend.buffer().clone();
    if let Some(cell) = buffer.cell_mut(cursor).filter(|_| is_shown) {
        cell.modifier.insert(Modifier::REVERSED);
    }
    buffer
}

/// A moving picture of the way from the first start to the plan.
pub fn way(stage: &Stage) -> String {
    let name = match stage.language {
        Language::Ja => "山田製作所",
        Language::En => "Yamada Works",
    };
    let form = |keys: &str| press(press(home_first(stage), "<enter>"), keys);
    let principles = |keys: &str| press(begun(stage), keys);
    let questions = |keys: &str| press(begun(stage), &format!("11221<enter>{keys}"));
    let steps = vec![
        (home_first(stage), 2200, "Enter"),
        (form(""), 900, ""),
        (form(name), 2000, "Ctrl-S"),
        (principles(""), 2600, "1"),
        (principles("1"), 1400, "1"),
        (principles("1122"), 1400, "1"),
        (principles("11221"), 2800, "Enter"),
        (questions(""), 2400, "1"),
        (questions("1"), 1400, "1"),
        (questions("11"), 1400, "2"),
        (questions("1121411332131213"), 1400, "1"),
        (questions("112141133213121311121132"), 1600, "4"),
        (result(stage), 4200, "p"),
        (press(result(stage), "p"), 4200, ""),
    ];
    let still = steps.len() - 2;
    let scene = |(model, milliseconds, key): (Model, u64, _)| Scene {
        buffer: drawn(&model, (80, 24)),
        time: Duration::from_millis(milliseconds),
        key,
    };
    let scenes: Vec<Scene> = steps.into_iter().map(scene).collect();
    walkthrough(&scenes, still)
}
