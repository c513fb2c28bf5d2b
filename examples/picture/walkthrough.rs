//! Several drawn screens as one SVG picture that shows them in turn, over and over, without any script. Where the reader
//! asked for less motion, or where pictures do not move, one of them stands still.

use std::collections::HashMap;
use std::time::Duration;

use hoshitori::text::width;
use ratatui::buffer::Buffer;

use super::ink::{Ink, Inks, style_sheet};
use super::{BASELINE, CELL, MARGIN, draw_row, escape, opening, row_of};

/// A screen that is shown for a while.
#[derive(Clone, Debug)]
pub struct Scene {
    /// What is drawn. Texts must have been cleaned, as those of screens are.
    pub buffer: Buffer,
    /// How long it is shown.
    pub time: Duration,
    /// The key that leads on, shown below the screen as it is pressed; empty for none.
    pub key: &'static str,
}

/// How long the pressing of a key is shown.
const PRESSED: Duration = Duration::from_millis(700);

/// Pixels of the strip below the screen in which keys appear.
const STRIP: usize = 28;

/// Draws scenes, all of the size of the first, as one moving SVG document that follows the light or dark theme of its
/// reader. `still` is the scene that stands where nothing moves, from 0.
pub fn walkthrough(scenes: &[Scene], still: usize) -> String {
    let Some(first) = scenes.first() else { return String::new() };
    let (columns, rows) = (usize::from(first.buffer.area.width), usize::from(first.buffer.area.height));
    let (across, down) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN + STRIP);
    let mut picture = opening(across, down);
    picture.push_str(&format!("<style>\n{}{}</style>\n", style_sheet(), motion(scenes, still)));
    picture.push_str(&format!(
        "<rect width=\"{across}\" height=\"{down}\" rx=\"10\"{}/>\n\
         <rect x=\"1\" y=\"1\" width=\"{}\" height=\"{}\" rx=\"9\"{}/>\n",
        Inks::OfReader.fill(Ink::Frame),
        across - 2,
        down - 2,
        Inks::OfReader.fill(Ink::Ground),
    ));
    let shared = Shared::of(scenes);
    picture.push_str(&shared.definitions());
    for (index, scene) in scenes.iter().enumerate() {
        picture.push_str(&format!("<g id=\"f{index}\" class=\"f\">\n"));
        for row in 0..rows.min(usize::from(scene.buffer.area.height)) {
            shared.draw(&mut picture, &scene.buffer, row);
        }
        picture.push_str("</g>\n");
        if !scene.key.is_empty() {
            key_cap(&mut picture, index, scene.key, rows);
        }
    }
    picture.push_str("</svg>\n");
    picture
}

/// The style sheet that shows one scene after the other.
fn motion(scenes: &[Scene], still: usize) -> String {
    let total: Duration = scenes.iter().map(|scene| scene.time).sum();
    let share = |moment: Duration| {
        let percent = format!("{:.2}", moment.as_secs_f64() / total.as_secs_f64() * 100.0);
        format!("{}%", percent.trim_end_matches('0').trim_end_matches('.'))
    };
    let mut rules = String::new();
    let mut shown_while = |name: &str, from: Duration, to: Duration| {
        let before = if from.is_zero() { "" } else { "0%{visibility:hidden}" };
        let after = if to >= total { String::new() } else { format!("{}{{visibility:hidden}}", share(to)) };
        rules.push_str(&format!(
            "#{name}{{animation:{name} {}s step-end infinite}}\n\
             @keyframes {name}{{{before}{}{{visibility:visible}}{after}}}\n",
            total.as_secs_f64(),
            share(from),
        ));
    };
    let mut from = Duration::ZERO;
    for (index, scene) in scenes.iter().enumerate() {
        let to = from + scene.time;
        shown_while(&format!("f{index}"), from, to);
        if !scene.key.is_empty() {
            shown_while(&format!("k{index}"), to.saturating_sub(PRESSED).max(from), to);
        }
        from = to;
    }
    format!(
        ".f{{visibility:hidden}}#f{still}{{visibility:visible}}\n\
         @media(prefers-reduced-motion:no-preference){{\n{rules}}}\n"
    )
}

/// Rows that are drawn more than once are defined once.
struct Shared {
    /// What is drawn, and the number of its definition.
    numbers: HashMap<String, usize>,
}

