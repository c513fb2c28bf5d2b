//! What holds of every screen in every window.

use hoshitori::app::model::Model;
use hoshitori::appearance::Appearance;
use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::tui::views::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Position;
use std::sync::Arc;

use super::display::{draw, draw_with, stage};
use super::scenes::{SCENES, Stage};

/// Every scene in both languages, by its name for failures.
fn all() -> impl Iterator<Item = (String, Language, Model)> {
    Language::ALL.into_iter().flat_map(|language| {
        let stage = stage(language);
        SCENES.iter().map(move |scene| {
            let name = format!("{}.{}", scene.name, language.code());
            (name, language, (scene.build)(&stage))
        })
    })
}

fn is_japanese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn no_window_is_too_small_or_too_odd_to_draw() {
    let appearance = Appearance::new(false, true);
    // Every size takes minutes; a long run is asked for by name.
    let every_size = std::env::var_os("HOSHITORI_STORM").is_some_and(|storm| storm != "0");
    let (widths, heights): (Vec<u16>, Vec<u16>) = if every_size {
        ((0..=100).collect(), (0..=40).collect())
    } else {
        (
            vec![0, 1, 2, 20, 39, 40, 41, 47, 58, 61, 62, 63, 64, 79, 80, 100],
            vec![0, 1, 5, 11, 12, 13, 15, 16, 17, 24, 40],
        )
    };
    let stage = stage(Language::Ja);
    for scene in SCENES {
        let model = (scene.build)(&stage);
        for width in &widths {
            for height in &heights {
                let mut terminal = Terminal::new(TestBackend::new(*width, *height)).unwrap();
                terminal.draw(|frame| view(&model, &appearance, frame)).unwrap();
            }
        }
    }
}

#[test]
fn a_window_below_the_smallest_says_that_it_is_too_small() {
    for (name, language, model) in all() {
        for (width, height) in [(39, 12), (40, 11), (20, 5), (80, 3), (10, 40)] {
            let shown = draw(&model, width, height).lines().concat();
            let expected = match language {
                Language::Ja => "画面が小さすぎ",
                Language::En => "window",
            };
            assert!(shown.contains(expected), "{name} at {width}×{height}: {shown}");
        }
    }
}

#[test]
fn the_foot_tells_of_help_in_every_window() {
    for (name, language, model) in all() {
        for (width, height) in [(100, 30), (80, 24), (53, 18), (40, 12)] {
            let lines = draw(&model, width, height).lines();
            let foot = lines.last().unwrap();
            let expected = match language {
                Language::Ja => ["? ヘルプ", "F1 ヘルプ"],
                Language::En => ["? Help", "F1 Help"],
            };
            assert!(expected.iter().any(|help| foot.contains(help)), "{name} at {width}×{height}: {foot}");
        }
    }
}

#[test]
fn question_choices_and_foot_are_there_in_the_smallest_window() {
    for language in Language::ALL {
        // The shipped texts as well as those of the tests.
        let shipped = Stage { language, catalog: Arc::new(Catalog::built_in()) };
        for stage in [stage(language), shipped] {
            let mut model = (SCENES.iter().find(|scene| scene.name == "question").unwrap().build)(&stage);
            let set = model.assessment.as_ref().unwrap().diagnosis.set.clone();
            for question in &set.questions {
                let place = hoshitori::core::place::Place::Question(
                    hoshitori::core::question_set::Kind::Diagnosis,
                    question.number,
                );
                model.show_place(place);
                let drawn = draw(&model, 40, 12);
                let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                let shown = solid(&drawn.lines().concat());
                assert!(shown.contains(&solid(&question.text)), "{}:\n{}", question.id, drawn.text());
                for choice in &set.choices {
                    assert!(shown.contains(&solid(&choice.label)), "{}:\n{}", question.id, drawn.text());
                }
                assert!(shown.contains("1-4"), "{}:\n{}", question.id, drawn.text());
            }
        }
    }
}

