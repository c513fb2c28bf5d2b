//! Draws a screen as an SVG picture on standard output:
//! `cargo run --example screenshot -- --lang ja --size 80x24 --theme light question`.
//!
//! The screens are those of the tests in `tests/screens`, with the shipped question sets.

#[path = "../tests/screens/scenes.rs"]
mod scenes;

use std::process::ExitCode;
use std::sync::Arc;

use hoshitori::appearance::Appearance;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::tui::picture::{PictureTheme, svg};
use hoshitori::tui::views::view;
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::style::Modifier;
use scenes::{SCENES, Scene, Stage};

/// What is to be drawn.
struct Wanted {
    language: Language,
    size: (u16, u16),
    theme: PictureTheme,
    scene: &'static Scene,
}

fn main() -> ExitCode {
    let Some(wanted) = wanted(std::env::args().skip(1)) else {
        let names: Vec<&str> = SCENES.iter().map(|scene| scene.name).collect();
        eprintln!("usage: screenshot [--lang ja|en] [--size 80x24] [--theme light|dark] SCREEN");
        eprintln!("screens: {}", names.join(", "));
        return ExitCode::from(2);
    };
    match draw(&wanted) {
        Ok(picture) => {
            print!("{picture}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn wanted(mut arguments: impl Iterator<Item = String>) -> Option<Wanted> {
    let (mut language, mut size, mut theme) = (Language::Ja, (80, 24), PictureTheme::Light);
    loop {
        let argument = arguments.next()?;
        match argument.as_str() {
            "--lang" => {
                let code = arguments.next()?;
                language = Language::ALL.into_iter().find(|language| language.code() == code)?;
            }
            "--size" => {
                let text = arguments.next()?;
                let (width, height) = text.split_once('x')?;
                size = (width.parse().ok()?, height.parse().ok()?);
            }
            "--theme" => {
                theme = match arguments.next()?.as_str() {
                    "light" => PictureTheme::Light,
                    "dark" => PictureTheme::Dark,
                    _ => return None,
                }
            }
            name => {
                let scene = SCENES.iter().find(|scene| scene.name == name)?;
                return Some(Wanted { language, size, theme, scene });
            }
        }
    }
}

fn draw(wanted: &Wanted) -> Result<String, std::convert::Infallible> {
    let stage = Stage { language: wanted.language, catalog: Arc::new(Catalog::built_in()) };
    let model = (wanted.scene.build)(&stage);
    let mut terminal = Terminal::new(TestBackend::new(wanted.size.0, wanted.size.1))?;
    terminal.draw(|frame| view(&model, &Appearance::new(false, true), frame))?;
    let backend = terminal.backend_mut();
    let cursor = if backend.cursor_visible() { Some(backend.get_cursor_position()?) } else { None };
    let mut buffer = backend.buffer().clone();
    // The hardware cursor as terminals show it: a block.
    if let Some(cell) = cursor.and_then(|cursor| buffer.cell_mut(cursor)) {
        cell.modifier.insert(Modifier::REVERSED);
    }
    Ok(svg(&buffer, wanted.theme))
}