impl Shared {
    fn of(scenes: &[Scene]) -> Self {
        let mut times: HashMap<String, usize> = HashMap::new();
        let mut in_order = Vec::new();
        for scene in scenes {
            for row in 0..usize::from(scene.buffer.area.height) {
                let drawn = drawn_at(&scene.buffer, row, 0);
                let times = times.entry(drawn.clone()).or_default();
                *times += 1;
                if *times == 2 && !drawn.is_empty() {
                    in_order.push(drawn);
                }
            }
        }
        Self { numbers: in_order.into_iter().enumerate().map(|(number, drawn)| (drawn, number)).collect() }
    }

    fn definitions(&self) -> String {
        let mut lines: Vec<(usize, &str)> = self.numbers.iter().map(|(drawn, number)| (*number, &**drawn)).collect();
        lines.sort_unstable();
        let lines = lines.into_iter().map(|(number, drawn)| format!("<g id=\"l{number}\">\n{drawn}</g>\n"));
        format!("<defs>\n{}</defs>\n", lines.collect::<String>())
    }

    fn draw(&self, picture: &mut String, buffer: &Buffer, row: usize) {
        let y = MARGIN + row * CELL.1;
        match self.numbers.get(&drawn_at(buffer, row, 0)) {
            Some(number) => picture.push_str(&format!("<use href=\"#l{number}\" y=\"{y}\"/>\n")),
            None => picture.push_str(&drawn_at(buffer, row, y)),
        }
    }
}

fn drawn_at(buffer: &Buffer, row: usize, y: usize) -> String {
    let mut drawn = String::new();
    draw_row(&mut drawn, row_of(buffer, row), y, Inks::OfReader);
    drawn
}

/// A key as it is pressed, below the screen.
fn key_cap(picture: &mut String, index: usize, key: &str, rows: usize) {
    let y = MARGIN + rows * CELL.1 + STRIP / 2;
    let (left, across) = (MARGIN + CELL.0, width(key) * CELL.0 + 2 * CELL.0);
    let mut label = String::new();
    escape(&mut label, key);
    picture.push_str(&format!(
        "<g id=\"k{index}\" class=\"f\"><rect x=\"{left}\" y=\"{y}\" width=\"{across}\" height=\"{}\" rx=\"5\"{}/>\
         <text x=\"{}\" y=\"{}\" text-anchor=\"middle\"{}>{label}</text></g>\n",
        CELL.1,
        Inks::OfReader.fill(Ink::Blue),
        left + across / 2,
        y + BASELINE - 1,
        Inks::OfReader.fill(Ink::Ground),
    ));
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn scene(text: &str, key: &'static str) -> Scene {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 2));
        buffer.set_string(0, 0, "same", Style::new());
        buffer.set_string(0, 1, text, Style::new());
        Scene { buffer, time: Duration::from_secs(2), key }
    }

    #[test]
    fn every_scene_has_its_time_and_one_stands_still() {
        let picture = walkthrough(&[scene("one", "Enter"), scene("two", "<"), scene("three", "")], 1);
        assert!(picture.contains(".f{visibility:hidden}#f1{visibility:visible}"), "{picture}");
        assert!(picture.contains("@keyframes f0{0%{visibility:visible}33.33%{visibility:hidden}}"), "{picture}");
        assert!(picture.contains("@keyframes f2{0%{visibility:hidden}66.67%{visibility:visible}}"), "{picture}");
        assert!(picture.contains("@keyframes k1{0%{visibility:hidden}55%{visibility:visible}66.67%"), "{picture}");
        assert!(picture.contains(">&lt;</text>"), "{picture}");
        assert!(!picture.contains("k2"), "no key, no cap: {picture}");
    }

    #[test]
    fn rows_that_stay_are_drawn_once() {
        let picture = walkthrough(&[scene("one", ""), scene("two", "")], 0);
        assert_eq!(picture.matches(">same</text>").count(), 1, "{picture}");
        assert_eq!(picture.matches("<use href=\"#l0\"").count(), 2, "{picture}");
    }

    #[test]
    fn nothing_to_show_is_no_picture() {
        assert_eq!(walkthrough(&[], 0), "");
    }
}
