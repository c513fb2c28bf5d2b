//! Draws a model as a terminal would and gives back what stands there.

use std::sync::{Arc, OnceLock};

use hoshitori::app::model::Model;
use hoshitori::appearance::Appearance;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::tui::views::view;
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::scenes::Stage;

/// A stage with question texts that only these tests have.
pub fn stage(language: Language) -> Stage {
    static CATALOG: OnceLock<Arc<Catalog>> = OnceLock::new();
    let catalog = CATALOG.get_or_init(|| {
        let mut catalog = Catalog::built_in();
        for text in [include_str!("self-diagnosis.ja.toml"), include_str!("self-diagnosis.en.toml")] {
            catalog.add(text, "test".to_owned()).expect("the texts have no fault");
        }
        Arc::new(catalog)
    });
    Stage { language, catalog: Arc::clone(catalog) }
}

/// A drawn screen.
pub struct Drawn {
    /// Its cells.
    pub buffer: Buffer,
    /// Where the hardware cursor stands, if it is seen.
    pub cursor: Option<Position>,
}

/// Draws a model in a window of that size.
pub fn draw(model: &Model, width: u16, height: u16) -> Drawn {
    draw_with(model, &Appearance::new(false, true), width, height)
}

/// The same with an appearance.
pub fn draw_with(model: &Model, appearance: &Appearance, width: u16, height: u16) -> Drawn {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| view(model, appearance, frame)).unwrap();
    let backend = terminal.backend_mut();
    let cursor = if backend.cursor_visible() { Some(backend.get_cursor_position().unwrap()) } else { None };
    Drawn { buffer: backend.buffer().clone(), cursor }
}

impl Drawn {
    /// Its lines as one reads them: wide characters once, no spaces at the ends.
    pub fn lines(&self) -> Vec<String> {
        let area = self.buffer.area;
        (0..area.height)
            .map(|y| {
                let mut line = String::new();
                let mut x = 0;
                while x < area.width {
                    let symbol = self.buffer[(x, y)].symbol();
                    line.push_str(symbol);
                    x += symbol.width().max(1) as u16;
                }
                line.trim_end().to_owned()
            })
            .collect()
    }

    /// Its lines with the place of the hardware cursor below.
    pub fn text(&self) -> String {
        let mut text = self.lines().join("\n").trim_end().to_owned();
        if let Some(cursor) = self.cursor {
            text.push_str(&format!("\n(cursor in column {}, row {})", cursor.x, cursor.y));
        }
        text
    }
}
