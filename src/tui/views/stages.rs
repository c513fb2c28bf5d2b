//! How far the company is on the road to two stars.

use ratatui::text::{Line, Span};

use super::Scene;
use crate::app::screens::procedure::{picked, step_name};
use crate::app::screens::stages::{State, Step};
use crate::core::assessment::Assessment;
use crate::core::content::procedures;
use crate::core::language::Language;
use crate::core::stars::{TwoStarStep, stars};
use crate::text::{pad, width};
use crate::tui::widgets::content::Content;
use crate::tui::widgets::head::Head;
use crate::tui::widgets::paragraphs::{hanging, paragraph};

pub(super) fn view(scene: &Scene<'_>, state: State) -> (Head, Content) {
    let Some(assessment) = &scene.model.assessment else { return (Head::default(), Content::default()) };
    let road = &scene.messages.road;
    let theme = scene.theme;
    let stars = stars(assessment);
    let mut content = Content::default();
    let label_cells = Step::ALL.iter().map(|step| width(label(scene, *step))).max().unwrap_or_default();
    let label_cells = label_cells + if scene.cells >= 60 { 3 } else { 1 };
    for (index, step) in Step::ALL.into_iter().enumerate() {
        let heading = match step {
            Step::Principles => Some((road.one_star, Some(stars.one_ready()))),
            Step::Diagnosis => Some((road.two_stars, Some(stars.two_ready()))),
            Step::Procedure => Some((road.declaration, None)),
            _ => None,
        };
        if let Some((title, ready)) = heading {
            if scene.height >= 14 {
                content.space();
            }
            let glyph = match ready {
                Some(true) => scene.glyphs.star,
                Some(false) => scene.glyphs.no_star,
                None => " ",
            };
            let mut spans =
                vec![Span::styled(format!("{glyph} "), theme.accent()), Span::styled(title, theme.strong())];
            if ready == Some(true) {
                spans.push(Span::styled(format!("  {}", road.ready), theme.accent()));
            }
            content.push(Line::from(spans));
        }
        let here = index == state.cursor;
        let style = if here { theme.highlight() } else { theme.plain() };
        let pointer = if here { scene.glyphs.cursor } else { " " };
        let (done, detail) = progress(scene, assessment, step);
        let mark = match step {
            Step::Guide => " ",
            _ if done => scene.glyphs.good,
            _ => scene.glyphs.unanswered,
        };
        let before = vec![
            Span::styled(format!("{pointer} {} ", index + 1), style),
            Span::styled(format!("{mark} "), theme.accent()),
            Span::styled(pad(label(scene, step), label_cells, ""), style),
        ];
        let rows = hanging(before, &detail, scene.cells, theme.faint());
        content.item(index, here, rows);
    }
    content.space();
    content.extend(paragraph(road.self_declared, scene.cells, theme.faint()));
    (Head::titled(road.stages), content)
}

fn label(scene: &Scene<'_>, step: Step) -> &'static str {
    let road = &scene.messages.road;
    match step {
        Step::Principles => road.principles,
        Step::Diagnosis => road.diagnosis,
        Step::Policy => road.policy,
        Step::Publication => road.publication,
        Step::Procedure => road.procedure,
        Step::Guide => road.guide,
    }
}

/// Whether a step is done, and what there is to say about it.
fn progress(scene: &Scene<'_>, assessment: &Assessment, step: Step) -> (bool, String) {
    let road = &scene.messages.road;
    let stars = stars(assessment);
    let done = |done: bool| (done, if done { road.done } else { road.missing }.to_owned());
    match step {
        Step::Principles if stars.one_ready() => done(true),
        Step::Principles => (false, undecided(scene, &stars.one_missing)),
        Step::Diagnosis => {
            let (answered, total) = (assessment.diagnosis.answered(), assessment.diagnosis.total());
            (answered == total, (road.steps_done)(answered, total))
        }
        Step::Policy => done(assessment.policy.is_set()),
        Step::Publication => done(assessment.publication.is_public()),
        Step::Procedure => {
            let (steps, total) = procedure_progress(scene, assessment);
            (total > 0 && steps == total, (road.steps_done)(steps, total))
        }
        Step::Guide => (false, scene.messages.home.guide_detail.to_owned()),
    }
}

/// Which principles are still undecided.
pub(super) fn undecided(scene: &Scene<'_>, numbers: &[usize]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    (scene.messages.road.principles_undecided)(&numbers.join(", "))
}

/// What two stars still lack.
pub(super) fn two_missing(scene: &Scene<'_>, missing: &[TwoStarStep]) -> String {
    let road = &scene.messages.road;
    let names: Vec<&str> = missing
        .iter()
        .map(|step| match step {
            TwoStarStep::Diagnosis => road.diagnosis,
            TwoStarStep::Policy => road.policy,
            TwoStarStep::Publication => road.publication,
        })
        .collect();
    let separator = match scene.model.language {
        Language::Ja => "、",
        Language::En => ", ",
    };
    (road.still_missing)(&names.join(separator))
}

/// Steps of the procedure done, and in all.
pub(super) fn procedure_progress(scene: &Scene<'_>, assessment: &Assessment) -> (usize, usize) {
    let Some(procedure) = procedures(scene.model.language).and_then(|all| picked(all, &assessment.declaration)) else {
        return (0, 0);
    };
    let done = (0..procedure.steps.len())
        .filter(|step| assessment.declaration.steps.contains_key(&step_name(procedure, *step)))
        .count();
    (done, procedure.steps.len())
}
