//! Charts as inline SVG. Each has a text alternative, and its numbers are also given as text.

use std::f64::consts::TAU;

use maud::{Markup, html};

use super::super::content::{ReportCategory, ReportGroup, ReportResult};
use crate::messages::Messages;

/// The scale of possible totals with the limits of the bands and a mark at the total.
pub(super) fn scale(result: &ReportResult) -> Markup {
    let span = f64::from((result.max - result.min).max(1));
    let at =
        |points: i32| format!("{:.2}%", (f64::from(points.clamp(result.min, result.max) - result.min) / span) * 100.0);
    let anchor = |points: i32| match points {
        points if points == result.min => "start",
        points if points == result.max => "end",
        _ => "middle",
    };
    html! {
        svg.scale width="100%" height="46" role="img" aria-label=(result.total_line) {
            title { (result.total_line) }
            rect.rail x="0" y="10" width="100%" height="10" rx="5" {}
            rect.filled x="0" y="10" width=(at(result.points)) height="10" rx="5" {}
            @for limit in &result.limits {
                line.limit x1=(at(*limit)) x2=(at(*limit)) y1="7" y2="24" {}
            }
            circle.mark cx=(at(result.points)) cy="15" r="8" {}
            @for limit in [result.min].iter().chain(&result.limits) {
                text x=(at(*limit)) y="40" text-anchor=(anchor(*limit)) { (limit) }
            }
        }
    }
}

/// A bar for each category, with its points as text.
pub(super) fn bars(categories: &[ReportCategory], words: &Messages) -> Markup {
    html! {
        ul.bars {
            @for part in categories {
                li {
                    div { span { (part.title) } strong { (part.points) " / " (part.max) } }
                    svg width="100%" height="14" role="img"
                        aria-label=((words.report_file.chart_value)(&part.title, part.points, part.max)) {
                        title { ((words.report_file.chart_value)(&part.title, part.points, part.max)) }
                        rect.rail x="0" y="1" width="100%" height="12" rx="3" {}
                        rect.filled x="0" y="1" width={ (part.percent()) "%" } height="12" rx="3" {}
                    }
                }
            }
        }
    }
}

/// A radar chart of the topic groups with the same values as a list. With fewer than three groups, only the list.
pub(super) fn radar(groups: &[ReportGroup], words: &Messages) -> Markup {
    let file = &words.report_file;
    let values: Vec<String> = groups.iter().map(|group| (file.radar_value)(&group.title, group.percent())).collect();
    html! {
        div.radar {
            @if groups.len() >= 3 { (web(groups, &values.join(", "), file.radar)) }
            ul.bars {
                @for group in groups {
                    li {
                        div { span { (group.title) } strong { (group.percent()) " %" } }
                        svg width="100%" height="8" aria-hidden="true" {
                            rect.rail x="0" y="0" width="100%" height="8" rx="2" {}
                            rect.filled x="0" y="0" width={ (group.percent()) "%" } height="8" rx="2" {}
                        }
                    }
                }
            }
        }
    }
}

/// The centre of the radar chart and the radius of 100 %, in its units.
const MIDDLE: (f64, f64, f64) = (190.0, 140.0, 96.0);

fn web(groups: &[ReportGroup], values: &str, caption: &str) -> Markup {
    let direction = |index: usize| {
        let angle = TAU * index as f64 / groups.len() as f64;
        (angle.sin(), -angle.cos())
    };
    let point = |index: usize, percent: f64| {
        let (x, y) = direction(index);
        let radius = MIDDLE.2 * percent / 100.0;
        (MIDDLE.0 + x * radius, MIDDLE.1 + y * radius)
    };
    let outline = |percent: &dyn Fn(usize) -> f64| {
        let corner = |index: usize| {
            let (x, y) = point(index, percent(index));
            format!("{x:.1},{y:.1}")
        };
        (0..groups.len()).map(corner).collect::<Vec<_>>().join(" ")
    };
    let share = |index: usize| f64::from(groups[index].percent());
    html! {
        figure {
            svg.web viewBox={ "0 0 " (MIDDLE.0 * 2.0) " " (MIDDLE.1 * 2.0) } role="img" aria-labelledby="radar radar-values" {
                title #radar { (caption) }
                desc #radar-values { (values) }
                @for ring in [25.0, 50.0, 75.0, 100.0] {
                    polygon.ring points=(outline(&|_| ring)) {}
                }
                @for index in 0..groups.len() {
                    @let (x, y) = point(index, 100.0);
                    line.spoke x1=(MIDDLE.0) y1=(MIDDLE.1) x2=(format!("{x:.1}")) y2=(format!("{y:.1}")) {}
                }
                polygon.area points=(outline(&share)) {}
                @for (index, group) in groups.iter().enumerate() {
                    @let (x, y) = point(index, share(index));
                    circle.dot cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="3.5" {}
                    @let (x, y) = label_position(direction(index));
                    text x=(format!("{x:.1}")) y=(format!("{y:.1}")) text-anchor=(anchor(direction(index).0)) { (group.title) }
                }
            }
            figcaption { (caption) }
        }
    }
}

fn label_position(direction: (f64, f64)) -> (f64, f64) {
    let (x, y) = direction;
    let radius = MIDDLE.2 + 12.0;
    (MIDDLE.0 + x * radius, MIDDLE.1 + y * (radius + 5.0) + 4.0)
}

fn anchor(x: f64) -> &'static str {
    match x {
        x if x > 0.1 => "start",
        x if x < -0.1 => "end",
        _ => "middle",
    }
}
