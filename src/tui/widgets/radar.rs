//! The radar over the topic groups: where a company is strong and where it is weak, at a glance. Never the only carrier of
//! meaning: the numbers stand beside the names.

use std::f64::consts::{PI, TAU};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span};
use ratatui::widgets::canvas::{Canvas, Line as Stroke};

use super::line;
use crate::core::score::GroupScore;
use crate::text::{clean, width};
use crate::tui::theme::Theme;

/// Cells that a radar takes, names and numbers included.
pub const SIZE: (u16, u16) = (42, 17);

/// The fewest groups that make a shape.
pub const MIN_AXES: usize = 3;

/// Radius of the outer line, in units of which the drawing is [`BOUNDS`] high.
const RADIUS: f64 = 0.64;

/// How far the drawing reaches from its middle: as much wider than high as its cells are, which are twice as high as wide.
const BOUNDS: (f64, f64) = (1.1 * SIZE.0 as f64 / (2.0 * SIZE.1 as f64), 1.1);

/// Draws the groups as axes from the top clockwise, with the outer line for all points and the inner one for those reached.
pub fn draw(groups: &[GroupScore<'_>], area: Rect, theme: Theme, frame: &mut Frame<'_>) {
    let count = groups.len() as f64;
    // On the screen y grows upwards on the canvas; the first axis points up.
    let point = |index: usize, share: f64| {
        let angle = PI / 2.0 - TAU * index as f64 / count;
        (angle.cos() * share, angle.sin() * share)
    };
    let outline: Vec<(f64, f64)> = (0..groups.len()).map(|index| point(index, RADIUS)).collect();
    let reached: Vec<(f64, f64)> =
        groups.iter().enumerate().map(|(index, group)| point(index, RADIUS * group.share())).collect();
    let canvas = Canvas::default()
        .marker(Marker::Braille)
        .x_bounds([-BOUNDS.0, BOUNDS.0])
        .y_bounds([-BOUNDS.1, BOUNDS.1])
        .paint(|context| {
            for (index, from) in outline.iter().enumerate() {
                let to = outline[(index + 1) % outline.len()];
                context.draw(&Stroke { x1: from.0, y1: from.1, x2: to.0, y2: to.1, color: Color::Reset });
            }
            context.layer();
            for (index, from) in reached.iter().enumerate() {
                let to = reached[(index + 1) % reached.len()];
                let color = theme.accent().fg.unwrap_or(Color::Reset);
                context.draw(&Stroke { x1: from.0, y1: from.1, x2: to.0, y2: to.1, color });
            }
        });
    frame.render_widget(canvas, area);
    for (index, group) in groups.iter().enumerate() {
        let (x, y) = point(index, 1.0);
        let name = clean(&group.group.title).into_owned();
        let number = format!("{}%", group.percent());
        let cells = width(&name).max(width(&number)) as u16;
        // Names stand at the edges, those on the axis in the middle.
        let room = f64::from(area.width.saturating_sub(cells));
        let start = (room / 2.0 * (1.0 + (x * 1.6).clamp(-1.0, 1.0))).round() as u16;
        let row = (f64::from(area.height - 2) / 2.0 * (1.0 - y)).round() as u16;
        for (offset, text) in [name, number].into_iter().enumerate() {
            let indent = (cells - width(&text) as u16) / 2;
            let place = Rect { x: area.x + start + indent, y: area.y + row + offset as u16, width: cells, height: 1 };
            let style = if offset == 0 { theme.plain() } else { theme.faint() };
            line::draw(&Line::from(Span::styled(text, style)), place.intersection(area), frame);
        }
    }
}
