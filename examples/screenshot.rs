//! Draws a screen as an SVG picture on standard output:
//! `cargo run --example screenshot -- --lang ja --size 80x24 --theme light question`.
//!
//! The screens are those of the tests in `tests/screens`, with the shipped question sets. `walkthrough` is the way from the
//! first start to the plan as a moving picture.

#[path = "../tests/screens/pictures.rs"]
mod drawing;
mod picture;
#[path = "../tests/screens/scenes.rs"]
mod scenes;

use std::process::ExitCode;
use std::sync::Arc;

use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use picture::{PictureTheme, svg};
use scenes::{SCENES, Scene, Stage};

/// What is to be drawn.
struct Options {
    language: Language,
    size: (u16, u16),
    theme: PictureTheme,
    /// None for the moving picture.
    scene: Option<&'static Scene>,
}

fn main() -> ExitCode {
    let Some(wanted) = wanted(std::env::args().skip(1)) else {
        let names: Vec<&str> = SCENES.iter().map(|scene| scene.name).collect();
        eprintln!("usage: screenshot [--lang ja|en] [--size 80x24] [--theme light|dark] SCREEN");
        eprintln!("screens: walkthrough, {}", names.join(", "));
        return ExitCode::from(2);
    };
    let stage = Stage { language: wanted.language, catalog: Arc::new(Catalog::built_in()) };
    let picture = match wanted.scene {
        Some(scene) => svg(&drawing::drawn(&(scene.build)(&stage), wanted.size), wanted.theme),
        None => drawing::way(&stage),
    };
    print!("{picture}");
    ExitCode::SUCCESS
}

fn wanted(mut arguments: impl Iterator<Item = String>) -> Option<Options> {
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
            "walkthrough" => return Some(Options { language, size, theme, scene: None }),
            name => {
                let scene = SCENES.iter().find(|scene| scene.name == name)?;
                return Some(Options { language, size, theme, scene: Some(scene) });
            }
        }
    }
}
