//! The pictures in `docs/` show what the program draws today. `HOSHITORI_PICTURES=1 cargo test --test pictures` draws them
//! anew.

#[path = "screens/scenes.rs"]
#[allow(dead_code, reason = "the pictures show a few of the scenes")]
mod scenes;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use hoshitori::appearance::Appearance;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::tui::picture::{PictureTheme, svg};
use hoshitori::tui::views::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use scenes::{SCENES, Stage};

/// The scenes that the READMEs show.
const SHOWN: [&str; 4] = ["question", "result", "plan", "stages"];

fn picture(scene: &str, language: Language, theme: PictureTheme) -> String {
    let scene = SCENES.iter().find(|known| known.name == scene).expect("a scene");
    let stage = Stage { language, catalog: Arc::new(Catalog::built_in()) };
    let model = (scene.build)(&stage);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
    terminal.draw(|frame| view(&model, &Appearance::new(false, true), frame)).expect("a frame");
    svg(terminal.backend().buffer(), theme)
}

#[test]
fn the_pictures_in_the_documentation_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let draw_anew = std::env::var_os("HOSHITORI_PICTURES").is_some();
    for scene in SHOWN {
        for language in Language::ALL {
            for (theme, name) in [(PictureTheme::Light, "light"), (PictureTheme::Dark, "dark")] {
                let path = folder.join(format!("{scene}-{}-{name}.svg", language.code()));
                let drawn = picture(scene, language, theme);
                if draw_anew {
                    fs::write(&path, drawn).expect("written");
                } else {
                    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
                    assert!(
                        kept == drawn,
                        "{} is not current; HOSHITORI_PICTURES=1 cargo test --test pictures draws it anew",
                        path.display()
                    );
                }
            }
        }
    }
}
