//! Every screen as it looks, in both languages and three sizes.

use hoshitori::core::language::Language;

use super::display::{draw, stage};
use super::scenes::SCENES;

#[test]
fn every_screen_looks_as_it_should() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for scene in SCENES {
            for language in Language::ALL {
                let model = (scene.build)(&stage(language));
                let sizes = [(80, 24), (100, 30), (40, 12)]
                    .map(|(width, height)| format!("{width}×{height}\n\n{}", draw(&model, width, height).text()));
                let text = sizes.join(&format!("\n\n{}\n", "=".repeat(100)));
                insta::assert_snapshot!(format!("{}.{}", scene.name, language.code()), text);
            }
        }
    });
}
