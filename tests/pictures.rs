//! The pictures in `docs/` show what the program draws today. `HOSHITORI_PICTURES=1 cargo test --test pictures` draws them
//! anew.

#[path = "screens/pictures.rs"]
mod drawing;
#[path = "../examples/picture/mod.rs"]
mod picture;
#[path = "screens/scenes.rs"]
#[allow(dead_code, reason = "the pictures show a few of the scenes")]
mod scenes;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use picture::{PictureTheme, svg};
use scenes::{SCENES, Stage};

/// The scenes that have a picture of their own, for documents and pages about the program.
const SHOWN: [&str; 4] = ["question", "result", "plan", "stages"];

/// The most that a moving picture may weigh, in bytes: readers fetch it whenever they open the README.
const MAX_BYTES: usize = 200_000;

fn stage(language: Language) -> Stage {
    Stage { language, catalog: Arc::new(Catalog::built_in()) }
}

fn drawn_scene(scene: &str, language: Language, theme: PictureTheme) -> String {
    let scene = SCENES.iter().find(|known| known.name == scene).expect("a scene");
    svg(&drawing::drawn(&(scene.build)(&stage(language)), (80, 24)), theme)
}

/// Compares a picture with the one in `docs/`, or writes it there.
fn keep(name: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("HOSHITORI_PICTURES").is_some() {
        fs::write(&path, drawn).expect("written");
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        kept == drawn,
        "{} is not current; HOSHITORI_PICTURES=1 cargo test --test pictures draws it anew",
        path.display()
    );
}

#[test]
fn the_pictures_in_the_documentation_are_current() {
    for scene in SHOWN {
        for language in Language::ALL {
            for (theme, name) in [(PictureTheme::Light, "light"), (PictureTheme::Dark, "dark")] {
                keep(&format!("{scene}-{}-{name}.svg", language.code()), &drawn_scene(scene, language, theme));
            }
        }
    }
}

#[test]
fn the_moving_pictures_are_current_and_light() {
    for language in Language::ALL {
        let drawn = drawing::way(&stage(language));
        assert!(drawn.len() < MAX_BYTES, "{} bytes", drawn.len());
        assert!(!drawn.contains("<script"), "nothing runs");
        keep(&format!("walkthrough-{}.svg", language.code()), &drawn);
    }
}