#[test]
fn screens_do_not_mix_languages() {
    // Names of things: of the scheme, of file formats, of keys, the other language's own name.
    for (name, language, model) in all() {
        for line in draw(&model, 100, 30).lines() {
            match language {
                Language::En => {
                    let line = line.replace("日本語にする", "").replace("日本語", "");
                    assert!(!line.chars().any(is_japanese), "{name}: {line}");
                }
                Language::Ja => {
                    let words =
                        line.replace("Switch to English", "").replace("Windows Update", "").replace("JSON Lines", "");
                    let mut in_a_row = 0;
                    for word in words.split_whitespace() {
                        let is_english = word.chars().all(|c| c.is_ascii_lowercase()) && word.len() > 1;
                        in_a_row = if is_english { in_a_row + 1 } else { 0 };
                        assert!(in_a_row < 2, "{name}: {line}");
                    }
                }
            }
        }
    }
}

#[test]
fn lines_neither_begin_nor_end_with_the_wrong_bracket() {
    for (name, _, model) in all() {
        for (width, height) in [(100, 30), (80, 24), (60, 20), (53, 18), (40, 12)] {
            for line in draw(&model, width, height).lines() {
                let text = line.trim_start();
                assert!(
                    !text.starts_with(['。', '、', '」', '）', 'ー', 'っ', 'ょ', 'ッ']),
                    "{name} at {width}: {line}"
                );
                assert!(!text.ends_with(['「', '（']), "{name} at {width}: {line}");
            }
        }
    }
}

#[test]
fn head_and_foot_never_move() {
    for (name, _, model) in all() {
        for (width, height) in [(100_u16, 30_u16), (80, 24), (60, 20)] {
            let lines = draw(&model, width, height).lines();
            let rule = |line: &str| line.trim().chars().all(|c| c == '━' || c == '─') && !line.trim().is_empty();
            assert!(!lines[0].trim().is_empty(), "{name}");
            assert!(rule(&lines[1]), "{name}: {}", lines[1]);
            assert!(rule(&lines[usize::from(height) - 2]), "{name}");
            assert!(!lines[usize::from(height) - 1].trim().is_empty(), "{name}");
        }
    }
}

#[test]
fn screens_without_colour_use_modifiers_only() {
    use ratatui::style::Color;
    for (name, _, model) in all() {
        for color in [false, true] {
            let drawn = draw_with(&model, &Appearance::new(false, color), 80, 24);
            for cell in &drawn.buffer.content {
                assert_eq!(cell.bg, Color::Reset, "{name}");
                assert!(color || cell.fg == Color::Reset, "{name}");
                assert!(!matches!(cell.fg, Color::Rgb(..) | Color::Indexed(_)), "{name}");
            }
        }
    }
}

#[test]
fn with_ascii_an_english_screen_is_ascii() {
    for (name, language, model) in all() {
        if language != Language::En {
            continue;
        }
        for line in draw_with(&model, &Appearance::new(true, false), 80, 24).lines() {
            let line =
                line.replace("日本語にする", "").replace("日本語", "").replace(['’', '“', '”', '…', '\u{a0}'], "");
            assert!(line.is_ascii(), "{name}: {line}");
        }
    }
}

#[test]
fn the_hardware_cursor_is_seen_exactly_where_something_is_typed() {
    for (name, _, model) in all() {
        for (width, height) in [(100, 30), (80, 24), (40, 12)] {
            let typing = model.screen.kind().is_typing();
            let cursor = draw(&model, width, height).cursor;
            if name.starts_with("profile-refused") || !typing {
                continue;
            }
            assert!(cursor.is_some_and(|Position { x, y }| x < width && y >= 2 && y < height - 2), "{name} at {width}");
        }
        if !model.screen.kind().is_typing() {
            assert_eq!(draw(&model, 80, 24).cursor, None, "{name}");
        }
    }
}
